import { type At, type Given, impossible, keys, NOTHING_GIVEN } from './given.js';
import { cannot } from './messages.js';
import type { Arm, Drug, Exercise, Target } from './target.js';

interface State {
  readonly called: RegExp;
  readonly keys: (found: RegExpExecArray, exercise: Exercise | null) => Readonly<Record<string, unknown>>;
}

/** How long a bout of resistance exercise or of contractions lasts; it ends at the time that the protocol counts from. */
const BOUT_min = 60;
/** Endurance work begins at the time that the protocol counts from. */
const ENDURANCE_min = 180;

/**
 * Lasting states of the muscle, in the words of a scenario; several are joined with "+" or ",". What the arm does not say of
 * training, its name or the population says; what it does not say of a fast of days, the protocol's baseline says.
 */
export function statesOf(target: Target, arm: Arm): readonly Given[] {
  const parts = (arm.state ?? '')
    .split(/[+,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const named = [arm.id, target.population.group ?? ''].map(ofTraining).find((word) => word !== undefined);
  if (named !== undefined && !parts.some((part) => TRAINED.test(part))) parts.push(named);
  const human = /^human/.test(target.population.species ?? 'human');
  const baseline = LONG_FAST.exec(target.protocol.baseline ?? '')?.[0];
  if (baseline !== undefined && human && !parts.some((part) => LONG_FAST.test(part))) parts.push(baseline);
  return parts.map((part) =>
    !human && LONG_FAST.test(part) ? impossible(cannot.state(part)) : stateNamed(part, arm.exercise),
  );
}

function stateNamed(part: string, exercise: Exercise | null): Given {
  for (const { called, keys: of } of STATES) {
    const found = called.exec(part);
    if (found !== null) return keys(of(found, exercise));
  }
  return impossible(cannot.state(part));
}

const ENDURANCE = /endurance|aerobic|cycling|cyclist|running|runner/i;
/** Words about training, with what it was for if that is said just before. */
const TRAINED = /\b(?:(endurance|aerobic(?:ally)?|resistance|strength|weight)[ -])?(un)?trained\b/i;

/** The word about training that is said here; of a group of both kinds it is not known which an arm is. */
function ofTraining(words: string): string | undefined {
  const said = [...words.matchAll(new RegExp(TRAINED, 'gi'))];
  return said.every(([, , un]) => un === said[0]![2]) ? said[0]?.[0] : undefined;
}

function trained(
  [, what, un]: RegExpExecArray,
  exercise: Exercise | null,
): Readonly<Record<string, unknown>> {
  if (un !== undefined) return {};
  return { training: ENDURANCE.test(what ?? exercise?.type ?? '') ? 'endurance' : 'resistance' };
}

/** A fast with its duration: "3.5 d fast", "60-h fasted", "starved for 3 days". */
const LONG_FAST =
  /([\d.]+)[ -]*(h|hours?|d|days?)[ -]+(?:of[ -]+)?(?:fast|starv)\w*|(?:fast|starv)\w*[ -]+(?:for[ -]+)?([\d.]+)[ -]*(h|hours?|d|days?)\b/i;
/** Up to here a fast is the night's. */
const NIGHT_h = 16;

function fasted([, a, unitA, b, unitB]: RegExpExecArray): Readonly<Record<string, unknown>> {
  const hours = Number(a ?? b) * (/^d/i.test(unitA ?? unitB!) ? 24 : 1);
  return hours <= NIGHT_h ? {} : { fast: `${hours} h` };
}

const STATES: readonly State[] = [
  { called: /^(young|healthy|rested?|control|fasted)$/i, keys: () => ({}) },
  { called: TRAINED, keys: trained },
  { called: LONG_FAST, keys: fasted },
  { called: /worst.*(old|ag(e|ing))|(old|ag(e|ing)).*worst/i, keys: () => ({ ageing: 'worst' }) },
  { called: /^(old|older|aged|ageing|aging|elderly)/i, keys: () => ({ ageing: 'consensus' }) },
  {
    called: /^([\d.]+)\s*d(?:ays?)?\b.*bed ?rest/i,
    keys: ([, d]) => ({ disuse: { kind: 'bed rest', for: `${d} d` } }),
  },
  {
    called: /^([\d.]+)\s*d(?:ays?)?\b.*(cast|immobili[sz]|disuse)/i,
    keys: ([, d]) => ({ disuse: { kind: 'immobilisation', for: `${d} d` } }),
  },
  { called: /^culture$/i, keys: () => CULTURE },
  { called: /cortisol/i, keys: () => ({ glucocorticoid: STRESS_CORTISOL }) },
  { called: /glucocorticoid|dexamethasone/i, keys: () => ({ glucocorticoid: 'x1' }) },
  { called: /cachexia|inflammation|sepsis|tumou?r|cancer/i, keys: () => ({ inflammation: 'x1' }) },
  {
    called: /^sestrin2? Kd\s*x\s*([\d.]+)/i,
    keys: ([, factor]) => ({ parameters: { 'sestrin2-leucine.on': `x${1 / Number(factor)}` } }),
  },
  {
    called: /^N_(\w+)\s*=\s*0$|^(\w+)\s+knock-?out$|^no (\w+)$/i,
    keys: ([, a, b, c]) => ({ 'knock-out': AGENT_NAMES.get((a ?? b ?? c)!.toUpperCase()) ?? a ?? b ?? c }),
  },
];

/**
 * A cultured cell: no turnover of protein, arginine of RPMI 1640 (200 mg/L, 1.15 mM, for some 80 uM in plasma), leucine inside four
 * times that outside ("several-fold", Gauthier-Coles et al., Nat Commun 12:5282, 2021, doi:10.1038/s41467-021-25563-x; four is assumed), and
 * as many Sestrins as GATOR2 (assumed).
 */
const CULTURE = {
  breakdown: 0,
  elongation: 0,
  arginine: 14,
  leucine_inflow: 3,
  parameters: { 'copies.Sestrin': 'x0.2' },
};
/**
 * Cortisol of the stressed, some 22 ug/dl against 10 (Paddon-Jones et al., J Clin Endocrinol Metab 91, 2006), as a share of
 * strength 1, 42 ug/dl (Simmons et al. 1984).
 */
const STRESS_CORTISOL = 'x0.4';

/** Agents of the model by the names that papers give them. */
const AGENT_NAMES: ReadonlyMap<string, string> = new Map([
  ['BCAT2', 'BCAT2'],
  ['BCATM', 'BCAT2'],
  ['BCKDK', 'BDK'],
  ['BDK', 'BDK'],
  ['SESTRIN2', 'Sestrin'],
  ['SESN2', 'Sestrin'],
  ['SESTRIN', 'Sestrin'],
  ['S6K1', 'S6K1'],
  ['PPM1K', 'PPM1K'],
]);

/** From when to when a bout lasts, in minutes of the protocol. */
export function boutOf({ type, t_min, duration_min }: Exercise): readonly [from_min: number, to_min: number] {
  const from = typeof t_min === 'number' ? t_min : 0;
  return ENDURANCE.test(type ?? '')
    ? [from, from + (duration_min ?? ENDURANCE_min)]
    : [from - (duration_min ?? BOUT_min), from];
}

/** A bout of exercise. Where no time is given it ends as the protocol begins. */
export function exerciseOf(exercise: Exercise | null, at: At): Given {
  if (exercise === null) return NOTHING_GIVEN;
  const type = exercise.type ?? 'not stated';
  const [from_min, to_min] = boutOf(exercise);
  if (ENDURANCE.test(type)) {
    return keys(
      { exercise: { kind: 'endurance', at: at(from_min), for: `${to_min - from_min} min` } },
      { first_min: Math.min(0, from_min) },
    );
  }
  if (!/resistance|contraction|not stated|eccentric/i.test(type)) return impossible(cannot.exercise(type));
  const notes = /resistance/i.test(type) ? [] : [`exercise (${type}) given as resistance exercise`];
  return keys(
    { exercise: { kind: 'resistance', at: at(from_min), for: `${to_min - from_min} min` } },
    { first_min: from_min, notes },
  );
}

/** Long before the fasted time that is lived. */
export const BEFORE = '-1 d';

/** A drug at a level that saturates what it binds; rapamycin and BT2 are there before the protocol begins. */
export function drugOf(drug: Drug | null, at: At): Given {
  if (drug === null) return NOTHING_GIVEN;
  const level = drug.level === undefined ? {} : { level: drug.level };
  if (/^rapamycin|sirolimus/i.test(drug.agent)) return keys({ rapamycin: { ...level, at: BEFORE } });
  if (/^BT-?2$/i.test(drug.agent)) return keys({ bt2: Object.keys(level).length > 0 ? level : 'on' });
  if (/^NV-?5138$/i.test(drug.agent)) return keys({ nv5138: { ...level, at: at(drug.t_min ?? 0) } });
  return impossible(cannot.drug(drug.agent));
}
