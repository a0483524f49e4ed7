import type { CellRecord, TableSpec } from '../myocyte/record.js';
import { jobAt } from '../scenario/expand.js';
import type { Job, Plan } from '../scenario/plan.js';

/** What a worker may be asked: which tables cells of this plan fill, or to live some cells. */
export type CellTask =
  | { readonly kind: 'describe' }
  | {
      readonly kind: 'cells';
      readonly jobs: readonly number[];
      /** Where the worker says which of the jobs, from 0, it is living: one int32. */
      readonly at?: SharedArrayBuffer;
    };
export type CellReply = readonly TableSpec[] | readonly CellRecord[];

/** The two things that a worker knows how to do. */
export interface CellMaker {
  readonly runCell: (plan: Plan, job: Job) => CellRecord;
  readonly tableSpecs: (plan: Plan) => readonly TableSpec[];
}

/** Answers a task with a cell maker; a cell that throws becomes a failed record and the others live on. */
export function answerWith({ runCell, tableSpecs }: CellMaker): (plan: Plan, task: CellTask) => CellReply {
  return (plan, task) => {
    switch (task.kind) {
      case 'describe':
        return tableSpecs(plan);
      case 'cells':
        return task.jobs.map((index, i) => {
          if (task.at !== undefined) Atomics.store(new Int32Array(task.at), 0, i);
          return liveOrFail(index, () => runCell(plan, jobAt(plan, index)));
        });
    }
  };
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

function liveOrFail(index: number, live: () => CellRecord): CellRecord {
  try {
    return live();
  } catch (error) {
    return failedCell(index, error instanceof Error ? error.message : String(error));
  }
}
