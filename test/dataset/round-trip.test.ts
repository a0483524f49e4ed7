import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { INT32_NULL, openDataset } from '../../src/dataset/read.js';
import { roundTrip } from '../../src/dataset/round-trip.js';
import { verifyDataset } from '../../src/dataset/verify.js';
import { createDataset } from '../../src/dataset/writer.js';
import type { ColumnSpec, Columns } from '../../src/myocyte/record.js';
import {
  JOBS,
  jobOfRow,
  keyColumns,
  options,
  PLAN,
  PROTEINS,
  record,
  temporaryFolder,
  writeSample,
} from './sample.js';

const here = temporaryFolder();

test('a dataset holds its tables, manifest, run facts and scenario, and nothing of the writing', async () => {
  const folder = join(here, 'whole');
  await writeSample(folder);
  expect(readdirSync(folder).sort()).toEqual([
    'cells.arrow',
    'manifest.json',
    'run.json',
    'scenario.yaml',
    'timecourse.arrow',
  ]);
  expect(existsSync(`${folder}.partial`)).toBe(false);
  const { manifest, tables, describe } = await openDataset(folder);
  expect(tables()).toEqual(['cells', 'timecourse']);
  expect(manifest.cells).toEqual({ total: JOBS, failed: 1 });
  expect(manifest.plan).toEqual(PLAN);
  expect(describe('timecourse').rows).toBe((JOBS - 1) * 5);
  expect(JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'))).toEqual({ workers: 2 });
  expect(await verifyDataset(folder)).toEqual([]);
});

test('numbers, strings, units and nulls come back', async () => {
  const folder = join(here, 'values');
  await writeSample(folder);
  const dataset = await openDataset(folder);
  const table = await dataset.table('timecourse');
  const jobs = Array.from({ length: JOBS }, (_, i) => i).filter((job) => job !== 4);
  const expected = jobs.flatMap((job) => [...record(job).tables.timecourse!.leucine_uM!]);
  expect([...table.numbers('leucine_uM')]).toEqual(expected);
  expect(table.strings('protein').slice(0, 4)).toEqual([...PROTEINS, PROTEINS[0]]);
  expect(table.column('leucine_uM')).toMatchObject({
    unit: 'uM',
    description: 'free leucine in cell water; µ is fine',
  });
  expect((await dataset.table('timecourse', ['copies'])).columns.map(({ name }) => name)).toEqual(['copies']);

  const rows = [];
  for await (const row of dataset.rows('cells')) rows.push(row);
  expect(rows.map((row) => jobOfRow(row))).toEqual(Array.from({ length: JOBS }, (_, i) => i));
  expect(rows[3]).toMatchObject({ status: 'ok', events: 1003, reason: null, mtorc1_copies: 21 });
  expect(rows[4]).toEqual({
    condition: 'fasted',
    point: 0,
    donor: 1,
    cell: 1,
    status: 'failed',
    events: 0,
    reason: 'out of amino acids, “at once”',
    volume_um3: null,
    mtorc1_copies: null,
  });
});

test('random tables come back as they went in', async () => {
  let n = 0;
  await fc.assert(
    fc.asyncProperty(randomTable, async ({ columns, batches }) => {
      const folder = join(here, `random-${n++}`);
      const plan = { ...PLAN, donors: 1, cells: batches.length, conditionNames: ['only'] };
      const specs = [
        { name: 'table', description: 'random', columns: [...keyColumns(['only']), ...columns] },
      ];
      const writer = await createDataset(folder, options({ plan, jobs: batches.length, specs }));
      for (const [job, batch] of batches.entries()) {
        const rows = batch.x0!.length;
        const keys = { condition: 0, point: 0, donor: 0, cell: job };
        const filled = Object.entries(keys).map(([key, value]) => [key, new Int32Array(rows).fill(value)]);
        const tables = { table: { ...Object.fromEntries(filled), ...batch } };
        await writer.append({ job, status: 'ok', reason: '', events: 0, tables });
      }
      await writer.finish();
      expect(await verifyDataset(folder)).toEqual([]);
      const table = await (await openDataset(folder)).table('table');
      for (const { name } of columns)
        expect([...(table.column(name).values as Float64Array)]).toEqual(
          batches.flatMap((batch) => [...batch[name]!]),
        );
      expect([...table.numbers('cell')]).toEqual(batches.flatMap((b, job) => Array(b.x0!.length).fill(job)));
    }),
    { numRuns: 25, seed: 20260101 },
  );
});

test('a table of more than one batch comes back whole', async () => {
  const folder = join(here, 'long');
  const plan = { ...PLAN, donors: 1, cells: 4, conditionNames: ['fasted', 'fed'] };
  const layout = { points: 1, conditions: plan.conditionNames, donors: 1, cells: 4 };
  const writer = await createDataset(folder, options({ plan, jobs: 8 }));
  for (let job = 0; job < 8; job++) await writer.append(record(job, 10_007, layout));
  await writer.finish();
  const table = await (await openDataset(folder)).table('timecourse');
  expect(table.numRows).toBe(80_056);
  expect(table.numbers('copies').every((x, i) => x === Math.floor(i / 10_007) * 100 + (i % 10_007))).toBe(
    true,
  );
});

test('tables without rows and dictionaries without values come back', async () => {
  const folder = join(here, 'empty');
  const empty: ColumnSpec = {
    name: 'molecule',
    type: 'dictionary',
    unit: '',
    description: 'm',
    dictionary: [],
  };
  const plan = { ...PLAN, donors: 1, cells: 1, conditionNames: ['only'] };
  const specs = [{ name: 'molecules', description: 'none', columns: [...keyColumns(['only']), empty] }];
  const writer = await createDataset(folder, options({ plan, jobs: 1, specs }));
  const none = new Int32Array(0);
  const molecules = { condition: none, point: none, donor: none, cell: none, molecule: none };
  await writer.append({ job: 0, status: 'ok', reason: '', events: 0, tables: { molecules } });
  await writer.finish();
  const table = await (await openDataset(folder)).table('molecules');
  expect([table.numRows, table.column('molecule')]).toEqual([0, { ...empty, values: none }]);
  expect(await verifyDataset(folder)).toEqual([]);
});

test('the round trip of `doctor` counts its rows', async () => {
  const folder = join(here, 'doctor');
  mkdirSync(folder);
  expect(await roundTrip(folder)).toBe(1000);
});

const columnOf = (i: number): fc.Arbitrary<ColumnSpec> =>
  fc
    .oneof(
      fc.constant({ type: 'float64' as const }),
      fc.constant({ type: 'int32' as const }),
      fc
        .uniqueArray(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 20 })
        .map((dictionary) => ({ type: 'dictionary' as const, dictionary })),
    )
    .map((kind) => ({ name: `x${i}`, unit: '1', description: `column ${i}`, ...kind }));

const valuesOf = (spec: ColumnSpec, rows: number): fc.Arbitrary<Columns[string]> => {
  const size = { minLength: rows, maxLength: rows };
  switch (spec.type) {
    case 'float64':
      return fc.array(fc.double(), size).map((values) => Float64Array.from(values));
    case 'int32':
      return fc.array(fc.integer({ min: INT32_NULL, max: 2 ** 31 - 1 }), size).map((v) => Int32Array.from(v));
    case 'dictionary':
      return fc.array(fc.nat(spec.dictionary!.length - 1), size).map((values) => Int32Array.from(values));
  }
};

const batchOf = (columns: readonly ColumnSpec[]): fc.Arbitrary<Columns> =>
  fc
    .nat(40)
    .chain((rows) => fc.tuple(...columns.map((spec) => valuesOf(spec, rows))))
    .map((values) => Object.fromEntries(values.map((column, i) => [columns[i]!.name, column])));

const randomTable = fc
  .integer({ min: 1, max: 5 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => columnOf(i))))
  .chain((columns) =>
    fc.record({
      columns: fc.constant(columns),
      batches: fc.array(batchOf(columns), { minLength: 1, maxLength: 6 }),
    }),
  );
