import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDataset } from '../../src/dataset/read.js';
import { verifyDataset } from '../../src/dataset/verify.js';
import { type RunOptions, runPlan } from '../../src/runner/run.js';
import { FAKE, tinyPlan } from './tiny-plan.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leucell-run-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const options = (out: string, changes: Partial<RunOptions> = {}): RunOptions => ({
  out: join(folder, out),
  module: FAKE,
  versions: { leucell: '0', model: '0' },
  ...changes,
});
const bytesOf = (out: string) =>
  Object.fromEntries(
    readdirSync(join(folder, out))
      .filter((file) => file !== 'run.json')
      .sort()
      .map((file) => [file, readFileSync(join(folder, out, file)).toString('base64')]),
  );

it('writes the same bytes with 0, 1 and 2 workers', async () => {
  for (const workers of [0, 1, 2])
    await runPlan(tinyPlan({ cells: 50 }), options(`w${workers}`, { workers }));
  expect(Object.keys(bytesOf('w0'))).toContain('timecourse.arrow');
  expect(bytesOf('w1')).toEqual(bytesOf('w0'));
  expect(bytesOf('w2')).toEqual(bytesOf('w0'));
});

it('records a cell that fails and lives the others', async () => {
  const result = await runPlan(tinyPlan({ question: 'throw 3' }), options('out', { workers: 2 }));
  expect(result).toMatchObject({ complete: true, failures: [{ job: 3, reason: 'ran out of leucine' }] });
  expect(result.progress).toMatchObject({ done: 12, failed: 1 });
  const cells = await (await openDataset(result.folder)).table('cells');
  expect(cells.strings('status').filter((s) => s === 'failed')).toHaveLength(1);
  expect(cells.strings('reason')[3]).toBe('ran out of leucine');
  expect(await verifyDataset(result.folder)).toEqual([]);
});

it('goes on with a new worker after one has died', async () => {
  const result = await runPlan(tinyPlan({ question: 'exit 7' }), options('out', { workers: 1 }));
  expect(result.failures).toEqual([{ job: 7, reason: 'the worker died: worker exited with code: 7' }]);
  expect(result.progress.done).toBe(12);
});

it('leaves what is there as .partial when interrupted', async () => {
  const stop = new AbortController();
  const result = await runPlan(
    tinyPlan({ question: 'slow 20', cells: 500 }),
    options('out', { workers: 2, signal: stop.signal, onProgress: (p) => p.done > 3 && stop.abort() }),
  );
  expect(result.complete).toBe(false);
  expect(result.folder).toBe(join(folder, 'out.partial'));
  expect(existsSync(join(folder, 'out'))).toBe(false);
  expect(readdirSync(result.folder)).toContain('timecourse.arrows');
  expect(result.progress.done).toBeLessThan(1000);
});

it('reports progress that ends at the whole', async () => {
  const seen: number[] = [];
  await runPlan(tinyPlan(), options('out', { workers: 0, onProgress: (p) => seen.push(p.done) }));
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen.at(-1)).toBe(12);
});

it('refuses a folder that exists before any cell is lived', async () => {
  writeFileSync(join(folder, 'out'), 'mine');
  let progressed = false;
  const run = runPlan(tinyPlan(), options('out', { workers: 0, onProgress: () => (progressed = true) }));
  await expect(run).rejects.toThrow('already exists');
  expect(progressed).toBe(false);
  expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('mine');
});
