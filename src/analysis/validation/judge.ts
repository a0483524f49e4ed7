import { intervalOverCells } from '../../stats/resampled-cells.js';
import { evaluate, everyCell, type Look, type Pick } from './evaluate.js';
import type { Comparison, Expr, Formula } from './formula.js';
import { Unmeasured } from './unmeasured.js';

/** What a formula came to: a value with its 95 % interval, the bounds it is held to, and whether they hold. */
export interface Verdict {
  readonly simulated: number;
  /** The largest side of an inequality, or the value itself: what a difference is small or large beside. */
  readonly size: number;
  readonly interval: readonly [number, number];
  readonly lo: number | null;
  readonly hi: number | null;
  readonly pass: boolean;
}
/** How sure a value is. */
export type IntervalOf = (expr: Expr, look: Look) => readonly [number, number];
/** Where values come from a model without chance. */
export const noInterval: IntervalOf = () => [Number.NaN, Number.NaN];
export interface Band {
  readonly lo: number | null;
  readonly hi: number | null;
}

/** A plain formula against a band. Intervals resample cells, the same cells in every arm, since cells are twins. */
export function judgeBand(
  formula: Formula,
  band: Band,
  look: Look,
  intervalOf: IntervalOf = overCells,
): Verdict {
  const expr = formula.parts[0]!;
  const simulated = finite(evaluate(expr, look, everyCell));
  return {
    simulated,
    size: Math.abs(simulated),
    interval: intervalOf(expr, look),
    lo: band.lo,
    hi: band.hi,
    pass: within(simulated, band),
  };
}

/**
 * An inequality. With one part that depends on the simulation between fixed bounds, that part is shown against them;
 * else the difference of the two sides is, against 0.
 */
export function judgeInequality(formula: Formula, look: Look, intervalOf: IntervalOf = overCells): Verdict {
  const values = formula.parts.map((part) => finite(evaluate(part, look, everyCell)));
  const pass = formula.comparisons.every((c, i) => holds(values[i]!, c, values[i + 1]!));
  const shown = shownOf(formula, values);
  const simulated = evaluate(shown.expr, look, everyCell);
  const { lo, hi } = shown;
  const size = Math.max(...values.map(Math.abs));
  return { simulated, size, interval: intervalOf(shown.expr, look), lo, hi, pass };
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new Unmeasured(
    'what is asked for has no value here: nothing was measured, or it is divided by nothing',
  );
}

const within = (value: number, { lo, hi }: Band): boolean =>
  (lo === null || value >= lo) && (hi === null || value <= hi);

function holds(a: number, comparison: Comparison, b: number): boolean {
  switch (comparison) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}

interface Shown extends Band {
  readonly expr: Expr;
}

function shownOf({ parts, comparisons }: Formula, values: readonly number[]): Shown {
  const live = parts.flatMap((part, i) => (depends(part) ? [i] : []));
  if (live.length !== 1 && comparisons.length === 1) {
    const expr: Expr = { kind: 'op', op: '-', left: parts[0]!, right: parts[1]! };
    return comparisons[0]!.startsWith('<') ? { expr, lo: null, hi: 0 } : { expr, lo: 0, hi: null };
  }
  const at = live[0] ?? 0;
  const bounds = comparisons.flatMap(
    (comparison, i): { readonly upper: boolean; readonly value: number }[] => {
      const upward = comparison.startsWith('<');
      if (i === at) return [{ upper: upward, value: values[i + 1]! }];
      return i + 1 === at ? [{ upper: !upward, value: values[i]! }] : [];
    },
  );
  const bound = (upper: boolean) => bounds.find((b) => b.upper === upper)?.value ?? null;
  return { expr: parts[at]!, lo: bound(false), hi: bound(true) };
}

function depends(expr: Expr): boolean {
  switch (expr.kind) {
    case 'number':
      return false;
    case 'leaf':
      return true;
    case 'op':
      return depends(expr.left) || depends(expr.right);
    case 'call':
      return expr.args.some(depends);
  }
}

const overCells: IntervalOf = (expr, look) => intervalOverCells((pick: Pick) => evaluate(expr, look, pick));
