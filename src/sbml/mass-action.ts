import { Law } from '../engine/tables.js';
import type { Resolved } from './expression.js';

/** A propensity in the engine's own form: rate times 1, a, a b, or a(a-1)/2. Crowds that do not count are -1. */
export interface MassAction {
  readonly law: number;
  readonly rate: number;
  readonly qa: number;
  readonly qb: number;
}

/** The law as mass action, or undefined where it is none of the discrete scheme. */
export function massAction(law: Resolved): MassAction | undefined {
  const product = productOf(law);
  if (product === undefined || !(product.coefficient >= 0 && product.coefficient < Number.POSITIVE_INFINITY))
    return undefined;
  const { coefficient: rate, factors } = product;
  const [a, b] = factors;
  if (a === undefined) return { law: Law.constant, rate, qa: -1, qb: -1 };
  if (factors.length > 2) return undefined;
  if (b === undefined) return a.shift === 0 ? { law: Law.first, rate, qa: a.q, qb: -1 } : undefined;
  if (a.q !== b.q)
    return a.shift === 0 && b.shift === 0 ? { law: Law.second, rate, qa: a.q, qb: b.q } : undefined;
  const shifts = [a.shift, b.shift].sort((x, y) => x - y);
  const pair = Math.abs(shifts[0]! + 1) < SAME && shifts[1] === 0;
  return pair ? { law: Law.pair, rate: 2 * rate, qa: a.q, qb: a.q } : undefined;
}

/** Two shifts closer than this differ by rounding alone (concentrations A/V and A/V - 1/V). */
const SAME = 1e-9;

/** slope * count[q] + offset; q is -1 for a number. */
interface Line {
  readonly q: number;
  readonly slope: number;
  readonly offset: number;
}
/** coefficient * (count[q] + shift) * ... */
interface Product {
  readonly coefficient: number;
  readonly factors: readonly { readonly q: number; readonly shift: number }[];
}

function productOf(f: Resolved): Product | undefined {
  const line = lineOf(f);
  if (line?.q === -1) return { coefficient: line.offset, factors: [] };
  if (line) return { coefficient: line.slope, factors: [{ q: line.q, shift: line.offset / line.slope }] };
  if (f.kind !== 'apply') return undefined;
  const a = f.args[0] && productOf(f.args[0]);
  const b = f.args[1] && productOf(f.args[1]);
  if (f.op === 'negate' && a) return { ...a, coefficient: -a.coefficient };
  if (a === undefined || b === undefined) return undefined;
  if (f.op === 'times')
    return { coefficient: a.coefficient * b.coefficient, factors: [...a.factors, ...b.factors] };
  if (f.op === 'divide' && b.factors.length === 0)
    return { ...a, coefficient: a.coefficient / b.coefficient };
  return undefined;
}

function lineOf(f: Resolved): Line | undefined {
  if (f.kind === 'number') return { q: -1, slope: 0, offset: f.value };
  if (f.kind === 'count') return { q: f.index, slope: 1, offset: 0 };
  if (f.kind !== 'apply') return undefined;
  const a = f.args[0] && lineOf(f.args[0]);
  const b = f.args[1] && lineOf(f.args[1]);
  if (f.op === 'negate' && a) return scaled(a, -1);
  if (a === undefined || b === undefined) return undefined;
  switch (f.op) {
    case 'plus':
      return sum(a, b);
    case 'minus':
      return sum(a, scaled(b, -1));
    case 'times':
      return b.q === -1 ? scaled(a, b.offset) : a.q === -1 ? scaled(b, a.offset) : undefined;
    case 'divide':
      return b.q === -1 ? { q: a.q, slope: a.slope / b.offset, offset: a.offset / b.offset } : undefined;
    default:
      return undefined;
  }
}

const scaled = (line: Line, by: number): Line =>
  line.q === -1 || by === 0
    ? { q: -1, slope: 0, offset: line.offset * by }
    : { q: line.q, slope: line.slope * by, offset: line.offset * by };

function sum(a: Line, b: Line): Line | undefined {
  if (a.q !== -1 && b.q !== -1 && a.q !== b.q) return undefined;
  const [slope, offset] = [a.slope + b.slope, a.offset + b.offset];
  return slope === 0 ? { q: -1, slope, offset } : { q: a.q === -1 ? b.q : a.q, slope, offset };
}
