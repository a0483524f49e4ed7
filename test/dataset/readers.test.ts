import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tableFromIPC } from '@uwdata/flechette';
import { readParquet, Table, writeParquet } from 'parquet-wasm/node';
import { beforeAll, expect, test } from 'vitest';
import { openDataset } from '../../src/dataset/read.js';
import { python, pythonWith } from '../support/python.js';
import { JOBS, PLAN, PROTEINS, record, TIMECOURSE, temporaryFolder, writeSample } from './sample.js';

const folder = join(temporaryFolder(), 'sample');
const timecourse = () => readFileSync(join(folder, 'timecourse.arrow'));
beforeAll(() => writeSample(folder));

/** The job 4 of the sample failed and has no time course. */
const lived = Array.from({ length: JOBS }, (_, job) => job).filter((job) => job !== 4);
const sum = (values: Iterable<number | null>) =>
  [...values].reduce<number>((total, x) => total + (x ?? 0), 0);
const expected = {
  rows: lived.length * 5,
  copies: sum(lived.flatMap((job) => [...record(job).tables.timecourse!.copies!])),
  leucine: sum(
    lived.flatMap((job) => [...record(job).tables.timecourse!.leucine_uM!].filter((x) => !Number.isNaN(x))),
  ),
  nulls: lived.flatMap((job) => [...record(job).tables.timecourse!.leucine_uM!].filter(Number.isNaN)).length,
};

test('flechette reads the same rows, units, nulls and sums', async () => {
  const table = tableFromIPC(timecourse());
  expect(table.numRows).toBe(expected.rows);
  expect(sum(table.getChild('copies')!.toArray())).toBe(expected.copies);
  const leucine = [...table.getChild('leucine_uM')!.toArray()];
  expect(sum(leucine)).toBeCloseTo(expected.leucine, 9);
  expect(leucine.filter((x) => x === null)).toHaveLength(expected.nulls);
  expect(table.getChild('protein')!.at(4)).toBe(PROTEINS[1]);
  const field = table.schema.fields.find(({ name }) => name === 'leucine_uM')!;
  expect(field.metadata!.get('unit')).toBe('uM');
  const { manifest } = await openDataset(folder);
  expect(Object.fromEntries(table.schema.metadata!)).toMatchObject({
    'leucell.version': '0.1.0',
    'leucell.schema': '1',
    'model.version': 'test',
    'plan.sha256': manifest.plan_sha256,
    'scenario.name': PLAN.name,
    seed: PLAN.seed,
  });
});

test('parquet-wasm turns a file into Parquet and back with the same rows and sums', () => {
  // Behind the eight bytes of its magic an Arrow file is a stream, which is what parquet-wasm takes.
  const parquet = writeParquet(Table.fromIPCStream(timecourse().subarray(8)));
  const table = tableFromIPC(readParquet(parquet).intoIPCStream());
  expect(table.numRows).toBe(expected.rows);
  expect(sum(table.getChild('copies')!.toArray())).toBe(expected.copies);
  expect(sum(table.getChild('leucine_uM')!.toArray())).toBeCloseTo(expected.leucine, 9);
  expect(table.getChild('protein')!.at(1)).toBe(PROTEINS[1]);
  expect(table.schema.fields.find(({ name }) => name === 'time_s')!.metadata!.get('unit')).toBe('s');
});

const readers = ['pyarrow', 'polars', 'pandas', 'numpy', 'duckdb'] as const;
test.skipIf(!pythonWith(...readers))('pyarrow, polars, pandas and duckdb read the same', () => {
  const seen = JSON.parse(python([fileURLToPath(new URL('readers.py', import.meta.url)), folder]));
  const { leucine, ...rest } = expected;
  for (const reader of ['pyarrow', 'pyarrow.dataset', 'polars', 'pandas', 'duckdb']) {
    expect({ reader, ...seen.saw[reader] }).toMatchObject({
      reader,
      ...rest,
      proteins: [...PROTEINS, PROTEINS[0]],
      conditions: [...PLAN.conditionNames],
    });
    expect(seen.saw[reader].leucine).toBeCloseTo(leucine, 9);
  }
  expect(seen.polars_lazy_rows).toBe(expected.rows);
  for (const { name, unit, description } of TIMECOURSE.columns)
    expect(seen.fields[name]).toEqual({ unit, description });
  expect(seen.metadata).toMatchObject({ seed: PLAN.seed, table: 'timecourse', 'leucell.schema': '1' });
  expect(seen.types).toMatchObject({
    time_s: 'double',
    copies: 'int32',
    protein: 'dictionary<values=string, indices=int16, ordered=0>',
  });
  expect(seen.nullable).toEqual(['time_s', 'protein', 'copies', 'leucine_uM']);
  expect(seen.cells).toMatchObject([
    { condition: 'fasted', donor: 1, cell: 0, status: 'ok', events: 1003, reason: null, mtorc1_copies: 21 },
    { status: 'failed', reason: 'out of amino acids, “at once”', volume_um3: null, mtorc1_copies: null },
  ]);
});
