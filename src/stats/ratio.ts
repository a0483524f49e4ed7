import { type Estimate, meanOf } from './interval.js';
import { mulberry32 } from './mulberry32.js';
import { quantile } from './quantile.js';

const RESAMPLES = 2000;

/**
 * Ratio of means of paired values (one pair a twin) with a 95 % percentile interval from resampling pairs:
 * Efron, Ann. Stat. 7, 1 (1979), doi:10.1214/aos/1176344552. Pairs that are not finite are left out; the same
 * pairs always give the same interval.
 */
export function pairedRatio(above: readonly number[], below: readonly number[]): Estimate {
  const pairs = above.flatMap((a, i) => {
    const b = below[i] ?? Number.NaN;
    return Number.isFinite(a) && Number.isFinite(b) ? [[a, b] as const] : [];
  });
  const n = pairs.length;
  const value = meanOf(pairs.map(([a]) => a)) / meanOf(pairs.map(([, b]) => b));
  if (n < 2) return { value, low: Number.NaN, high: Number.NaN, n };
  const uniform = mulberry32(0x5eed);
  const ratios = new Float64Array(RESAMPLES);
  for (let r = 0; r < RESAMPLES; r++) {
    let a = 0;
    let b = 0;
    for (let i = 0; i < n; i++) {
      const pair = pairs[Math.floor(uniform() * n)]!;
      a += pair[0];
      b += pair[1];
    }
    ratios[r] = a / b;
  }
  ratios.sort();
  return { value, low: quantile(ratios, 0.025), high: quantile(ratios, 0.975), n };
}
