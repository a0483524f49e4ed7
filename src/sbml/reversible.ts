import { apply, type Resolved } from './expression.js';

/** The two directions of a rate. */
export interface Directions {
  readonly forward: Resolved;
  readonly backward: Resolved;
}

/** The rate as forward minus backward where it is written as a difference, also one times or over something else. */
export function splitDifference(rate: Resolved): Directions | undefined {
  if (rate.kind !== 'apply') return undefined;
  const [a, b] = rate.args as readonly [Resolved, Resolved];
  switch (rate.op) {
    case 'minus':
      return { forward: a, backward: b };
    case 'plus':
      return isNegative(b)
        ? { forward: a, backward: apply('negate', b) }
        : isNegative(a)
          ? { forward: b, backward: apply('negate', a) }
          : undefined;
    case 'times': {
      const [left, right] = [splitDifference(a), splitDifference(b)];
      if (left && right) return undefined;
      if (left) return both(left, (x) => apply('times', x, b));
      return right && both(right, (x) => apply('times', a, x));
    }
    case 'divide': {
      const above = splitDifference(a);
      return above && both(above, (x) => apply('divide', x, b));
    }
    default:
      return undefined;
  }
}

const both = (d: Directions, change: (x: Resolved) => Resolved): Directions => ({
  forward: change(d.forward),
  backward: change(d.backward),
});

const isNegative = (f: Resolved): boolean =>
  (f.kind === 'number' && f.value < 0) ||
  (f.kind === 'apply' && (f.op === 'negate' || (f.op === 'times' && isNegative(f.args[0]!))));
