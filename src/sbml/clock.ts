import { type Compiled, compile } from './compile.js';
import { apply, number, operandsOf, type Resolved, some } from './expression.js';
import { isRelation } from './operators.js';

/** A comparison with the time: it changes where its difference, a straight line of time, passes through 0. */
export interface TimeComparison {
  readonly difference: Resolved;
  readonly slope: Resolved;
  readonly offset: Resolved;
}

const usesTime = (f: Resolved): boolean => some(f, (part) => part.kind === 'time');

/** The comparisons through which a formula depends on time; undefined where it changes with time in any other way. */
export function timeComparisons(f: Resolved): TimeComparison[] | undefined {
  if (!usesTime(f)) return [];
  if (f.kind === 'apply' && isRelation(f.op)) {
    const difference = apply('minus', f.args[0]!, f.args[1]!);
    const line = lineInTime(difference);
    return line && [{ difference, ...line }];
  }
  if (f.kind === 'time') return undefined;
  const inside = operandsOf(f).map(timeComparisons);
  return inside.every((i) => i !== undefined) ? inside.flat() : undefined;
}

/** Finds the first time after `now_s` at which a comparison changes, if counts and values stay as they are; Infinity if none does. */
export function compileChange(comparison: TimeComparison, values: Float64Array): Compiled {
  const difference = compile(comparison.difference, values);
  const slope = compile(comparison.slope, values);
  const offset = compile(comparison.offset, values);
  return (count, now_s) => {
    const crossing = -offset(count, now_s) / slope(count, now_s);
    if (!Number.isFinite(crossing)) return Number.POSITIVE_INFINITY;
    const rounding = 1e-9 * Math.max(1, Math.abs(crossing));
    if (crossing < now_s - rounding) return Number.POSITIVE_INFINITY;
    const sign = Math.sign(difference(count, now_s));
    let before = now_s;
    let after = Math.max(now_s, crossing) + rounding;
    if (Math.sign(difference(count, after)) === sign) return Number.POSITIVE_INFINITY;
    // Down to neighbouring numbers: the sign has changed at `after` and not yet at `before`.
    for (;;) {
      const middle = before + (after - before) / 2;
      if (middle <= before || middle >= after) return after;
      if (Math.sign(difference(count, middle)) === sign) before = middle;
      else after = middle;
    }
  };
}

function lineInTime(f: Resolved): { readonly slope: Resolved; readonly offset: Resolved } | undefined {
  if (!usesTime(f)) return { slope: number(0), offset: f };
  if (f.kind === 'time') return { slope: number(1), offset: number(0) };
  if (f.kind !== 'apply') return undefined;
  const a = f.args[0] && lineInTime(f.args[0]);
  const b = f.args[1] ? lineInTime(f.args[1]) : a;
  if (a === undefined || b === undefined) return undefined;
  switch (f.op) {
    case 'negate':
      return { slope: apply('negate', a.slope), offset: apply('negate', a.offset) };
    case 'plus':
    case 'minus':
      return { slope: apply(f.op, a.slope, b.slope), offset: apply(f.op, a.offset, b.offset) };
    case 'times': {
      const [line, by] = usesTime(f.args[0]!) ? [a, f.args[1]!] : [b, f.args[0]!];
      if (usesTime(by)) return undefined;
      return { slope: apply('times', line.slope, by), offset: apply('times', line.offset, by) };
    }
    case 'divide':
      if (usesTime(f.args[1]!)) return undefined;
      return { slope: apply('divide', a.slope, f.args[1]!), offset: apply('divide', a.offset, f.args[1]!) };
    default:
      return undefined;
  }
}
