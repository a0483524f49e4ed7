import { FORCINGS } from '../body/forcing.js';
import { conditionAt } from '../scenario/expand.js';
import type { Plan } from '../scenario/plan.js';
import type { Given } from './given.js';
import { cannot } from './messages.js';
import type { ArmPlace, Places, ToPlan } from './place.js';
import { commonStep, type Timing } from './timing.js';

/** One arm as it is to be run. */
export interface Protocol {
  readonly key: string;
  readonly name: string;
  readonly timing: Timing;
  readonly given: Given;
  /** Only what the cell is given is read: one cell is enough. */
  readonly livesNothing: boolean;
}
/** What decides cost and error; `cells` where it is not given follows from how long a cell lives. */
export interface Size {
  readonly cells?: number;
  readonly volume: string;
  readonly settle: string;
  readonly seed?: string;
  readonly method?: string;
  /** Cell hours spent on a condition where `cells` is not given, and the least and most cells. */
  readonly hours: number;
  readonly least: number;
  readonly most: number;
}
/** Conditions that are run as one plan into one dataset. */
export interface Batch {
  readonly name: string;
  readonly text: string;
  readonly plan: Plan;
}

interface Condition {
  readonly name: string;
  readonly keys: Given['keys'];
  duration_min: number;
  sampleEvery_min: number;
  livesNothing: boolean;
  readonly protocols: Protocol[];
}

/** Groups protocols into conditions that are alike, and those into batches of one duration. */
export function batchesOf(
  protocols: readonly Protocol[],
  size: Size,
  toPlan: ToPlan,
): { readonly batches: readonly Batch[]; readonly placed: Places } {
  const placed = new Map<string, ArmPlace>();
  const place = (p: Protocol, where: Partial<ArmPlace>) =>
    placed.set(p.key, {
      clock: p.timing,
      batch: '',
      condition: '',
      curves: {},
      notes: p.given.notes,
      reasons: [],
      ...where,
    });
  const possible = protocols.filter((p) => {
    if (p.given.reasons.length > 0) place(p, { reasons: p.given.reasons });
    return p.given.reasons.length === 0;
  });
  const conditions = distinct(possible).filter((c) => {
    const read = toPlan(scenarioText([c], size), 'validation');
    if ('why' in read) for (const p of c.protocols) place(p, { reasons: [cannot.scenario(read.why)] });
    return !('why' in read);
  });
  const batches = [...grouped(conditions)].map(([name, group]) => {
    const text = scenarioText(group, size);
    const plan = toPlan(text, name);
    if ('why' in plan) throw new Error(`conditions that are valid one by one are not together: ${plan.why}`);
    for (const c of group)
      for (const p of c.protocols)
        place(p, { batch: name, condition: c.name, curves: measuredCurves(plan, c.name) });
    return { name, text, plan };
  });
  return { batches, placed };
}

function measuredCurves(plan: Plan, condition: string): Readonly<Record<string, string>> {
  const { provenance } = conditionAt(plan, 0, plan.conditionNames.indexOf(condition));
  return Object.fromEntries(
    Object.entries(provenance).filter(([, from]) => FORCINGS.get(from.split(' ')[0]!)?.kind === 'measured'),
  );
}

/** A protocol of more than this shares no condition with a shorter one, whose cells it would make few. */
const LONG_min = 9 * 60;

/** Conditions that give the cell the same, from the same time on, are one. */
function distinct(protocols: readonly Protocol[]): Condition[] {
  const found = new Map<string, Condition>();
  const names = new Set<string>();
  for (const p of protocols) {
    const long = p.timing.duration_min > LONG_min ? 'long ' : '';
    const key = `${long}${JSON.stringify(p.given.keys, (_, v: unknown) => (isMapping(v) ? sorted(v) : v))}`;
    const same = found.get(key);
    if (same === undefined) {
      const name = unusedName(p.name, names);
      const { duration_min, sampleEvery_min } = p.timing;
      const { livesNothing } = p;
      found.set(key, {
        name,
        keys: p.given.keys,
        duration_min,
        sampleEvery_min,
        livesNothing,
        protocols: [p],
      });
    } else {
      same.duration_min = Math.max(same.duration_min, p.timing.duration_min);
      same.sampleEvery_min = commonStep(same.sampleEvery_min, p.timing.sampleEvery_min);
      same.livesNothing &&= p.livesNothing;
      same.protocols.push(p);
    }
  }
  return [...found.values()];
}

const isMapping = (v: unknown): v is Record<string, unknown> =>
  typeof v === 'object' && v !== null && !Array.isArray(v);
const sorted = (v: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)));

function unusedName(wanted: string, taken: Set<string>): string {
  const base = wanted.replace(/[^\w +\-()%]/g, '_').slice(0, 56);
  let name = base;
  for (let n = 2; taken.has(name); n++) name = `${base} ${n}`;
  taken.add(name);
  return name;
}

/** Sampling that others should not have to share. */
const OFTEN_min = 5;

/** By whole hours of run, so that few plans hold all conditions and none lives much longer than it needs. */
function grouped(conditions: readonly Condition[]): ReadonlyMap<string, readonly Condition[]> {
  const groups = new Map<string, Condition[]>();
  for (const c of [...conditions].sort((a, b) => a.duration_min - b.duration_min)) {
    const often = c.sampleEvery_min < OFTEN_min ? ` every ${c.sampleEvery_min} min` : '';
    const name = `${Math.ceil(c.duration_min / 60)}h${often}${c.livesNothing ? ' given' : ''}`.replaceAll(
      ' ',
      '-',
    );
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [c]);
    else group.push(c);
  }
  return groups;
}

/** A batch as the scenario that it is: JSON, which is YAML. */
function scenarioText(conditions: readonly Condition[], size: Size): string {
  const duration_min = Math.max(...conditions.map((c) => c.duration_min));
  const affordable = Math.min(size.most, Math.max(size.least, Math.round((60 * size.hours) / duration_min)));
  const cells = conditions.every((c) => c.livesNothing) ? 1 : (size.cells ?? affordable);
  return `${JSON.stringify(
    {
      question: 'What do the protocols of published studies do to virtual muscle?',
      cells,
      volume: size.volume,
      duration: `${duration_min} min`,
      'sample every': `${conditions.map((c) => c.sampleEvery_min).reduce(commonStep)} min`,
      settle: size.settle,
      ...(size.seed === undefined ? {} : { seed: size.seed }),
      ...(size.method === undefined ? {} : { method: size.method }),
      assays: ['census', 'fluxes'],
      conditions: Object.fromEntries(conditions.map((c) => [c.name, c.keys])),
    },
    null,
    2,
  )}\n`;
}
