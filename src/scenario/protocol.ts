import * as z from 'zod';
import { strict } from './keyed.js';
import { many, quantity, TIME } from './leaves.js';
import type { Plan } from './plan.js';
import { say } from './problems.js';

/** One thing wrong with the options of an assay: where in them, and what. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const MOST_TIMES = 1000;

/** `[2 h, 4 h]`, or `{from: 2 h, to: 6 h, every: 20 min}`. */
export function times(key: string, says: string): z.ZodType<readonly number[]> {
  const time = quantity(TIME, '');
  const list = z
    .array(time, {
      error: (i) =>
        i.input === undefined
          ? say.missingKey(key, '[2 h, 4 h]')
          : say.wrongType('a list of times', i.input, '[2 h, 4 h]'),
    })
    .min(1, { error: () => say.wrongType('a list of times', [], '[2 h, 4 h]') });
  const range = strict(
    { from: time, to: time, every: quantity({ ...TIME, min: 0, open: true }, '', 'every') },
    'in a range of times',
  ).transform((w, context): readonly number[] => {
    const { from, to, every } = w as { from: number; to: number; every: number };
    const n = Math.floor((to - from) / every + 1e-9) + 1;
    if (n >= 1 && n <= MOST_TIMES) return Array.from({ length: n }, (_, i) => from + i * every);
    context.addIssue({ code: 'custom', path: ['every'], message: say.notATimeRange(n, MOST_TIMES) });
    return z.NEVER;
  });
  return many<readonly number[]>([list, range]).meta({ description: says });
}

/** A time as messages say it. */
export const minutes = (time_s: number): string => `${Number((time_s / 60).toPrecision(6))} min`;

/** What is wrong with times at which cells are to be taken: outside the run, between its samples, out of order. */
export const timeFaults = (
  key: string,
  times_s: readonly number[],
  { duration_s, sampleEvery_s }: Plan,
): readonly Fault[] =>
  times_s.flatMap((t, i) => {
    const path = [key, i];
    const [time, before] = [minutes(t), times_s[i - 1]];
    const place =
      t < 0 || t > duration_s
        ? [{ path, message: say.outsideRun(time, minutes(duration_s)) }]
        : isSampled(t, { duration_s, sampleEvery_s })
          ? []
          : [{ path, message: say.betweenSamples(time, minutes(sampleEvery_s)) }];
    return before !== undefined && t <= before
      ? [...place, { path, message: say.backwards(time, minutes(before)) }]
      : place;
  });

/** Whether cells are looked at then. */
export const isSampled = (
  time_s: number,
  { duration_s, sampleEvery_s }: Pick<Plan, 'duration_s' | 'sampleEvery_s'>,
): boolean =>
  time_s === duration_s || Math.abs(time_s / sampleEvery_s - Math.round(time_s / sampleEvery_s)) < 1e-9;
