import type { Tolerance } from '../meanfield/integrate.js';
import type { Job, Method, Plan } from '../scenario/plan.js';
import { OverBudget } from './budget.js';
import { exactLife } from './exact.js';
import { type Given, givenOf } from './given.js';
import { type Keeper, type SavedLife, Stopped } from './keeper.js';
import type { Life } from './life.js';
import { meanFieldLife } from './mean-field.js';
import { structure } from './prepared.js';
import type { CellRecord, Columns } from './record.js';

/** How each method moves a cell. */
type Begin = (plan: Plan, job: Job, given: Given, heed?: () => void) => Life;
const LIVES: Readonly<Record<Method, Begin>> = {
  exact: exactLife,
  hybrid: exactLife,
  'mean-field': (plan, job, given) => meanFieldLife(plan, job, given),
};

/**
 * One virtual myocyte, from the time that it settles before the protocol to its end; courses hold at negative times
 * too. Never throws: a cell that fails comes back as a record with its reason. With a keeper it may begin in the middle of its
 * life, and comes back as undefined where it was kept and stopped.
 */
export function runCell(plan: Plan, job: Job): CellRecord;
export function runCell(plan: Plan, job: Job, keeper: Keeper | undefined): CellRecord | undefined;
export function runCell(plan: Plan, job: Job, keeper?: Keeper): CellRecord | undefined {
  return lived(LIVES[plan.method], plan, job, keeper);
}

/** For courses that are compared with measurements, hundreds of times: a seventh of the work. */
const COARSE: Tolerance = { relative: 1e-3, absolute: 1e-3 };
const COARSE_INPUT = 0.05;

/**
 * The mean field of a myocyte, whatever the method of its plan, no finer than a fit needs; its proteins are those of an even
 * mixture of fibre types, whatever its twin's. Never throws.
 */
export const runAverage = (plan: Plan, job: Job): CellRecord =>
  lived(
    (own, ofIt, given) => meanFieldLife(own, ofIt, { ...given, copies: evenMixture(given) }, COARSE),
    { ...plan, inputTolerance: Math.max(plan.inputTolerance, COARSE_INPUT) },
    job,
  )!;

/** The factors of the fibre types have mean 1. */
const evenMixture =
  ({ stages }: Given) =>
  (agent: string): number =>
    stages[0]!.condition.copies[agent] ?? 1;

function lived(begin: Begin, plan: Plan, job: Job, keeper?: Keeper): CellRecord | undefined {
  let events = 0;
  try {
    const given = givenOf(structure, plan, job);
    const at = { step: keeper?.kept?.step ?? 0 };
    const heed = (): void => {
      const what = keeper!.now();
      if (what === 'go on') return;
      keeper!.keep({ step: at.step, life: life.saved!.save() });
      if (what === 'stop') throw new Stopped();
    };
    const life = begin(plan, job, given, keeper && heed);
    try {
      const tables = live(plan, job, given, life, at, keeper?.kept);
      return { job: job.index, status: 'ok', reason: '', events: life.events(), tables };
    } finally {
      events = life.events();
    }
  } catch (error) {
    if (error instanceof Stopped) return undefined;
    if (error instanceof OverBudget) events = error.events;
    return { job: job.index, status: 'failed', reason: (error as Error).message, events, tables: {} };
  }
}

/** Lives the steps of a cell from `at.step` on, which always says which one it is in. */
function live(
  plan: Plan,
  job: Job,
  given: Given,
  life: Life,
  at: { step: number },
  kept: SavedLife | undefined,
): CellRecord['tables'] {
  const steps = stepsOf(plan, given, life);
  life.cell.time_s = -plan.settle_s;
  if (kept !== undefined) {
    life.saved!.restore(kept.life);
    life.saved!.goOn((steps[at.step] as Advance).until_s);
    at.step++;
  }
  for (; at.step < steps.length; at.step++) {
    const step = steps[at.step]!;
    if ('until_s' in step) life.advance(step.until_s, step.was_until_s);
    else step.act();
  }
  const tables = { cells: cellColumns(given, life), ...life.finish() };
  return Object.fromEntries(Object.entries(tables).map(([name, columns]) => [name, keyed(job, columns)]));
}

interface Advance {
  readonly until_s: number;
  /** The stop that it would have made, had nothing been changed before it. */
  readonly was_until_s?: number;
}
type Step = Advance | Pick<Moment, 'act'>;

/** Everything that befalls a cell, in order: new inputs, time that passes, and what happens at moments. */
function stepsOf(plan: Plan, { stretches }: Given, life: Life): readonly Step[] {
  const moments = momentsOf(plan, life);
  const steps: Step[] = [];
  let next = 0;
  for (const stretch of stretches) {
    steps.push({ act: () => life.enter(stretch) });
    for (; next < moments.length && moments[next]!.time_s < stretch.to_s; next++)
      steps.push({ until_s: moments[next]!.time_s }, moments[next]!);
    const was_until_s = Math.min(stretch.was_to_s ?? stretch.to_s, moments[next]?.time_s ?? Infinity);
    steps.push({ until_s: stretch.to_s, was_until_s });
  }
  steps.push({ act: life.sample });
  return steps;
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
