import type { Dataset } from '../dataset/read.js';
import { type Estimate, meanInterval } from '../stats/interval.js';
import { pairedRatio } from '../stats/ratio.js';
import { OUTCOMES, type Outcome } from './outcomes.js';

export type { Estimate } from '../stats/interval.js';

/** The second where one row a cell was kept: means after time 0 already. */
const TABLES = ['timecourse', 'timecourse_cells'];

/** What one condition at one sweep point did to its cells. */
export interface ConditionSummary {
  readonly point: number;
  readonly condition: string;
  /** Cells that lived to the end. */
  readonly cells: number;
  /** By outcome, in the order of `Summary.outcomes`. */
  readonly estimates: readonly Estimate[];
}
export interface Summary {
  readonly outcomes: readonly Outcome[];
  /** Sweep points in order, and at each the conditions in order; the first is the baseline of folds. */
  readonly conditions: readonly ConditionSummary[];
}

/** Means over cells of every outcome that the dataset has, with 95 % intervals; reads the time course once, row by row. */
export async function summarise(dataset: Dataset): Promise<Summary> {
  const { conditions, points, donors, cells } = dataset.manifest.layout;
  const table = TABLES.find((name) => dataset.tables().includes(name));
  const columns = table === undefined ? [] : dataset.describe(table).columns.map((c) => c.name);
  const outcomes = OUTCOMES.filter(({ column }) => columns.includes(column));
  const size = points * conditions.length * donors * cells;
  const sums = outcomes.map(() => new Float64Array(size));
  const counts = outcomes.map(() => new Int32Array(size));
  if (table !== undefined && outcomes.length > 0)
    for await (const row of dataset.rows(table)) {
      if (typeof row.time_s === 'number' && row.time_s <= 0) continue;
      const group = (row.point as number) * conditions.length + conditions.indexOf(row.condition as string);
      const at = group * donors * cells + (row.donor as number) * cells + (row.cell as number);
      outcomes.forEach(({ column }, i) => {
        const value = row[column];
        if (typeof value !== 'number' || Number.isNaN(value)) return;
        sums[i]![at]! += value;
        counts[i]![at]! += 1;
      });
    }
  const twins = (i: number, group: number): number[] =>
    Array.from({ length: donors * cells }, (_, twin) => {
      const at = group * donors * cells + twin;
      return (outcomes[i]!.factor * sums[i]![at]!) / counts[i]![at]!;
    });
  return {
    outcomes,
    conditions: Array.from({ length: points * conditions.length }, (_, group) => {
      const baseline = group - (group % conditions.length);
      const estimates = outcomes.map(({ fold }, i) =>
        fold ? pairedRatio(twins(i, group), twins(i, baseline)) : meanInterval(twins(i, group)),
      );
      return {
        point: baseline / conditions.length,
        condition: conditions[group % conditions.length]!,
        cells: Math.max(0, ...estimates.map((e) => e.n)),
        estimates,
      };
    }),
  };
}
