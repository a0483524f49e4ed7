import { mulberry32 } from './mulberry32.js';
import { quantile } from './quantile.js';

const RESAMPLES = 400;

/**
 * 95 % percentile interval of a statistic of cells, by resampling cells: Efron, Ann. Stat. 7, 1 (1979),
 * doi:10.1214/aos/1176344552. Within one resample, everything measured in n cells is resampled alike, so that what
 * was measured in the same cells stays paired. The same statistic always gives the same interval; [NaN, NaN] where
 * the statistic is not finite in more than one resample of twenty.
 */
export function intervalOverCells(
  statistic: (pick: (cells: number) => readonly number[]) => number,
): readonly [number, number] {
  const uniform = mulberry32(0x5eed);
  const values: number[] = [];
  for (let r = 0; r < RESAMPLES; r++) {
    const drawn = new Map<number, readonly number[]>();
    values.push(
      statistic((cells) => {
        const known = drawn.get(cells);
        if (known !== undefined) return known;
        const fresh = Array.from({ length: cells }, () => Math.floor(uniform() * cells));
        drawn.set(cells, fresh);
        return fresh;
      }),
    );
  }
  const finite = Float64Array.from(values.filter(Number.isFinite)).sort();
  return finite.length < 0.95 * RESAMPLES
    ? [Number.NaN, Number.NaN]
    : [quantile(finite, 0.025), quantile(finite, 0.975)];
}
