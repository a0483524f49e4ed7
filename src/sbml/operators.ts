/**
 * The closed set of operators that formulas are made of. Truth values are the numbers 1 and 0, as SBML L3V2 allows
 * either to stand for the other; any number but 0 counts as true.
 */
export const OPERATORS = {
  // arithmetic
  plus: (a: number, b: number) => a + b,
  minus: (a: number, b: number) => a - b,
  times: (a: number, b: number) => a * b,
  divide: (a: number, b: number) => a / b,
  negate: (a: number) => -a,
  power: (a: number, b: number) => a ** b,
  root: (degree: number, a: number) =>
    degree === 2 ? Math.sqrt(a) : degree === 3 ? Math.cbrt(a) : a ** (1 / degree),
  exp: Math.exp,
  ln: Math.log,
  log: (base: number, a: number) =>
    base === 10 ? Math.log10(a) : base === 2 ? Math.log2(a) : Math.log(a) / Math.log(base),
  abs: Math.abs,
  floor: Math.floor,
  ceiling: Math.ceil,
  factorial,
  min: (a: number, b: number) => Math.min(a, b),
  max: (a: number, b: number) => Math.max(a, b),
  quotient: (a: number, b: number) => Math.trunc(a / b),
  rem: (a: number, b: number) => a % b,
  // trigonometric and hyperbolic
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  sec: (a: number) => 1 / Math.cos(a),
  csc: (a: number) => 1 / Math.sin(a),
  cot: (a: number) => 1 / Math.tan(a),
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  sech: (a: number) => 1 / Math.cosh(a),
  csch: (a: number) => 1 / Math.sinh(a),
  coth: (a: number) => 1 / Math.tanh(a),
  arcsin: Math.asin,
  arccos: Math.acos,
  arctan: Math.atan,
  arcsec: (a: number) => Math.acos(1 / a),
  arccsc: (a: number) => Math.asin(1 / a),
  arccot: (a: number) => Math.atan(1 / a),
  arcsinh: Math.asinh,
  arccosh: Math.acosh,
  arctanh: Math.atanh,
  arcsech: (a: number) => Math.acosh(1 / a),
  arccsch: (a: number) => Math.asinh(1 / a),
  arccoth: (a: number) => Math.atanh(1 / a),
  // relations
  eq: (a: number, b: number) => (a === b ? 1 : 0),
  neq: (a: number, b: number) => (a !== b ? 1 : 0),
  gt: (a: number, b: number) => (a > b ? 1 : 0),
  lt: (a: number, b: number) => (a < b ? 1 : 0),
  geq: (a: number, b: number) => (a >= b ? 1 : 0),
  leq: (a: number, b: number) => (a <= b ? 1 : 0),
  // logic
  and: (a: number, b: number) => (a !== 0 && b !== 0 ? 1 : 0),
  or: (a: number, b: number) => (a !== 0 || b !== 0 ? 1 : 0),
  xor: (a: number, b: number) => ((a !== 0) !== (b !== 0) ? 1 : 0),
  implies: (a: number, b: number) => (a === 0 || b !== 0 ? 1 : 0),
  not: (a: number) => (a === 0 ? 1 : 0),
} as const satisfies Record<string, (a: number, b: number) => number>;

export type Operator = keyof typeof OPERATORS;

/** Value of an operator; the second operand of a unary one is ignored. */
export const applyOperator = (op: Operator, a: number, b: number): number =>
  (OPERATORS[op] as (a: number, b: number) => number)(a, b);

/** Operands that an operator takes: 1 or 2. */
export const arityOf = (op: Operator): 1 | 2 => (UNARY.test(op) ? 1 : 2);

export const isRelation = (op: Operator): boolean => /^(eq|neq|gt|lt|geq|leq)$/.test(op);

const UNARY = /^(negate|exp|ln|abs|floor|ceiling|factorial|not|(arc)?(sin|cos|tan|sec|csc|cot)h?)$/;

/** n! of a whole number; NaN otherwise. */
function factorial(n: number): number {
  if (!(Number.isInteger(n) && n >= 0)) return Number.NaN;
  let product = 1;
  for (let k = 2; k <= n && product < Number.POSITIVE_INFINITY; k++) product *= k;
  return product;
}
