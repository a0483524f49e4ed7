import { levenbergMarquardt } from 'ml-levenberg-marquardt';
import { streamFor } from '../random/stream.js';
import { uniform53 } from '../random/uniform.js';

/** A place in the search, by coordinate. */
export type Point = readonly number[];
/** Bounds of a search, by coordinate. */
export interface Box {
  readonly low: Point;
  readonly high: Point;
}
/** Residuals whose squares are to be least, at a point of the search; several may be asked for at once. */
export type Residuals = (x: Point) => Promise<Float64Array>;

export interface Fit {
  readonly x: Point;
  readonly cost: number;
  /** The cost at which each start ended, in the order of the starts. */
  readonly ends: readonly number[];
}

/** Relative change of a constant for a difference quotient: far above the integrator's error, far below a bend. */
export const STEP = 0.02;
const MOST_STEPS = 50;
/** A search ends where a step betters the cost by a smaller share than this, or where so many in a row do not better it. */
const WORTH = 1e-3;
const MOST_IN_VAIN = 5;
const ENOUGH = 1e-9;
const FIRST_DAMPING = 1;

export const costAt = async (residuals: Residuals, x: Point): Promise<number> =>
  (await residuals(x)).reduce((sum, r) => sum + r * r, 0);

/** The point moved along one coordinate. */
export const moved = (x: Point, k: number, by: number): Point => x.map((v, j) => (j === k ? v + by : v));

/**
 * Least squares within a box by Levenberg and Marquardt's method (K. Levenberg, Quart. Appl. Math. 2, 164, 1944,
 * doi:10.1090/qam/10666), from `start` and from draws within the box. Its steps are taken one by one: one that does not pay is
 * taken back and tried again with more damping. Residuals are asked for again at the same point: remember them.
 */
export async function leastSquares(
  residuals: Residuals,
  box: Box,
  start: Point,
  { seed, starts }: { readonly seed: string; readonly starts: number },
): Promise<Fit> {
  const ends = await Promise.all(
    Array.from({ length: starts }, (_, i) =>
      descended(residuals, box, i === 0 ? start : drawn(box, seed, i)),
    ),
  );
  const best = ends.reduce((a, b) => (b.cost < a.cost ? b : a));
  return { ...best, ends: ends.map(({ cost }) => cost) };
}

async function descended(residuals: Residuals, box: Box, from: Point) {
  let best = { x: from, cost: await costAt(residuals, from) };
  let damping = FIRST_DAMPING;
  let inVain = 0;
  for (let i = 0; i < MOST_STEPS && inVain < MOST_IN_VAIN && best.cost > ENOUGH; i++) {
    const x = await proposed(residuals, box, best.x, damping);
    const cost = await costAt(residuals, x);
    const worth = cost < best.cost * (1 - WORTH);
    if (cost < best.cost) best = { x, cost };
    damping *= worth ? 1 / 9 : 11;
    inVain = worth ? 0 : inVain + 1;
  }
  return best;
}

/** Where one step of the method leads. */
async function proposed(
  residuals: Residuals,
  { low, high }: Box,
  from: Point,
  damping: number,
): Promise<Point> {
  const [here, ...beside] = await Promise.all([
    residuals(from),
    ...from.map((_, k) => residuals(moved(from, k, STEP))),
  ]);
  // The method wants two residuals at least; one beyond the last is always met.
  const x = Array.from({ length: Math.max(2, here!.length) }, (_, i) => i);
  const slope = (i: number) => beside.map((r) => ((r[i] ?? 0) - (here![i] ?? 0)) / STEP);
  // Where it leads is met as far as the method is told, which then returns it, whatever its cost.
  const at = (point: number[]) => {
    const isHere = point.every((v, k) => v === from[k]);
    return (i: number) => (isHere ? (here![i] ?? 0) : 0);
  };
  return levenbergMarquardt({ x, y: x.map(() => 0) }, at, {
    initialValues: [...from],
    minValues: [...low],
    maxValues: [...high],
    jacobianFunction: () => slope,
    damping,
    maxIterations: 1,
    errorTolerance: 0,
  }).parameterValues;
}

function drawn({ low, high }: Box, seed: string, i: number): Point {
  const stream = streamFor(seed, 'calibration', 'start', i);
  return low.map((from, k) => from + (high[k]! - from) * uniform53(stream));
}
