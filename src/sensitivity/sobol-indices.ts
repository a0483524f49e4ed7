import { SOBOL_COORDINATES, sobol } from '../random/sobol.js';
import { resampledError } from './resample.js';

/** As many factors as the sequence has pairs of coordinates. */
export const MOST_FACTORS = SOBOL_COORDINATES / 2;

/** Shares of an outcome's variance with 95 % intervals: of a factor alone, and of a factor with all that it takes part in. */
export interface SobolIndices {
  readonly first: number;
  readonly firstError: number;
  readonly total: number;
  readonly totalError: number;
}

/**
 * The points from which Sobol indices are estimated, in [0, 1): for each of n rows one of matrix A, then A with each factor
 * taken from B, then one of B (Saltelli 2002, doi:10.1016/S0010-4655(02)00280-1). n is best a power of two.
 */
export function saltelliDesign(factors: number, n: number): readonly (readonly number[])[] {
  return Array.from({ length: n }, (_, row) => {
    const a = Array.from({ length: factors }, (_, j) => sobol(row, j));
    const b = Array.from({ length: factors }, (_, j) => sobol(row, factors + j));
    return [a, ...a.map((_, j) => a.with(j, b[j]!)), b];
  }).flat();
}

/**
 * First-order indices by the estimator of Saltelli et al. 2010 (doi:10.1016/j.cpc.2009.09.018), total ones by that of Jansen 1999
 * (doi:10.1016/S0010-4655(98)00154-4), with intervals by the bootstrap over rows. Rows with a NaN are left out. All NaN where the outcome
 * does not vary.
 */
export function sobolIndices(
  factors: number,
  outcomes: readonly number[],
  seed: string,
): readonly SobolIndices[] {
  const width = factors + 2;
  const rows = Array.from({ length: outcomes.length / width }, (_, row) =>
    outcomes.slice(row * width, (row + 1) * width),
  ).filter((row) => !row.some(Number.isNaN));
  const centre = mean(rows.flat());
  const ends = rows.map((y) => [y[0]! - centre, y.at(-1)! - centre] as const);
  const sums = ends.map(([a, b]) => a + b);
  const squares = ends.map(([a, b]) => a * a + b * b);
  const all = rows.map((_, row) => row);
  return Array.from({ length: factors }, (_, j) => {
    const moved = rows.map((y) => y[1 + j]! - y[0]!);
    const alone = moved.map((step, row) => ends[row]![1] * step);
    const withAll = moved.map((step) => (step * step) / 2);
    const share = (parts: readonly number[]) => (at: readonly number[]) => {
      const middle = meanAt(sums, at) / 2;
      const variance = meanAt(squares, at) / 2 - middle * middle;
      return variance > Number.EPSILON * centre * centre ? meanAt(parts, at) / variance : Number.NaN;
    };
    const error = (parts: readonly number[], name: string) =>
      resampledError(rows.length, share(parts), seed, name, j);
    return {
      first: share(alone)(all),
      firstError: error(alone, 'first'),
      total: share(withAll)(all),
      totalError: error(withAll, 'total'),
    };
  });
}

function meanAt(values: readonly number[], at: readonly number[]): number {
  let sum = 0;
  for (const i of at) sum += values[i]!;
  return sum / at.length;
}

function mean(values: readonly number[]): number {
  let sum = 0;
  for (const x of values) sum += x;
  return sum / values.length;
}
