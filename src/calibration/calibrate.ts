import type { ParameterSet } from '../scenario/parameter-set.js';
import type { JudgedTarget } from '../validation/judge-targets.js';
import type { Calibration } from './calibration.js';
import { type Direction, directionsOf } from './directions.js';
import { type Box, leastSquares, type Residuals } from './least-squares.js';
import { nearOptimal } from './near-optimal.js';
import { costOf, type Residual, residualsOf } from './residuals.js';

/** One set of constants, and what it costs. */
export interface FittedSet {
  readonly values: ParameterSet;
  readonly cost: number;
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
  readonly ensemble: readonly FittedSet[];
  /** Sets of constants that were tried, each once. */
  readonly tried: number;
}

/** How targets do under some constants. */
export type Judge = (set: ParameterSet) => readonly JudgedTarget[];

/**
 * Fits the logarithms of the free constants to the weighted rows of targets, draws near-optimal sets, and says what the rows
 * tell apart. Deterministic: the seed decides everything that is drawn.
 */
export function calibrate(calibration: Calibration, judge: Judge): Calibrated {
  const { constants, weights, seed, starts, margin, sets } = calibration;
  const names = constants.map(({ name }) => name);
  const box: Box = {
    low: constants.map(({ from }) => Math.log(from)),
    high: constants.map(({ to }) => Math.log(to)),
  };
  const setAt = (x: readonly number[]): ParameterSet =>
    Object.fromEntries(names.map((name, k) => [name, Math.exp(x[k]!)]));
  const known = new Map<string, Float64Array>();
  const residuals: Residuals = (x) => {
    const key = x.join(' ');
    const found = known.get(key) ?? Float64Array.from(residualsOf(judge(setAt(x)), weights), signedRoot);
    known.set(key, found);
    return found;
  };
  const before = residualsOf(judge(Object.fromEntries(constants.map((c) => [c.name, c.model]))), weights);
  const best = leastSquares(residuals, box, startOf(calibration), { seed, starts });
  const directions = directionsOf(residuals, box, best.x, margin);
  const ensemble =
    sets === 0
      ? []
      : nearOptimal(residuals, box, best.x, directions, { seed, sets, most: best.cost + margin });
  return {
    before,
    costBefore: costOf(before),
    optimum: { values: setAt(best.x), cost: best.cost },
    after: residualsOf(judge(setAt(best.x)), weights),
    ends: best.ends,
    directions,
    ensemble: ensemble.map(({ x, cost }) => ({ values: setAt(x), cost })),
    tried: known.size,
  };
}

const signedRoot = ({ distance, cost }: Residual): number => Math.sign(distance) * Math.sqrt(cost);

/** The model's own values where they lie within the bounds, else the middle. */
const startOf = ({ constants }: Calibration): readonly number[] =>
  constants.map(({ model, from, to }) =>
    model >= from && model <= to ? Math.log(model) : (Math.log(from) + Math.log(to)) / 2,
  );
