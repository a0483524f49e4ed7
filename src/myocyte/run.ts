import type { Sitting } from '../assays/assay.js';
import { instantiate, ratesOf } from '../compile/instantiate.js';
import { type Stop, setRates } from '../engine/advance.js';
import type { Cell } from '../engine/cell.js';
import { follow, setSource } from '../engine/labels.js';
import { LABEL_CLASSES } from '../engine/tables.js';
import { resolve } from '../language/parameters.js';
import { fibreFactor } from '../model/fibres.js';
import { leucineModel } from '../model/leucine.js';
import { streamFor } from '../random/stream.js';
import { uniform53 } from '../random/uniform.js';
import { cellsAt, conditionAt, replicateAt } from '../scenario/expand.js';
import type { Condition, Job, Plan } from '../scenario/plan.js';
import { assaysOf, kernel, structure } from './prepared.js';
import type { CellRecord, Columns } from './record.js';
import { inputValue, type Stretch, timelineOf } from './timeline.js';
import { type Twin, twinOf } from './twin.js';

/**
 * One virtual myocyte, from the time that it settles before the protocol to its end; courses hold at negative times too. The streams of events, labels,
 * identities and assay noise are the cell's own and the same in every condition (common random numbers). Never
 * throws: a cell that fails comes back as a record with its reason.
 */
export function runCell(plan: Plan, job: Job): CellRecord {
  let events = 0;
  try {
    const life = prepare(plan, job);
    const { cell } = life;
    try {
      const tables = live(plan, job, life);
      return { job: job.index, status: 'ok', reason: '', events: cell.events, tables };
    } finally {
      events = cell.events;
    }
  } catch (error) {
    return { job: job.index, status: 'failed', reason: (error as Error).message, events, tables: {} };
  }
}

interface Life {
  readonly cell: Cell;
  readonly advance: (until_s: number) => Stop;
  readonly twin: Twin;
  readonly volume_um3: number;
  readonly condition: Condition;
  /** Channel rates in a stretch of constant inputs. */
  readonly ratesIn: (stretch: Stretch) => Float64Array;
}

function prepare(plan: Plan, job: Job): Life {
  const condition = conditionAt(plan, job.point, job.condition);
  const { volume_um3: mean_um3, variation } = cellsAt(plan, job.point);
  const agents = leucineModel.individuals.map((p) => p.agent.agentName);
  const twin = twinOf(plan.seed, variation, job.donor, job.cell, agents);
  const volume_um3 = mean_um3 * twin.volumeFactor;
  const value = resolve(leucineModel, condition.parameters);
  const life = replicateAt(plan, job.point);
  const again = life === 0 ? [] : ['replicate', life];
  const stream = (name: string) => streamFor(plan.seed, name, job.donor, job.cell, ...again);
  const start = streamFor(plan.seed, 'start', job.donor, job.cell);
  const copies = (agent: string) =>
    (twin.copies.get(agent) ?? 1) * fibreFactor(agent, twin.fibre) * (condition.copies[agent] ?? 1);
  const tables = instantiate(structure, { volume_um3, value, copies, uniform: () => uniform53(start) });
  const streams = { events: stream('events'), labels: stream('labels'), identities: stream('identities') };
  const { cell, advance } = kernel.create(tables, streams, leucineModel.labelSources.length);
  const inputs = new Map(leucineModel.inputs.map((i) => [i.name, i]));
  const rates = ratesOf(structure, { volume_um3, value });
  const ratesIn = (stretch: Stretch) => rates((name) => inputValue(inputs.get(name)!, stretch));
  return { cell, advance, twin, volume_um3, condition, ratesIn };
}

function live(plan: Plan, job: Job, life: Life): CellRecord['tables'] {
  const { cell, advance, volume_um3, condition } = life;
  const noise = (assay: string) =>
    streamFor(plan.seed, 'noise', assay, job.donor, job.cell, job.condition, job.point);
  const sittings = assaysOf(plan).map(({ assay, bench }) =>
    assay.observe(bench, { volume_um3, noise: noise(assay.name) }),
  );
  const courses = { ...condition.inputs, ...labelCourses(condition) };
  const moments = momentsOf(plan, cell, sittings);
  let next = 0;
  cell.time_s = -plan.settle_s;
  for (const stretch of timelineOf(courses, -plan.settle_s, plan.duration_s, plan.inputTolerance)) {
    setRates(cell, life.ratesIn(stretch));
    setLabels(cell, condition, stretch);
    for (; next < moments.length && moments[next]!.time_s < stretch.to_s; next++) {
      advance(moments[next]!.time_s);
      moments[next]!.act();
    }
    advance(stretch.to_s);
  }
  for (const sitting of sittings) sitting.sample(cell);
  const tables: Record<string, Columns> = { cells: cellColumns(life) };
  for (const sitting of sittings) Object.assign(tables, sitting.finish(cell));
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
function momentsOf(plan: Plan, cell: Cell, sittings: readonly Sitting[]): readonly Moment[] {
  const { duration_s, sampleEvery_s, settle_s } = plan;
  const moments: Moment[] = [
    { time_s: -Math.min(settle_s, sampleEvery_s), act: () => countAfresh(cell) },
    { time_s: 0, act: () => startFollowing(cell, plan) },
  ];
  const sample = () => {
    for (const sitting of sittings) sitting.sample(cell);
  };
  for (let i = 0; i * sampleEvery_s < duration_s * (1 - 1e-12); i++)
    moments.push({ time_s: i * sampleEvery_s, act: sample });
  return moments;
}

function countAfresh(cell: Cell): void {
  cell.fired.fill(0);
  cell.firedSince_s = cell.time_s;
}

function startFollowing(cell: Cell, plan: Plan): void {
  for (const [name, n] of Object.entries(plan.follow))
    structure.crowds.forEach((crowd, q) => {
      if (crowd.agent.agentName === name) follow(cell, q, n === 'all' ? 0 : n, n === 'all');
    });
}

const CLASS_OF_KEY = { C1: 1, N: 2, C1N: 3 } as const;
const labelName = (source: string, key: string): string => `label ${source} ${key}`;

const labelCourses = ({ labels }: Condition) =>
  Object.fromEntries(
    Object.entries(labels).flatMap(([source, keys]) =>
      Object.entries(keys).map(([key, course]) => [labelName(source, key), course] as const),
    ),
  );

function setLabels(cell: Cell, { labels }: Condition, stretch: Stretch): void {
  leucineModel.labelSources.forEach((source, i) => {
    if (labels[source.name] === undefined) return;
    const share = new Float64Array(LABEL_CLASSES);
    for (const [key, cls] of Object.entries(CLASS_OF_KEY))
      share[cls] = stretch.values.get(labelName(source.name, key)) ?? 0;
    setSource(cell, i, share);
  });
}

const cellColumns = ({ twin, volume_um3, cell }: Life): Columns => ({
  fibre: Int32Array.of(twin.fibre === 'I' ? 0 : 1),
  volume_um3: Float64Array.of(volume_um3),
  events: Float64Array.of(cell.events),
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
