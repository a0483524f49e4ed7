/**
 * What a validation target asks of a simulation, as a formula over measured courses:
 * `1.2 <= fsr[fed, 0..180] / fsr[fed, fasted] <= 1.9`, `peak_time(s6k[main, 0..180]) <= 120`.
 */

/** When, in minutes of the protocol: the fasted time before it, one time, or from one time to another. */
export type When =
  | { readonly kind: 'fasted' }
  | { readonly kind: 'at'; readonly t_min: number }
  | { readonly kind: 'window'; readonly from_min: number; readonly to_min: number };

/** One measure in one arm at one time or over a window. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly measure: string;
  readonly arm: string;
  readonly when: When;
}
export type Expr =
  | Leaf
  | { readonly kind: 'number'; readonly value: number }
  | {
      readonly kind: 'op';
      readonly op: '+' | '-' | '*' | '/';
      readonly left: Expr;
      readonly right: Expr;
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expr[] };

export type Comparison = '<' | '<=' | '>' | '>=';
/** `parts[0] comparisons[0] parts[1] ...`; without comparisons a plain expression. */
export interface Formula {
  readonly parts: readonly Expr[];
  readonly comparisons: readonly Comparison[];
}
export type Parsed =
  | { readonly ok: true; readonly formula: Formula }
  | { readonly ok: false; readonly why: string };

/** Parses a formula; `sole` is the arm that is meant where a measure names none. */
export function parseFormula(text: string, sole?: string): Parsed {
  try {
    return { ok: true, formula: read(text, sole) };
  } catch (error) {
    if (error instanceof FormulaError) return { ok: false, why: error.message };
    throw error;
  }
}

/** Every measure that a formula reads. */
export const leavesOf = (formula: Formula): readonly Leaf[] => formula.parts.flatMap(leavesIn);

/** A time as a formula writes it: `fasted`, `60`, `0..180`. */
export const whenText = (when: When): string => {
  switch (when.kind) {
    case 'fasted':
      return 'fasted';
    case 'at':
      return String(when.t_min);
    case 'window':
      return `${when.from_min}..${when.to_min}`;
  }
};

class FormulaError extends Error {}

const TOKEN = /\s*(<=|>=|[<>+\-*/(),]|\d+(?:\.\d+)?(?:e[+-]?\d+)?|[A-Za-z][A-Za-z0-9_]*(?:\[[^\]]*\])?)/y;
const WHEN = /^(?:fasted|-?\d+(?:\.\d+)?(?:\.\.-?\d+(?:\.\d+)?)?)$/;

function read(text: string, sole: string | undefined): Formula {
  const tokens = tokensOf(text.trimEnd());
  let next = 0;
  const peek = (): string => tokens[next] ?? '';
  const take = (): string => tokens[next++] ?? '';
  const close = (): void => {
    if (take() !== ')') throw new FormulaError('a ")" is missing');
  };

  function sum(): Expr {
    let left = product();
    while (peek() === '+' || peek() === '-')
      left = { kind: 'op', op: take() as '+' | '-', left, right: product() };
    return left;
  }
  function product(): Expr {
    let left = factor();
    while (peek() === '*' || peek() === '/')
      left = { kind: 'op', op: take() as '*' | '/', left, right: factor() };
    return left;
  }
  function factor(): Expr {
    const token = take();
    if (token === '-') return { kind: 'op', op: '-', left: { kind: 'number', value: 0 }, right: factor() };
    if (token === '(') {
      const inside = sum();
      close();
      return inside;
    }
    if (/^\d/.test(token)) return { kind: 'number', value: Number(token) };
    if (token.includes('[')) return leafOf(token, sole);
    if (/^[A-Za-z]/.test(token) && peek() === '(') return call(token);
    throw new FormulaError(token === '' ? 'something is missing at the end' : unexpected(token));
  }
  function call(name: string): Expr {
    take();
    const args = [sum()];
    while (peek() === ',') {
      take();
      args.push(sum());
    }
    close();
    return { kind: 'call', name, args };
  }

  const parts = [sum()];
  const comparisons: Comparison[] = [];
  while (/^[<>]=?$/.test(peek())) {
    comparisons.push(take() as Comparison);
    parts.push(sum());
  }
  if (peek() !== '') throw new FormulaError(unexpected(peek()));
  return { parts, comparisons };
}

const unexpected = (token: string): string => `"${token}" is not expected there`;

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (found === null) throw new FormulaError(`"${text.slice(at).trim().slice(0, 30)}" cannot be read`);
    tokens.push(found[1]!);
  }
  return tokens;
}

function leafOf(token: string, sole: string | undefined): Leaf {
  const [measure = '', inside = ''] = token.slice(0, -1).split('[');
  const words = inside.split(',').map((w) => w.trim());
  const last = words.at(-1)!;
  const arm = words.length === 2 ? words[0]! : sole;
  if (words.length > 2 || !WHEN.test(last))
    throw new FormulaError(`"[${inside}]" is not [arm, time]: write a time such as fasted, 60 or 0..180`);
  if (arm === undefined) throw new FormulaError(`"${token}" does not say which arm`);
  return { kind: 'leaf', measure, arm, when: whenOf(last) };
}

function whenOf(text: string): When {
  if (text === 'fasted') return { kind: 'fasted' };
  const [from, to] = text.split('..').map(Number);
  return to === undefined ? { kind: 'at', t_min: from! } : { kind: 'window', from_min: from!, to_min: to };
}

function leavesIn(expr: Expr): readonly Leaf[] {
  switch (expr.kind) {
    case 'leaf':
      return [expr];
    case 'number':
      return [];
    case 'op':
      return [...leavesIn(expr.left), ...leavesIn(expr.right)];
    case 'call':
      return expr.args.flatMap(leavesIn);
  }
}
