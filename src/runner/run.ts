import { type BadCheckpoint, removeCheckpoint } from '../dataset/checkpoints.js';
import { resumeDataset } from '../dataset/resume.js';
import { createDataset, type DatasetOptions, type DatasetWriter, type RunFacts } from '../dataset/writer.js';
import { jobCount } from '../scenario/expand.js';
import type { Plan } from '../scenario/plan.js';
import { type DriveOptions, drive } from './drive.js';
import { type Failure, failuresOf, MOST_FAILURES } from './failures.js';
import { headOf } from './head.js';
import { type Keeping, keepingIn } from './keeping.js';
import { defaultWorkers, openPool, type Pool, type PoolOptions } from './pool.js';
import type { Progress } from './progress.js';
import { tally } from './progress.js';
import { type Reusing, reusing, reusingAgain } from './reuse.js';
import { checkSame } from './same.js';

export interface LiveOptions extends Omit<DriveOptions, 'first' | 'from' | 'keeping'>, Partial<PoolOptions> {
  /** The folder of the dataset. */
  readonly out: string;
  readonly versions: DatasetOptions['versions'];
  /** How often a cell that takes longer is kept in the middle of its life. */
  readonly keepEvery_s?: number;
  /** Told of cells that could not be gone on with and are begun anew. */
  readonly onBadCheckpoint?: (bad: BadCheckpoint) => void;
  /** Finished datasets whose cells are not lived again where this plan has them too. */
  readonly reuse?: readonly string[];
  /** Told of a dataset that was named when this one was begun and cannot be used any more: its cells are lived. */
  readonly onUnusable?: (why: string) => void;
  /** What is true of this run only: when, where. */
  readonly facts?: RunFacts;
}
export interface RunOptions extends LiveOptions {
  /** The scenario file's text, kept beside the tables. */
  readonly scenario?: string;
  /** More for the manifest: where the plan came from. */
  readonly manifestFacts?: DatasetOptions['facts'];
}

/** How a run ended. */
export interface RunResult {
  /** False after an interrupt: the dataset is then unfinished, in `folder`. */
  readonly complete: boolean;
  readonly folder: string;
  readonly workers: number;
  readonly progress: Progress;
  /** How many of the cells that were missing were there already, in the datasets that were named. */
  readonly reused: number;
  /** How many cells failed, of the whole dataset if it is complete, else of this run; and the first of them. */
  readonly failed: number;
  readonly failures: readonly Failure[];
}

/**
 * Lives every cell of a plan and writes them, in plan order, as the dataset `out`, which must not exist: the same bytes
 * for any number of workers. Throws a DatasetError if the folder cannot be written.
 */
export async function runPlan(plan: Plan, options: RunOptions): Promise<RunResult> {
  const jobs = jobCount(plan);
  const workers = Math.min(options.workers ?? defaultWorkers(), jobs);
  let pool: Pool = await openPool(plan, { ...options, workers });
  try {
    const head = await headOf(plan, pool, options);
    const asked = await reusing(pool, head, options.reuse ?? []);
    pool = asked;
    const writer = await createDataset(options.out, head);
    const keeping = keepingOf(writer, head, options);
    return await liveInto(writer, jobs, asked, { ...options, workers, keeping });
  } finally {
    await pool.close();
  }
}

/**
 * Goes on with the unfinished dataset of folder `out`; what comes of it is what an undisturbed run would have made. Throws a
 * DatasetError if there is none, if another process writes it, or if another version began it.
 */
export async function resumeRun(options: LiveOptions): Promise<RunResult> {
  const resumed = await resumeDataset(options.out);
  if (resumed.kind === 'finished') return wasDone(options.out, resumed.manifest.cells.total);
  const { writer, options: head } = resumed;
  const workers = Math.min(options.workers ?? defaultWorkers(), Math.max(1, head.jobs - writer.next()));
  let pool: Pool | undefined;
  try {
    pool = await openPool(head.plan, { ...options, workers });
    checkSame(writer.partial, head, options.versions, await pool.describe());
    const asked = await reusingAgain(pool, head, { from: writer.next(), to: head.jobs }, options);
    pool = asked;
    const keeping = keepingOf(writer, head, options);
    return await liveInto(writer, head.jobs, asked, { ...options, workers, keeping });
  } finally {
    await writer.abort();
    await pool?.close();
  }
}

async function liveInto(
  writer: DatasetWriter,
  jobs: number,
  pool: Reusing,
  options: LiveOptions & { readonly workers: number; readonly keeping: Keeping },
): Promise<RunResult> {
  const { workers, keeping } = options;
  const { reused } = pool;
  try {
    const failures: Failure[] = [];
    const accept = async (record: Parameters<DatasetWriter['append']>[0]) => {
      await writer.append(record);
      removeCheckpoint(keeping.folder, record.job);
      if (record.status === 'failed' && failures.length < MOST_FAILURES)
        failures.push({ job: record.job, reason: record.reason });
    };
    const progress = await drive(jobs, pool, accept, { ...options, from: writer.next() });
    if (writer.next() < jobs)
      return {
        complete: false,
        folder: writer.partial,
        workers,
        progress,
        reused,
        failed: progress.failed,
        failures,
      };
    await pool.close(); // what the workers hold is not needed while files are made
    await writer.finish({ ...options.facts, workers, elapsed_s: progress.elapsed_s });
    const whole = await failuresOf(writer.folder);
    return { complete: true, folder: writer.folder, workers, progress, reused, ...whole };
  } finally {
    await writer.abort();
  }
}

/** How cells are kept beside what is written of a dataset. */
export const keepingOf = (
  { partial }: DatasetWriter,
  head: DatasetOptions,
  { keepEvery_s, onBadCheckpoint }: Pick<LiveOptions, 'keepEvery_s' | 'onBadCheckpoint'>,
): Keeping => keepingIn(partial, head, keepEvery_s, onBadCheckpoint);

/** Only its renaming was missing. */
async function wasDone(folder: string, cells: number): Promise<RunResult> {
  const progress = tally(cells, cells).now();
  return { complete: true, folder, workers: 0, progress, reused: 0, ...(await failuresOf(folder)) };
}
