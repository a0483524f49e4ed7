import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Exit } from '../../src/cli/exit.js';
import { versions } from '../../src/cli/live.js';
import { mergeSweep } from '../../src/cli/merge.js';
import { runShard } from '../../src/cli/shard.js';
import { type Sweep, shardsOf, writeSweep } from '../../src/dataset/sweep-file.js';
import { verifyDataset } from '../../src/dataset/verify.js';
import { runPlan } from '../../src/runner/run.js';
import { liveShard, sweepOf } from '../../src/runner/sweep.js';
import { capturedIo } from '../cli/captured-io.js';
import { FAKE, tinyPlan } from './tiny-plan.js';

let cwd: string;
let folder: string;
let sweep: Sweep;
const plan = tinyPlan({ question: 'throw 3', cells: 25 });
const about = { versions: versions(), scenario: 'question: as it was given\n', module: FAKE };
beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'leucell-shards-'));
  folder = join(cwd, 'out.sweep');
  sweep = await sweepOf(plan, 7, about);
  await writeSweep(folder, sweep);
});
afterEach(() => rmSync(cwd, { recursive: true }));

const bytesOf = (out: string) =>
  Object.fromEntries(
    readdirSync(out)
      .filter((file) => !['run.json', 'ro-crate-metadata.json'].includes(file))
      .map((file) => [file, readFileSync(join(out, file)).toString('base64')]),
  );
const shard = (n: number) => runShard(capturedIo(cwd).io, folder, n, { workers: 0 }, { module: FAKE });
async function merge() {
  const captured = capturedIo(cwd);
  const exit = await mergeSweep(captured.io, folder, {});
  return { exit, err: captured.err(), out: captured.out() };
}

it('merges shards, lived in any order, into the bytes of a run in one piece', async () => {
  for (const n of [6, 2, 0, 1, 5, 3]) expect(await shard(n)).toBe(Exit.done);
  const early = await merge();
  expect([early.exit, early.err]).toEqual([
    Exit.resumable,
    '1 of 7 shards are missing or damaged: 4. Run them again, then merge.\n',
  ]);
  await shard(4);
  const { exit, err } = await merge();
  expect(exit).toBe(Exit.someCellsFailed);
  expect(err).toMatch(/1 of 50 cells failed.*\n.*\n +a +0 +0 +3 +ran out of leucine/);
  await runPlan(plan, { ...about, out: join(cwd, 'whole'), workers: 0 });
  expect(bytesOf(join(cwd, 'out'))).toEqual(bytesOf(join(cwd, 'whole')));
  expect(await verifyDataset(join(cwd, 'out'))).toEqual([]);
  expect((await merge()).exit).toBe(Exit.done);
});

it('leaves a shard that is whole as it is, and does a damaged one again', async () => {
  for (let n = 0; n < 7; n++) await shard(n);
  const [first, second] = shardsOf(folder, sweep);
  const before = bytesOf(first!.folder);
  await shard(0);
  expect(bytesOf(first!.folder)).toEqual(before);
  truncateSync(join(second!.folder, 'timecourse.arrows'), 700);
  expect((await merge()).err).toContain('shards are missing or damaged: 1.');
  await shard(1);
  expect((await merge()).exit).toBe(Exit.someCellsFailed);
});

it('goes on with a shard that was interrupted', async () => {
  const slow = await sweepOf(tinyPlan({ question: 'slow 5', cells: 200 }), 2, about);
  const place = { ...shardsOf(folder, slow)[1]! };
  const stop = new AbortController();
  const live = { ...about, out: place.folder, workers: 1 };
  const onProgress = ({ done }: { done: number }) => done > 3 && stop.abort();
  const cut = await liveShard(slow, place, { ...live, signal: stop.signal, onProgress });
  expect(cut.complete).toBe(false);
  expect(cut.progress).toMatchObject({ total: 200 });
  const seen: number[] = [];
  const again = await liveShard(slow, place, { ...live, onProgress: ({ done }) => void seen.push(done) });
  expect(again.complete).toBe(true);
  expect(seen[0]).toBe(cut.progress.done);
  expect(seen.at(-1)).toBe(200);
});

it('takes up a shard at every step of its making', async () => {
  const [first] = shardsOf(folder, sweep);
  const partial = `${first!.folder}.partial`;
  await shard(0);
  const whole = bytesOf(first!.folder);
  const { renameSync } = await import('node:fs');
  renameSync(first!.folder, partial);
  await shard(0);
  expect(bytesOf(first!.folder)).toEqual(whole);
  renameSync(first!.folder, partial);
  rmSync(join(partial, 'part.json'));
  await shard(0);
  expect(bytesOf(first!.folder)).toEqual(whole);
});

it('refuses another sweep in its folder, a plan that was changed, and a shard that is not there', async () => {
  const other = await sweepOf(tinyPlan({ seed: 'other' }), 7, about);
  await expect(writeSweep(folder, other)).rejects.toThrow(/holds another sweep/);
  await writeSweep(folder, sweep);
  await expect(shard(7)).rejects.toThrow(/there is no shard 7: the sweep has shards 0 to 6/);
  const path = join(folder, 'plan.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('"seed":"tiny"', '"seed":"tinz"'));
  await expect(shard(0)).rejects.toThrow(/there is no sweep in/);
});
