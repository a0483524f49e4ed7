import seedrandom from 'seedrandom/seedrandom.js';
import { type Generator, loadState } from './generator.js';

/**
 * The stream that belongs to a seed and a path of names: the same names give the same stream, other names an
 * independent one. 3 and '3' are different names.
 */
export function streamFor(seed: string, ...names: readonly (string | number)[]): Generator {
  const hash = seedrandom(unambiguous(seed, names));
  return loadState([hash.int32(), hash.int32(), hash.int32(), hash.int32()]);
}

/** seedrandom keeps one byte per character and repeats short keys; a bracketed ASCII text is safe from both. */
function unambiguous(seed: string, names: readonly (string | number)[]): string {
  return encodeURIComponent(JSON.stringify([seed, ...names]));
}
