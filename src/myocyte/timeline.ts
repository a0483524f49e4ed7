import type { Input } from '../language/inputs.js';
import type { Course } from '../scenario/plan.js';
import type { Stage } from '../scenario/stages.js';

/** A stretch of time in which every input is constant. */
export interface Stretch {
  readonly from_s: number;
  readonly to_s: number;
  /** Where it was to end before what is given changed; absent where it ends as it was to. */
  readonly was_to_s?: number;
  /** By input name, in its unit; those at rest throughout are absent. */
  readonly values: ReadonlyMap<string, number>;
}

/** Inputs below this share of their greatest value are not refined further relative to themselves. */
const FLOOR = 0.02;

/**
 * Inputs as constant stretches from from_s to to_s, each held at its mean over the stretch. Stretches are short
 * enough that no input moves by more than `tolerance` of itself (of FLOOR of its maximum, when it is smaller), so no
 * rate proportional to it is off by more than half of that; a Hill law of exponent n multiplies the bound by n.
 */
export function timelineOf(
  courses: Readonly<Record<string, Course>>,
  from_s: number,
  to_s: number,
  tolerance: number,
): readonly Stretch[] {
  const cuts = new Set([from_s, to_s]);
  for (const course of Object.values(courses))
    for (const t of cutsOf(course, tolerance)) if (t > from_s && t < to_s) cuts.add(t);
  const times = [...cuts].sort((a, b) => a - b);
  return times.slice(1).map((end_s, i) => {
    const start_s = times[i]!;
    const values = new Map(
      Object.entries(courses).map(([name, course]) => [name, valueAt(course, (start_s + end_s) / 2)]),
    );
    return { from_s: start_s, to_s: end_s, values };
  });
}

/** The stretches of one stage after another; a stage's end cuts the stretch that it falls into, and moves no other. */
export function timelineOfStages(
  stages: readonly Stage[],
  from_s: number,
  tolerance: number,
): readonly Stretch[] {
  return stages.flatMap((stage, i) => {
    const begin_s = Math.max(from_s, stage.from_s);
    const end_s = stages[i + 1]?.from_s ?? Number.POSITIVE_INFINITY;
    return timelineOf(stage.condition.inputs, begin_s, stage.until_s, tolerance)
      .filter((stretch) => stretch.from_s < end_s)
      .map((s) => (s.to_s <= end_s ? s : { ...s, to_s: end_s, was_to_s: s.to_s }));
  });
}

/** Value of a course at a time: linear between points, constant outside; at a step, the later value. */
export function valueAt(course: Course, time_s: number): number {
  const { time_s: t, value } = course;
  if (t.length === 0) throw new Error('a course needs at least one point');
  if (time_s < t[0]!) return value[0]!;
  const i = lastUpTo(t, time_s);
  if (i === t.length - 1) return value[i]!;
  const share = (time_s - t[i]!) / (t[i + 1]! - t[i]!);
  return value[i]! + share * (value[i + 1]! - value[i]!);
}

/** The last of rising times that is not after `time_s`, which is not before the first. */
function lastUpTo(times_s: readonly number[], time_s: number): number {
  let low = 0;
  let high = times_s.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (times_s[middle]! > time_s) high = middle;
    else low = middle;
  }
  return low;
}

/** Value of an input, at rest where the condition says nothing of it. */
export const inputValue = (input: Input, stretch: Stretch): number =>
  stretch.values.get(input.name) ?? input.rest;

/** Knots of the course, and between them steps that are even in the logarithm of what the tolerance is relative to. */
function cutsOf({ time_s, value }: Course, tolerance: number): readonly number[] {
  const least = FLOOR * Math.max(...value.map(Math.abs));
  const cuts: number[] = [...time_s];
  for (let i = 1; i < time_s.length; i++) {
    const from = value[i - 1]!;
    const to = value[i]!;
    const span_s = time_s[i]! - time_s[i - 1]!;
    if (span_s === 0 || from === to) continue;
    const start = stretched(from, least);
    const end = stretched(to, least);
    const steps = Math.ceil(Math.abs(end - start) / tolerance);
    for (let j = 1; j < steps; j++) {
      const x = unstretched(start + ((end - start) * j) / steps, least);
      cuts.push(time_s[i - 1]! + (span_s * (x - from)) / (to - from));
    }
  }
  return cuts;
}

/** A scale on which equal steps are equal relative changes above `least`, and steps of `least` below it. */
function stretched(x: number, least: number): number {
  return Math.abs(x) <= least ? x / least : Math.sign(x) * (1 + Math.log(Math.abs(x) / least));
}
function unstretched(y: number, least: number): number {
  return Math.abs(y) <= 1 ? y * least : Math.sign(y) * least * Math.exp(Math.abs(y) - 1);
}
