import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { jobOf, keysAt, type Layout } from '../../src/dataset/layout.js';
import { createDataset, type DatasetOptions, type DatasetWriter } from '../../src/dataset/writer.js';
import type { CellRecord, ColumnSpec, TableSpec } from '../../src/myocyte/record.js';
import type { Plan, Recipe } from '../../src/scenario/plan.js';

const NOTHING: Recipe = { treatments: {}, inputs: {}, parameters: {}, copies: {}, labels: {} };
export const PLAN: Plan = {
  name: 'sample',
  question: 'does it come back as it went in?',
  citation: '',
  method: 'exact',
  seed: 'sample-1',
  duration_s: 600,
  sampleEvery_s: 60,
  settle_s: 0,
  volume_um3: 1,
  donors: 2,
  cells: 3,
  variation: { volume_cv: 0.1, copies_cv: 0.1, donor_cv: 0.1, type_II_share: 0.5 },
  axes: [],
  conditionNames: ['fasted', 'fed'],
  base: NOTHING,
  conditions: [NOTHING, NOTHING],
  reference: { inputs: {}, parameters: {} },
  follow: {},
  assays: [],
  inputTolerance: 0.01,
};
export const LAYOUT: Layout = { points: 1, conditions: PLAN.conditionNames, donors: 2, cells: 3 };
export const JOBS = 12;
export const PROTEINS = ['S6K1', '4E-BP1', 'Sestrin2'] as const;

export const keyColumns = (conditions: readonly string[]): readonly ColumnSpec[] => [
  { name: 'condition', type: 'dictionary', unit: '', description: 'condition', dictionary: conditions },
  { name: 'point', type: 'int32', unit: '1', description: 'sweep point' },
  { name: 'donor', type: 'int32', unit: '1', description: 'donor' },
  { name: 'cell', type: 'int32', unit: '1', description: 'cell' },
];

export const CELLS: TableSpec = {
  name: 'cells',
  description: 'one row a cell',
  columns: [
    ...keyColumns(PLAN.conditionNames),
    { name: 'volume_um3', type: 'float64', unit: 'um3', description: 'volume of the cell' },
    { name: 'mtorc1_copies', type: 'int32', unit: '1', description: 'copies of mTORC1' },
  ],
};
export const TIMECOURSE: TableSpec = {
  name: 'timecourse',
  description: 'what was measured over time',
  columns: [
    ...keyColumns(PLAN.conditionNames),
    { name: 'time_s', type: 'float64', unit: 's', description: 'time since the drink' },
    { name: 'protein', type: 'dictionary', unit: '', description: 'protein', dictionary: PROTEINS },
    { name: 'copies', type: 'int32', unit: '1', description: 'copies in the cell' },
    { name: 'leucine_uM', type: 'float64', unit: 'uM', description: 'free leucine in cell water; µ is fine' },
  ],
};

export const options = (changes: Partial<DatasetOptions> = {}): DatasetOptions => ({
  plan: PLAN,
  jobs: JOBS,
  specs: [CELLS, TIMECOURSE],
  versions: { leucell: '0.1.0', model: 'test' },
  scenario: 'question: does it come back as it went in?\n',
  facts: { note: 'sample' },
  ...changes,
});

/** A cell with `rows` rows in timecourse; every number follows from the job, every seventh leucine is null. */
export function record(job: number, rows = 5, layout = LAYOUT): CellRecord {
  const { condition, point, donor, cell } = keysAt(layout, job);
  const keys = (n: number) => ({
    condition: new Int32Array(n).fill(condition),
    point: new Int32Array(n).fill(point),
    donor: new Int32Array(n).fill(donor),
    cell: new Int32Array(n).fill(cell),
  });
  return {
    job,
    status: 'ok',
    reason: '',
    events: 1000 + job,
    tables: {
      cells: { ...keys(1), volume_um3: Float64Array.of(1 + job / 16), mtorc1_copies: Int32Array.of(job * 7) },
      timecourse: {
        ...keys(rows),
        time_s: Float64Array.from({ length: rows }, (_, i) => i * 60),
        protein: Int32Array.from({ length: rows }, (_, i) => i % PROTEINS.length),
        copies: Int32Array.from({ length: rows }, (_, i) => job * 100 + i),
        leucine_uM: Float64Array.from({ length: rows }, (_, i) =>
          (job * rows + i) % 7 === 0 ? Number.NaN : job + i / 8,
        ),
      },
    },
  };
}

export const failure = (job: number, reason: string): CellRecord => ({
  job,
  status: 'failed',
  reason,
  events: 0,
  tables: {},
});

/** Writes the sample dataset: job 4 failed, all others are whole. */
export async function writeSample(folder: string, changes: Partial<DatasetOptions> = {}): Promise<void> {
  const writer = await createDataset(folder, options(changes));
  await appendSample(writer);
  await writer.finish({ workers: 2 });
}

export async function appendSample(writer: DatasetWriter, to = JOBS): Promise<void> {
  for (let job = writer.next(); job < to; job++)
    await writer.append(job === 4 ? failure(4, 'out of amino acids, “at once”') : record(job));
}

/** A folder of this test file's own, removed when its tests are done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'leucell-dataset-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The job of a row as `rows()` gives it. */
export const jobOfRow = (row: Readonly<Record<string, number | string | null>>, layout = LAYOUT): number =>
  jobOf(layout, {
    condition: layout.conditions.indexOf(String(row.condition)),
    point: Number(row.point),
    donor: Number(row.donor),
    cell: Number(row.cell),
  });
