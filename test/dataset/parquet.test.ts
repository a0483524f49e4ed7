import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportParquet } from '../../src/dataset/parquet.js';
import { openDataset } from '../../src/dataset/read.js';
import { python, pythonWith } from '../support/python.js';
import { temporaryFolder, writeSample } from './sample.js';

const here = temporaryFolder();
const folder = join(here, 'sample');
const out = join(here, 'sample.parquet');

test('every table becomes a Parquet file with zstd, and nothing is overwritten', async () => {
  await writeSample(folder);
  const exported = await exportParquet(folder, out);
  const dataset = await openDataset(folder);
  expect(exported.map(({ file, rows }) => [file, rows])).toEqual(
    dataset.tables().map((name) => [`${name}.parquet`, dataset.describe(name).rows]),
  );
  expect(readdirSync(out).sort()).toEqual(exported.map(({ file }) => file).sort());
  for (const { file, bytes } of exported) {
    const content = readFileSync(join(out, file));
    expect([content.length, content.toString('latin1', 0, 4)]).toEqual([bytes, 'PAR1']);
  }
  await expect(exportParquet(folder, out)).rejects.toThrow(/already exists/);
});

test.skipIf(!pythonWith('pyarrow', 'duckdb'))(
  'pyarrow and DuckDB read the same rows, nulls and units',
  () => {
    const script = `
import sys, duckdb, pyarrow.ipc, pyarrow.parquet
folder, out = sys.argv[1:]
for name in ('cells', 'timecourse'):
    before = pyarrow.ipc.open_file(f'{folder}/{name}.arrow').read_all()
    after = pyarrow.parquet.read_table(f'{out}/{name}.parquet')
    assert before.column_names == after.column_names, after.column_names
    assert before.to_pylist() == after.to_pylist()
    for one, two in zip(before.schema, after.schema):
        assert one.metadata[b'unit'] == two.metadata[b'unit'], (one, two)
    assert after.schema.metadata[b'seed'] == before.schema.metadata[b'seed']
    meta = pyarrow.parquet.ParquetFile(f'{out}/{name}.parquet').metadata
    assert meta.row_group(0).column(0).compression == 'ZSTD'
    assert duckdb.sql(f"select count(*) from '{out}/{name}.parquet'").fetchall()[0][0] == before.num_rows
print('same')
`;
    expect(python(['-c', script, folder, out]).trim()).toBe('same');
  },
);
