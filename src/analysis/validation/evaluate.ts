import type { Expr, Leaf } from './formula.js';
import { Unmeasured } from './unmeasured.js';

/** A measure over time in every cell of an arm. Times in minutes of the protocol; NaN where nothing was measured. */
export interface Course {
  readonly times_min: readonly number[];
  /** By cell, one value a time; of a given input, one "cell". */
  readonly cells: readonly Float64Array[];
}
/** The part of a course that a leaf asks for. */
export type Look = (leaf: Leaf) => Course;
/** Which cells count, and how often: the cells themselves, or a resample of them. */
export type Pick = (cells: number) => readonly number[];

export const everyCell: Pick = (cells) => Array.from({ length: cells }, (_, i) => i);

/** The value of an expression over the cells that `pick` names. Throws Unmeasured, which says what cannot be computed. */
export function evaluate(expr: Expr, look: Look, pick: Pick): number {
  switch (expr.kind) {
    case 'number':
      return expr.value;
    case 'leaf':
      return mean(meanCourse(look(expr), pick).value);
    case 'op':
      return OPERATORS[expr.op](evaluate(expr.left, look, pick), evaluate(expr.right, look, pick));
    case 'call':
      return call(expr.name, expr.args, look, pick);
  }
}

/** Names of the functions that formulas may call. */
export const FUNCTIONS = [
  'abs',
  'sqrt',
  'peak',
  'low',
  'peak_time',
  'half_time',
  'half_life',
  'minutes_above',
  'corr',
  'ec50',
  'rmse',
] as const;

const OPERATORS = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number) => a / b,
} as const;

interface MeanCourse {
  readonly times_min: readonly number[];
  readonly value: readonly number[];
}

function call(name: string, args: readonly Expr[], look: Look, pick: Pick): number {
  const number = (i: number) => evaluate(args[i]!, look, pick);
  const course = (i: number): MeanCourse => {
    const arg = args[i];
    if (arg?.kind !== 'leaf') throw new Unmeasured(`"${name}" needs a measure such as s6k[arm, 0..180]`);
    return meanCourse(look(arg), pick);
  };
  switch (name) {
    case 'abs':
      return Math.abs(number(0));
    case 'sqrt':
      return Math.sqrt(number(0));
    case 'peak':
      return Math.max(...course(0).value);
    case 'low':
      return Math.min(...course(0).value);
    case 'peak_time':
      return peakTime(course(0));
    case 'half_time':
      return halfTime(course(0));
    case 'half_life':
      return halfLife(course(0), args[1] === undefined ? 0 : number(1));
    case 'minutes_above':
      return minutesAbove(course(0), number(1));
    case 'corr':
      return correlation(
        perCell(look(leafAt(name, args, 0)), pick),
        perCell(look(leafAt(name, args, 1)), pick),
      );
    case 'ec50':
      return ec50(args.map((_, i) => number(i)));
    case 'rmse':
      return rmse(args.map((_, i) => number(i)));
    default:
      throw new Unmeasured(`there is no function "${name}". Known: ${FUNCTIONS.join(', ')}`);
  }
}

function leafAt(name: string, args: readonly Expr[], i: number): Leaf {
  const arg = args[i];
  if (arg?.kind !== 'leaf') throw new Unmeasured(`"${name}" needs measures such as s6k[arm, 60]`);
  return arg;
}

function meanCourse({ times_min, cells }: Course, pick: Pick): MeanCourse {
  const picked = pick(cells.length);
  return { times_min, value: times_min.map((_, t) => mean(picked.map((c) => cells[c]![t]!))) };
}

const perCell = ({ cells }: Course, pick: Pick): readonly number[] =>
  pick(cells.length).map((c) => mean([...cells[c]!]));

function mean(values: readonly number[]): number {
  let sum = 0;
  let n = 0;
  for (const x of values)
    if (Number.isFinite(x)) {
      sum += x;
      n += 1;
    }
  return n === 0 ? Number.NaN : sum / n;
}

const peakTime = ({ times_min, value }: MeanCourse): number => times_min[value.indexOf(Math.max(...value))]!;

/** When the way from the first value to the highest is half gone. */
function halfTime({ times_min, value }: MeanCourse): number {
  const half = (value[0]! + Math.max(...value)) / 2;
  const i = value.findIndex((v) => v >= half);
  if (i <= 0) return times_min[0]!;
  const share = (half - value[i - 1]!) / (value[i]! - value[i - 1]!);
  return times_min[i - 1]! + share * (times_min[i]! - times_min[i - 1]!);
}

/** From the slope of the logarithm of what is above `base`, over the window, in minutes. */
function halfLife({ times_min, value }: MeanCourse, base: number): number {
  const logs = value.map((v) => Math.log(v - base));
  const [t, y] = [mean(times_min), mean(logs)];
  const slope =
    times_min.reduce((sum, x, i) => sum + (x - t) * (logs[i]! - y), 0) /
    times_min.reduce((sum, x) => sum + (x - t) ** 2, 0);
  return -Math.LN2 / slope;
}

/** How long a course is above a level, its samples joined by straight lines. */
function minutesAbove({ times_min, value }: MeanCourse, level: number): number {
  let above = 0;
  for (let i = 1; i < value.length; i++) {
    const [a, b] = [value[i - 1]! - level, value[i]! - level];
    const share = a >= 0 && b >= 0 ? 1 : a < 0 && b < 0 ? 0 : Math.max(a, b) / Math.abs(a - b);
    above += share * (times_min[i]! - times_min[i - 1]!);
  }
  return above;
}

function correlation(xs: readonly number[], ys: readonly number[]): number {
  const [mx, my] = [mean(xs), mean(ys)];
  let [xy, xx, yy] = [0, 0, 0];
  xs.forEach((x, i) => {
    xy += (x - mx) * (ys[i]! - my);
    xx += (x - mx) ** 2;
    yy += (ys[i]! - my) ** 2;
  });
  return xy / Math.sqrt(xx * yy);
}

/** Dose, answer, dose, answer, ...: the dose at which the answer is half-way between the first and the highest. */
function ec50(numbers: readonly number[]): number {
  const pairs = numbers.flatMap((x, i) => (i % 2 === 0 ? [[x, numbers[i + 1]!] as const] : []));
  const first = pairs[0]![1];
  const half = (first + Math.max(...pairs.map(([, y]) => y))) / 2;
  const i = pairs.findIndex(([, y]) => y >= half);
  if (i <= 0) return Number.NaN;
  const [[x0, y0], [x1, y1]] = [pairs[i - 1]!, pairs[i]!];
  return x0 * (x1 / x0) ** ((half - y0) / (y1 - y0));
}

/** Simulated, published, simulated, published, ...: root of the mean squared difference. */
function rmse(numbers: readonly number[]): number {
  const squares = numbers.flatMap((x, i) => (i % 2 === 0 ? [(x - numbers[i + 1]!) ** 2] : []));
  return Math.sqrt(mean(squares));
}
