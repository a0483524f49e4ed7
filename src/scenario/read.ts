import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { MOST_BYTES, type Outcome, parseScenario } from './parse.js';
import { problemAt, say } from './problems.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * Reads a scenario file into a plan, or says everything that is wrong with it; a file that cannot be read is a problem too. An
 * ensemble is a file beside the scenario, or goes by its name in the folder `ensembles`.
 */
export function readScenario(path: string, vocabulary: Vocabulary, ensembles?: string): Outcome {
  const text = textOf(path);
  if (typeof text === 'string')
    return parseScenario(text, path, vocabulary, (name) => {
      const beside = resolve(dirname(path), name);
      const known = ensembles === undefined || /[\\/.]/.test(name) ? '' : join(ensembles, `${name}.json`);
      const file = !existsSync(beside) && existsSync(known) ? known : beside;
      return { path: name, text: textOf(file, MOST_BYTES_OF_ENSEMBLE) };
    });
  return { ok: false, problems: [problemAt({ file: path, line: 1, column: 1 }, text.why)] };
}

/** Room for ten thousand sets of some ten numbers. */
const MOST_BYTES_OF_ENSEMBLE = 16 * 1024 * 1024;

function textOf(path: string, most = MOST_BYTES): string | { readonly why: string } {
  try {
    const facts = statSync(path);
    if (facts.isDirectory()) return { why: say.isFolder(path) };
    if (facts.size > most) return { why: say.tooLarge(facts.size, most) };
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
