import { below } from './below.js';
import { streamFor } from './stream.js';
import { uniform53 } from './uniform.js';

/**
 * One coordinate of a Latin hypercube of n points: the function gives the value of point i, in [0, 1). Each of the n
 * equal strata holds one point, uniform within it, and all orders of the strata are equally likely (McKay, Beckman and
 * Conover 1979, doi:10.1080/00401706.1979.10489755). `names` say which coordinate of which set.
 */
export function latinHypercube(
  seed: string,
  names: readonly (string | number)[],
  n: number,
): (i: number) => number {
  const order = shuffled(seed, names, n);
  return (i) => (order[i]! + uniform53(streamFor(seed, 'latin hypercube', ...names, 'within', i))) / n;
}

function shuffled(seed: string, names: readonly (string | number)[], n: number): Uint32Array {
  const stream = streamFor(seed, 'latin hypercube', ...names, 'order');
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = below(stream, i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
