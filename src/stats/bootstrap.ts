import { mulberry32 } from './mulberry32.js';
import { quantile } from './quantile.js';

/** One twin: what was measured in the condition, and in the baseline. */
export type Pair = readonly [condition: number, baseline: number];
/** The twins of one donor. */
export type Donor = readonly Pair[];
export interface Interval {
  readonly low: number;
  readonly high: number;
}
export interface PairedIntervals {
  readonly difference: Interval;
  /** Of the ratio of means; NaN unless both means are above 0. */
  readonly ratio: Interval;
}

const RESAMPLES = 2000;
const SEED = 0x5eed;
/** From so many donors on, donors are what is sampled; with fewer, the cells of these very donors are. */
export const FEWEST_DONORS = 3;

/**
 * 95 % intervals of the mean paired difference and of the ratio of means, by a studentised hierarchical bootstrap: donors are
 * drawn with replacement, then cells within each (Davison & Hinkley, Bootstrap Methods and their Application, 1997,
 * sections 3.8 and 5.2). Studentising makes up for the noise of cells that two levels of resampling count twice, and for few donors.
 * With one or two donors the cells of both are resampled together. The same pairs always give the same intervals.
 */
export function pairedIntervals(donors: readonly Donor[], resamples = RESAMPLES): PairedIntervals {
  const nested = donors.length >= FEWEST_DONORS;
  const groups = (nested ? donors : [donors.flat()]).map(flat);
  const units = nested ? donors.length : groups[0]!.above.length;
  if (units < 2) return { difference: UNKNOWN, ratio: UNKNOWN };
  const draw = nested ? drawDonors : drawCells;
  const above = nested ? Float64Array.from(groups, (g) => meanOf(g.above)) : groups[0]!.above.slice();
  const below = nested ? Float64Array.from(groups, (g) => meanOf(g.below)) : groups[0]!.below.slice();
  const found = measure(above, below);
  const uniform = mulberry32(SEED);
  const differences = new Float64Array(resamples);
  const ratios = new Float64Array(resamples);
  for (let r = 0; r < resamples; r++) {
    draw(above, below, groups, uniform);
    const again = measure(above, below);
    differences[r] = studentised(again.difference - found.difference, again.differenceError);
    ratios[r] = studentised(again.logRatio - found.logRatio, again.logRatioError);
  }
  const log = interval(found.logRatio, found.logRatioError, ratios);
  return {
    difference: interval(found.difference, found.differenceError, differences),
    ratio: { low: Math.exp(log.low), high: Math.exp(log.high) },
  };
}

const UNKNOWN: Interval = { low: Number.NaN, high: Number.NaN };

/** The twins of a donor, condition and baseline apart. */
interface Group {
  readonly above: Float64Array;
  readonly below: Float64Array;
}
const flat = (donor: Donor): Group => ({
  above: Float64Array.from(donor, ([a]) => a),
  below: Float64Array.from(donor, ([, b]) => b),
});
const meanOf = (values: Float64Array): number => values.reduce((sum, x) => sum + x, 0) / values.length;

type Draw = (
  above: Float64Array,
  below: Float64Array,
  groups: readonly Group[],
  uniform: () => number,
) => void;

const drawDonors: Draw = (above, below, groups, uniform) => {
  for (let i = 0; i < above.length; i++) {
    const cells = groups[Math.floor(uniform() * groups.length)]!;
    const n = cells.above.length;
    let a = 0;
    let b = 0;
    for (let j = 0; j < n; j++) {
      const k = Math.floor(uniform() * n);
      a += cells.above[k]!;
      b += cells.below[k]!;
    }
    above[i] = a / n;
    below[i] = b / n;
  }
};

const drawCells: Draw = (above, below, [cells], uniform) => {
  const n = cells!.above.length;
  for (let i = 0; i < n; i++) {
    const k = Math.floor(uniform() * n);
    above[i] = cells!.above[k]!;
    below[i] = cells!.below[k]!;
  }
};

/** Both effects with their standard errors, that of the log ratio by linearisation. */
function measure(above: Float64Array, below: Float64Array) {
  const n = above.length;
  let a = 0;
  let b = 0;
  for (let i = 0; i < n; i++) {
    a += above[i]!;
    b += below[i]!;
  }
  a /= n;
  b /= n;
  let d2 = 0;
  let r2 = 0;
  for (let i = 0; i < n; i++) {
    const da = above[i]! - a;
    const db = below[i]! - b;
    d2 += (da - db) ** 2;
    r2 += (da / a - db / b) ** 2;
  }
  const scale = n * (n - 1);
  return {
    difference: a - b,
    differenceError: Math.sqrt(d2 / scale),
    logRatio: a > 0 && b > 0 ? Math.log(a / b) : Number.NaN,
    logRatioError: Math.sqrt(r2 / scale),
  };
}

/** A resample without spread says nothing of how far off it is unless it is off by nothing. */
const studentised = (off: number, error: number): number =>
  error > 0 ? off / error : off === 0 ? 0 : Number.NaN;

function interval(value: number, error: number, draws: Float64Array): Interval {
  const sorted = draws.filter((x) => !Number.isNaN(x)).sort();
  if (error === 0) return { low: value, high: value };
  return { low: value - quantile(sorted, 0.975) * error, high: value - quantile(sorted, 0.025) * error };
}
