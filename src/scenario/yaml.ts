import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
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
    document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'silent',
      uniqueKeys: false,
    });
  } catch {
    return { problems: [problemAt({ file, line: 1, column: 1 }, say.tooDeep())] };
  }
  if (document.errors.length > 0)
    return { problems: document.errors.map((e) => problemAt(place(e.pos[0]), say.syntax(e.message))) };
  let found: readonly Problem[] = [];
  let value: unknown;
  try {
    found = repeatedKeys(document).map(({ key, offset }) => problemAt(place(offset), say.repeatedKey(key)));
    value = document.toJS({ maxAliasCount: 100 });
    JSON.stringify(value); // throws where an anchor holds itself
  } catch (error) {
    const deep = error instanceof RangeError;
    return { problems: [...found, problemAt(place(0), deep ? say.tooDeep() : say.aliases())] };
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

/** Keys said twice in one mapping; in linear time, unlike the parser's own check. */
function repeatedKeys(
  document: Document.Parsed,
): readonly { readonly key: string; readonly offset: number }[] {
  const repeated: { key: string; offset: number }[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const name = String(isScalar(key) ? key.value : key);
        if (seen.has(name)) repeated.push({ key: name, offset: start(key) ?? 0 });
        seen.add(name);
      }
    },
  });
  return repeated;
}
