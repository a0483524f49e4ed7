import { expect, it } from 'vitest';
import { openPool, type PoolOptions } from '../../src/runner/pool.js';
import type { Budget } from '../../src/scenario/plan.js';
import { FAKE, tinyPlan } from './tiny-plan.js';

async function cellsOf(
  question: string,
  options: Partial<PoolOptions>,
  jobs: readonly number[],
  budget: Budget = {},
) {
  const pool = await openPool(tinyPlan({ question, budget }), { workers: 1, module: FAKE, ...options });
  try {
    return { first: await pool.cells(jobs), again: await pool.cells([11]) };
  } finally {
    await pool.close();
  }
}

for (const workers of [0, 1, 2])
  it(`lives cells and describes tables with ${workers} workers`, async () => {
    const pool = await openPool(tinyPlan(), { workers, module: FAKE });
    const [specs, records] = await Promise.all([pool.describe(), pool.cells([4, 5])]);
    await pool.close();
    expect(specs.map((s) => s.name)).toEqual(['timecourse']);
    expect(records.map((r) => [r.job, r.status, r.events])).toEqual([
      [4, 'ok', 14],
      [5, 'ok', 15],
    ]);
    expect(records[0]!.tables.timecourse!.leucine_uM).toEqual(Float64Array.of(4, 2));
  });

it('loses only the cell whose thread ended, says so, and goes on with a new thread', async () => {
  const { first, again } = await cellsOf('exit 3', {}, [2, 3, 4]);
  expect(first.map((r) => r.status)).toEqual(['ok', 'failed', 'ok']);
  expect(first[1]!.reason).toBe('the worker died: worker exited with code: 7');
  expect(again[0]!.status).toBe('ok');
});

it('loses only the cell that ran out of memory', async () => {
  const { first, again } = await cellsOf('eat 3', { heapPerWorker_MB: 24 }, [3]);
  expect(first[0]!.status).toBe('failed');
  expect(first[0]!.reason).toMatch(/memory/);
  expect(again[0]!.status).toBe('ok');
});

it('takes the memory of a cell from the plan', async () => {
  const { first } = await cellsOf('eat 3', {}, [3], { memory_MB: 24 });
  expect(first[0]!.reason).toMatch(/memory/);
});

it('loses only the cell that never returns, once its time and some grace are over', async () => {
  const { first, again } = await cellsOf('hang 3', {}, [2, 3, 4, 5], { time_s: 0.5 });
  expect(first.map((r) => [r.job, r.status])).toEqual([
    [2, 'ok'],
    [3, 'failed'],
    [4, 'ok'],
    [5, 'ok'],
  ]);
  expect(first[1]!.reason).toBe(
    'over its budget of 0.5 s of computing, and did not stop: its worker was ended',
  );
  expect(again[0]!.status).toBe('ok');
});

it('rejects when the worker cannot start at all', async () => {
  const missing = new URL('./no-such-cell.mjs', import.meta.url);
  const pool = await openPool(tinyPlan(), { workers: 1, module: missing });
  await expect(pool.describe()).rejects.toThrow('no-such-cell');
  await pool.close();
});
