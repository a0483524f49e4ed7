import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDataset, type DatasetOptions } from '../../src/dataset/writer.js';
import type { CellRecord, Columns, TableSpec } from '../../src/myocyte/record.js';
import { CELLS, failure, options, PLAN, record, TIMECOURSE, temporaryFolder } from './sample.js';

const here = temporaryFolder();
let n = 0;
const fresh = () => join(here, `dataset-${n++}`);

/** A record of job 0 with some columns of table timecourse replaced; undefined leaves a column out. */
function changed(columns: Readonly<Record<string, Columns[string] | undefined>>): CellRecord {
  const { tables, ...rest } = record(0);
  const all = Object.entries({ ...tables.timecourse!, ...columns }).filter(
    ([, values]) => values !== undefined,
  );
  return { ...rest, tables: { ...tables, timecourse: Object.fromEntries(all) as Columns } };
}

const REFUSED: readonly [what: string, given: CellRecord, message: RegExp][] = [
  ['a missing column', changed({ copies: undefined }), /^job 0, table "timecourse" lacks column "copies"/],
  [
    'an undeclared column',
    changed({ glucose_mM: new Float64Array(5) }),
    /has column "glucose_mM", which was not/,
  ],
  [
    'a short column',
    changed({ time_s: new Float64Array(4) }),
    /column "time_s" has 4 rows where the others have 5/,
  ],
  [
    'an index beyond the dictionary',
    changed({ protein: Int32Array.of(0, 1, 2, 3, 0) }),
    /column "protein" has index 3 in row 3, but its dictionary has 3 values \(0 to 2\)/,
  ],
  [
    'a negative index',
    changed({ protein: Int32Array.of(0, -1, 0, 0, 0) }),
    /"protein" has index -1 in row 1/,
  ],
  [
    'NaN for an integer',
    changed({ copies: Float64Array.of(1, 2, Number.NaN, 4, 5) }),
    /column "copies" is int32 but holds a Float64Array with NaN in row 2; hand over a Int32Array/,
  ],
  [
    'integers for a float',
    changed({ time_s: new Int32Array(5) }),
    /"time_s" is float64 but holds a Int32Array/,
  ],
  [
    'a missing table',
    { ...record(0), tables: { cells: record(0).tables.cells! } },
    /^job 0 did not fill table "timecourse"/,
  ],
  [
    'an undeclared table',
    { ...record(0), tables: { ...record(0).tables, blots: {} } },
    /^job 0 filled table "blots", which was not declared/,
  ],
  ['a record out of order', record(1), /^record of job 1 came when job 0 was due/],
  ['a record beyond the plan', record(12), /^record of job 12, but the plan has only jobs 0 to 11/],
  [
    'the keys of another cell',
    { ...record(1), job: 0 },
    /^job 0 says cell 1 in table "cells" but is 0 in plan order/,
  ],
];

test.each(REFUSED)('%s is refused, and nothing of it is written', async (_what, given, message) => {
  const folder = fresh();
  const writer = await createDataset(folder, options());
  await expect(writer.append(given)).rejects.toThrow(message);
  expect(writer.next()).toBe(0);
  await writer.append(record(0));
  expect(writer.next()).toBe(1);
  await writer.abort();
});

const table = (changes: Partial<TableSpec>): Partial<DatasetOptions> => ({
  specs: [CELLS, { ...TIMECOURSE, ...changes }],
});
const more = (...columns: TableSpec['columns']) => table({ columns: [...TIMECOURSE.columns, ...columns] });
const protein = (dictionary?: readonly string[]): TableSpec['columns'][number] => ({
  name: 'other',
  type: 'dictionary',
  unit: '',
  description: '',
  ...(dictionary ? { dictionary } : {}),
});

