import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import type { Piscina } from 'piscina';
import type { CellRecord, TableSpec } from '../myocyte/record.js';
import type { Plan } from '../scenario/plan.js';
import type { Keeping } from './keeping.js';
import { fitToLongLives } from './long-lives.js';
import { Overdue, watched } from './overdue.js';
import { type CellReply, type CellTask, failedCell } from './task.js';

/** Someone who lives cells: worker threads, or the main thread. */
export interface Pool {
  /** How many batches can be lived at once. */
  readonly width: number;
  /** Whether a cell need not be lived; unsaid, all are to be. */
  readonly isThere?: (job: number) => boolean;
  readonly describe: () => Promise<readonly TableSpec[]>;
  /** One record a job, in the order of the jobs, fewer where cells were kept and stopped; a worker that dies costs at most the cell that killed it. */
  readonly cells: (jobs: readonly number[], keeping?: Keeping) => Promise<readonly CellRecord[]>;
  /** May be asked for more than once. */
  readonly close: () => Promise<void>;
}

export interface PoolOptions {
  /** Worker threads; 0 lives all cells in the main thread. */
  readonly workers: number;
  /** The module that answers tasks: default export in a worker, `answer(plan, task)` in the main thread. */
  readonly module?: URL;
  /** Limit on the heap of one worker, instead of the plan's. */
  readonly heapPerWorker_MB?: number;
}

/** Young objects of a cell are few: a small space for them costs no time. */
const YOUNG_PER_WORKER_MB = 12;

/** The worker module of this package. */
export const CELL_MODULE = new URL('../../workers/cell.js', import.meta.url);

/** One worker a core, less the share of the main thread when there are many. */
export const defaultWorkers = (): number =>
  Math.max(1, availableParallelism() - (availableParallelism() > 4 ? 1 : 0));

/** Opens a pool for one plan. */
export function openPool(plan: Plan, options: PoolOptions): Promise<Pool> {
  return options.workers === 0 ? mainThread(plan, options) : threads(plan, options);
}

async function mainThread(plan: Plan, { module = CELL_MODULE }: PoolOptions): Promise<Pool> {
  const { answer } = (await import(module.href)) as { answer: (plan: Plan, task: CellTask) => CellReply };
  // A turn of the event loop between batches lets an interrupt in.
  const ask = (task: CellTask) => turn().then(() => answer(plan, task));
  return poolOver(1, false, ask, async () => {});
}

async function threads(
  plan: Plan,
  { workers, module = CELL_MODULE, heapPerWorker_MB = plan.budget?.memory_MB }: PoolOptions,
): Promise<Pool> {
  const { Piscina } = await import('piscina');
  const piscina = new Piscina<CellTask, CellReply>({
    filename: module.href,
    workerData: plan,
    minThreads: workers,
    maxThreads: workers,
    idleTimeout: Number.POSITIVE_INFINITY,
    resourceLimits: {
      maxYoungGenerationSizeMb: YOUNG_PER_WORKER_MB,
      ...(heapPerWorker_MB === undefined ? {} : { maxOldGenerationSizeMb: heapPerWorker_MB }),
    },
  });
  return poolOver(
    workers,
    true,
    unlessBroken(piscina, (task) =>
      watched(plan.budget?.time_s, task, (t, signal) => piscina.run(t, { signal })),
    ),
    () => piscina.destroy(),
  );
}

/**
 * A worker that dies between tasks has no task to reject: piscina says so, and starts no other, so every task that waits is
 * rejected. A race with one promise for all tasks would keep what they brought as long as the pool lives.
 */
function unlessBroken(
  piscina: Piscina<CellTask, CellReply>,
  run: (task: CellTask) => Promise<CellReply>,
): (task: CellTask) => Promise<CellReply> {
  const waiting = new Set<(error: unknown) => void>();
  let broken: { readonly error: unknown } | undefined;
  piscina.on('error', (error: unknown) => {
    broken = { error };
    for (const reject of waiting) reject(error);
  });
  return (task) =>
    new Promise((resolve, reject) => {
      if (broken !== undefined) {
        reject(broken.error);
        return;
      }
      waiting.add(reject);
      run(task)
        .then(resolve, reject)
        .finally(() => waiting.delete(reject));
    });
}

function poolOver(
  width: number,
  threads: boolean,
  ask: (task: CellTask) => Promise<CellReply>,
  close: () => Promise<void>,
): Pool {
  let closed: Promise<void> | undefined;
  return {
    width,
    describe: () => ask({ kind: 'describe' }) as Promise<readonly TableSpec[]>,
    cells(jobs, keeping) {
      fitToLongLives(threads);
      const task = keeping === undefined ? {} : { keeping };
      return lived(
        jobs,
        (some) => ask({ kind: 'cells', jobs: some, ...task }) as Promise<readonly CellRecord[]>,
      );
    },
    close() {
      closed ??= close();
      return closed;
    },
  };
}

/** A cell that never returned is left out when the others are lived again. */
async function lived(
  jobs: readonly number[],
  live: (jobs: readonly number[]) => Promise<readonly CellRecord[]>,
): Promise<readonly CellRecord[]> {
  try {
    return jobs.length === 0 ? [] : await live(jobs);
  } catch (error) {
    if (!(error instanceof Overdue)) return oneByOne(jobs, live, error);
    const { place, message } = error;
    const before = await lived(jobs.slice(0, place), live);
    if (before.length < place) return before;
    return [...before, failedCell(jobs[place]!, message), ...(await lived(jobs.slice(place + 1), live))];
  }
}

/** A batch whose worker died is lived again cell by cell, so that only the cell at fault is lost. */
async function oneByOne(
  jobs: readonly number[],
  live: (jobs: readonly number[]) => Promise<readonly CellRecord[]>,
  error: unknown,
): Promise<readonly CellRecord[]> {
  if (jobs.length === 1) return [failedCell(jobs[0]!, `the worker died: ${reasonOf(error)}`)];
  const records: CellRecord[] = [];
  for (const job of jobs) {
    const one = await live([job]).catch((e: unknown) => [failedCell(job, `the worker died: ${reasonOf(e)}`)]);
    if (one.length === 0) break;
    records.push(...one);
  }
  return records;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).trim();
