import { exactSum } from '../../stats/sum.js';
import type { ComparedOutcome } from './outcomes.js';

/** One cell's column over time; values that are not finite were not measured. */
export interface Series {
  readonly time_s: readonly number[];
  readonly values: readonly number[];
}

/**
 * The number that an outcome makes of a series, in the outcome's unit; NaN if nothing was measured. Levels are joined by
 * straight lines (trapezoids); a rate holds over the interval that ends with its sample. What is before t = 0 is left out.
 */
export function measured(
  outcome: Pick<ComparedOutcome, 'measure' | 'reading' | 'factor'>,
  series: Series,
): number {
  const kept = series.time_s
    .map((_, i) => i)
    .filter((i) => series.time_s[i]! >= 0 && Number.isFinite(series.values[i]));
  const time = kept.map((i) => series.time_s[i]!);
  const value = kept.map((i) => series.values[i]!);
  return outcome.factor * raw(outcome, time, value);
}

function raw(
  { measure, reading }: Pick<ComparedOutcome, 'measure' | 'reading'>,
  time: readonly number[],
  value: readonly number[],
): number {
  if (value.length === 0) return Number.NaN;
  switch (measure) {
    case 'peak':
      return Math.max(...value);
    case 'time to peak':
      return time[value.indexOf(Math.max(...value))]!;
    case 'area':
    case 'total':
      return area(reading, time, value);
    case 'mean':
      return area(reading, time, value) / (time[time.length - 1]! - time[0]!);
  }
}

const area = (reading: 'rate' | 'level', time: readonly number[], value: readonly number[]): number =>
  time.length < 2
    ? Number.NaN
    : exactSum(
        time.slice(1).map((t, i) => {
          const step = t - time[i]!;
          return reading === 'rate' ? step * value[i + 1]! : (step * (value[i]! + value[i + 1]!)) / 2;
        }),
      );
