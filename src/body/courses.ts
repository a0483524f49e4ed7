import type { Course } from '../scenario/plan.js';

/** One value at all times. */
export const constant = (value: number): Course => ({ time_s: [0], value: [value] });

/** Straight lines between (seconds, value) pairs; two pairs at one time make a step. Throws where time runs backwards. */
export function points(pairs: readonly (readonly [time_s: number, value: number])[]): Course {
  if (pairs.length === 0) throw new Error('a course without points has no value: give at least one');
  for (let i = 1; i < pairs.length; i++)
    if (pairs[i]![0] < pairs[i - 1]![0])
      throw new Error(`time runs backwards from ${pairs[i - 1]![0]} s to ${pairs[i]![0]} s: sort the points`);
  return { time_s: pairs.map((p) => p[0]), value: pairs.map((p) => p[1]) };
}

/** `before` until the first step, then each value from its time on. */
export function steps(
  before: number,
  changes: readonly (readonly [time_s: number, value: number])[],
): Course {
  const pairs: [number, number][] = [];
  let level = before;
  for (const [time_s, value] of changes) {
    pairs.push([time_s, level], [time_s, value]);
    level = value;
  }
  return pairs.length === 0 ? constant(before) : points(pairs);
}

/** Value at a time; at a step, the value after it. */
export function valueAt(course: Course, time_s: number): number {
  return between(course, time_s, lastAtOrBefore(course, time_s));
}

/** Value just before a time: differs from `valueAt` only at a step. */
export function valueBefore(course: Course, time_s: number): number {
  let i = lastAtOrBefore(course, time_s);
  while (i >= 0 && course.time_s[i] === time_s) i--;
  return between(course, time_s, i);
}

/** The same course, later by `delay_s`. */
export const shift = (course: Course, delay_s: number): Course => ({
  time_s: course.time_s.map((t) => t + delay_s),
  value: course.value,
});

/** Every value times `factor`. */
export const scale = (course: Course, factor: number): Course => ({
  time_s: course.time_s,
  value: course.value.map((v) => v * factor),
});

/** Every value plus `amount`. */
export const raise = (course: Course, amount: number): Course => ({
  time_s: course.time_s,
  value: course.value.map((v) => v + amount),
});

/** The sum of two courses: exact. */
export const add = (a: Course, b: Course): Course => combine(a, b, (x, y) => x + y);

/** The product of two courses: exact at every point of either, within `tolerance` of the largest value between. */
export const multiply = (a: Course, b: Course, tolerance = 1e-3): Course =>
  combine(a, b, (x, y) => x * y, tolerance);

/** A formula as straight lines, within `tolerance` of its largest sampled value between the points. */
export function sample(
  formula: (time_s: number) => number,
  from_s: number,
  to_s: number,
  tolerance = 1e-3,
): Course {
  const pieces = 16;
  const width = (to_s - from_s) / pieces;
  const grid = Array.from({ length: pieces + 1 }, (_, i) => from_s + i * width);
  const allowed = tolerance * Math.max(...grid.map((t) => Math.abs(formula(t))), Number.MIN_VALUE);
  const pairs: [number, number][] = [[from_s, formula(from_s)]];
  for (let i = 0; i < pieces; i++) refine(formula, grid[i]!, grid[i + 1]!, allowed, 0, pairs);
  return points(pairs);
}

/** The course until `end_s`, then a step to `rest`. */
export function until(course: Course, end_s: number, rest: number): Course {
  const kept = course.time_s.flatMap((t, i): [number, number][] =>
    t < end_s ? [[t, course.value[i]!]] : [],
  );
  return points([...kept, [end_s, valueBefore(course, end_s)], [end_s, rest]]);
}

function combine(a: Course, b: Course, op: (x: number, y: number) => number, tolerance?: number): Course {
  const times = [...new Set([...a.time_s, ...b.time_s])].sort((x, y) => x - y);
  const ends = times.map((t) => ({
    before: op(valueBefore(a, t), valueBefore(b, t)),
    after: op(valueAt(a, t), valueAt(b, t)),
  }));
  const allowed =
    (tolerance ?? 0) * Math.max(...ends.flatMap((e) => [Math.abs(e.before), Math.abs(e.after)]));
  const pairs: [number, number][] = [];
  times.forEach((t, i) => {
    const { before, after } = ends[i]!;
    if (before !== after) pairs.push([t, before]);
    pairs.push([t, after]);
    const next = times[i + 1];
    if (tolerance === undefined || next === undefined) return;
    const inside: [number, number][] = [];
    refine((s) => op(valueAt(a, s), valueAt(b, s)), t, next, allowed, 0, inside, ends[i + 1]!.before);
    pairs.push(...inside.slice(0, -1));
  });
  return points(pairs);
}

const DEEPEST = 12;

/** Halves [from, to] until a straight line is within `allowed` at its quarters; pushes every point but the first. */
function refine(
  formula: (time_s: number) => number,
  from: number,
  to: number,
  allowed: number,
  depth: number,
  out: [number, number][],
  atEnd = formula(to),
): void {
  const start = formula(from);
  const bent = [0.25, 0.5, 0.75].some(
    (f) => Math.abs(formula(from + f * (to - from)) - (start + f * (atEnd - start))) > allowed,
  );
  if (!bent || depth >= DEEPEST) {
    out.push([to, atEnd]);
    return;
  }
  const middle = (from + to) / 2;
  refine(formula, from, middle, allowed, depth + 1, out);
  refine(formula, middle, to, allowed, depth + 1, out, atEnd);
}

function lastAtOrBefore(course: Course, time_s: number): number {
  let low = -1;
  let high = course.time_s.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (course.time_s[middle]! <= time_s) low = middle;
    else high = middle - 1;
  }
  return low;
}

function between(course: Course, time_s: number, i: number): number {
  const last = course.time_s.length - 1;
  if (i < 0) return course.value[0]!;
  if (i >= last) return course.value[last]!;
  const [t0, t1, v0, v1] = [course.time_s[i]!, course.time_s[i + 1]!, course.value[i]!, course.value[i + 1]!];
  return t1 === t0 ? v1 : v0 + ((v1 - v0) * (time_s - t0)) / (t1 - t0);
}
