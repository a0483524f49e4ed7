import { type Formula, type Leaf, leavesOf, parseFormula } from '../analysis/validation/formula.js';
import { MEASURES } from '../analysis/validation/measures.js';
import { cannot } from './messages.js';
import { ruleEvents } from './rule-events.js';
import { statementsOf } from './sentences.js';
import type { Band, Point, Spot, Target } from './target.js';
import { measureNamed } from './words.js';

/** One row of a target: a band or an inequality, read as a formula over measures; or why it cannot be read. */
export interface Row {
  readonly kind: 'band' | 'inequality' | 'none';
  readonly arm: string;
  /** When, or the inequality itself. */
  readonly at: string;
  readonly quantity: string;
  readonly published: Point | null;
  readonly formula?: Formula;
  /** The formula as text. */
  readonly text?: string;
  readonly lo: number | null;
  readonly hi: number | null;
  /** Why it is not evaluated. */
  readonly reason?: string;
}

/** Every band and inequality of a target as rows; a target without either is one row that says so. */
export function rowsOf(target: Target): readonly Row[] {
  const { bands, inequalities } = target.accept;
  const rows = [
    ...bands.map((band) => bandRow(target, band)),
    ...inequalities.flatMap((text) => inequalityRows(target, text)),
  ];
  const nothing: Row = {
    kind: 'none',
    arm: target.protocol.arms[0]!.id,
    at: '',
    quantity: '',
    published: null,
    lo: null,
    hi: null,
    reason: cannot.nothing(),
  };
  return rows.length === 0 ? [nothing] : rows;
}

function bandRow(target: Target, band: Band): Row {
  const row = {
    kind: 'band' as const,
    arm: band.arm,
    at: atOf(band),
    quantity: band.quantity ?? '',
    published: pointFor(target, band),
    lo: band.lo,
    hi: band.hi,
  };
  const written = formulaOf(band.quantity ?? '', target);
  const text = written === undefined ? spotFormula(target, band) : (band.quantity as string);
  if (text === undefined)
    return { ...row, reason: cannot.quantity([band.quantity, target.observable].filter(Boolean).join(', ')) };
  return { ...row, ...checked(target, text) };
}

/** One row a statement: a sentence may make several. */
function inequalityRows(target: Target, text: string): readonly Row[] {
  const row = {
    kind: 'inequality' as const,
    arm: '',
    at: text,
    quantity: '',
    published: null,
    lo: null,
    hi: null,
  };
  const own = formulaOf(text, target);
  const said = own === undefined ? statementsOf(target, text) : [{ formula: text }];
  if (said === undefined) return [{ ...row, reason: cannot.sentence(text) }];
  return said.map((statement) => {
    if ('unread' in statement) return { ...row, reason: statement.why ?? cannot.sentence(statement.unread) };
    const read = checked(target, statement.formula);
    const leaves = 'formula' in read ? leavesOf(read.formula) : [];
    const arms = [...new Set(leaves.map((leaf) => leaf.arm))];
    return { ...row, arm: arms.join(', '), ...read };
  });
}

/** The formula, if all that it reads exists. */
function checked(target: Target, text: string): { formula: Formula; text: string } | { reason: string } {
  const parsed = parseFormula(text, soleArm(target));
  if (!parsed.ok) return { reason: parsed.why };
  for (const leaf of leavesOf(parsed.formula)) {
    if (!Object.hasOwn(MEASURES, leaf.measure)) return { reason: cannot.measure(leaf.measure) };
    if (!target.protocol.arms.some((arm) => arm.id === leaf.arm)) return { reason: cannot.noArm(leaf.arm) };
  }
  return { formula: parsed.formula, text };
}

/** A text that is a formula over at least one measure. */
function formulaOf(text: string, target: Target): Formula | undefined {
  if (!text.includes('[')) return undefined;
  const parsed = parseFormula(text, soleArm(target));
  return parsed.ok && leavesOf(parsed.formula).some(known) ? parsed.formula : undefined;
}
const known = (leaf: Leaf): boolean => Object.hasOwn(MEASURES, leaf.measure);

export const soleArm = ({ protocol: { arms } }: Target): string | undefined =>
  arms.length === 1 ? arms[0]!.id : undefined;

const atOf = ({ window, t_min }: Spot): string =>
  window === undefined ? (t_min == null ? '' : String(t_min)) : `${window[0]}..${window[1]}`;

/** The published point of a band: same arm, time and quantity; of a fold, the point over the fasted one. */
function pointFor(target: Target, band: Band): Point | null {
  const near = target.points.filter((p) => p.arm === band.arm && atOf(p) === atOf(band));
  const same = near.find((p) => p.quantity === band.quantity);
  if (same !== undefined) return same;
  const fasted = target.points.find((p) => p.arm === band.arm && p.t_min === 0)?.mean;
  const [point] = near;
  return band.quantity === 'fold' && fasted != null && point?.mean != null
    ? { ...point, mean: point.mean / fasted, error: null, error_kind: 'none' }
    : null;
}

const NOT_STATED = [0, 180] as const;
/** An hour by which a cell has settled under a drug that a study gives for days. */
const UNDER_DRUG = '600..660';
const RESTING = /^(fasted|basal|rest|baseline|post-?absorptive)/i;

