import { t975 } from './student-t.js';

/** A number with its 95 % interval and how many values it rests on; the interval is NaN where n is too small for one. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** Mean of independent values with Student's 95 % interval; values that are not finite are left out. */
export function meanInterval(values: readonly number[]): Estimate {
  const kept = values.filter(Number.isFinite);
  const n = kept.length;
  const mean = meanOf(kept);
  if (n < 2) return { value: mean, low: Number.NaN, high: Number.NaN, n };
  const variance = kept.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1);
  const half = t975(n - 1) * Math.sqrt(variance / n);
  return { value: mean, low: mean - half, high: mean + half, n };
}

/** Arithmetic mean; NaN of nothing. */
export const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, x) => sum + x, 0) / values.length;
