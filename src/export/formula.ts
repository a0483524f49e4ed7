/** A formula of a closed set, written as MathML or in one line by those who export it. */
export type Formula =
  | { readonly is: 'number'; readonly value: number; readonly unit: string }
  | { readonly is: 'name'; readonly id: string }
  | { readonly is: 'time' }
  | { readonly is: 'call'; readonly of: Operator; readonly parts: readonly Formula[] }
  | { readonly is: 'pieces'; readonly pieces: readonly Piece[]; readonly after: Formula };
/** What holds before a time, where no piece before it does. */
export interface Piece {
  readonly until_s: number;
  readonly value: Formula;
}
/** Sums and products take any number of parts, differences, quotients and powers two. */
export type Operator = 'plus' | 'minus' | 'times' | 'divide' | 'power';

/** A number with the id of its unit. */
export const num = (value: number, unit = 'dimensionless'): Formula => ({ is: 'number', value, unit });
export const name = (id: string): Formula => ({ is: 'name', id });
/** A sum; of one part, that part. */
export const sum = (parts: readonly Formula[]): Formula => several('plus', parts, 0);
/** A product without factors of 1. */
export const product = (parts: readonly Formula[]): Formula =>
  several(
    'times',
    parts.filter((p) => p.is !== 'number' || p.value !== 1 || p.unit !== 'dimensionless'),
    1,
  );
export const minus = (from: Formula, what: Formula): Formula => call('minus', [from, what]);
export const over = (above: Formula, below: Formula): Formula => call('divide', [above, below]);
export const power = (base: Formula, exponent: Formula): Formula => call('power', [base, exponent]);

/** The ids that a formula names. */
export function namesIn(formula: Formula): readonly string[] {
  if (formula.is === 'name') return [formula.id];
  if (formula.is === 'pieces')
    return [...formula.pieces.flatMap(({ value }) => namesIn(value)), ...namesIn(formula.after)];
  return formula.is === 'call' ? formula.parts.flatMap(namesIn) : [];
}

const call = (of: Operator, parts: readonly Formula[]): Formula => ({ is: 'call', of, parts });
const several = (of: Operator, parts: readonly Formula[], none: number): Formula =>
  parts.length === 0 ? num(none) : parts.length === 1 ? parts[0]! : call(of, parts);
