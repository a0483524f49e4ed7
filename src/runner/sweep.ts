import { removeCheckpoint } from '../dataset/checkpoints.js';
import { openPart } from '../dataset/open-part.js';
import type { Sweep } from '../dataset/sweep-file.js';
import type { Plan } from '../scenario/plan.js';
import { drive } from './drive.js';
import { headOf } from './head.js';
import { defaultWorkers, openPool, type Pool } from './pool.js';
import { type Progress, tally } from './progress.js';
import { reusing, reusingAgain } from './reuse.js';
import { keepingOf, type LiveOptions, type RunOptions } from './run.js';
import { checkSame } from './same.js';

/** A plan as a sweep of at most so many shards; none has less than one cell. */
export async function sweepOf(
  plan: Plan,
  shards: number,
  options: Pick<RunOptions, 'versions' | 'scenario' | 'module' | 'reuse'>,
): Promise<Sweep> {
  const { module } = options;
  const pool = await openPool(plan, { workers: 0, ...(module === undefined ? {} : { module }) });
  try {
    const head = await headOf(plan, pool, options);
    return { options: head, shards: Math.min(shards, head.jobs) };
  } finally {
    await pool.close();
  }
}

/** How many of a sweep's cells are in the datasets that it names. Throws a DatasetError if one is missing or damaged. */
export async function reusedBy({ options: head }: Sweep): Promise<number> {
  const pool = await openPool(head.plan, { workers: 0 });
  const asked = await reusing(pool, head, head.reuse ?? []);
  await asked.close();
  return asked.reused;
}

export interface ShardResult {
  /** False after an interrupt: the shard goes on where it was when it is run again. */
  readonly complete: boolean;
  readonly progress: Progress;
  /** How many of the cells that were missing were there already, in other datasets. */
  readonly reused: number;
  readonly failed: number;
}

/**
 * Lives one shard of a sweep, its cells `from` up to `to`, into the folder `out`; a shard that is whole already is left as it is.
 * Throws a DatasetError if the folder cannot be written or another process writes it.
 */
export async function liveShard(
  { options: head }: Sweep,
  range: { readonly from: number; readonly to: number },
  options: LiveOptions,
): Promise<ShardResult> {
  const { from, to } = range;
  const opened = await openPart(options.out, { ...head, range: { from, to } });
  if (!('append' in opened))
    return { complete: true, progress: tally(to - from, to - from).now(), reused: 0, failed: opened.failed };
  const workers = Math.min(options.workers ?? defaultWorkers(), Math.max(1, to - opened.next()));
  let pool: Pool | undefined;
  try {
    pool = await openPool(head.plan, { ...options, workers });
    checkSame(opened.partial, head, options.versions, await pool.describe());
    const asked = await reusingAgain(pool, head, { from: opened.next(), to }, options);
    pool = asked;
    const { reused } = asked;
    const keeping = keepingOf(opened, head, options);
    const accept = async (record: Parameters<typeof opened.append>[0]) => {
      await opened.append(record);
      removeCheckpoint(keeping.folder, record.job);
    };
    const progress = await drive(to, pool, accept, { ...options, keeping, first: from, from: opened.next() });
    if (opened.next() < to) return { complete: false, progress, reused, failed: progress.failed };
    await pool.close();
    const { failed } = await opened.finishPart();
    return { complete: true, progress, reused, failed };
  } finally {
    await opened.abort();
    await pool?.close();
  }
}
