import type { CellRecord } from '../myocyte/record.js';
import { batchSizer } from './batches.js';
import { inOrder } from './order.js';
import type { Pool } from './pool.js';
import { type Progress, tally } from './progress.js';

/** Batches that may wait, per worker, for an earlier one still being lived: bounds the memory of a run. */
const AHEAD = 4;

export interface DriveOptions {
  /** The first job of all, where it is not 0; progress counts from there. */
  readonly first?: number;
  /** The first job; those before it are done already. */
  readonly from?: number;
  /** Begin no more cells once one has failed. */
  readonly failFast?: boolean;
  /** Aborted: the batches being lived are finished, no other is begun. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Lives jobs `from` .. count-1 on a pool and gives every record to `accept`, in plan order and never two at a time. */
export async function drive(
  count: number,
  pool: Pool,
  accept: (record: CellRecord) => Promise<void>,
  { first = 0, from = first, failFast = false, signal, onProgress }: DriveOptions = {},
): Promise<Progress> {
  const sizer = batchSizer();
  const counts = tally(count - first, from - first);
  const order = inOrder<readonly CellRecord[]>(AHEAD * pool.width, async (records) => {
    for (const record of records) await accept(record);
  });
  let next = from;

  async function lane(): Promise<void> {
    for (;;) {
      await order.room();
      if (next >= count || signal?.aborted || (failFast && counts.now().failed > 0)) return;
      const size = sizer.next(count - next, pool.width);
      const jobs = Array.from({ length: size }, (_, i) => next + i);
      next += size;
      const place = order.begin();
      const start = performance.now();
      const records = await pool.cells(jobs);
      sizer.learn(size, (performance.now() - start) / 1000);
      counts.add(
        size,
        records.filter((r) => r.status === 'failed').length,
        records.reduce((sum, r) => sum + r.events, 0),
      );
      await order.end(place, records);
      onProgress?.(counts.now());
    }
  }

  onProgress?.(counts.now());
  await Promise.all(Array.from({ length: pool.width }, lane));
  return counts.now();
}
