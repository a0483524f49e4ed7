import type { Cell } from './cell.js';

/** Leaves and joins pools until the part is in exactly those of its state; O(1) a pool, by swap-remove. */
export function refit(cell: Cell, part: number): void {
  const t = cell.tables;
  const code = cell.code[part]!;
  const type = t.typeOfCode[code]!;
  let want = t.poolMask[code]!;
  if ((want & t.conditionalMask[type]!) !== 0) want = withoutUnmet(cell, part, type, want);
  const held = cell.held[part]!;
  if (want === held) return;
  cell.held[part] = want;
  const base = t.poolBase[type]!;
  for (let gone = held & ~want; gone !== 0; gone &= gone - 1) leave(cell, part, base + lowest(gone));
  for (let come = want & ~held; come !== 0; come &= come - 1) join(cell, part, base + lowest(come));
}

/** The same for a part that leaves and joins these pools, whoever looks: `differ` has their bits. */
export function move(
  cell: Cell,
  part: number,
  leaves: readonly number[],
  joins: readonly number[],
  differ: number,
): void {
  cell.held[part]! ^= differ;
  for (let i = 0; i < leaves.length; i++) leave(cell, part, leaves[i]!);
  for (let i = 0; i < joins.length; i++) join(cell, part, joins[i]!);
}

const lowest = (bits: number): number => 31 - Math.clz32(bits & -bits);

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
  for (let held = cell.held[part]!; held !== 0; held &= held - 1) leave(cell, part, base + lowest(held));
  cell.held[part] = 0;
}

function join(cell: Cell, part: number, pool: number): void {
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
  cell.place[part * cell.stride + cell.lane[pool]!] = n;
  cell.count[q] = n + 1;
}

function leave(cell: Cell, part: number, pool: number): void {
  const q = cell.tables.crowds + pool;
  const members = cell.members[pool]!;
  const last = cell.count[q]! - 1;
  const lane = cell.lane[pool]!;
  const at = cell.place[part * cell.stride + lane]!;
  const moved = members[last]!;
  members[at] = moved;
  cell.place[moved * cell.stride + lane] = at;
  cell.count[q] = last;
}

function withoutUnmet(cell: Cell, part: number, type: number, want: number): number {
  const t = cell.tables;
  const base = t.poolBase[type]!;
  let met = want;
  for (let ask = want & t.conditionalMask[type]!; ask !== 0; ask &= ask - 1) {
    const bit = lowest(ask);
    const partner = cell.bond[part * t.bondSlots + t.partnerSlot[base + bit]!]!;
    const ok = partner >= 0 && t.partnerOk[t.partnerOkStart[base + bit]! + cell.code[partner]!] === 1;
    if (!ok) met &= ~(1 << bit);
  }
  return met;
}
