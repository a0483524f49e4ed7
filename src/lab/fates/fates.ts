import type { Dataset } from '../../dataset/read.js';
import type { Flow } from '../../language/laboratory.js';
import { laboratory } from '../../model/laboratory.js';
import { type Estimate, meanInterval } from '../../stats/interval.js';
import { nothingFollowed } from '../problems.js';
import { proportion } from '../proportion.js';

/** Time that molecules spend in one place before they go elsewhere. */
export interface Residence {
  readonly place: string;
  /** Mean stay in seconds: time spent there over departures, so that stays cut off by the end count as far as they go. */
  readonly stay_s: Estimate;
}
/** What became of the followed leucines of one condition. */
export interface Fates {
  readonly point: number;
  readonly condition: string;
  readonly molecules: number;
  /** Of all that were followed, by the end that each met, with what is left at the end of the run. */
  readonly split: readonly { readonly fate: string; readonly share: Estimate }[];
  /** Of those that met an end: turns from leucine to KIC and back before it. */
  readonly cycles: Estimate;
  /** Shares with 0, 1, 2, ... turns. */
  readonly byCycles: readonly number[];
  readonly residence: readonly Residence[];
}

export const STILL_THERE = 'still there';

/** Lives of followed leucines, condition by condition, from `molecules.arrow`. Throws a LabProblem where none were followed. */
export async function fatesOf(dataset: Dataset): Promise<readonly Fates[]> {
  if (!dataset.tables().includes('molecules')) throw nothingFollowed(dataset.folder);
  const { duration_s } = dataset.manifest.plan;
  const groups = new Map<string, Group>();
  let lives = new Map<number, Life>();
  let cell = '';
  let group: Group | undefined;
  const close = () => {
    if (group !== undefined) for (const life of lives.values()) finish(group, life, duration_s);
    lives = new Map();
  };
  for await (const row of dataset.rows('molecules')) {
    const [point, condition] = [row.point as number, row.condition as string];
    const here = JSON.stringify([point, condition, row.donor, row.cell]);
    if (here !== cell) {
      close();
      cell = here;
      const key = JSON.stringify([point, condition]);
      group = groups.get(key) ?? newGroup(point, condition);
      groups.set(key, group);
    }
    step(group!, lives, row.molecule as number, row.time_s as number, row.event as string, row.now as string);
  }
  close();
  const found = [...groups.values()].filter((g) => g.molecules > 0);
  if (found.length === 0) throw nothingFollowed(dataset.folder);
  return found.map(told);
}

interface Life {
  place: string;
  since_s: number;
  cycles: number;
}
interface Group {
  readonly point: number;
  readonly condition: string;
  molecules: number;
  readonly ends: Map<string, number>;
  readonly cycles: number[];
  readonly spent_s: Map<string, number>;
  readonly left: Map<string, number>;
}
const newGroup = (point: number, condition: string): Group => ({
  point,
  condition,
  molecules: 0,
  ends: new Map(),
  cycles: [],
  spent_s: new Map(),
  left: new Map(),
});

const eventsOf = (flow: Flow): readonly string[] => flow.firings.map(({ rule, rate }) => `${rule}.${rate}`);
const FATE_OF = new Map(
  laboratory.fates.flatMap((fate) => eventsOf(fate).map((event) => [event, fate.name])),
);
const CYCLE = new Set(eventsOf(laboratory.cycle));

/** A molecule's record begins as leucine or is not counted; its first end is its last event here. */
function step(
  group: Group,
  lives: Map<number, Life>,
  molecule: number,
  time_s: number,
  event: string,
  now: string,
): void {
  const life = lives.get(molecule);
  if (life === undefined) {
    if (event !== 'followed' || !now.startsWith('Leucine@')) return;
    group.molecules += 1;
    lives.set(molecule, { place: now, since_s: time_s, cycles: 0 });
    return;
  }
  if (life.place === '') return;
  add(group.spent_s, life.place, time_s - life.since_s);
  add(group.left, life.place, 1);
  if (CYCLE.has(event)) life.cycles += 1;
  const fate = FATE_OF.get(event) ?? (now === 'gone' ? event : undefined);
  if (fate !== undefined) {
    add(group.ends, fate, 1);
    group.cycles.push(life.cycles);
  }
  life.place = fate === undefined ? now : '';
  life.since_s = time_s;
}

function finish(group: Group, { place, since_s }: Life, end_s: number): void {
  if (place === '') return;
  add(group.spent_s, place, end_s - since_s);
  add(group.ends, STILL_THERE, 1);
}

const add = (to: Map<string, number>, key: string, n: number) => to.set(key, (to.get(key) ?? 0) + n);

const Z = 1.959963984540054;

function told({ point, condition, molecules, ends, cycles, spent_s, left }: Group): Fates {
  const names = [...laboratory.fates.map((f) => f.name), STILL_THERE];
  const others = [...ends.keys()].filter((name) => !names.includes(name));
  const most = Math.max(0, ...cycles);
  return {
    point,
    condition,
    molecules,
    split: [...names, ...others].map((fate) => ({ fate, share: proportion(ends.get(fate) ?? 0, molecules) })),
    cycles: meanInterval(cycles),
    byCycles: Array.from(
      { length: most + 1 },
      (_, k) => cycles.filter((c) => c === k).length / cycles.length,
    ),
    residence: [...spent_s].map(([place, spent]) => {
      const n = left.get(place) ?? 0;
      const stay = spent / n;
      const factor = Math.exp(Z / Math.sqrt(n));
      return { place, stay_s: { value: stay, low: stay / factor, high: stay * factor, n } };
    }),
  };
}
