import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Place, type Problem, problemAt, say } from './problems.js';

/** A parsed file: its value as plain data, and where each part of it stands. */
export interface Source {
  readonly value: unknown;
  /** Where the value at a path stands; where there is none, the nearest thing around it. */
  readonly at: (path: readonly PropertyKey[]) => Place;
  /** Where the key at the end of a path stands. */
  readonly atKey: (path: readonly PropertyKey[]) => Place;
}

/** Parses YAML 1.2. Syntax errors and repeated keys are problems; `source` is absent where the text has no sense at all. */
export function parseYaml(text: string, file: string): { source?: Source; problems: readonly Problem[] } {
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.max(0, offset));
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (deepestBracket(text) > DEEPEST)
    return { problems: [problemAt({ file, line: 1, column: 1 }, say.tooDeep())] };
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  } catch {
    return { problems: [problemAt({ file, line: 1, column: 1 }, say.tooDeep())] };
  }
  const found = document.errors.map((e) =>
    e.code === 'DUPLICATE_KEY'
      ? problemAt(place(e.pos[0]), say.repeatedKey(keyAt(text, e.pos[0])))
      : problemAt(place(e.pos[0]), say.syntax(e.message)),
  );
  if (document.errors.some((e) => e.code !== 'DUPLICATE_KEY')) return { problems: found };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
    JSON.stringify(value); // throws where an anchor holds itself
  } catch {
    return { problems: [...found, problemAt(place(0), say.aliases())] };
  }
  const at = (path: readonly PropertyKey[], key: boolean): Place => place(locate(document, path, key));
  return { source: { value, at: (p) => at(p, false), atKey: (p) => at(p, true) }, problems: found };
}

/** Offset of the value (or the key) at a path, or of the innermost thing on the way to it. */
function locate(document: Document.Parsed, path: readonly PropertyKey[], wantKey: boolean): number {
  let node: unknown = document.contents;
  let offset = start(node) ?? 0;
  for (const [i, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((p) => String(isScalar(p.key) ? p.key.value : p.key) === String(step));
      if (pair === undefined) return offset;
      const keyOffset = start(pair.key) ?? offset;
      const last = i === path.length - 1;
      offset = last && wantKey ? keyOffset : (start(pair.value) ?? keyOffset);
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = start(node) ?? offset;
    } else return offset;
  }
  return offset;
}

const start = (node: unknown): number | undefined => (node as Node | null | undefined)?.range?.[0];

const DEEPEST = 200;

/** Most brackets open at once, without regard to quotes: enough to turn away what would only keep the parser busy. */
function deepestBracket(text: string): number {
  let open = 0;
  let most = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '[' || c === '{') most = Math.max(most, ++open);
    else if ((c === ']' || c === '}') && open > 0) open--;
  }
  return most;
}

const keyAt = (text: string, offset: number): string =>
  text
    .slice(offset, offset + 80)
    .split(/[:\n]/)[0]!
    .trim();
