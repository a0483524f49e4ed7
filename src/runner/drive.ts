import type { CellRecord } from '../myocyte/record.js';
import { batchSizer } from './batches.js';
import { type Keeping, keepRecord } from './keeping.js';
import { inOrder } from './order.js';
import type { Pool } from './pool.js';
import { type Progress, tally } from './progress.js';

/** Batches that may wait, per worker, for an earlier one still being lived: bounds the memory of a run. */
const AHEAD = 4;
/** A cell that took so long is not left in memory alone while it waits: keeping it costs less than a hundredth of that. */
const WORTH_KEEPING_S = 0.05;
/** Cells that need not be lived are had so many at a time. */
const READ_AT_ONCE = 64;

export interface DriveOptions {
  /** The first job of all, where it is not 0; progress counts from there. */
  readonly first?: number;
  /** The first job; those before it are done already. */
  readonly from?: number;
  /** Begin no more cells once one has failed. */
  readonly failFast?: boolean;
  /** Aborted: the batches being lived are finished, or their cells kept where they are; no other is begun. */
  readonly signal?: AbortSignal;
  /** How cells are kept in the middle of their lives; unsaid, they are lived to the end. */
  readonly keeping?: Keeping;
  readonly onProgress?: (progress: Progress) => void;
}

/** Lives jobs `from` .. count-1 on a pool and gives every record to `accept`, in plan order and never two at a time. */
export async function drive(
  count: number,
  pool: Pool,
  accept: (record: CellRecord) => Promise<void>,
  { first = 0, from = first, failFast = false, signal, keeping, onProgress }: DriveOptions = {},
): Promise<Progress> {
  const sizer = batchSizer();
  const counts = tally(count - first, from - first);
  /** Once a cell was stopped there is a gap: what comes after it is kept until its turn has come. */
  let gap = false;
  const order = inOrder<Batch>(AHEAD * pool.width, async ({ size, records }) => {
    for (const record of records)
      if (gap) keepRecord(keeping!, record);
      else await accept(record);
    gap ||= records.length < size;
  });
  const stop = () => {
    if (keeping !== undefined) Atomics.store(new Int32Array(keeping.stop), 0, 1);
  };
  let next = from;

  /** As many cells from this one on, at most, as are all there, or all to be lived. */
  function alike(job: number, most: number): number {
    let size = 1;
    while (size < most && job + size < count && pool.isThere?.(job + size) === pool.isThere?.(job)) size++;
    return size;
  }

  async function lane(): Promise<void> {
    for (;;) {
      await order.room();
      if (next >= count || signal?.aborted || (failFast && counts.now().failed > 0)) return;
      const there = pool.isThere?.(next) ?? false;
      const size = alike(next, there ? READ_AT_ONCE : sizer.next(count - next, pool.width));
      const jobs = Array.from({ length: size }, (_, i) => next + i);
      next += size;
      const place = order.begin();
      const start = performance.now();
      const records = await pool.cells(jobs, keeping);
      const took_s = (performance.now() - start) / 1000;
      if (!there) sizer.learn(size, took_s);
      counts.add(
        records.length,
        records.filter((r) => r.status === 'failed').length,
        records.reduce((sum, r) => sum + r.events, 0),
      );
      if (keeping !== undefined && !there && !order.isNext(place) && took_s > WORTH_KEEPING_S * size)
        for (const record of records) keepRecord(keeping, record);
      await order.end(place, { size, records });
      onProgress?.(counts.now());
    }
  }

  onProgress?.(counts.now());
  signal?.addEventListener('abort', stop, { once: true });
  try {
    await Promise.all(Array.from({ length: pool.width }, lane));
  } finally {
    signal?.removeEventListener('abort', stop);
  }
  return counts.now();
}

interface Batch {
  readonly size: number;
  /** Fewer than its size where a cell was stopped. */
  readonly records: readonly CellRecord[];
}
