import { exactDeviation, exactMean } from './sum.js';
import { studentTail } from './tails.js';

export interface TTest {
  readonly t: number;
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
}

/** Whether the mean of independent values differs from 0: Student, Biometrika 6, 1 (1908), doi:10.1093/biomet/6.1.1. */
export function tTest(values: readonly number[]): TTest {
  const df = values.length - 1;
  const t = tOf(values);
  return { t, df, p: Number.isNaN(t) ? Number.NaN : Math.min(1, 2 * studentTail(Math.abs(t), df)) };
}

/** One-sided p of "the mean is above 0". */
export const pAbove = (values: readonly number[]): number => studentTail(tOf(values), values.length - 1);

/** Mean over its standard error; 0 if all values are 0, infinite if all are the same other number. */
function tOf(values: readonly number[]): number {
  if (values.length < 2) return Number.NaN;
  const mean = exactMean(values);
  const error = exactDeviation(values) / Math.sqrt(values.length);
  return error === 0 ? (mean === 0 ? 0 : Math.sign(mean) * Number.POSITIVE_INFINITY) : mean / error;
}
