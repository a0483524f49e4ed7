import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { removeCheckpoint } from '../../src/dataset/checkpoints.js';
import type { CellRecord } from '../../src/myocyte/record.js';
import { drive } from '../../src/runner/drive.js';
import { keepingIn } from '../../src/runner/keeping.js';
import type { Pool } from '../../src/runner/pool.js';
import { tinyPlan } from './tiny-plan.js';

const record = (job: number): CellRecord => ({ job, status: 'ok', reason: '', events: 1, tables: {} });
const poolOf = (width: number, delay_ms: (job: number) => number): Pool => ({
  width,
  describe: async () => [],
  cells: async (jobs) => {
    await new Promise((r) => setTimeout(r, delay_ms(jobs[0]!)));
    return jobs.map(record);
  },
  close: async () => {},
});

it('accepts every job once, in plan order, although later batches end first', async () => {
  const seen: number[] = [];
  await drive(
    60,
    poolOf(4, (job) => (job % 3 === 0 ? 12 : 1)),
    async (r) => void seen.push(r.job),
  );
  expect(seen).toEqual(Array.from({ length: 60 }, (_, i) => i));
});

it('never keeps more batches waiting than its window, however late the first one is', async () => {
  const starts: number[] = [];
  let accepted = 0;
  let widest = 0;
  let windowFull = () => {};
  const firstEnds = new Promise<void>((open) => {
    windowFull = () => setTimeout(open, 50);
  });
  const slowFirst: Pool = {
    ...poolOf(2, () => 0),
    cells: async (jobs) => {
      starts.push(jobs[0]!);
      widest = Math.max(widest, starts.filter((start) => start >= accepted).length);
      if (starts.length === 8) windowFull();
      await (jobs[0] === 0 ? firstEnds : new Promise((r) => setTimeout(r, 1)));
      return jobs.map(record);
    },
  };
  await drive(20_000, slowFirst, async (r) => {
    accepted = r.job + 1;
  });
  expect(widest).toBe(8);
});

it('keeps on disk what took long and waits for a cell before it, until that is done', async () => {
  const partial = mkdtempSync(join(tmpdir(), 'leucell-drive-'));
  const head = { plan: tinyPlan(), jobs: 6, specs: [], versions: { leucell: '0', model: '0' } };
  const keeping = keepingIn(partial, head);
  const waiting: number[][] = [];
  const seen: number[] = [];
  try {
    await drive(
      6,
      poolOf(2, (job) => (job === 0 ? 400 : 60)),
      async ({ job }) => {
        waiting.push(readdirSync(keeping.folder).map((name) => Number(name.replace('cell-', ''))));
        seen.push(job);
        removeCheckpoint(keeping.folder, job);
      },
      { keeping },
    );
    expect(seen).toEqual([0, 1, 2, 3, 4, 5]);
    expect(waiting[0]!.toSorted()).toEqual([1, 2, 3, 4, 5]);
  } finally {
    rmSync(partial, { recursive: true });
  }
});

it('finishes what is being lived when interrupted, and leaves no gap', async () => {
  const stop = new AbortController();
  const seen: number[] = [];
  const progress = await drive(
    1000,
    poolOf(3, (job) => (job % 2 ? 3 : 9)),
    async (r) => {
      seen.push(r.job);
      if (r.job >= 5) stop.abort();
    },
    { signal: stop.signal },
  );
  expect(seen).toEqual(seen.map((_, i) => i));
  expect(seen.length).toBe(progress.done);
  expect(seen.length).toBeGreaterThan(5);
  expect(seen.length).toBeLessThan(1000);
});

it('stops with the error of a full disk', async () => {
  const full = async (r: CellRecord) => {
    if (r.job === 3) throw new Error('no space left');
  };
  await expect(
    drive(
      50,
      poolOf(2, () => 1),
      full,
    ),
  ).rejects.toThrow('no space left');
});
