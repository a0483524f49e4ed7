import type { ParameterSet } from '../scenario/parameter-set.js';
import type { JudgedTarget } from '../validation/judge-targets.js';
import type { Calibration } from './calibration.js';
import { type Direction, directionsOf } from './directions.js';
import { type Box, leastSquares, type Residuals } from './least-squares.js';
import { nearOptimal } from './near-optimal.js';
import { costOf, type Residual, residualsOf } from './residuals.js';
import { type Heed, remembered } from './trials.js';

/** One set of constants, and what it costs. */
export interface FittedSet {
  readonly values: ParameterSet;
  readonly cost: number;
}
export interface NearSet extends FittedSet {
  /** Whether each row, in the order of `after`, holds. */
  readonly holds: readonly boolean[];
}
export interface Calibrated {
  /** With the model's own values. */
  readonly before: readonly Residual[];
  readonly costBefore: number;
  readonly optimum: FittedSet;
  readonly after: readonly Residual[];
  /** The cost at which each start ended. */
  readonly ends: readonly number[];
  /** Directions in the logarithms of the constants, in their order. */
  readonly directions: readonly Direction[];
  /** Sets whose cost is at most the margin above the optimum's. */
  readonly ensemble: readonly NearSet[];
  /** Sets of constants that were tried, each once. */
  readonly tried: number;
}

/** How targets do under some constants; it is asked about several sets at once. */
export type Judge = (set: ParameterSet) => Promise<readonly JudgedTarget[]>;

/**
 * Fits the logarithms of the free constants to the weighted rows of targets, draws near-optimal sets, and says what the rows
 * tell apart. Deterministic: the seed decides everything that is drawn, in whatever order the judge answers. Rejects with the
 * reason of the signal where that is raised.
 */
export async function calibrate(
  calibration: Calibration,
  judge: Judge,
  heed: Heed = {},
): Promise<Calibrated> {
  const { constants, weights, seed, starts, margin, sets } = calibration;
  const names = constants.map(({ name }) => name);
  const box: Box = {
    low: constants.map(({ from }) => Math.log(from)),
    high: constants.map(({ to }) => Math.log(to)),
  };
  const setAt = (x: readonly number[]): ParameterSet =>
    Object.fromEntries(names.map((name, k) => [name, Math.exp(x[k]!)]));
  const judged = async (set: ParameterSet) => residualsOf(await judge(set), weights);
  const trials = remembered(async (x) => Float64Array.from(await judged(setAt(x)), signedRoot), heed);
  const residuals: Residuals = trials.ask;
  const before = await judged(Object.fromEntries(constants.map((c) => [c.name, c.model])));
  const best = await leastSquares(residuals, box, startOf(calibration), { seed, starts });
  const directions = await directionsOf(residuals, box, best.x, margin);
  const ensemble =
    sets === 0
      ? []
      : await nearOptimal(residuals, box, best.x, directions, {
          seed,
          sets,
          most: best.cost + margin,
          onSet: trials.kept,
        });
  return {
    before,
    costBefore: costOf(before),
    optimum: { values: setAt(best.x), cost: best.cost },
    after: await judged(setAt(best.x)),
    ends: best.ends,
    directions,
    ensemble: await Promise.all(
      ensemble.map(async ({ x, cost }) => {
        heed.signal?.throwIfAborted();
        const rows = await judged(setAt(x));
        return { values: setAt(x), cost, holds: rows.map(({ row }) => row.verdict?.pass === true) };
      }),
    ),
    tried: trials.tried(),
  };
}

const signedRoot = ({ distance, cost }: Residual): number => Math.sign(distance) * Math.sqrt(cost);

/** The model's own values where they lie within the bounds, else the middle. */
const startOf = ({ constants }: Calibration): readonly number[] =>
  constants.map(({ model, from, to }) =>
    model >= from && model <= to ? Math.log(model) : (Math.log(from) + Math.log(to)) / 2,
  );