const MEANINGLESS: readonly [what: string, given: Partial<DatasetOptions>, message: RegExp][] = [
  ['a table declared twice', { specs: [TIMECOURSE, TIMECOURSE] }, /^table "timecourse" is declared twice/],
  ['a column declared twice', more(TIMECOURSE.columns[4]!), /declares column "time_s" twice/],
  ['a table whose name is a path', table({ name: '../out' }), /^table name "..\/out" is no file name/],
  [
    'a table without keys',
    table({ columns: TIMECOURSE.columns.slice(1) }),
    /^column 1 of table "timecourse" is/,
  ],
  ['a dictionary without values', more(protein()), /^dictionary of "other" in table "timecourse" is missing/],
  ['a value listed twice', more(protein(['a', 'b', 'a'])), /^dictionary of "other" .* has "a" twice/],
  [
    'a status of another kind',
    { specs: [{ ...CELLS, columns: [...CELLS.columns, { ...protein(['x']), name: 'status' }] }] },
    /^column "status" of table "cells" is what the dataset says/,
  ],
  [
    'other conditions than the plan',
    { plan: { ...PLAN, conditionNames: ['fed', 'fasted'] } },
    /"condition" with the plan's conditions \[fed, fasted\]/,
  ],
  ['half a sweep point', { jobs: 13 }, /^13 jobs are not a whole number of sweep points of 12 cells/],
];

test.each(MEANINGLESS)('%s is refused before any folder is made', async (_what, given, message) => {
  const folder = fresh();
  await expect(createDataset(folder, options(given))).rejects.toThrow(message);
  expect([existsSync(folder), existsSync(`${folder}.partial`)]).toEqual([false, false]);
});

test('an existing folder is refused and left as it is', async () => {
  const folder = fresh();
  mkdirSync(folder);
  writeFileSync(join(folder, 'thesis.tex'), 'mine');
  await expect(createDataset(folder, options())).rejects.toThrow(/already exists; choose another folder/);
  expect(readdirSync(folder)).toEqual(['thesis.tex']);
  expect(existsSync(`${folder}.partial`)).toBe(false);
});

test('an unfinished dataset is refused and left as it is', async () => {
  const folder = fresh();
  const first = await createDataset(folder, options());
  await first.append(record(0));
  const before = readdirSync(first.partial);
  await expect(createDataset(folder, options())).rejects.toThrow(
    /^an unfinished dataset is in ".*\.partial"/,
  );
  expect(readdirSync(first.partial)).toEqual(before);
  await first.abort();
});

test('a folder that cannot be made is refused', async () => {
  const file = fresh();
  writeFileSync(file, 'not a folder');
  await expect(createDataset(join(file, 'run'), options())).rejects.toMatchObject({
    code: 'io',
    message: expect.stringMatching(/^cannot create ".*run".*choose a folder you may write to$/),
  });
});

test('appending without waiting is refused', async () => {
  const writer = await createDataset(fresh(), options());
  const first = writer.append(record(0));
  await expect(writer.append(record(1))).rejects.toThrow(/await each append/);
  await first;
  await writer.append(record(1));
  await writer.abort();
  await expect(writer.append(record(2))).rejects.toThrow(/^the dataset is aborted/);
});

test('finishing with cells missing is refused', async () => {
  const folder = fresh();
  const writer = await createDataset(folder, options());
  await writer.append(record(0));
  await expect(writer.finish()).rejects.toThrow(/^only 1 of 12 cells are in/);
  expect(existsSync(folder)).toBe(false);
  await writer.abort();
});

test('a folder that appears during the run is not overwritten', async () => {
  const folder = fresh();
  const plan = { ...PLAN, donors: 1, cells: 1, conditionNames: ['only'] };
  const writer = await createDataset(folder, options({ plan, jobs: 1, specs: [] }));
  await writer.append(failure(0, 'none'));
  mkdirSync(folder);
  await expect(writer.finish()).rejects.toThrow(/already exists/);
  expect(readdirSync(folder)).toEqual([]);
  await writer.abort();
});
