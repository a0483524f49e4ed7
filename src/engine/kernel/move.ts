import type { EngineTables } from '../tables.js';
import type { Layout } from './layout.js';
import {
  type Code,
  f64,
  f64Add,
  f64Sub,
  get,
  i32,
  i32Add,
  i32FromF64,
  i32Mul,
  i32Shl,
  i32Xor,
  loadF64,
  loadI32,
  set,
  storeF64,
  storeI32,
} from './wasm.js';

/** Pools (bits) that any member of quantity q, of a part type, leaves and joins when its code rises by delta; undefined: it depends on the member. */
export function poolsChanged(t: EngineTables, type: number, q: number, delta: number): Changes | undefined {
  const bit = 1 << (q - t.crowds - t.poolBase[type]!);
  let found: Changes | undefined;
  for (let code = 0; code < t.typeOfCode.length; code++) {
    if (t.typeOfCode[code] !== type || (t.poolMask[code]! & bit) === 0) continue;
    if (t.typeOfCode[code + delta] !== type) return undefined;
    const [from, to] = [t.poolMask[code]!, t.poolMask[code + delta]!];
    const changes = { leaves: from & ~to, joins: to & ~from };
    if (found !== undefined && (found.leaves !== changes.leaves || found.joins !== changes.joins))
      return undefined;
    found = changes;
  }
  return found;
}
export interface Changes {
  readonly leaves: number;
  readonly joins: number;
}

/**
 * Ways in which members of quantity q (-1: any parts of the type) leave and join pools when their code rises by delta, in the order of
 * codes; not those that what is asked of a partner may have a say in.
 */
export function waysOf(t: EngineTables, type: number, q: number, delta: number): readonly Changes[] {
  const bit = q < 0 ? 0 : 1 << (q - t.crowds - t.poolBase[type]!);
  const ways = new Map<number, Changes>();
  const asking = new Set<number>();
  for (let code = 0; code < t.typeOfCode.length; code++) {
    if (t.typeOfCode[code] !== type || t.typeOfCode[code + delta] !== type) continue;
    const [from, to] = [t.poolMask[code]!, t.poolMask[code + delta]!];
    if ((from & bit) !== bit) continue;
    if (((from | to) & t.conditionalMask[type]!) !== 0) asking.add(from ^ to);
    else if (!ways.has(from ^ to)) ways.set(from ^ to, { leaves: from & ~to, joins: to & ~from });
  }
  return [...ways].filter(([differ]) => differ !== 0 && !asking.has(differ)).map(([, way]) => way);
}

interface Locals {
  readonly part: number;
  readonly n: number;
  readonly slot: number;
  readonly moved: number;
}

/** refit of pools.ts for a part whose leaves and joins are known. */
export function emitMove(
  t: EngineTables,
  at: Layout,
  { lane, stride }: { readonly lane: Int32Array; readonly stride: number },
  local: Locals,
  type: number,
  { leaves, joins }: Changes,
): Code {
  if ((leaves | joins) === 0) return [];
  const here = i32Shl(get(local.part), i32(2));
  const code: Code[] = [storeI32(at.held, i32Xor(loadI32(at.held, here), i32(leaves | joins)), here)];
  const place = (part: number, pool: number): Code =>
    i32Shl(i32Add(i32Mul(get(part), i32(stride)), i32(lane[pool]!)), i32(2));
  const member = (n: number): Code => i32Shl(get(n), i32(2));
  const pools = (bits: number): readonly number[] =>
    Array.from({ length: t.poolsOfType[type]! }, (_, bit) => bit)
      .filter((bit) => (bits >> bit) & 1)
      .map((bit) => t.poolBase[type]! + bit);
  for (const pool of pools(leaves)) {
    const count = at.count + 8 * (t.crowds + pool);
    const members = at.members[pool]!;
    code.push(
      storeF64(count, f64Sub(loadF64(count), f64(1))),
      set(local.n, i32FromF64(loadF64(count))),
      set(local.slot, loadI32(at.place, place(local.part, pool))),
      set(local.moved, loadI32(members, member(local.n))),
      storeI32(members, get(local.moved), member(local.slot)),
      storeI32(at.place, get(local.slot), place(local.moved, pool)),
    );
  }
  for (const pool of pools(joins)) {
    const count = at.count + 8 * (t.crowds + pool);
    code.push(
      set(local.n, i32FromF64(loadF64(count))),
      storeI32(at.members[pool]!, get(local.part), member(local.n)),
      storeI32(at.place, get(local.n), place(local.part, pool)),
      storeF64(count, f64Add(loadF64(count), f64(1))),
    );
  }
  return code;
}
