import { columnChunks } from '../../dataset/chunks.js';
import { type Column, type Dataset, INT32_NULL } from '../../dataset/read.js';
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
  const size = points * conditions.length * donors * cells;
  const found = outcomes.map(() => new Float64Array(size).fill(Number.NaN));
  const names = [...new Set(outcomes.map(({ column }) => column))];
  const place = outcomes.map(({ column }) => names.indexOf(column));
  let series: number[][] = names.map(() => []);
  let time_s: number[] = [];
  let job = -1;
  const finish = () => {
    if (job >= 0)
      outcomes.forEach((outcome, i) => {
        found[i]![job] = measured(outcome, { time_s, values: series[place[i]!]! });
      });
    time_s = [];
    series = names.map(() => []);
  };
  for await (const { rows, columns } of columnChunks(dataset, 'timecourse', [...KEYS, 'time_s', ...names])) {
    const [, point, donor, cell, time, ...values] = columns.map((column) => column.values);
    const condition = placesOfConditions(columns[0]!, conditions);
    for (let row = 0; row < rows; row++) {
      const group = numberAt(point!, row) * conditions.length + condition[row]!;
      const at = (group * donors + numberAt(donor!, row)) * cells + numberAt(cell!, row);
      if (at !== job) {
        finish();
        job = at;
      }
      time_s.push(numberAt(time!, row));
      for (let i = 0; i < names.length; i++) series[i]!.push(numberAt(values[i]!, row));
    }
  }
  finish();
  return found;
}

/** Row by row, the place of its condition in the layout, whatever the order of the file's dictionary. */
export function placesOfConditions(column: Column, conditions: readonly string[]): Int32Array {
  if (column.type !== 'dictionary') throw new Error('column "condition" is not dictionary-encoded');
  const places = column.dictionary.map((name) => conditions.indexOf(name));
  return column.values.map((index) => places[index] ?? -1);
}

const KEYS = ['condition', 'point', 'donor', 'cell'] as const;

function numberAt(values: ArrayLike<number | string | null>, row: number): number {
  const value = values[row] as number;
  return value === INT32_NULL ? Number.NaN : value;
}
