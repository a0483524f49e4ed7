import type { ColumnChunk } from '../dataset/chunks.js';
import type { Layout } from '../dataset/layout.js';
import { t975 } from '../stats/student-t.js';
import { placesOfConditions } from './compare/cells.js';

/** The mean of a column over the cells of one condition, at every sample time, with its 95 % interval (Student, over cells). */
export interface MeanCourse {
  readonly mean: Float64Array;
  /** NaN where fewer than two cells were measured. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}
export interface Courses {
  /** From t = 0 on. */
  readonly time_s: readonly number[];
  readonly columns: readonly string[];
  /** Throws if the column was not read. */
  readonly of: (point: number, condition: number, column: string) => MeanCourse;
}

/** Courses that grow, as rows of the time course come in. */
export interface CourseSums extends Courses {
  /** Adds rows with the columns of `sumColumns`, in that order. */
  readonly add: (chunk: ColumnChunk) => void;
}

/** What a row is read for: its place, and the columns summed. */
export const sumColumns = (columns: readonly string[]): readonly string[] => [
  'condition',
  'point',
  'time_s',
  ...columns,
];

/** Sums over the cells of each point and condition at these sample times; with `only`, of that point alone. */
export function courseSums(
  { points, conditions }: Pick<Layout, 'points' | 'conditions'>,
  time_s: readonly number[],
  columns: readonly string[],
  only?: number,
): CourseSums {
  const place = new Map(time_s.map((t, i) => [t, i]));
  const at = (point: number, condition: number, column: number): number =>
    ((point * conditions.length + condition) * columns.length + column) * time_s.length;
  const size = at(only === undefined ? points : 1, 0, 0);
  const [n, mean, squares] = [new Int32Array(size), new Float64Array(size), new Float64Array(size)];
  const slot = (point: number): number => (only === undefined ? point : point === only ? 0 : -1);
  return {
    time_s,
    columns,
    add(chunk) {
      const [conditionColumn, pointColumn, timeColumn, ...rest] = chunk.columns;
      const condition = placesOfConditions(conditionColumn!, conditions);
      const values = rest.map((column) => column.values as ArrayLike<number>);
      for (let row = 0; row < chunk.rows; row++) {
        const sample = place.get(timeColumn!.values[row] as number);
        const p = slot(pointColumn!.values[row] as number);
        if (sample === undefined || p < 0) continue;
        const first = at(p, condition[row]!, 0) + sample;
        for (let c = 0; c < values.length; c++) {
          const x = values[c]![row]!;
          if (!Number.isFinite(x)) continue;
          const i = first + c * time_s.length;
          const off = x - mean[i]!;
          mean[i]! += off / ++n[i]!;
          squares[i]! += off * (x - mean[i]!);
        }
      }
    },
    of: (point, condition, column) => {
      const c = columns.indexOf(column);
      if (c < 0) throw new Error(`column "${column}" was not read`);
      const from = at(slot(point), condition, c);
      const of = (value: (i: number) => number) => Float64Array.from(time_s, (_, t) => value(from + t));
      const middle = (i: number): number => (n[i]! > 0 ? mean[i]! : Number.NaN);
      const half = (i: number): number =>
        n[i]! > 1 ? t975(n[i]! - 1) * Math.sqrt(squares[i]! / (n[i]! - 1) / n[i]!) : Number.NaN;
      return { mean: of(middle), low: of((i) => middle(i) - half(i)), high: of((i) => middle(i) + half(i)) };
    },
  };
}
