import { type Expr, type Leaf, leavesOf } from '../analysis/validation/formula.js';
import { MEASURES } from '../analysis/validation/measures.js';
import { type Formula, minus, num, over, product, sum } from '../export/formula.js';
import { plainId } from '../export/ids.js';
import type { Row } from '../validation/reading.js';
import type { Target } from '../validation/target.js';
import type { Readings, Spell } from './readings.js';

/** A row as a measurement: what is observed, in which arm, when, the value aimed at and half of the width of its band. */
export interface Measurement {
  readonly observable: string;
  readonly says: string;
  readonly formula: Formula;
  readonly arm: string;
  readonly time_s: number;
  readonly value: number;
  readonly halfWidth: number;
}
/** When a leaf is in the model's time; or why its arm is not there. */
export type SpellAt = (leaf: Leaf) => Spell | { readonly why: string };

/** A row as a measurement with a normal error, or why it is none. */
export function measurementOf(
  target: Target,
  row: Row,
  n: number,
  spellAt: SpellAt,
  readings: Readings,
): Measurement | { readonly why: string } {
  if (row.formula === undefined) return { why: row.reason ?? 'it has no formula' };
  const band = bandOf(row);
  if ('why' in band) return band;
  const leaves = leavesOf(row.formula);
  if (leaves.length === 0) return { why: 'it reads nothing of the model' };
  const arms = [...new Set(leaves.map((leaf) => leaf.arm))];
  if (arms.length > 1)
    return { why: `it compares the arms ${arms.join(' and ')}; an observable sees one condition` };
  if (leaves.every(({ measure }) => MEASURES[measure]!.from.kind === 'given'))
    return { why: 'it reads nothing but what the cell was given' };
  const spells = leaves.map(spellAt);
  const lost = spells.find((spell) => 'why' in spell);
  if (lost !== undefined && 'why' in lost) return lost;
  const time_s = Math.max(...(spells as readonly Spell[]).map(({ to_s }) => to_s));
  const written = writtenOf(band.expr, (leaf) => readings.read(spellAt(leaf) as Spell, time_s));
  if ('why' in written) return written;
  return {
    observable: plainId(`${target.id}_${n}`),
    says: `${target.id}: ${row.text ?? row.at}`,
    formula: written,
    arm: arms[0]!,
    time_s,
    value: band.aim,
    halfWidth: (band.hi - band.lo) / 2,
  };
}

interface Bounded {
  readonly expr: Expr;
  readonly lo: number;
  readonly hi: number;
  /** What was published, where the band holds it, else half-way. */
  readonly aim: number;
}

/** The band of a row; `a <= quantity <= b` is one as well. */
function bandOf({ kind, formula, lo, hi, published }: Row): Bounded | { readonly why: string } {
  const { parts } = formula!;
  if (kind === 'band') {
    if (lo === null || hi === null) return { why: 'it has one bound only, which is no normal error' };
    const said = published?.mean ?? Number.NaN;
    return { expr: parts[0]!, lo, hi, aim: said > lo && said < hi ? said : (lo + hi) / 2 };
  }
  const [least, expr, most] = parts;
  const ends = [least, most].map((part) => (part?.kind === 'number' ? part.value : Number.NaN));
  const [a, b] = [Math.min(...ends), Math.max(...ends)];
  if (parts.length !== 3 || !Number.isFinite(a + b))
    return { why: 'it is an inequality, which is no measurement' };
  return { expr: expr!, lo: a, hi: b, aim: (a + b) / 2 };
}

type Written = Formula | { readonly why: string };

function writtenOf(expr: Expr, read: (leaf: Leaf) => Written): Written {
  switch (expr.kind) {
    case 'number':
      return num(expr.value);
    case 'leaf':
      return read(expr);
    case 'call':
      return { why: `"${expr.name}" looks at a whole course, and no observable can` };
    case 'op': {
      const [left, right] = [writtenOf(expr.left, read), writtenOf(expr.right, read)];
      if ('why' in left) return left;
      if ('why' in right) return right;
      return OPERATORS[expr.op](left, right);
    }
  }
}

const OPERATORS: Readonly<Record<'+' | '-' | '*' | '/', (a: Formula, b: Formula) => Formula>> = {
  '+': (a, b) => sum([a, b]),
  '-': minus,
  '*': (a, b) => product([a, b]),
  '/': over,
};
