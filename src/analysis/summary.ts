import { columnChunks } from '../dataset/chunks.js';
import type { Column, Dataset } from '../dataset/read.js';
import { KEYS } from '../dataset/schema.js';
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

/**
 * Means over cells of every outcome that the dataset has, with 95 % intervals. Reads the time course once, which is in plan order, and
 * holds one sweep point of it.
 */
export async function summarise(dataset: Dataset): Promise<Summary> {
  const { conditions, points, donors, cells } = dataset.manifest.layout;
  const table = TABLES.find((name) => dataset.tables().includes(name));
  const known = table === undefined ? [] : dataset.describe(table).columns.map((c) => c.name);
  const outcomes = OUTCOMES.filter(({ column }) => known.includes(column));
  const twins = donors * cells;
  const point = twinMeans(outcomes, conditions.length * twins);
  const summed: ConditionSummary[] = [];
  function sumUp(): void {
    const at = Math.floor(summed.length / conditions.length);
    for (const [place, condition] of conditions.entries()) {
      const estimates = outcomes.map(({ fold }, i) => {
        const [own, baseline] = [point.means(i, place * twins, twins), point.means(i, 0, twins)];
        return fold ? pairedRatio(own, baseline) : meanInterval(own);
      });
      summed.push({ point: at, condition, cells: Math.max(0, ...estimates.map((e) => e.n)), estimates });
    }
    point.clear();
  }
  if (table !== undefined && outcomes.length > 0)
    for await (const chunk of columnChunks(dataset, table, known)) {
      const numbers = (name: string) => valuesOf(chunk.columns, name);
      const [condition, at, donor, cell] = KEYS.map(numbers);
      const time_s = known.includes('time_s') ? numbers('time_s') : undefined;
      const measured = outcomes.map(({ column }) => numbers(column));
      for (let row = 0; row < chunk.rows; row++) {
        if (time_s !== undefined && time_s[row]! <= 0) continue;
        while (at![row]! * conditions.length > summed.length) sumUp();
        const twin = condition![row]! * twins + donor![row]! * cells + cell![row]!;
        for (const [i, values] of measured.entries()) point.add(i, twin, values[row]!);
      }
    }
  while (summed.length < points * conditions.length) sumUp();
  return { outcomes, conditions: summed };
}

/** Means over time of every twin in every condition of one sweep point. */
function twinMeans(outcomes: readonly Outcome[], size: number) {
  const sums = outcomes.map(() => new Float64Array(size));
  const counts = outcomes.map(() => new Int32Array(size));
  return {
    add(outcome: number, twin: number, value: number): void {
      if (Number.isNaN(value)) return;
      sums[outcome]![twin]! += value;
      counts[outcome]![twin]! += 1;
    },
    means: (outcome: number, from: number, n: number): number[] =>
      Array.from(
        { length: n },
        (_, i) => (outcomes[outcome]!.factor * sums[outcome]![from + i]!) / counts[outcome]![from + i]!,
      ),
    clear(): void {
      for (const values of [...sums, ...counts]) values.fill(0);
    },
  };
}

/** Numbers, and of words their places in the dictionary. */
function valuesOf(columns: readonly Column[], name: string): Float64Array | Int32Array {
  const column = columns.find((c) => c.name === name)!;
  if (column.type === 'utf8') throw new Error(`column "${name}" holds text`);
  return column.values;
}
