import { MEASURES } from '../analysis/validation/measures.js';
import type { Part } from './sentence-parts.js';
import { NET_TRANSAMINATION, type Words } from './sentence-words.js';

/** What a clause leaves to what is around it. */
export interface Around {
  readonly w: Words;
  /** The arm that is meant where none is named. */
  readonly arm?: string | undefined;
  /** The measure that is meant where none is named, if not the target's own. */
  readonly measure?: string | undefined;
}
/** A part with all that a formula needs. */
export interface Value {
  readonly measure: string;
  readonly arm: string;
  readonly when: string;
  readonly as?: Part['as'];
  readonly factor?: number;
}

/** Fills in what a part does not say from the other side of its comparison, the target and what is around. */
export function valueAt(part: Part, other: Part, around: Around): Value | undefined {
  const { w } = around;
  const measure = part.measure ?? other.measure ?? around.measure ?? w.own;
  const arm = armOf(part, other, around);
  if (measure === undefined || arm === undefined || part.number !== undefined) return undefined;
  const shared = other.whenOfOther ?? (other.when === 'fasted' ? undefined : other.when);
  const { as, factor } = part;
  return {
    measure,
    arm,
    when: part.when ?? shared ?? w.stated(arm) ?? w.stated(other.arm ?? arm) ?? '0..180',
    ...(as === undefined ? {} : { as }),
    ...(factor === undefined ? {} : { factor }),
  };
}

/** Where one side names an arm and the other does not, the other is in the one arm that is left. */
function armOf(part: Part, other: Part, { w, arm }: Around): string | undefined {
  if (part.arm !== undefined) return part.arm;
  if (arm !== undefined) return arm;
  if (w.sole !== undefined) return w.sole;
  if (other.arm === undefined) return undefined;
  if (part.reference === true) return other.arm;
  const left = w.arms.filter((a) => a !== other.arm);
  return left.length === 1 && part.measure !== undefined ? left[0] : undefined;
}

/** A value as a formula writes it. */
export function written(value: Value, w: Words): string {
  const { measure, arm, when, as, factor } = value;
  const [plain, fasted] = [plainly(measure, arm, when), plainly(measure, arm, 'fasted')];
  const peak = `peak(${measure}[${arm}, 0..${w.last_min}])`;
  const text = {
    fold: `${plain} / ${fasted}`,
    change: `100 * (${plain} / ${fasted} - 1)`,
    increment: `(${plain} - ${fasted})`,
    peak,
    'peak increment': `(${peak} - ${fasted})`,
    share: plain,
    plain,
  }[as ?? 'plain'];
  return factor === undefined ? text : `${factor} * ${text}`;
}

/** What the dataset has only as a difference of two rates. */
const plainly = (measure: string, arm: string, when: string): string =>
  measure === NET_TRANSAMINATION
    ? `(transamination[${arm}, ${when}] - reamination[${arm}, ${when}])`
    : `${measure}[${arm}, ${when}]`;

/** Measures that studies say in arbitrary units, so that a number beside them is a fold of the fasted value. */
const SIGNALS = new Set(['s6k', 'akt', 'ebp1', 'ebp1_primed', 'mtor_active', 'ampk']);

/** A value beside a number: as it is where units agree, as a fold where that is how it is said; else nothing. */
export function besideNumber(value: Value, number: number, w: Words): string | undefined {
  const { measure, as } = value;
  if (as === 'peak') return undefined;
  if (as !== undefined || number === 0) return written(value, w);
  if ((w.inFolds && measure === w.own) || SIGNALS.has(measure)) return written({ ...value, as: 'fold' }, w);
  return unitOf(value) === w.unit ? written(value, w) : undefined;
}

/** Two values beside each other; those of arms are folds where the target says its own in folds. */
export function besideEachOther(a: Value, b: Value, w: Words): readonly [string, string] | undefined {
  const folds =
    w.inFolds && a.arm !== b.arm && a.as === undefined && b.as === undefined && a.measure === w.own;
  const alike = a.measure === b.measure || a.as === 'fold' || a.as === 'change' || sameUnit(a, b);
  if (!alike) return undefined;
  if (folds) return [written({ ...a, as: 'fold' }, w), written({ ...b, as: 'fold' }, w)];
  if (b.as === 'peak increment' && a.as === undefined)
    return [written({ ...a, as: 'increment' }, w), written(b, w)];
  const mixed = (a.as ?? '') !== (b.as ?? '') && [a.as, b.as].some((x) => x === 'fold' || x === 'change');
  return mixed ? undefined : [written(a, w), written(b, w)];
}

/** Whether two values can be compared as they are. */
export const sameUnit = (a: Value, b: Value): boolean => unitOf(a) === unitOf(b);

const unitOf = ({ measure }: Value): string | undefined =>
  MEASURES[measure === NET_TRANSAMINATION ? 'transamination' : measure]?.unit;
