import { expect, it } from 'vitest';
import type { CellRecord } from '../../src/myocyte/record.js';
import { drive } from '../../src/runner/drive.js';
import type { Pool } from '../../src/runner/pool.js';

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
