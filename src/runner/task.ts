import type { Keeper } from '../myocyte/keeper.js';
import type { CellRecord, TableSpec } from '../myocyte/record.js';
import { jobAt } from '../scenario/expand.js';
import type { Job, Plan } from '../scenario/plan.js';
import { type Keeping, livedKept } from './keeping.js';

/** What a worker may be asked: which tables cells of this plan fill, or to live some cells. */
export type CellTask =
  | { readonly kind: 'describe' }
  | {
      readonly kind: 'cells';
      readonly jobs: readonly number[];
      /** Where the worker says which of the jobs, from 0, it is living: one int32. */
      readonly at?: SharedArrayBuffer;
      /** How cells are kept in the middle of their lives; unsaid, they are not. */
      readonly keeping?: Keeping;
    };
export type CellReply = readonly TableSpec[] | readonly CellRecord[];

/** The two things that a worker knows how to do. */
export interface CellMaker {
  /** Undefined for a cell that was kept and stopped. */
  readonly runCell: (plan: Plan, job: Job, keeper: Keeper | undefined) => CellRecord | undefined;
  readonly tableSpecs: (plan: Plan) => readonly TableSpec[];
}

/** Answers a task with a cell maker; a cell that throws becomes a failed record and the others live on. One that was stopped ends the list. */
export function answerWith({ runCell, tableSpecs }: CellMaker): (plan: Plan, task: CellTask) => CellReply {
  return (plan, task) => {
    switch (task.kind) {
      case 'describe':
        return tableSpecs(plan);
      case 'cells':
        return cellsOf(task, (index, keeper) => runCell(plan, jobAt(plan, index), keeper));
    }
  };
}

function cellsOf(
  { jobs, at, keeping }: Extract<CellTask, { kind: 'cells' }>,
  live: (index: number, keeper?: Keeper) => CellRecord | undefined,
): readonly CellRecord[] {
  const records: CellRecord[] = [];
  for (const [i, index] of jobs.entries()) {
    if (at !== undefined) Atomics.store(new Int32Array(at), 0, i);
    const record = liveOrFail(index, () =>
      keeping === undefined ? live(index) : livedKept(keeping, index, (keeper) => live(index, keeper)),
    );
    if (record === undefined) break;
    records.push(record);
  }
  return records;
}

/** The record of a cell of which nothing is known but why it failed. */
export const failedCell = (job: number, reason: string): CellRecord => ({
  job,
  status: 'failed',
  reason,
  events: 0,
  tables: {},
});

/** The buffers of all columns of a reply, each once: what can be moved between threads without a copy. */
export function buffersOf(reply: CellReply): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const record of reply)
    if ('tables' in record)
      for (const table of Object.values(record.tables))
        for (const column of Object.values(table)) buffers.add(column.buffer as ArrayBuffer);
  return [...buffers];
}

function liveOrFail(index: number, live: () => CellRecord | undefined): CellRecord | undefined {
  try {
    return live();
  } catch (error) {
    return failedCell(index, error instanceof Error ? error.message : String(error));
  }
}
