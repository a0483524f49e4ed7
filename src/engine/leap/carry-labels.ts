import type { Cell } from '../cell.js';
import { LABEL_CLASSES, Take } from '../tables.js';
import type { Carrier } from './carriers.js';
import { drawFrom, enterMembers, newTally, type Tally, takeMembers } from './tally.js';

/** Labels that carriers hold during a step: what was held at its start, what was loaded since, what is to be unloaded. */
export interface HeldLabels {
  readonly held: Tally;
  readonly loaded: Tally;
  readonly unloading: Tally;
}

const taken = newTally();
const given = newTally();
const paired = newTally();

export function beginLabels(cell: Cell, { loaded }: Carrier): HeldLabels {
  const held = newTally();
  for (const part of loadedParts(cell, loaded)) held[cell.label[part]!]!++;
  return { held, loaded: newTally(), unloading: newTally() };
}

/** Channel c loads k carriers: what it takes is any of the crowd, part of it goes on to products, part is held. */
export function labelLoads(cell: Cell, c: number, k: number, labels: HeldLabels): void {
  const t = cell.tables;
  takeFor(cell, c, k);
  for (let cls = 0; cls < LABEL_CLASSES; cls++) {
    const n = taken[cls]!;
    if (n === 0) continue;
    labels.loaded[cls & t.partAfromB[c]!]! += n;
    if (cls > 0) cell.firedLabelled[c * LABEL_CLASSES + cls]! += n;
    for (let o = t.outStart[c]!; o < t.outStart[c + 1]!; o++)
      enterMembers(cell, t.outCrowd[o]!, cls & t.outMaskB[o]!, n);
  }
}

/** Draws what is unloaded in all: what of the start is let go, and then any of what was loaded since. */
export function labelUnloading(cell: Cell, unloads: number, ofStart: number, labels: HeldLabels): void {
  const early = Math.min(ofStart, unloads);
  drawFrom(cell, labels.held, early, labels.unloading);
  drawFrom(cell, labels.loaded, unloads - early, taken);
  for (let cls = 0; cls < LABEL_CLASSES; cls++) labels.unloading[cls]! += taken[cls]!;
}

/** Channel c unloads k carriers, any of those that are unloaded, each with any of the crowd that it takes. */
export function labelUnloads(cell: Cell, c: number, k: number, labels: HeldLabels): void {
  const t = cell.tables;
  takeFor(cell, c, k);
  drawFrom(cell, labels.unloading, k, given);
  for (let own = 0; own < LABEL_CLASSES; own++) {
    if (given[own] === 0) continue;
    drawFrom(cell, taken, given[own]!, paired);
    for (let cls = 0; cls < LABEL_CLASSES; cls++) {
      const n = paired[cls]!;
      if (n === 0) continue;
      if ((own | cls) > 0) cell.firedLabelled[c * LABEL_CLASSES + (own | cls)]! += n;
      for (let o = t.outStart[c]!; o < t.outStart[c + 1]!; o++)
        enterMembers(cell, t.outCrowd[o]!, (own & t.outMaskA[o]!) | (cls & t.outMaskB[o]!), n);
    }
  }
}

/** Hands what is still held to the carriers that are loaded now; they are alike. */
export function endLabels(cell: Cell, { empty, loaded }: Carrier, { held, loaded: since }: HeldLabels): void {
  for (const part of loadedParts(cell, empty)) cell.label[part] = 0;
  let cls = 0;
  for (const part of loadedParts(cell, loaded)) {
    while (cls < LABEL_CLASSES - 1 && held[cls]! + since[cls]! === 0) cls++;
    if (held[cls]! > 0) held[cls]!--;
    else since[cls]!--;
    cell.label[part] = cls;
  }
}

function takeFor(cell: Cell, c: number, k: number): void {
  const t = cell.tables;
  if (t.takeB[c] === Take.crowd) takeMembers(cell, t.qb[c]!, cell.count[t.qb[c]!]!, k, taken);
  else {
    taken.fill(0);
    taken[0] = k;
  }
}

const loadedParts = (cell: Cell, q: number): Int32Array =>
  cell.members[q - cell.tables.crowds]!.subarray(0, cell.count[q]!);
