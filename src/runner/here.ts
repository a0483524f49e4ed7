import type { CellRecord, TableSpec } from '../myocyte/record.js';
import { jobCount } from '../scenario/expand.js';
import type { Plan } from '../scenario/plan.js';
import { CELL_MODULE } from './pool.js';
import type { CellReply, CellTask } from './task.js';

/** What the cells of a plan came to, in plan order, with the tables that they fill. */
export interface Lived {
  readonly tables: readonly TableSpec[];
  readonly records: readonly CellRecord[];
}

/** Opens a way to live all cells of one plan after another in the calling thread and in memory: for plans of few cheap cells. */
export async function liveHere(module: URL = CELL_MODULE): Promise<(plan: Plan) => Lived> {
  const { answer } = (await import(module.href)) as { answer: (plan: Plan, task: CellTask) => CellReply };
  return (plan) => ({
    tables: answer(plan, { kind: 'describe' }) as readonly TableSpec[],
    records: answer(plan, {
      kind: 'cells',
      jobs: Array.from({ length: jobCount(plan) }, (_, i) => i),
    }) as readonly CellRecord[],
  });
}
