import { type EngineTables, Law, Take } from '../tables.js';
import { type Carrier, carriersOf } from './carriers.js';

/** What happens to one crowd apart from everything else: members come in from outside, and leave, each on its own. */
export interface Flow {
  readonly crowd: number;
  /** Channels that make one member out of no crowd. */
  readonly entries: readonly number[];
  /** Channels that take one member, at a rate proportional to the members (but for laws over the crowd itself). */
  readonly exits: readonly number[];
  /** Whether a law of an exit looks at the crowd itself (saturation). */
  readonly bent: boolean;
}

/** Every channel of a model, once: exact, or leapt in one of three ways. */
export interface Partition {
  readonly exact: readonly number[];
  /** Flows at crowds that exact channels or toggles take from, in shorter steps. */
  readonly fast: readonly Flow[];
  readonly slow: readonly Flow[];
  readonly carriers: readonly Carrier[];
  /** Of the individuals that stay exact elsewhere, those that are so many that going to and fro leaps. */
  readonly toggles: readonly Carrier[];
}

/**
 * Who leaps. Channels that only move members of crowds, one at a time and each on its own, leap; so do carriers, enzymes
 * of two states that trade with crowds, and the toggles that are asked for. Whatever else touches an individual, and crowds
 * meeting crowds, stays exact; where `lives`, so do flows at crowds that these take from.
 */
export function partitionOf(t: EngineTables, toggles: readonly Carrier[] = [], lives = false): Partition {
  const all = Array.from({ length: t.channels }, (_, c) => c);
  const carriers = carriersOf(t);
  const turning = toggles.flatMap(({ up, down }) => [...up, ...down]);
  const carried = new Set([...carriers.flatMap(({ up, down }) => [...up, ...down]), ...turning]);
  const leaping = all.filter((c) => isEntry(t, c) || isExit(t, c));
  const leapt = new Set(leaping);
  const bound = all.filter((c) => !carried.has(c) && !leapt.has(c));
  const quick = new Set([...bound, ...turning].flatMap((c) => takenCrowds(t, c)));
  const isQuick = (c: number): boolean =>
    leapt.has(c) && [...takenCrowds(t, c), ...givenCrowds(t, c)].some((q) => quick.has(q));
  return {
    exact: lives ? all.filter((c) => !carried.has(c) && (!leapt.has(c) || isQuick(c))) : bound,
    carriers,
    toggles,
    fast: lives ? [] : flowsOf(t, leaping.filter(isQuick)),
    slow: flowsOf(
      t,
      leaping.filter((c) => !isQuick(c)),
    ),
  };
}

export const takenCrowds = (t: EngineTables, c: number): readonly number[] => [
  ...(t.takeA[c] === Take.crowd ? [t.qa[c]!] : []),
  ...(t.takeB[c] === Take.crowd ? [t.qb[c]!] : []),
];
export const givenCrowds = (t: EngineTables, c: number): readonly number[] =>
  Array.from(t.outCrowd.subarray(t.outStart[c], t.outStart[c + 1]));

function flowsOf(t: EngineTables, channels: readonly number[]): readonly Flow[] {
  const crowds = [...new Set(channels.map((c) => crowdOf(t, c)))].sort((a, b) => a - b);
  return crowds.map((crowd) => {
    const own = channels.filter((c) => crowdOf(t, c) === crowd);
    const exits = own.filter((c) => isExit(t, c));
    return {
      crowd,
      entries: own.filter((c) => isEntry(t, c)),
      exits,
      bent: exits.some((c) => factorsOf(t, c).includes(crowd)),
    };
  });
}

const crowdOf = (t: EngineTables, c: number): number => takenCrowds(t, c)[0] ?? givenCrowds(t, c)[0]!;

/** Makes one member of one crowd, whatever its rate depends on, but for that crowd itself. */
function isEntry(t: EngineTables, c: number): boolean {
  const given = givenCrowds(t, c);
  const asked = [t.qa[c]!, t.qb[c]!, ...factorsOf(t, c)];
  return (
    touchesNobody(t, c) && takenCrowds(t, c).length === 0 && given.length === 1 && !asked.includes(given[0]!)
  );
}

function isExit(t: EngineTables, c: number): boolean {
  const taken = takenCrowds(t, c);
  const law = t.law[c];
  const linear =
    (law === Law.first && t.takeA[c] === Take.crowd) || (law === Law.second && t.qa[c] !== t.qb[c]);
  return (
    touchesNobody(t, c) &&
    taken.length === 1 &&
    linear &&
    t.labelSource[c]! < 0 &&
    !givenCrowds(t, c).includes(taken[0]!)
  );
}

function touchesNobody(t: EngineTables, c: number): boolean {
  return (
    t.takeA[c] !== Take.part &&
    t.takeB[c] !== Take.part &&
    t.law[c] !== Law.custom &&
    t.removesA[c] === 0 &&
    t.makeStart[c] === t.makeStart[c + 1]
  );
}

const factorsOf = (t: EngineTables, c: number): readonly number[] =>
  Array.from(t.factorQ.subarray(t.factorStart[c], t.factorStart[c + 1]));

/** Places among the exact channels of those whose rate depends on a crowd that leaps, or on the states of carriers. */
export function sensitiveTo(
  t: EngineTables,
  { exact, fast, slow, carriers, toggles }: Partition,
): readonly number[] {
  const flows = [...fast, ...slow];
  const changed = new Set([
    ...flows.map(({ crowd }) => crowd),
    ...flows.flatMap(({ exits }) => exits.flatMap((c) => givenCrowds(t, c))),
    ...[...carriers, ...toggles].flatMap(({ crowds, empty, loaded }) => [...crowds, empty, loaded]),
  ]);
  return exact.flatMap((c, i) =>
    [t.qa[c]!, t.qb[c]!, ...factorsOf(t, c)].some((q) => changed.has(q)) ? [i] : [],
  );
}
