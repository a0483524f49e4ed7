import type { Cell } from './cell.js';
import { Law } from './tables.js';

/** Rate at which channel c fires now, per second. */
export function propensityOf(cell: Cell, c: number): number {
  const t = cell.tables;
  const count = cell.count;
  let a = cell.rate[c]!;
  switch (t.law[c]) {
    case Law.constant:
      break;
    case Law.first:
      a *= count[t.qa[c]!]!;
      break;
    case Law.second:
      a *= count[t.qa[c]!]! * count[t.qb[c]!]!;
      break;
    case Law.pair: {
      const n = count[t.qa[c]!]!;
      a *= 0.5 * n * (n - 1);
      break;
    }
    default:
      a *= t.customLaws[c]!(count, cell.time_s);
  }
  return timesFactors(cell, c, a);
}

/** A rate times the factors of channel c, one after another. */
export function timesFactors({ tables: t, count }: Cell, c: number, rate: number): number {
  let a = rate;
  const end = t.factorStart[c + 1]!;
  for (let i = t.factorStart[c]!; i < end; i++) {
    const x = count[t.factorQ[i]!]! * t.factorInvK[i]!;
    const power = t.factorPower[i]!;
    const y = power === 2 || power === -2 ? x * x : x;
    a *= power > 0 ? 1 / (1 + y) : y / (1 + y);
  }
  return a;
}

/** Recomputes every propensity and their sum: at the start, after inputs change, and now and then, since sums drift. */
export function refreshAll(cell: Cell): void {
  let total = 0;
  for (let c = 0; c < cell.tables.channels; c++) {
    const a = propensityOf(cell, c);
    cell.propensity[c] = a;
    total += a;
  }
  cell.totalPropensity = total;
}

/** Recomputes what the firing of channel c can have changed. */
export function refreshDependents(cell: Cell, c: number): void {
  const t = cell.tables;
  const from = t.depStart[c]!;
  const to = t.depStart[c + 1]!;
  if (from < to) cell.totalPropensity += refreshed(cell, from, to);
}

/** Recomputes the dependents at places from .. to-1: the sum of their changes, in halves, so that few additions wait for another. */
function refreshed(cell: Cell, from: number, to: number): number {
  if (to - from > 1) {
    const middle = (from + to) >> 1;
    return refreshed(cell, from, middle) + refreshed(cell, middle, to);
  }
  const d = cell.tables.dependents[from]!;
  const a = propensityOf(cell, d);
  const change = a - cell.propensity[d]!;
  cell.propensity[d] = a;
  return change;
}
