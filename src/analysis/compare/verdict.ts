import type { Effect } from './compare.js';

const LEVEL = 0.05;

export type Verdict =
  | 'higher'
  | 'lower'
  | 'equivalent'
  | 'higher, within margin'
  | 'lower, within margin'
  | 'not shown';

/** What an effect comes to at the 5 % level after correction; "not shown" is neither a difference nor its absence. */
export function verdictOf({
  difference,
  pHolm,
  pEquivalentHolm,
}: Pick<Effect, 'difference' | 'pHolm' | 'pEquivalentHolm'>): Verdict {
  const direction = difference > 0 ? 'higher' : 'lower';
  const equivalent = pEquivalentHolm < LEVEL;
  if (pHolm < LEVEL) return equivalent ? `${direction}, within margin` : direction;
  return equivalent ? 'equivalent' : 'not shown';
}
