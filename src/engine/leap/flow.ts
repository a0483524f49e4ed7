import { binomial } from '../../random/binomial.js';
import { poisson } from '../../random/poisson.js';
import type { Cell } from '../cell.js';
import { propensityOf } from '../propensity.js';
import { LABEL_CLASSES, Take } from '../tables.js';
import { split } from './draw.js';
import { hazardOf } from './hazard.js';
import { book, type Leaping } from './leaping.js';
import type { Flow } from './partition.js';
import { drawFromSource, enterMembers, newTally, takeMembers } from './tally.js';

const MOST_WAYS = 64;
const hazard = new Float64Array(MOST_WAYS);
const leaving = new Float64Array(MOST_WAYS);
const arriving = new Float64Array(MOST_WAYS);
const tally = newTally();

/**
 * One crowd over h seconds, everything else held. Immigration and death with constant hazards are exact in law: each of the
 * n that are there leaves with probability 1 - exp(-k h), each that comes in at an even time with 1 - (1 - exp(-k h))/(k h),
 * by an exit drawn in proportion to its hazard. Hazards that bend with the crowd are taken at its expected middle.
 */
export function leapFlow({ cell, random }: Leaping, flow: Flow, h: number): void {
  const { crowd, entries, exits } = flow;
  const n = cell.count[crowd]!;
  let arrived = 0;
  let inflow = 0;
  for (let i = 0; i < entries.length; i++) {
    const rate = propensityOf(cell, entries[i]!);
    inflow += rate;
    const k = rate > 0 ? poisson(random, rate * h) : 0;
    arriving[i] = k;
    arrived += k;
  }
  if (n === 0 && arrived === 0) return;
  let out = fillHazards(cell, flow);
  if (flow.bent) {
    cell.count[crowd] = Math.max(0, n + 0.5 * h * (inflow - out * n));
    out = fillHazards(cell, flow);
    cell.count[crowd] = n;
  }
  const x = out * h;
  const gone = -Math.expm1(-x);
  let left = n > 0 && gone > 0 ? binomial(random, n, gone) : 0;
  if (arrived > 0 && x > 0) left += binomial(random, arrived, x < 1e-4 ? x / 2 : 1 - gone / x);
  split(random, left, hazard, exits.length, leaving);
  if (cell.tracking) track(cell, flow, n + arrived);
  cell.count[crowd] = n + arrived - left;
  for (let i = 0; i < entries.length; i++) bookEntry(cell, entries[i]!, arriving[i]!);
  for (let i = 0; i < exits.length; i++) if (leaving[i]! > 0) book(cell, exits[i]!, leaving[i]!);
}

function fillHazards(cell: Cell, { crowd, exits }: Flow): number {
  let sum = 0;
  for (let i = 0; i < exits.length; i++) {
    const k = hazardOf(cell, exits[i]!, crowd);
    hazard[i] = k;
    sum += k;
  }
  return sum;
}

/** What comes in is in the crowd's count already. */
function bookEntry(cell: Cell, c: number, k: number): void {
  cell.fired[c]! += k;
  cell.events += k;
}

/** Label classes of what came in and of what left; those that left are any of those that were there or came. */
function track(cell: Cell, { crowd, entries, exits }: Flow, n: number): void {
  const t = cell.tables;
  for (let i = 0; i < entries.length; i++) {
    const c = entries[i]!;
    drawFromSource(cell, t.labelSource[c]!, arriving[i]!, tally);
    const mask = t.outMaskS[t.outStart[c]!]!;
    for (let cls = 1; cls < LABEL_CLASSES; cls++) {
      cell.firedLabelled[c * LABEL_CLASSES + cls]! += tally[cls]!;
      enterMembers(cell, crowd, cls & mask, tally[cls]!);
    }
  }
  let among = n;
  for (let i = 0; i < exits.length; i++) {
    const c = exits[i]!;
    takeMembers(cell, crowd, among, leaving[i]!, tally);
    among -= leaving[i]!;
    const masks = t.takeA[c] === Take.crowd ? t.outMaskA : t.outMaskB;
    for (let cls = 1; cls < LABEL_CLASSES; cls++) {
      const k = tally[cls]!;
      if (k === 0) continue;
      cell.firedLabelled[c * LABEL_CLASSES + cls]! += k;
      for (let o = t.outStart[c]!; o < t.outStart[c + 1]!; o++)
        enterMembers(cell, t.outCrowd[o]!, cls & masks[o]!, k);
    }
  }
}
