import { MEASURES } from '../analysis/validation/measures.js';
import type { Arm, Target } from './target.js';
import { measureNamed } from './words.js';

/** KIC made from leucine less what turns back. */
export const NET_TRANSAMINATION = 'net_transamination';

/** What the words of a sentence stand for in its target. */
export interface Words {
  readonly arms: readonly string[];
  /** The only arm, if there is only one. */
  readonly sole: string | undefined;
  /** The measure that the target observes. */
  readonly own: string | undefined;
  /** Whether what the target observes is said as a fold of the fasted value. */
  readonly inFolds: boolean;
  readonly unit: string;
  readonly armNamed: (words: string) => string | undefined;
  readonly measureNamed: (words: string) => string | undefined;
  /** Arms in which nothing is done. */
  readonly idle: readonly string[];
  /** When an arm is measured where a sentence does not say, if its points and bands do. */
  readonly stated: (arm: string) => string | undefined;
  /** Times at which any arm is measured, and up to when. */
  readonly times_min: readonly number[];
  readonly last_min: number;
  /** The band of a spot, on the fold of the fasted value. */
  readonly foldBand: (arm: string, t_min: number) => readonly [number, number] | undefined;
  /** What the target says is "elevated": 1.15 of "exceeds 1.15 x fasted". */
  readonly elevated: number | undefined;
  readonly target: Target;
}

export function wordsOf(target: Target): Words {
  const arms = target.protocol.arms.map((a) => a.id);
  const spots = [...target.points, ...target.accept.bands];
  const timed = (arm: string) => [
    ...new Set(
      spots.flatMap((s) => (s.arm === arm && s.t_min != null && s.t_min > 0 ? [String(s.t_min)] : [])),
    ),
  ];
  const elevated = /exceeds ([\d.]+) x (?:fasted|basal|rest)/.exec(target.observable)?.[1];
  return {
    target,
    arms,
    own: ownOf(target),
    sole: arms.length === 1 ? arms[0] : undefined,
    inFolds: target.unit === 'fold' || /\bfold of\b/.test(target.observable),
    unit: target.unit,
    armNamed: (words) => armNamed(target.protocol.arms, words),
    measureNamed: (words) => quantityNamed(words, ownOf(target)),
    idle: target.protocol.arms.filter(isIdle).map((a) => a.id),
    stated: (arm) => {
      const window = spots.find((s) => s.arm === arm && s.window !== undefined)?.window;
      const [only, ...others] = timed(arm);
      if (window === undefined && only !== undefined && others.length === 0) return only;
      return window === undefined ? undefined : `${window[0]}..${window[1]}`;
    },
    times_min: [...new Set(spots.flatMap((s) => (s.t_min != null && s.t_min > 0 ? [s.t_min] : [])))].sort(
      (a, b) => a - b,
    ),
    last_min: Math.max(180, ...spots.flatMap((s) => [s.t_min ?? 0, ...(s.window ?? [])])),
    foldBand: (arm, t_min) => foldBand(target, arm, t_min),
    elevated: elevated === undefined ? undefined : Number(elevated),
  };
}

/** What the target observes, if that is one thing; what is given to the cell beside it does not count. */
function ownOf({ observable }: Target): string | undefined {
  if (Object.hasOwn(MEASURES, observable)) return observable;
  const named = observable
    .split(';')
    .flatMap((words) => measureNamed(words.split(' per fraction')[0]!) ?? []);
  const all = [...new Set(named)];
  const computed = all.filter((name) => MEASURES[name]!.from.kind !== 'given');
  const [own, ...others] = computed.length > 0 ? computed : all;
  return others.length === 0 ? own : undefined;
}

const isIdle = (a: Arm): boolean =>
  a.interventions.length === 0 && a.exercise === null && a.drug === null && a.forcing === null && !a.state;

const plain = (words: string): string =>
  words
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');

