import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { meanCourses } from '../../src/analysis/courses.js';
import { openDataset } from '../../src/dataset/read.js';
import { type Snapshot, watchDataset } from '../../src/watch/snapshot.js';
import { beginSmallDataset, WHOLE, writeSmallDataset } from '../support/small-dataset.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leucell-watch-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('sees a finished dataset as compare does: the same means and bands, to the last digit', async () => {
  const whole = join(folder, 'whole');
  await writeSmallDataset(whole, { ...WHOLE, fails: ({ condition, cell }) => condition === 1 && cell < 3 });
  const watched = await watchDataset(whole, 0, () => 0);
  const snapshot = await watched.look();
  expect([snapshot.state, snapshot.done, snapshot.cells, snapshot.failed]).toEqual(['finished', 36, 36, 3]);
  expect(snapshot.lived).toEqual([12, 9, 12]);
  expect(snapshot.events).toBe(33);
  const { mean } = (await meanCourses(await openDataset(whole), ['leucine_uM'])).of(0, 1, 'leucine_uM');
  expect(snapshot.figures.leucine).toContain(
    `fed: from ${mean[0]!.toPrecision(3)} to ${mean[3]!.toPrecision(3)}`,
  );
  expect(snapshot.latest.map((cell) => cell?.cell)).toEqual([11, 11, 11]);
  expect(snapshot.latest[2]!.values.s6k1_p_fraction).toEqual([0.1, 0.1, 0.2, 0.15]);
  expect(await watched.look()).toEqual(snapshot);
});

it('reads each cell once while the dataset is written, and ends with what the finished one shows', async () => {
  const growing = join(folder, 'growing');
  const done = join(folder, 'done');
  await writeSmallDataset(done, WHOLE);
  const { jobs, append, finish } = await beginSmallDataset(growing, WHOLE);
  let clock_ms = 0;
  const watched = await watchDataset(growing, 0, () => clock_ms);
  const first = await watched.look();
  expect([first.state, first.done, first.figures, first.latest]).toEqual([
    'being written',
    0,
    {},
    [null, null, null],
  ]);
  const seen: Snapshot[] = [];
  for (let job = 0; job < jobs; job++) {
    await append(job);
    clock_ms += 500;
    if (job % 5 === 0) seen.push(await watched.look());
  }
  expect(seen.map((s) => s.done)).toEqual([1, 6, 11, 16, 21, 26, 31, 36]);
  expect(seen.map((s) => s.events)).toEqual(seen.map((s) => s.done));
  expect(seen[3]!.lived).toEqual([12, 4, 0]);
  expect(seen[3]!.latest.map((cell) => cell?.cell ?? null)).toEqual([11, 3, null]);
  expect(seen[3]!.eventsPerSecond).toBeCloseTo(2, 10); // one event a cell, two cells a second of the test's clock
  await finish();
  const last = await watched.look();
  watched.close();
  const finished = await watchDataset(done, 0, () => 0);
  expect(last).toEqual(await finished.look());
});

it('refuses a folder without a dataset', async () => {
  await expect(watchDataset(join(folder, 'none'), 0, () => 0)).rejects.toThrow(/none/);
});
