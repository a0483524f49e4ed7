import { partOf } from './sentence-parts.js';
import { type Around, type Value, valueAt } from './sentence-values.js';

/** How near is called unchanged where a sentence does not say. */
export const NO_CHANGE = 0.1;
const UNCHANGED =
  /^(.+?) (?:is |are |do |does )?(?:unchanged|unaltered|unaffected|not changed|not change|not different)(?: by (.+?))?(?: in (?:the )?(.+?) arm)?$/i;
const EQUAL = /^(.+?) (?:is |are )?(?:equal|the same|not different) in (?:both|all) (?:arms|groups|legs)$/i;

const APART = /^(.+?) changes by less than ([\d.]+) in absolute terms$/i;
const MORE = /^(.+?) rises more than (.+?) in relative terms$/i;

/** That arms do not differ, or that one does not change from its fasted value. */
export function sameIn(
  text: string,
  tolerance: number | undefined,
  around: Around,
): readonly string[] | undefined {
  const { w } = around;
  const [apart, more] = [APART.exec(text), MORE.exec(text)];
  const [found, equal] = [UNCHANGED.exec(text), EQUAL.exec(text)];
  const said = found ?? equal ?? apart ?? more;
  if (said === null) return undefined;
  const reference = w.idle.length === 1 ? w.idle[0]! : w.arms[0]!;
  const others = othersOf(found?.[2], found?.[3], reference, around);
  if (others === undefined) return undefined;
  const differs = (arm: string) => differenceOf(apart?.[1] ?? '', arm, reference, around);
  const faster = (arm: string) =>
    whole([more?.[1], more?.[2]].map((words) => ratioOf(words ?? '', arm, reference, around)));
  if (apart !== null) return whole(others.map(differs))?.map((x) => `${x} < ${apart[2]}`);
  if (more !== null) return whole(others.map((arm) => faster(arm)?.join(' > ')));
  const all = said[1]!
    .split(' and ')
    .flatMap((words) => others.map((arm) => ratioOf(words, arm, reference, around)));
  return whole(all)?.map((x) => `abs(${x} - 1) <= ${tolerance ?? NO_CHANGE}`);
}

/** All of them, or nothing. */
const whole = (texts: readonly (string | undefined)[]): readonly string[] | undefined =>
  texts.some((x) => x === undefined) ? undefined : (texts as readonly string[]);

/** The arms that are said not to differ from the reference; of a sole arm, itself. */
function othersOf(
  by: string | undefined,
  named: string | undefined,
  reference: string,
  { w, arm }: Around,
): readonly string[] | undefined {
  const rest = w.arms.filter((a) => a !== reference);
  if (w.sole !== undefined) return by === undefined ? [w.sole] : undefined;
  if (named !== undefined || arm !== undefined) {
    const one = named === undefined ? arm : w.armNamed(named);
    return one === undefined || one === reference ? undefined : [one];
  }
  if (by === undefined || /^(either|any|both)$/i.test(by)) return rest;
  const meant = w.armNamed(by);
  if (meant !== undefined) return meant === reference ? undefined : [meant];
  return rest.length === 1 && alike(by, rest[0]!) ? rest : undefined;
}

/** "contraction" and "contracted" speak of the same. */
const alike = (a: string, b: string): boolean => a.slice(0, 6).toLowerCase() === b.slice(0, 6).toLowerCase();

/** How far apart two arms are in the measure's own unit, where the words say which. */
function differenceOf(words: string, arm: string, reference: string, around: Around): string | undefined {
  const part = partOf(words, around.w);
  if (part?.as !== 'share' || part.arm !== undefined || arm === reference) return undefined;
  const [x, y] = [
    valueAt({ ...part, arm }, {}, around),
    valueAt({ ...part, arm: reference }, { arm }, around),
  ];
  return x === undefined || y === undefined
    ? undefined
    : `abs(${x.measure}[${x.arm}, ${x.when}] - ${y.measure}[${y.arm}, ${x.when}])`;
}

function ratioOf(words: string, arm: string, reference: string, around: Around): string | undefined {
  const { w } = around;
  const fold = / response$/.test(words);
  const part = partOf(words.replace(/ response$/, ''), w);
  if (part?.measure === undefined || part.arm !== undefined || part.as === 'change') return undefined;
  const when = part.when === 'fasted' && arm !== reference ? (w.stated(arm) ?? '0..180') : part.when;
  const { when: _, ...rest } = part;
  const at = (place: string): Value | undefined =>
    valueAt({ ...rest, arm: place, ...(when === undefined ? {} : { when }) }, {}, around);
  const [x, y] = [at(arm), at(reference)];
  if (x === undefined || y === undefined) return undefined;
  const plain = (v: Value) => `${v.measure}[${v.arm}, ${v.when}]`;
  const fasted = (v: Value) => `${v.measure}[${v.arm}, fasted]`;
  if (arm === reference) return `${plain(x)} / ${fasted(x)}`;
  return fold
    ? `(${plain(x)} / ${fasted(x)}) / (${plain(y)} / ${fasted(y)})`
    : `${plain(x)} / ${plain({ ...y, when: x.when })}`;
}
