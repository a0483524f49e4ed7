import { readFileSync, statSync } from 'node:fs';
import { MOST_BYTES, type Outcome, parseScenario } from './parse.js';
import { problemAt, say } from './problems.js';
import type { Vocabulary } from './vocabulary.js';

/** Reads a scenario file into a plan, or says everything that is wrong with it; a file that cannot be read is a problem too. */
export function readScenario(path: string, vocabulary: Vocabulary): Outcome {
  const text = textOf(path);
  if (typeof text === 'string') return parseScenario(text, path, vocabulary);
  return { ok: false, problems: [problemAt({ file: path, line: 1, column: 1 }, text.why)] };
}

function textOf(path: string): string | { readonly why: string } {
  try {
    const facts = statSync(path);
    if (facts.isDirectory()) return { why: say.isFolder(path) };
    if (facts.size > MOST_BYTES) return { why: say.tooLarge(facts.size, MOST_BYTES) };
    const bytes = readFileSync(path);
    if (bytes.includes(0)) return { why: say.binary(path) };
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return { why: say.binary(path) };
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    return {
      why: code === 'ENOENT' || code === 'ENOTDIR' ? say.missingFile(path) : say.unreadable(path, code),
    };
  }
}
