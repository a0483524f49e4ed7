import { createDataset, type DatasetOptions, type RunFacts } from '../dataset/writer.js';
import { jobCount } from '../scenario/expand.js';
import type { Plan } from '../scenario/plan.js';
import { type DriveOptions, drive } from './drive.js';
import { defaultWorkers, openPool, type PoolOptions } from './pool.js';
import type { Progress } from './progress.js';

const MOST_FAILURES = 10;

export interface RunOptions extends DriveOptions, Partial<PoolOptions> {
  /** The folder of the dataset; it must not exist. */
  readonly out: string;
  readonly versions: DatasetOptions['versions'];
  /** The scenario file's text, kept beside the tables. */
  readonly scenario?: string;
  /** What is true of this run only: when, where. */
  readonly facts?: RunFacts;
}

/** How a run ended. */
export interface RunResult {
  /** False after an interrupt: the dataset is then unfinished, in `folder`. */
  readonly complete: boolean;
  readonly folder: string;
  readonly workers: number;
  readonly progress: Progress;
  /** The first cells that failed, and why; all of them are in table `cells`. */
  readonly failures: readonly { readonly job: number; readonly reason: string }[];
}

/**
 * Lives every cell of a plan and writes them, in plan order, as the dataset `out`: the same bytes for any number of
 * workers. Throws a DatasetError if the folder cannot be written.
 */
export async function runPlan(plan: Plan, options: RunOptions): Promise<RunResult> {
  const jobs = jobCount(plan);
  const workers = Math.min(options.workers ?? defaultWorkers(), jobs);
  const pool = await openPool(plan, { ...options, workers });
  try {
    const specs = await pool.describe();
    const { versions, scenario } = options;
    const writer = await createDataset(options.out, {
      plan,
      jobs,
      specs,
      versions,
      ...(scenario === undefined ? {} : { scenario }),
    });
    try {
      const failures: { job: number; reason: string }[] = [];
      const progress = await drive(
        jobs,
        pool,
        async (record) => {
          await writer.append(record);
          if (record.status === 'failed' && failures.length < MOST_FAILURES)
            failures.push({ job: record.job, reason: record.reason });
        },
        options,
      );
      const complete = writer.next() === jobs;
      if (complete) await writer.finish({ ...options.facts, workers, elapsed_s: progress.elapsed_s });
      return { complete, folder: complete ? writer.folder : writer.partial, workers, progress, failures };
    } finally {
      await writer.abort();
    }
  } finally {
    await pool.close();
  }
}
