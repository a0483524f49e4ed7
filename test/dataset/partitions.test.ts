import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { expect, test } from 'vitest';
import { exportPartitions } from '../../src/dataset/partitions.js';
import { openDataset } from '../../src/dataset/read.js';
import { createDataset } from '../../src/dataset/writer.js';
import { python, pythonWith } from '../support/python.js';
import { options, PLAN, record, TIMECOURSE, temporaryFolder } from './sample.js';

const here = temporaryFolder();
const folder = join(here, 'sample');
const out = join(here, 'sample.parts');
/** Two batches of a file and some more. */
const ROWS = 12_000;
const CELLS = 3;

test('every table becomes a folder of parts with the same rows in order, and nothing is overwritten', async () => {
  const plan = { ...PLAN, donors: 1, cells: CELLS, conditionNames: ['only'] };
  const layout = { points: 1, conditions: plan.conditionNames, donors: 1, cells: CELLS };
  const columns = TIMECOURSE.columns.map((c) =>
    c.name === 'condition' ? { ...c, dictionary: ['only'] } : c,
  );
  const writer = await createDataset(
    folder,
    options({ plan, jobs: CELLS, specs: [{ ...TIMECOURSE, columns }] }),
  );
  for (let job = 0; job < CELLS; job++) {
    const timecourse = record(job, ROWS, layout).tables.timecourse!;
    await writer.append({ job, status: 'ok', reason: '', events: 0, tables: { timecourse } });
  }
  await writer.finish();
  const parts = (await exportPartitions(folder, out, 16_384)).filter(({ file }) =>
    file.startsWith('timecourse'),
  );
  expect(parts.map(({ rows }) => rows)).toEqual([16_384, 16_384, CELLS * ROWS - 2 * 16_384]);
  const values = parts.flatMap(({ file }) => [
    ...(tableFromIPC(readFileSync(join(out, file))).getChild('time_s') ?? []),
  ]);
  const whole = await (await openDataset(folder)).table('timecourse');
  expect(values.map((x) => x ?? Number.NaN)).toEqual([...whole.numbers('time_s')]);
  await expect(exportPartitions(folder, out)).rejects.toThrow(/already exists/);
});

test.skipIf(!pythonWith('pyarrow', 'polars', 'duckdb'))(
  'pyarrow.dataset, polars and DuckDB read them as one table',
  () => {
    const script = `
import sys, duckdb, polars, pyarrow.dataset, pyarrow.ipc
folder, out = sys.argv[1:]
for name in ('cells', 'timecourse'):
    whole = pyarrow.ipc.open_file(f'{folder}/{name}.arrow').read_all()
    parts = pyarrow.dataset.dataset(f'{out}/{name}', format='ipc')
    assert parts.to_table().to_pylist() == whole.to_pylist()
    lazy = polars.scan_ipc(f'{out}/{name}/*.arrow')
    assert lazy.select(polars.len()).collect().item() == whole.num_rows
    assert lazy.collect().to_dicts() == polars.read_ipc(f'{folder}/{name}.arrow').to_dicts()
    rows, cells = duckdb.sql('select count(*), count(distinct cell) from parts').fetchall()[0]
    assert (rows, cells) == (whole.num_rows, 3), (rows, cells)
print('same')
`;
    expect(python(['-c', script, folder, out]).trim()).toBe('same');
  },
);
