import type { Dataset } from '../../dataset/read.js';
import { measured } from './measure.js';
import type { ComparedOutcome } from './outcomes.js';

/** By outcome, then by job of the dataset: what each cell came to; NaN where it failed or nothing was measured. */
export type CellValues = readonly Float64Array[];

/** Reads the time course once, cell by cell (a cell's rows stand together), and measures every outcome. */
export async function measureCells(
  dataset: Dataset,
  outcomes: readonly ComparedOutcome[],
): Promise<CellValues> {
  const { points, conditions, donors, cells } = dataset.manifest.layout;
  const found = outcomes.map(() =>
    new Float64Array(points * conditions.length * donors * cells).fill(Number.NaN),
  );
  const columns = [...new Set(outcomes.map(({ column }) => column))];
  const series = new Map(columns.map((column) => [column, [] as number[]]));
  let time_s: number[] = [];
  let job = -1;
  const finish = () => {
    if (job >= 0)
      outcomes.forEach((outcome, i) => {
        found[i]![job] = measured(outcome, { time_s, values: series.get(outcome.column)! });
      });
    time_s = [];
    for (const column of columns) series.set(column, []);
  };
  const place = new Map(conditions.map((name, i) => [name, i]));
  for await (const row of dataset.rows('timecourse', [...KEYS, 'time_s', ...columns])) {
    const group = (row.point as number) * conditions.length + place.get(row.condition as string)!;
    const at = (group * donors + (row.donor as number)) * cells + (row.cell as number);
    if (at !== job) {
      finish();
      job = at;
    }
    time_s.push(row.time_s as number);
    for (const column of columns) series.get(column)!.push((row[column] as number | null) ?? Number.NaN);
  }
  finish();
  return found;
}

const KEYS = ['condition', 'point', 'donor', 'cell'] as const;
