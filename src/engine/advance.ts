import { exponential } from '../random/exponential.js';
import { uniform53 } from '../random/uniform.js';
import type { Cell } from './cell.js';
import { fire } from './fire.js';
import { refreshAll, refreshDependents } from './propensity.js';

export type Stop = 'reached' | 'silent';
/** Propensities are summed anew whenever these bits of the number of events are all 0. */
export const RESUM_MASK = (1 << 14) - 1;

/** The search goes along sums of so many propensities: one subtraction waits for another only from block to block. */
export const SEARCH_BLOCK = 4;

/** Gillespie's direct method (J. Comput. Phys. 22, 403, 1976) over individual agents; stopping at `until_s` and redrawing is exact (no memory). */
export function advance(cell: Cell, until_s: number): Stop {
  for (;;) {
    const total = cell.totalPropensity;
    if (total <= 0) return stopAt(cell, until_s, 'silent');
    const next = cell.time_s + exponential(cell.streams.events) / total;
    if (next > until_s) return stopAt(cell, until_s, 'reached');
    cell.time_s = next;
    happen(cell);
  }
}

/** One event, or none if it would fall after `until_s`: the channel fired, or -1. */
export function step(cell: Cell, until_s: number): number {
  const total = cell.totalPropensity;
  const next = total > 0 ? cell.time_s + exponential(cell.streams.events) / total : Number.POSITIVE_INFINITY;
  if (next > until_s) {
    cell.time_s = until_s;
    return -1;
  }
  cell.time_s = next;
  const channel = happen(cell);
  return channel < 0 ? step(cell, until_s) : channel;
}

/** The event that is due now: the channel fired, or -1 if nothing happens after all. */
function happen(cell: Cell): number {
  const channel = chooseChannel(cell);
  if (channel < 0) return channel;
  fire(cell, channel);
  refreshDependents(cell, channel);
  if ((++cell.events & RESUM_MASK) === 0) {
    refreshAll(cell); // rounding drifts
    cell.watch?.(cell.events);
  }
  return channel;
}

/** New rate constants, per second: what a change of inputs does. Exact, since waiting times have no memory. */
export function setRates(cell: Cell, rate: Float64Array): void {
  cell.rate.set(rate);
  refreshAll(cell);
}

/** Channel with probability propensity / total; -1, and nothing happens, where the search runs off the end: sums had drifted and are made anew. */
function chooseChannel(cell: Cell): number {
  const propensity = cell.propensity;
  const channels = propensity.length;
  let left = uniform53(cell.streams.events) * cell.totalPropensity;
  for (let c = 0; c < channels; ) {
    const end = Math.min(c + SEARCH_BLOCK, channels);
    let sum = 0;
    for (; c < end; c++) {
      sum += propensity[c]!;
      if (left < sum) return c;
    }
    left -= sum;
  }
  refreshAll(cell);
  return -1;
}

function stopAt(cell: Cell, until_s: number, stop: Stop): Stop {
  cell.time_s = until_s;
  return stop;
}
