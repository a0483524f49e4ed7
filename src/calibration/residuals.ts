import type { JudgedRow, JudgedTarget } from '../validation/judge-targets.js';

/** How far a row of a target is from where it should be. */
export interface Residual {
  readonly id: string;
  readonly row: JudgedRow;
  /** In half widths of the row's band, before the weight: from -1 to 1 where it holds. */
  readonly distance: number;
  /** Square of the distance times the weight of its target: what the row adds to the cost. */
  readonly cost: number;
}

/** Beyond a one-sided bound, this share of what it bounds counts like half the width of a band. */
const BEYOND = 0.1;
/** From here on a distance counts by its logarithm, so that one row that is far off does not rule the fit. */
const FAR = 10;
/** The distance of a row that has no value: a cell failed, or what is asked for did not happen. */
const LOST = 100;

/**
 * Distances of all rows that can be read as formulas. Between two bounds, 0 is what was published (or half-way, where
 * that is not said) and 1 the bound; beyond a single bound, or an inequality between two simulated numbers, the excess as
 * multiples of a tenth of the bound (of the larger side), and 0 where it holds.
 */
export const residualsOf = (
  judged: readonly JudgedTarget[],
  weights: ReadonlyMap<string, number>,
): readonly Residual[] =>
  judged.flatMap(({ target, rows }) =>
    rows
      .filter((row) => row.formula !== undefined)
      .map((row) => {
        const distance = distanceOf(row);
        return { id: target.id, row, distance, cost: weights.get(target.id)! * distance ** 2 };
      }),
  );

/** Sum of squares. */
export const costOf = (residuals: readonly Residual[]): number =>
  residuals.reduce((sum, { cost }) => sum + cost, 0);

function distanceOf({ verdict, published }: JudgedRow): number {
  if (verdict === undefined) return LOST;
  const { simulated, lo, hi, size } = verdict;
  if (lo !== null && hi !== null) {
    const said = published?.mean ?? Number.NaN;
    const aim = said > lo && said < hi ? said : (lo + hi) / 2;
    return bent((simulated - aim) / (simulated > aim ? hi - aim : aim - lo));
  }
  const bound = lo ?? hi;
  if (bound === null) return 0;
  const excess = lo === null ? simulated - bound : bound - simulated;
  const unit = BEYOND * (bound === 0 ? size : Math.abs(bound));
  return excess <= 0 ? 0 : bent(excess / unit);
}

function bent(distance: number): number {
  if (!Number.isFinite(distance)) return LOST;
  const size = Math.abs(distance);
  return size <= FAR ? distance : Math.sign(distance) * FAR * (1 + Math.log(size / FAR));
}
