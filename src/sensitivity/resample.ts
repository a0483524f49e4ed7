import { below } from '../random/below.js';
import { streamFor } from '../random/stream.js';
import { exactDeviation } from '../stats/sum.js';

const RESAMPLES = 500;
/** Of the standard normal distribution. */
const Z_975 = 1.959963984540054;

/** Half the width of a 95 % interval by the bootstrap: 1.96 standard deviations of `statistic` over resampled indices 0..n-1. */
export function resampledError(
  n: number,
  statistic: (indices: readonly number[]) => number,
  seed: string,
  ...names: readonly (string | number)[]
): number {
  if (n < 2) return Number.NaN;
  const chance = streamFor(seed, 'resample', ...names);
  const found = Array.from({ length: RESAMPLES }, () =>
    statistic(Array.from({ length: n }, () => below(chance, n))),
  );
  return Z_975 * exactDeviation(found);
}
