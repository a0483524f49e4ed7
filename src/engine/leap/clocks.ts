import type { Cell } from '../cell.js';
import { type EngineTables, Take } from '../tables.js';
import { hazardOf } from './hazard.js';
import { type Flow, type Partition, takenCrowds } from './partition.js';

/** One thing that relaxes: channels, and the quantity of which each takes a member. */
export type Clock = readonly (readonly [channel: number, quantity: number])[];

export interface Clocks {
  /** Crowds that individuals take from, by everything that takes a member; pools of toggles, by exact channels. */
  readonly fast: readonly Clock[];
  /** Other crowds, by everything that leaps; and pools that leaping channels look at, by what changes their members. */
  readonly slow: readonly Clock[];
}

/** What the steps must be short beside. */
export function clocksOf(t: EngineTables, { exact, fast, slow, carriers, toggles }: Partition): Clocks {
  const turning = toggles.flatMap(({ up, down }) => [...up, ...down]);
  const takers = (crowd: number): Clock =>
    [...exact, ...turning].filter((c) => takenCrowds(t, c).includes(crowd)).map((c) => [c, crowd]);
  const trades = carriers.flatMap(({ up, down }) => [...up, ...down]);
  const leaving = ({ crowd, exits }: Flow): Clock =>
    [...exits, ...trades.filter((c) => takenCrowds(t, c).includes(crowd))].map((c) => [c, crowd]);
  const leapt = [...fast, ...slow].flatMap(({ entries, exits }) => [...entries, ...exits]).concat(trades);
  const watched = new Set(leapt.flatMap((c) => askedPools(t, c)));
  const changers = (pool: number): Clock =>
    exact.flatMap((c) =>
      partsTaken(t, c)
        .filter(([q, delta]) => leads(t, q, delta, pool))
        .map(([q]) => [c, q] as const),
    );
  return {
    fast: [
      ...fast.map((flow) => [...leaving(flow), ...takers(flow.crowd)]),
      ...toggles.flatMap(({ empty, loaded }) => [changers(empty), changers(loaded)]),
    ],
    slow: [...slow.map(leaving), ...[...watched].map(changers)],
  };
}

/** The fastest of the clocks now, per second. */
export function fastest(cell: Cell, clocks: readonly Clock[]): number {
  let most = 0;
  for (const clock of clocks) {
    let sum = 0;
    for (const [c, q] of clock) sum += hazardOf(cell, c, q);
    if (sum > most) most = sum;
  }
  return most;
}

/** Pools that channel c takes a part from, and what it adds to the part's code. */
const partsTaken = (t: EngineTables, c: number): readonly (readonly [pool: number, delta: number])[] => [
  ...(t.takeA[c] === Take.part ? [[t.qa[c]!, t.deltaA[c]!] as const] : []),
  ...(t.takeB[c] === Take.part ? [[t.qb[c]!, t.deltaB[c]!] as const] : []),
];

const askedPools = (t: EngineTables, c: number): readonly number[] =>
  [
    ...(t.takeA[c] === Take.counted ? [t.qa[c]!] : []),
    ...(t.takeB[c] === Take.counted ? [t.qb[c]!] : []),
    ...t.factorQ.subarray(t.factorStart[c], t.factorStart[c + 1]),
  ].filter((q) => q >= t.crowds);

/** Whether a part taken from pool q, its code changed by delta, may have been in the pool and is no longer. */
function leads(t: EngineTables, q: number, delta: number, pool: number): boolean {
  const has = (code: number, of: number): boolean => {
    const bit = of - t.crowds - t.poolBase[t.typeOfCode[code]!]!;
    return bit >= 0 && bit < t.poolsOfType[t.typeOfCode[code]!]! && ((t.poolMask[code]! >>> bit) & 1) === 1;
  };
  return t.poolMask.some((_, code) => has(code, q) && has(code, pool) && !has(code + delta, pool));
}
