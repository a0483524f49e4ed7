import type { Course } from './evaluate.js';
import type { When } from './formula.js';
import type { Measure } from './measures.js';
import { Unmeasured } from './unmeasured.js';

/** How an arm's protocol lies in its run: minutes of run at which protocol time 0 falls, and its fasted time. */
export interface Clock {
  readonly zero_min: number;
  /** Relative to time 0: from the end of settling to the first thing that is done. */
  readonly fasted: readonly [from_min: number, to_min: number];
}

const SLACK_min = 0.01;

/**
 * The samples of a course that a formula's time means, in minutes of the protocol. A rate sampled at t stands for the
 * interval before t, so a window leaves out the sample at its start. What is given at t holds from then on, so fasted time leaves
 * out the sample at its end, when the first thing is done. Throws where the run has no sample there.
 */
export function windowOf(course: Course, when: When, measure: Measure, clock: Clock): Course {
  const isRate = measure.around_min[0] > 0;
  const isGiven = measure.from.kind === 'given';
  const [from, to] = boundsOf(when, measure, clock);
  const kept = course.times_min.flatMap((t, i) => {
    const own = t - clock.zero_min;
    const after = isRate ? own > from + SLACK_min : own >= from - SLACK_min;
    const before = when.kind === 'fasted' && isGiven ? own < to - SLACK_min : own <= to + SLACK_min;
    return after && before ? [i] : [];
  });
  if (kept.length === 0)
    throw new Unmeasured(`the run has no sample of ${measure.says} between ${from} and ${to} min`);
  return {
    times_min: kept.map((i) => course.times_min[i]! - clock.zero_min),
    cells: course.cells.map((cell) => Float64Array.from(kept, (i) => cell[i]!)),
  };
}

/** From when to when, in minutes of the protocol. */
export function boundsOf(
  when: When,
  measure: Measure,
  clock: Pick<Clock, 'fasted'>,
): readonly [number, number] {
  const [before, after] = measure.around_min;
  switch (when.kind) {
    case 'fasted':
      return clock.fasted;
    case 'at':
      return [when.t_min - before, when.t_min + after];
    case 'window':
      return [when.from_min, when.to_min];
  }
}
