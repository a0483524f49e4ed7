import { levenbergMarquardt } from 'ml-levenberg-marquardt';
import { streamFor } from '../random/stream.js';
import { uniform53 } from '../random/uniform.js';

/** Bounds of a search, by coordinate. */
export interface Box {
  readonly low: readonly number[];
  readonly high: readonly number[];
}
/** Residuals whose squares are to be least, at a point of the search. */
export type Residuals = (x: readonly number[]) => Float64Array;

export interface Fit {
  readonly x: readonly number[];
  readonly cost: number;
  /** The cost at which each start ended, in the order of the starts. */
  readonly ends: readonly number[];
}

/** Relative change of a constant for a difference quotient: far above the integrator's error, far below a bend. */
export const STEP = 0.02;
const MOST_STEPS = 50;
/** A search ends where a step betters the cost by a smaller share than this, or where so many in a row do not better it. */
const WORTH = 1e-4;
const MOST_IN_VAIN = 5;
const ENOUGH = 1e-9;
const FIRST_DAMPING = 1;

export const costAt = (residuals: Residuals, x: readonly number[]): number =>
  residuals(x).reduce((sum, r) => sum + r * r, 0);

/**
 * Least squares within a box by Levenberg and Marquardt's method (K. Levenberg, Quart. Appl. Math. 2, 164, 1944,
 * doi:10.1090/qam/10666), from `start` and from draws within the box. Its steps are taken one by one: one that does not pay is
 * taken back and tried again with more damping. Residuals are asked for again at the same point: remember them.
 */
export function leastSquares(
  residuals: Residuals,
  box: Box,
  start: readonly number[],
  { seed, starts }: { readonly seed: string; readonly starts: number },
): Fit {
  const ends = Array.from({ length: starts }, (_, i) =>
    descended(residuals, box, i === 0 ? start : drawn(box, seed, i)),
  );
  const best = ends.reduce((a, b) => (b.cost < a.cost ? b : a));
  return { ...best, ends: ends.map(({ cost }) => cost) };
}

function descended(residuals: Residuals, box: Box, from: readonly number[]) {
  let best = { x: from, cost: costAt(residuals, from) };
  let damping = FIRST_DAMPING;
  let inVain = 0;
  for (let i = 0; i < MOST_STEPS && inVain < MOST_IN_VAIN && best.cost > ENOUGH; i++) {
    const x = stepped(residuals, box, best.x, damping);
    const cost = costAt(residuals, x);
    const worth = cost < best.cost * (1 - WORTH);
    if (cost < best.cost) best = { x, cost };
    damping *= worth ? 1 / 9 : 11;
    inVain = worth ? 0 : inVain + 1;
  }
  return best;
}

/** One step of the method, or the point itself where the step would not pay. */
function stepped(
  residuals: Residuals,
  { low, high }: Box,
  from: readonly number[],
  damping: number,
): readonly number[] {
  const count = residuals(from).length;
  // The method wants two points at least; one beyond the last is always met.
  const x = Array.from({ length: Math.max(2, count) }, (_, i) => i);
  const at = (point: number[]) => {
    const values = residuals(point);
    return (i: number) => values[i] ?? 0;
  };
  return levenbergMarquardt({ x, y: x.map(() => 0) }, at, {
    initialValues: [...from],
    minValues: [...low],
    maxValues: [...high],
    gradientDifference: STEP,
    damping,
    maxIterations: 1,
    errorTolerance: 0,
  }).parameterValues;
}

function drawn({ low, high }: Box, seed: string, i: number): readonly number[] {
  const stream = streamFor(seed, 'calibration', 'start', i);
  return low.map((from, k) => from + (high[k]! - from) * uniform53(stream));
}
