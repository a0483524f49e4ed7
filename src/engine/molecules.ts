import type { Cell } from './cell.js';
import { refit, withdraw } from './pools.js';

/** Adds a molecule whose parts start in tables.makeCode[from .. to-1], in the place of a removed one where there is one. */
export function makeMolecule(cell: Cell, from: number, to: number): number {
  const t = cell.tables;
  const first = t.typeOfCode[t.makeCode[from]!]!;
  const reused = cell.free[first]!.pop();
  const part = reused ?? cell.parts;
  if (reused === undefined) {
    if (cell.parts + to - from > cell.code.length) grow(cell, to - from);
    cell.parts += to - from;
  }
  for (let i = from; i < to; i++) {
    const at = part + i - from;
    cell.code[at] = t.makeCode[i]!;
    cell.held[at] = 0;
    cell.label[at] = 0;
    cell.cargo[at] = -1;
    cell.changedAt_s[at] = cell.time_s;
    cell.bond.fill(-1, at * t.bondSlots, (at + 1) * t.bondSlots);
    refit(cell, at);
  }
  return part;
}

/** Takes the molecule of which `part` is one facet out of the cell; it must not be bonded. */
export function removeMolecule(cell: Cell, part: number): void {
  const t = cell.tables;
  const type = t.typeOfCode[cell.code[part]!]!;
  const first = part - t.facetOfType[type]!;
  for (let at = first; at < first + t.facetsOfType[type]!; at++) {
    withdraw(cell, at);
    cell.changedAt_s[at] = Number.NaN;
  }
  cell.free[t.typeOfCode[cell.code[first]!]!]!.push(first);
}

/** Whether the molecule at this part exists (removed ones leave their place for reuse). */
export const exists = (cell: Cell, part: number): boolean => !Number.isNaN(cell.changedAt_s[part]!);

function grow(cell: Cell, extra: number): void {
  const size = 2 * (cell.code.length + extra);
  const slots = cell.tables.bondSlots;
  cell.code = widen(cell.code, size);
  cell.held = widen(cell.held, size);
  cell.label = widen(cell.label, size);
  cell.cargo = widen(cell.cargo, size);
  cell.bond = widen(cell.bond, size * slots);
  cell.place = widen(cell.place, size * cell.stride);
  const changedAt_s = new Float64Array(size);
  changedAt_s.set(cell.changedAt_s);
  cell.changedAt_s = changedAt_s;
}

function widen(old: Int32Array, size: number): Int32Array {
  const wide = new Int32Array(size);
  wide.set(old);
  return wide;
}
