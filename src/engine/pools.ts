import type { Cell } from './cell.js';

/** Joins and leaves pools until the part is in exactly those of its state; O(1) a pool, by swap-remove. */
export function refit(cell: Cell, part: number): void {
  const t = cell.tables;
  const code = cell.code[part]!;
  const type = t.typeOfCode[code]!;
  let want = t.poolMask[code]!;
  if ((want & t.conditionalMask[type]!) !== 0) want = withoutUnmet(cell, part, type, want);
  let differ = want ^ cell.held[part]!;
  if (differ === 0) return;
  cell.held[part] = want;
  const base = t.poolBase[type]!;
  while (differ !== 0) {
    const bit = 31 - Math.clz32(differ & -differ);
    differ &= differ - 1;
    if (((want >>> bit) & 1) === 1) join(cell, part, base, bit);
    else leave(cell, part, base, bit);
  }
}

/** Gives the part its new state; partners that watch it are looked at again by `refitPartners`. */
export function recode(cell: Cell, part: number, delta: number): void {
  cell.code[part]! += delta;
  cell.changedAt_s[part] = cell.time_s;
}

/** Looks again at the pools of whoever is bonded to the part, where these depend on the part's state. */
export function refitPartners(cell: Cell, part: number): void {
  const t = cell.tables;
  if (t.watched[t.typeOfCode[cell.code[part]!]!] === 0) return;
  for (let slot = 0; slot < t.bondSlots; slot++) {
    const partner = cell.bond[part * t.bondSlots + slot]!;
    if (partner >= 0) refit(cell, partner);
  }
}

/** Takes the part out of all its pools. */
export function withdraw(cell: Cell, part: number): void {
  const base = cell.tables.poolBase[cell.tables.typeOfCode[cell.code[part]!]!]!;
  for (let held = cell.held[part]!; held !== 0; held &= held - 1)
    leave(cell, part, base, 31 - Math.clz32(held & -held));
  cell.held[part] = 0;
}

function join(cell: Cell, part: number, base: number, bit: number): void {
  const pool = base + bit;
  const q = cell.tables.crowds + pool;
  const n = cell.count[q]!;
  let members = cell.members[pool]!;
  if (n === members.length) {
    const grown = new Int32Array(Math.max(8, 2 * n));
    grown.set(members);
    cell.members[pool] = grown;
    members = grown;
  }
  members[n] = part;
  cell.place[part * cell.stride + bit] = n;
  cell.count[q] = n + 1;
}

function leave(cell: Cell, part: number, base: number, bit: number): void {
  const pool = base + bit;
  const q = cell.tables.crowds + pool;
  const members = cell.members[pool]!;
  const last = cell.count[q]! - 1;
  const at = cell.place[part * cell.stride + bit]!;
  const moved = members[last]!;
  members[at] = moved;
  cell.place[moved * cell.stride + bit] = at;
  cell.count[q] = last;
}

function withoutUnmet(cell: Cell, part: number, type: number, want: number): number {
  const t = cell.tables;
  const base = t.poolBase[type]!;
  let met = want;
  for (let ask = want & t.conditionalMask[type]!; ask !== 0; ask &= ask - 1) {
    const bit = 31 - Math.clz32(ask & -ask);
    const partner = cell.bond[part * t.bondSlots + t.partnerSlot[base + bit]!]!;
    const ok = partner >= 0 && t.partnerOk[t.partnerOkStart[base + bit]! + cell.code[partner]!] === 1;
    if (!ok) met &= ~(1 << bit);
  }
  return met;
}
