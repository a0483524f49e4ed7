import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { openDataset } from '../../src/dataset/read.js';
import { createDataset } from '../../src/dataset/writer.js';
import { options, PLAN, record, TIMECOURSE, temporaryFolder } from './sample.js';

const FEW = 10;
const MANY = 1000;
/** 40 bytes a row in memory: the many cells pass 120 MB through the writer, twice what they may leave behind. */
const ROWS = 3000;
const BOUND_MB = 60;

const here = temporaryFolder();
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
function resident_MB(): number {
  collectGarbage();
  return process.memoryUsage().rss / 1e6;
}

/** Writes a dataset of so many cells and returns the most memory held, in its course and at its end. */
async function write(cells: number, folder: string): Promise<number> {
  const plan = { ...PLAN, donors: 1, cells, conditionNames: ['only'] };
  const layout = { points: 1, conditions: plan.conditionNames, donors: 1, cells };
  const columns = TIMECOURSE.columns.map((c) =>
    c.name === 'condition' ? { ...c, dictionary: ['only'] } : c,
  );
  const specs = [{ ...TIMECOURSE, columns }];
  const writer = await createDataset(folder, options({ plan, jobs: cells, specs }));
  const first = record(0, ROWS, layout).tables.timecourse!;
  let most = 0;
  for (let job = 0; job < cells; job++) {
    const copies = Object.entries(first).map(([name, values]) => [name, values.slice()] as const);
    const timecourse = { ...Object.fromEntries(copies), cell: new Int32Array(ROWS).fill(job) };
    await writer.append({ job, status: 'ok', reason: '', events: 0, tables: { timecourse } });
    if (job % (cells / 10) === 0) most = Math.max(most, resident_MB());
  }
  await writer.finish();
  return Math.max(most, resident_MB());
}

test(`writing ${MANY} cells takes at most ${BOUND_MB} MB more memory than writing ${FEW}`, async () => {
  await write(5 * FEW, join(here, 'warm-up'));
  const few = await write(FEW, join(here, 'few'));
  const many = await write(MANY, join(here, 'many'));
  expect(many - few).toBeLessThan(BOUND_MB);
  expect((await openDataset(join(here, 'many'))).describe('timecourse').rows).toBe(MANY * ROWS);
});
