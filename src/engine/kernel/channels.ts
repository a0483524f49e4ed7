import { type EngineTables, Take } from '../tables.js';
import type { Layout } from './layout.js';
import { type Changes, emitMove, poolsChanged, waysOf } from './move.js';
import { drawBelow, type RandomLocals } from './random.js';
import {
  brIf,
  type Code,
  call,
  f64,
  f64Add,
  get,
  i32,
  i32Add,
  i32Eq,
  i32Eqz,
  i32FromF64,
  i32Mul,
  i32Shl,
  i32Sub,
  i32Xor,
  loadF64,
  loadI32,
  loop,
  set,
  storeF64,
  storeI32,
  when,
} from './wasm.js';

/** Locals that firing and refreshing use. */
export interface ChannelLocals extends RandomLocals {
  readonly time: number;
  readonly total: number;
  readonly a: number;
  readonly y: number;
  readonly partA: number;
  readonly partB: number;
  readonly partner: number;
  readonly moved: number;
  /** Whether whoever changed did so in the usual way. */
  readonly usual: number;
}

/** What emitted code must know: tables, where things are, and the functions that refit a part of each type and its partners. */
export interface Emission {
  readonly t: EngineTables;
  readonly at: Layout;
  readonly lane: Int32Array;
  readonly stride: number;
  readonly refitOf: readonly number[];
  readonly refitPartners: number;
  readonly local: ChannelLocals;
  /** What is to be done before and after a call, and between. */
  readonly around: (called: Code) => Code;
}

/** Whether a channel can be written out: removals and new individuals are left to fire.ts. */
export const isPlain = (t: EngineTables, c: number): boolean =>
  t.makeStart[c] === t.makeStart[c + 1] && t.removesA[c] === 0;

function takenType(t: EngineTables, c: number, which: 'A' | 'B'): number {
  const take = which === 'A' ? t.takeA[c] : t.takeB[c];
  const q = which === 'A' ? t.qa[c]! : t.qb[c]!;
  if (take !== Take.part) return -1;
  const pool = q - t.crowds;
  return t.poolBase.findIndex((base, type) => pool >= base && pool < base + t.poolsOfType[type]!);
}

/** fire.ts for one channel, written out: takes, gives, changes parts and bonds. Tracks no label and no identity. */
export function emitFire(e: Emission, c: number): Code {
  const { t, at, local } = e;
  const slots = t.bondSlots;
  const code: Code[] = [addTo(at.fired + 8 * c, 1)];
  if (t.takeA[c] === Take.crowd) code.push(addTo(at.count + 8 * t.qa[c]!, -1));
  else if (t.takeA[c] === Take.part) code.push(pick(e, t.qa[c]!, local.partA));
  if (t.takeB[c] === Take.crowd) code.push(addTo(at.count + 8 * t.qb[c]!, -1));
  else if (t.takeB[c] === Take.part) {
    const picked = pick(e, t.qb[c]!, local.partB);
    const mayBeA = t.takeA[c] === Take.part && t.qa[c] === t.qb[c];
    const isA = i32Eqz(i32Sub(get(local.partB), get(local.partA)));
    code.push(mayBeA ? loop(picked, brIf(0, isA)) : picked);
  }
  const hasA = t.takeA[c] === Take.part;
  const through = t.partnerOfA[c]!;
  if (hasA && through >= 0) {
    const mine = i32Shl(slotIndex(local.partA, slots, through), i32(2));
    code.push(set(local.partner, loadI32(at.bond, mine)));
    if (t.slotOfPartner[c]! >= 0)
      code.push(
        storeI32(at.bond, i32(-1), mine),
        storeI32(at.bond, i32(-1), i32Shl(slotIndex(local.partner, slots, t.slotOfPartner[c]!), i32(2))),
      );
  }
  if (t.joinA[c]! >= 0)
    code.push(
      storeI32(at.bond, get(local.partB), i32Shl(slotIndex(local.partA, slots, t.joinA[c]!), i32(2))),
      storeI32(at.bond, get(local.partA), i32Shl(slotIndex(local.partB, slots, t.joinB[c]!), i32(2))),
    );
  const changed = changesOf(t, c).map((change) => ({ ...change, part: local[change.which] }));
  for (const { part, delta } of changed) code.push(recode(e, part, delta));
  if (changed.some((change) => knownPools(t, change) === undefined)) code.push(set(local.usual, i32(1)));
  for (const change of changed) {
    code.push(refitted(e, change));
    if (isSeen(t, change)) code.push(e.around(call(e.refitPartners, get(change.part))));
  }
  for (let i = t.outStart[c]!; i < t.outStart[c + 1]!; i++)
    code.push(addTo(at.count + 8 * t.outCrowd[i]!, 1));
  return code;
}

interface Change {
  readonly which: 'partA' | 'partB' | 'partner';
  readonly delta: number;
  readonly type: number;
  /** The quantity it was picked from; -1: unknown. */
  readonly pool: number;
}