/** When a spot is, as a formula writes it. */
export function whenOf(target: Target, spot: Spot): string {
  const { window, t_min, quantity = '' } = spot;
  if (window !== undefined) return `${window[0]}..${window[1]}`;
  if (t_min === 0 || RESTING.test(quantity)) return 'fasted';
  if (t_min != null) return String(t_min);
  const arm = target.protocol.arms.find((a) => a.id === spot.arm);
  const active = [arm, ...(/^post-?prandial|^fed/i.test(quantity) ? target.protocol.arms : [])].some(
    (a) =>
      a !== undefined &&
      (a.interventions.length > 0 || a.exercise !== null || a.forcing !== null || a.drug !== null),
  );
  if (!active) return 'fasted';
  if ((arm?.drug?.duration_d ?? 0) >= 1) return UNDER_DRUG;
  const windows = [...target.points, ...target.accept.bands].flatMap((p) => p.window ?? []);
  return `0..${windows.length === 0 ? NOT_STATED[1] : Math.max(...windows)}`;
}

/** Words of a quantity that leave the observable what it is. */
const LABEL =
  /\b(fed|fasted|basal|base-?line|rest(ing)?|fold|ratio|change|increment|response|mean|value|[CT]max|t1\/2|free leu|post-?absorptive|post-?prandial)\b|%/i;

/** The measure that a spot speaks of: by its quantity, else by the target's observable. */
export const measureOf = (target: Target, quantity = ''): string | undefined =>
  quantity !== '' && measureNamed(quantity) === undefined && !LABEL.test(quantity)
    ? undefined
    : observableOf(target, quantity);

const observableOf = (target: Target, quantity: string): string | undefined =>
  Object.hasOwn(MEASURES, target.observable) && measureNamed(quantity) === undefined
    ? target.observable
    : (measureNamed(quantity) ?? measureNamed(target.observable.split(' per fraction')[0]!));

/** A spot as a formula: the measure itself, its fold or per cent change from fasted, or its ratio to the first arm. */
function spotFormula(target: Target, spot: Spot): string | undefined {
  const { arm, quantity = '' } = spot;
  if (/mitochondrial/i.test(quantity)) return undefined;
  const when = whenOf(target, spot);
  const events = quantity === '' ? ruleEvents(target.observable, arm, when) : undefined;
  if (events !== undefined) return events;
  const pair = /^\s*([a-z][\w ->]*?)\s*\/\s*([a-z][\w ->]*?)\s*$/i.exec(quantity);
  const [over, under] = [pair?.[1], pair?.[2]].map((w) => (w === undefined ? undefined : measureNamed(w)));
  if (over !== undefined && under !== undefined)
    return `${inEvents(over, under)}[${arm}, ${when}] / ${inEvents(under, over)}[${arm}, ${when}]`;
  const measure = measureOf(target, quantity);
  if (measure === undefined) return undefined;
  const [value, fasted] = [`${measure}[${arm}, ${when}]`, `${measure}[${arm}, fasted]`];
  const first = target.protocol.arms[0]!.id;
  const { unit, comparison } = target;
  if (/Cmax/i.test(quantity)) return `peak(${measure}[${arm}, 0..600])`;
  if (/Tmax/i.test(quantity)) return `peak_time(${measure}[${arm}, 0..600])`;
  if (/t1\/2/i.test(quantity)) return `half_life(${measure}[${arm}, 240..600], ${fasted}) / 60`;
  if (/\b(Kd|EC50|Km|IC50)\b/i.test(quantity)) return undefined;
  if (/change/i.test(quantity))
    return percent(value, first === arm ? fasted : `${measure}[${first}, ${when}]`);
  if (/\bfold\b|fed ?\/ ?fasted/i.test(quantity) || unit === 'fold') return `${value} / ${fasted}`;
  if (/%\/h|%\/d/.test(quantity)) return value;
  const other = /(?:ratio to|\/)\s*([\w.-]+)\s*$/i.exec(quantity)?.[1];
  if (other !== undefined)
    return target.protocol.arms.some((a) => a.id === other)
      ? `${value} / ${measure}[${other}, ${when}]`
      : undefined;
  if (/\bratio\b/i.test(quantity) && first !== arm) return `${value} / ${measure}[${first}, ${when}]`;
  if (unit === '%' && !/absolute/.test(comparison)) return percent(value, fasted);
  if (measure === 'leucine_label') return `${value} / plasma_leucine_label[${arm}, ${when}]`;
  if (/^ratio/.test(unit) && /between arms/.test(comparison) && first !== arm)
    return `${value} / ${measure}[${first}, ${when}]`;
  if (/^ratio/.test(unit) && /fold/.test(comparison)) return `${value} / ${fasted}`;
  return value;
}

const percent = (value: string, of: string): string => `100 * (${value} / ${of} - 1)`;

/** Oxidation and synthesis have different units in the dataset; as events they compare. */
const inEvents = (measure: string, other: string): string =>
  new Set([measure, other]).has('fsr') && new Set([measure, other]).has('oxidation')
    ? measure === 'fsr'
      ? 'synthesis_events'
      : 'oxidation_events'
    : measure;
