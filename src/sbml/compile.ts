import type { Resolved } from './expression.js';
import { OPERATORS, type Operator } from './operators.js';

/** Value of a formula for these counts at this time. */
export type Compiled = (count: Float64Array, time_s: number) => number;

/**
 * A formula as a JavaScript function. The code is put together from numbers, array indices and the closed set of
 * operators alone: no text of the document gets into it. `values` is kept and read at every call.
 */
export function compile(formula: Resolved, values: Float64Array): Compiled {
  const make = new Function('F', 'v', `'use strict'; return (q, t) => ${codeOf(formula)};`) as (
    f: typeof OPERATORS,
    v: Float64Array,
  ) => Compiled;
  return make(OPERATORS, values);
}

function codeOf(f: Resolved): string {
  switch (f.kind) {
    case 'number':
      return numeral(f.value);
    case 'time':
      return 't';
    case 'count':
      return `q[${numeral(f.index)}]`;
    case 'value':
      return `v[${numeral(f.index)}]`;
    case 'piecewise':
      return `(${f.pieces.map((p) => `${codeOf(p.when)} !== 0 ? ${codeOf(p.value)} : `).join('')}${codeOf(f.otherwise)})`;
    case 'apply': {
      const [a, b] = f.args.map(codeOf);
      const inline = INLINE[f.op];
      return inline ? inline(a!, b!) : `F.${f.op}(${b === undefined ? a : `${a}, ${b}`})`;
    }
  }
}

const numeral = (x: number): string => `(${Object.is(x, -0) ? '-0' : String(x)})`;
const infix = (sign: string) => (a: string, b: string) => `(${a} ${sign} ${b})`;
const test = (sign: string) => (a: string, b: string) => `(${a} ${sign} ${b} ? 1 : 0)`;

/** Operators written out; all others are called. */
const INLINE: Partial<Record<Operator, (a: string, b: string) => string>> = {
  plus: infix('+'),
  minus: infix('-'),
  times: infix('*'),
  divide: infix('/'),
  negate: (a) => `(-${a})`,
  gt: test('>'),
  lt: test('<'),
  geq: test('>='),
  leq: test('<='),
  eq: test('==='),
  neq: test('!=='),
  and: (a, b) => `(${a} !== 0 && ${b} !== 0 ? 1 : 0)`,
  or: (a, b) => `(${a} !== 0 || ${b} !== 0 ? 1 : 0)`,
};
