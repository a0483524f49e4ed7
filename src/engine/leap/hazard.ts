import type { Cell } from '../cell.js';
import { timesFactors } from '../propensity.js';
import { Law } from '../tables.js';

/**
 * Rate at which channel c takes one given member of quantity q, per second: its propensity over the count of q, of which
 * it is a reactant; defined at a count of 0 too.
 */
export function hazardOf(cell: Cell, c: number, q: number): number {
  const t = cell.tables;
  const count = cell.count;
  let a = cell.rate[c]!;
  if (t.law[c] === Law.second) a *= count[t.qa[c] === q ? t.qb[c]! : t.qa[c]!]!;
  return timesFactors(cell, c, a);
}