/** By its id, by a dose that only it was given, or by a part of its id that no other has. */
function armNamed(arms: readonly Arm[], name: string): string | undefined {
  const words = plain(name).replace(/^(the|each) | (arms?|group|leg|muscle|limb)$/g, '');
  if (words === '') return undefined;
  const exact = arms.find((a) => plain(a.id).replaceAll(' ', '') === words.replaceAll(' ', ''));
  if (exact !== undefined) return exact.id;
  const dose = /^([\d.]+) ?g$/.exec(words)?.[1];
  const found = arms.filter((a) =>
    dose === undefined
      ? ` ${plain(a.id)} `.includes(` ${words} `)
      : a.interventions.some((i) => (i.leucine_g ?? (i.unit === 'g' ? i.dose : null)) === Number(dose)),
  );
  return found.length === 1 ? found[0]!.id : undefined;
}

/** Words beside the name of a quantity that leave it what it is. */
const NEUTRAL =
  /(?<![-:])\b(the|of|muscle|protein|mixed|leg|intracellular|free|in|rate|levels?|signal|fraction|complex(es)?|association|phosphorylation|activity|concentration|mean|value|basal|serum|forcing|[TS]\d+(\/[TS]?\d+)?)\b/gi;
const CORE =
  /^(fsr|fbr|fractional synthe(tic|sis)|synthesis|mps|mpb|nold|breakdown|proteolysis|degradation|(leucine )?oxidation|p-?s6k1?|s6k1?|p-?akt|p-?mtor(c1)?|p-?4e-?bp1|net (protein )?balance|sestrin2?[:-]gator2|rag[ac]?:mtor(c1)?|lysosomal( mtor(c1)?)?|m?tor(c1)?[:-]rheb|rheb:mtor(c1)?|tsc2?[:-]rheb|eif4f( or initiation-complex)?|initiation[- ]complex|eif4g[:-]eif4e|inward transport|outward transport|leucine (inflow|uptake)|(net )?transamination|reamination|(alanine|glutamine) (release|export)|plasma (leucine|kic|hmb|insulin)|insulin|kic|hmb|leucine|% active|ampk(a[12])?|myofibrillar( fsr| synthesis)?|sarcoplasmic( fsr| synthesis)?|murf-?1|mafbx|atrogin-?1|leucyl-trna enrichment)$/i;

/** The measure of words that name a quantity and say nothing else; "plasma" and "muscle" alone speak of the target's own. */
function quantityNamed(words: string, own: string | undefined): string | undefined {
  const core = words.replace(NEUTRAL, ' ').replace(/\s+/g, ' ').trim();
  const free = own?.replace(/^plasma_/, '');
  const twoPlaces = free === 'leucine' || free === 'kic' || free === 'hmb';
  if (twoPlaces && /^plasma$/i.test(core)) return `plasma_${free}`;
  if (twoPlaces && core === '' && /\b(muscle|intracellular)\b/i.test(words)) return free;
  if (core === '' || !CORE.test(core)) return undefined;
  if (/^insulin$/i.test(core)) return 'insulin';
  if (/^net transamination$/i.test(core)) return NET_TRANSAMINATION;
  if (own === `plasma_${core.toLowerCase()}` && !/muscle|intracellular/i.test(words)) return own;
  return measureNamed(words);
}

/** A band around the fold at that time, where the target counts in folds. */
function foldBand(target: Target, arm: string, t_min: number): readonly [number, number] | undefined {
  const band = target.accept.bands.find(
    (b) =>
      b.arm === arm &&
      b.t_min === t_min &&
      (target.unit === 'fold' || target.unit === '%' || b.quantity === 'fold') &&
      b.lo !== null &&
      b.hi !== null,
  );
  if (band === undefined || /absolute/.test(target.comparison)) return undefined;
  const [lo, hi] = [band.lo!, band.hi!];
  return target.unit === '%' ? [1 + lo / 100, 1 + hi / 100] : [lo, hi];
}
