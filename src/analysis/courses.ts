import { columnChunks } from '../dataset/chunks.js';
import type { Dataset } from '../dataset/read.js';
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

/** Reads the columns of the time course once, and keeps sums only. */
export async function meanCourses(dataset: Dataset, columns: readonly string[]): Promise<Courses> {
  const { points, conditions } = dataset.manifest.layout;
  const time_s = await sampleTimes(dataset);
  const place = new Map(time_s.map((t, i) => [t, i]));
  const at = (point: number, condition: number, column: number): number =>
    ((point * conditions.length + condition) * columns.length + column) * time_s.length;
  const size = at(points, 0, 0);
  const [n, mean, squares] = [new Int32Array(size), new Float64Array(size), new Float64Array(size)];
  for await (const chunk of columnChunks(dataset, 'timecourse', [
    'condition',
    'point',
    'time_s',
    ...columns,
  ])) {
    const [conditionColumn, pointColumn, timeColumn, ...rest] = chunk.columns;
    const condition = placesOfConditions(conditionColumn!, conditions);
    const values = rest.map((column) => column.values as ArrayLike<number>);
    for (let row = 0; row < chunk.rows; row++) {
      const sample = place.get(timeColumn!.values[row] as number);
      if (sample === undefined) continue;
      const first = at(pointColumn!.values[row] as number, condition[row]!, 0) + sample;
      for (let c = 0; c < values.length; c++) {
        const x = values[c]![row]!;
        if (!Number.isFinite(x)) continue;
        const i = first + c * time_s.length;
        const off = x - mean[i]!;
        mean[i]! += off / ++n[i]!;
        squares[i]! += off * (x - mean[i]!);
      }
    }
  }
  return {
    time_s,
    columns,
    of: (point, condition, column) => {
      const c = columns.indexOf(column);
      if (c < 0) throw new Error(`column "${column}" was not read`);
      const from = at(point, condition, c);
      const of = (value: (i: number) => number) => Float64Array.from(time_s, (_, t) => value(from + t));
      const middle = (i: number): number => (n[i]! > 0 ? mean[i]! : Number.NaN);
      const half = (i: number): number =>
        n[i]! > 1 ? t975(n[i]! - 1) * Math.sqrt(squares[i]! / (n[i]! - 1) / n[i]!) : Number.NaN;
      return { mean: of(middle), low: of((i) => middle(i) - half(i)), high: of((i) => middle(i) + half(i)) };
    },
  };
}

/** Those of the first cell: every cell of a plan is sampled at the same times. */
async function sampleTimes(dataset: Dataset): Promise<readonly number[]> {
  const times: number[] = [];
  let first: string | undefined;
  for await (const row of dataset.rows('timecourse', ['condition', 'point', 'donor', 'cell', 'time_s'])) {
    const cell = `${row.condition} ${row.point} ${row.donor} ${row.cell}`;
    first ??= cell;
    if (cell !== first) break;
    if ((row.time_s as number) >= 0) times.push(row.time_s as number);
  }
  return times;
}
