import type { EngineTables } from '../tables.js';

/** Byte addresses of a cell's state in the kernel's memory. Eight-byte numbers first, so that all are aligned. */
export interface Layout {
  readonly time: number;
  readonly total: number;
  /** Events left to the next re-sum. */
  readonly due: number;
  readonly random: number;
  readonly width: number;
  readonly height: number;
  readonly rate: number;
  readonly propensity: number;
  readonly fired: number;
  readonly count: number;
  readonly factorInvK: number;
  /** Values of the factors, kept by the kernel. */
  readonly factor: number;
  readonly changedAt: number;
  readonly code: number;
  readonly held: number;
  readonly place: number;
  readonly bond: number;
  readonly poolMask: number;
  readonly typeOfCode: number;
  /** By pool. */
  readonly lane: number;
  /** One word a flag. */
  readonly partnerOk: number;
  /** By pool; a pool has room for every part of its type. */
  readonly members: readonly number[];
  readonly room: readonly number[];
  readonly bytes: number;
}
/** Bytes of a page of WebAssembly memory. */
export const PAGE = 65536;
export const ZIGGURAT_ENTRIES = 257;

/** Parts of each part type that a cell starts with. */
export function partsByType(t: EngineTables): number[] {
  const n = new Array<number>(t.poolBase.length).fill(0);
  for (const code of t.partCode) n[t.typeOfCode[code]!]!++;
  return n;
}

/** Memory with room for so many parts of each type: cells that fit share one module. */
export function layoutOf(t: EngineTables, stride: number, capacity: readonly number[]): Layout {
  let at = 0;
  const take = (bytes: number): number => {
    const here = at;
    at += (bytes + 7) & ~7;
    return here;
  };
  const parts = capacity.reduce((sum, n) => sum + n, 0);
  const head = {
    time: take(8),
    total: take(8),
    due: take(8),
    random: take(16),
    width: take(8 * ZIGGURAT_ENTRIES),
    height: take(8 * ZIGGURAT_ENTRIES),
    rate: take(8 * t.channels),
    propensity: take(8 * t.channels),
    fired: take(8 * t.channels),
    count: take(8 * (t.crowds + t.pools)),
    factorInvK: take(8 * t.factorInvK.length),
    factor: take(8 * t.factorInvK.length),
    poolMask: take(4 * t.poolMask.length),
    typeOfCode: take(4 * t.typeOfCode.length),
    lane: take(4 * t.pools),
    partnerOk: take(4 * t.partnerOk.length),
  };
  const members: number[] = [];
  const room: number[] = [];
  t.poolBase.forEach((base, type) => {
    for (let bit = 0; bit < t.poolsOfType[type]!; bit++) {
      room[base + bit] = capacity[type]!;
      members[base + bit] = take(4 * capacity[type]!);
    }
  });
  const body = {
    changedAt: take(8 * parts),
    code: take(4 * parts),
    held: take(4 * parts),
    place: take(4 * parts * stride),
    bond: take(4 * parts * t.bondSlots),
  };
  return { ...head, ...body, members, room, bytes: at };
}
