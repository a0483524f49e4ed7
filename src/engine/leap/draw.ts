import { binomial } from '../../random/binomial.js';
import type { Generator } from '../../random/generator.js';
import { poisson } from '../../random/poisson.js';
import { uniform53 } from '../../random/uniform.js';

/** Splits n among the ways in proportion to their weights, multinomially, into `into`. */
export function split(
  g: Generator,
  n: number,
  weights: Float64Array,
  ways: number,
  into: Float64Array,
): void {
  let left = n;
  let rest = 0;
  for (let i = 0; i < ways; i++) rest += weights[i]!;
  for (let i = 0; i < ways; i++) {
    const w = weights[i]!;
    const k = left === 0 || w === 0 ? 0 : w >= rest ? left : binomial(g, left, w / rest);
    into[i] = k;
    left -= k;
    rest -= w;
  }
  if (left > 0) into[lastOf(weights, ways)]! += left;
}

/** Rounding may leave some for nobody: they are of the last way that has any weight. */
function lastOf(weights: Float64Array, ways: number): number {
  let i = ways - 1;
  while (i > 0 && weights[i] === 0) i--;
  return i;
}

/**
 * A whole number of this mean and variance, never negative: binomial, or Poisson where the two are all but equal. Trials are
 * whole too, which adds up to p^2/4 to the variance, p = 1 - variance/mean: nothing beside the tens that carriers have.
 */
export function counted(g: Generator, mean: number, variance: number): number {
  if (mean <= 0) return 0;
  const p = Math.min(1, 1 - variance / mean);
  if (p < 1e-3) return poisson(g, mean);
  const trials = mean / p;
  const whole = Math.floor(trials);
  return binomial(g, whole + (uniform53(g) < trials - whole ? 1 : 0), p);
}