/** The parts whose code channel c changes. */
function changesOf(t: EngineTables, c: number): readonly Change[] {
  const hasA = t.takeA[c] === Take.part;
  const partA = { delta: t.deltaA[c]!, type: takenType(t, c, 'A'), pool: t.qa[c]! };
  const partB = { delta: t.deltaB[c]!, type: takenType(t, c, 'B'), pool: t.qb[c]! };
  const partner = { delta: t.deltaPartner[c]!, type: t.typeOfPartner[c]!, pool: -1 };
  return [
    ...(hasA ? [{ which: 'partA', ...partA } as const] : []),
    ...(t.takeB[c] === Take.part ? [{ which: 'partB', ...partB } as const] : []),
    ...(hasA && t.partnerOfA[c]! >= 0 ? [{ which: 'partner', ...partner } as const] : []),
  ];
}

/** Whether a partner's pools may differ after the change: a pool that asks for partners tells the codes before and after apart. */
function isSeen(t: EngineTables, { type, pool, delta }: Change): boolean {
  if (t.watched[type] === 0) return false;
  const bit = pool < 0 ? 0 : 1 << (pool - t.crowds - t.poolBase[type]!);
  const changed = Array.from(t.typeOfCode, (of, code) => (of === type ? code : -1)).filter(
    (code) => code >= 0 && (pool < 0 || (t.poolMask[code]! & bit) !== 0),
  );
  return t.partnerSlot.some((slot, p) => {
    const ok = (code: number) => t.partnerOk[t.partnerOkStart[p]! + code];
    return slot >= 0 && changed.some((code) => ok(code) !== ok(code + delta));
  });
}

/** Pools that whoever is changed so leaves and joins; undefined: it depends. */
const knownPools = (t: EngineTables, { type, pool, delta }: Change) =>
  pool < 0 || t.conditionalMask[type] !== 0 ? undefined : poolsChanged(t, type, pool, delta);

/**
 * What all members of a pool leave and join is written out, or what those do that stand first among its codes, which is the usual
 * way; else the function of their type finds out.
 */
function refitted(e: Emission, change: Change): Code {
  const { t, at, lane, stride, local } = e;
  const part = local[change.which];
  const here = i32Shl(get(part), i32(2));
  const temporary = { part, n: local.word, slot: local.bound, moved: local.moved };
  const moved = (pools: Changes) => emitMove(t, at, { lane, stride }, temporary, change.type, pools);
  const pools = knownPools(t, change);
  if (pools !== undefined) return moved(pools);
  const way = usualWay(t, change);
  const otherwise = [e.around(call(e.refitOf[change.type]!, get(part))), set(local.usual, i32(0))];
  if (way === undefined) return otherwise;
  const mask = loadI32(at.poolMask, i32Shl(loadI32(at.code, here), i32(2)));
  return [
    set(local.moved, i32Xor(mask, loadI32(at.held, here))),
    when(i32Eq(get(local.moved), i32(way.leaves | way.joins)), moved(way), otherwise),
  ];
}

const usualWay = (t: EngineTables, { type, pool, delta }: Change): Changes | undefined =>
  waysOf(t, type, pool, delta)[0];

/** Quantities that channel c changes where `usual` is set after it has fired; undefined: it changes the same always, or nobody knows. */
export function usuallyChanged(t: EngineTables, c: number): ReadonlySet<number> | undefined {
  const changes = changesOf(t, c);
  if (changes.every((change) => knownPools(t, change)) || changes.some((change) => isSeen(t, change)))
    return undefined;
  const changed = new Set<number>(t.outCrowd.subarray(t.outStart[c], t.outStart[c + 1]));
  if (t.takeA[c] === Take.crowd) changed.add(t.qa[c]!);
  if (t.takeB[c] === Take.crowd) changed.add(t.qb[c]!);
  for (const change of changes) {
    const pools = knownPools(t, change) ?? usualWay(t, change);
    if (pools === undefined) return undefined;
    for (let bit = 0; bit < t.poolsOfType[change.type]!; bit++)
      if (((pools.leaves | pools.joins) >>> bit) & 1) changed.add(t.crowds + t.poolBase[change.type]! + bit);
  }
  return changed;
}

const addTo = (address: number, n: number): Code => storeF64(address, f64Add(loadF64(address), f64(n)));

const slotIndex = (part: number, slots: number, slot: number): Code =>
  i32Add(i32Mul(get(part), i32(slots)), i32(slot));

const pick = ({ t, at, local }: Emission, q: number, into: number): Code =>
  set(
    into,
    loadI32(
      at.members[q - t.crowds]!,
      i32Shl(drawBelow(local, i32FromF64(loadF64(at.count + 8 * q))), i32(2)),
    ),
  );

function recode({ at, local }: Emission, part: number, delta: number): Code {
  const here = i32Shl(get(part), i32(2));
  return [
    storeI32(at.code, i32Add(loadI32(at.code, here), i32(delta)), here),
    storeF64(at.changedAt, get(local.time), i32Shl(get(part), i32(3))),
  ];
}
