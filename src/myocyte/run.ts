import type { Job, Method, Plan } from '../scenario/plan.js';
import { OverBudget } from './budget.js';
import { exactLife } from './exact.js';
import { type Given, givenOf } from './given.js';
import type { Life } from './life.js';
import { meanFieldLife } from './mean-field.js';
import { structure } from './prepared.js';
import type { CellRecord, Columns } from './record.js';
import { timelineOf } from './timeline.js';

/** How each method moves a cell. */
const LIVES: Readonly<Record<Method, (plan: Plan, job: Job, given: Given) => Life>> = {
  exact: exactLife,
  hybrid: exactLife,
  'mean-field': meanFieldLife,
};

/**
 * One virtual myocyte, from the time that it settles before the protocol to its end; courses hold at negative times
 * too. Never throws: a cell that fails comes back as a record with its reason.
 */
export function runCell(plan: Plan, job: Job): CellRecord {
  let events = 0;
  try {
    const given = givenOf(structure, plan, job);
    const life = LIVES[plan.method](plan, job, given);
    try {
      const tables = live(plan, job, given, life);
      return { job: job.index, status: 'ok', reason: '', events: life.events(), tables };
    } finally {
      events = life.events();
    }
  } catch (error) {
    if (error instanceof OverBudget) events = error.events;
    return { job: job.index, status: 'failed', reason: (error as Error).message, events, tables: {} };
  }
}

function live(plan: Plan, job: Job, given: Given, life: Life): CellRecord['tables'] {
  const { condition } = given;
  const moments = momentsOf(plan, life);
  let next = 0;
  life.cell.time_s = -plan.settle_s;
  for (const stretch of timelineOf(condition.inputs, -plan.settle_s, plan.duration_s, plan.inputTolerance)) {
    life.enter(stretch);
    for (; next < moments.length && moments[next]!.time_s < stretch.to_s; next++) {
      life.advance(moments[next]!.time_s);
      moments[next]!.act();
    }
    life.advance(stretch.to_s);
  }
  life.sample();
  const tables = { cells: cellColumns(given, life), ...life.finish() };
  return Object.fromEntries(Object.entries(tables).map(([name, columns]) => [name, keyed(job, columns)]));
}

interface Moment {
  readonly time_s: number;
  readonly act: () => void;
}

/**
 * What happens to a cell before its end, in order of time: firings are counted from one sample interval before time 0,
 * molecules are followed from time 0, samples are taken from then on. The end itself is always sampled.
 */
function momentsOf({ duration_s, sampleEvery_s, settle_s }: Plan, life: Life): readonly Moment[] {
  const moments: Moment[] = [
    { time_s: -Math.min(settle_s, sampleEvery_s), act: () => countAfresh(life) },
    { time_s: 0, act: life.follow },
  ];
  for (let i = 0; i * sampleEvery_s < duration_s * (1 - 1e-12); i++)
    moments.push({ time_s: i * sampleEvery_s, act: life.sample });
  return moments;
}

function countAfresh({ cell }: Life): void {
  cell.fired.fill(0);
  cell.firedSince_s = cell.time_s;
}

const cellColumns = ({ twin, parameterSet, volume_um3 }: Given, life: Life): Columns => ({
  ...(parameterSet === undefined ? {} : { parameter_set: Int32Array.of(parameterSet) }),
  fibre: Int32Array.of(twin.fibre === 'I' ? 0 : 1),
  volume_um3: Float64Array.of(volume_um3),
  events: Float64Array.of(life.events()),
});

function keyed(job: Job, columns: Columns): Columns {
  const rows = Object.values(columns)[0]?.length ?? 0;
  const all = (x: number) => new Int32Array(rows).fill(x);
  return {
    condition: all(job.condition),
    point: all(job.point),
    donor: all(job.donor),
    cell: all(job.cell),
    ...columns,
  };
}
