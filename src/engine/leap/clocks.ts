import type { Cell } from '../cell.js';
import { propensityOf } from '../propensity.js';
import { type EngineTables, Take } from '../tables.js';
import type { Carrier } from './carriers.js';
import { hazardOf } from './hazard.js';
import { type Flow, givenCrowds, type Partition, takenCrowds } from './partition.js';

/** One thing that relaxes: channels, and the quantity of which each takes a member. */
export interface Clock {
  readonly by: readonly Taking[];
  /** What else makes it relax, in a piece that is exact by itself and lived in half steps before and after. */
  readonly beside?: readonly Taking[];
  /** A crowd that does not count while it is empty and none of these channels gives to it. */
  readonly crowd?: { readonly q: number; readonly givers: readonly number[] };
  /** What the rates count on the way; 1 unless said. */
  readonly counts?: number;
}
type Taking = readonly [channel: number, quantity: number];

export interface Clocks {
  /** Crowds that toggles trade with, by these, beside their flows. */
  readonly inner: readonly Clock[];
  /** Crowds that exact channels take from, and pools of toggles, by exact channels. */
  readonly fast: readonly Clock[];
  /** Other crowds, by everything that leaps; and pools that leaping channels look at, by what changes their members. */
  readonly slow: readonly Clock[];
}

/**
 * A crowd that slow flows alone give to and take from gets in one half step before it loses, in the other after: its mean is
 * off by (k h)^2 / 48 over a step, though by (k h)^2 / 12 at its end, where somebody may look.
 */
const AMONG_FLOWS = 0.5;

/** What the steps must be short beside. */
export function clocksOf(t: EngineTables, partition: Partition): Clocks {
  const { exact, fast, slow, carriers, toggles } = partition;
  const all = Array.from({ length: t.channels }, (_, c) => c);
  const takers = (channels: readonly number[], crowd: number): readonly Taking[] =>
    channels.filter((c) => takenCrowds(t, c).includes(crowd)).map((c) => [c, crowd]);
  const channelsOf = (some: readonly Carrier[]) => some.flatMap(({ up, down }) => [...up, ...down]);
  const trades = channelsOf(carriers);
  const leaving = ({ crowd, exits }: Flow): readonly Taking[] => [
    ...exits.map((c) => [c, crowd] as const),
    ...takers(trades, crowd),
  ];
  const flowing = [...fast, ...slow].flatMap(({ entries, exits }) => [...entries, ...exits]);
  const watched = new Set([...flowing, ...trades].flatMap((c) => askedPools(t, c)));
  const changers = (pool: number): readonly Taking[] =>
    exact.flatMap((c) =>
      partsTaken(t, c)
        .filter(([q, delta]) => leads(t, q, delta, pool))
        .map(([q]) => [c, q] as const),
    );
  const turns = (channels: readonly number[], pool: number): readonly Taking[] =>
    channels.map((c) => [c, pool]);
  const fastClock = (flow: Flow): Clock => {
    const crowd = { q: flow.crowd, givers: all.filter((c) => givenCrowds(t, c).includes(flow.crowd)) };
    const rest = [...leaving(flow), ...takers(channelsOf(toggles), flow.crowd)];
    const by = takers(exact, flow.crowd);
    return isTraded(flow, toggles) ? { by, beside: rest, crowd } : { by: [...by, ...rest], crowd };
  };
  return {
    inner: fast
      .filter((flow) => isTraded(flow, toggles))
      .map((flow) => ({ by: takers(channelsOf(toggles), flow.crowd), beside: leaving(flow) })),
    fast: [
      ...fast.map(fastClock),
      ...toggles.flatMap(({ up, down, empty, loaded }) => {
        const beside = [...turns(up, empty), ...turns(down, loaded)];
        return [empty, loaded].map((pool) => ({ by: changers(pool), beside }));
      }),
    ],
    slow: [
      ...slow.map((flow) => ({
        by: [...leaving(flow), ...takers(exact, flow.crowd)],
        ...(isAmongFlows(t, flow.crowd, slow) ? { counts: AMONG_FLOWS } : {}),
      })),
      ...[...watched].map((pool) => ({ by: changers(pool) })),
    ],
  };
}

const isTraded = ({ crowd }: Flow, toggles: readonly Carrier[]): boolean =>
  toggles.some(({ crowds }) => crowds.includes(crowd));

/** Whether slow flows alone take from a crowd and give to it, and nobody looks at it but those that take. */
function isAmongFlows(t: EngineTables, crowd: number, slow: readonly Flow[]): boolean {
  const exits = slow.find((flow) => flow.crowd === crowd)!.exits;
  const givers = new Set(slow.flatMap((flow) => [...flow.entries, ...flow.exits]));
  return Array.from({ length: t.channels }, (_, c) => c).every((c) => {
    const factors = t.factorQ.subarray(t.factorStart[c], t.factorStart[c + 1]);
    const looks = t.qa[c] === crowd || t.qb[c] === crowd || factors.includes(crowd);
    return (!looks || exits.includes(c)) && (!givenCrowds(t, c).includes(crowd) || givers.has(c));
  });
}

/**
 * The fastest of the clocks now, per second. What relaxes at rate q by one piece, and at k by another in half steps around it,
 * is off after steps h by q (q + k/2) h^2 / 12 of what feeds it, as by the first piece alone at the root of q (q + k/2). `looked`: at the
 * end of the step somebody looks.
 */
export function fastest(cell: Cell, clocks: readonly Clock[], looked = false): number {
  let most = 0;
  for (let i = 0; i < clocks.length; i++) {
    const { by, beside, crowd, counts = 1 } = clocks[i]!;
    if (crowd !== undefined && isDeserted(cell, crowd)) continue;
    const q = (looked ? 1 : counts) * sumOf(cell, by);
    const rate = beside === undefined ? q : Math.sqrt(q * (q + sumOf(cell, beside) / 2));
    if (rate > most) most = rate;
  }
  return most;
}

function isDeserted(cell: Cell, { q, givers }: NonNullable<Clock['crowd']>): boolean {
  return cell.count[q] === 0 && givers.every((c) => propensityOf(cell, c) === 0);
}

function sumOf(cell: Cell, takings: readonly Taking[]): number {
  let sum = 0;
  for (let i = 0; i < takings.length; i++) sum += hazardOf(cell, takings[i]![0], takings[i]![1]);
  return sum;
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
