import { type EngineTables, Law, Take } from '../tables.js';
import { areMixed, onlyCode, statesOf } from './states.js';

/**
 * Parts that go to and fro between two states in which all are alike: an enzyme that trades with crowds, as in a
 * ping-pong; a sensor that takes and lets go of a crowd member; a GTPase.
 */
export interface Carrier {
  /** Pools (as quantities) of the empty ones, which hold no label, and of the loaded ones. */
  readonly empty: number;
  readonly loaded: number;
  /** What is added to the code of an empty one that is loaded. */
  readonly delta: number;
  /** Pools that only empty ones are in, those that only loaded ones are in, and their bits. */
  readonly ofEmpty: readonly number[];
  readonly ofLoaded: readonly number[];
  readonly differ: number;
  /** Channels that load, and that unload; their first reactant is the carrier. */
  readonly up: readonly number[];
  readonly down: readonly number[];
  /** Crowds taken from or given to. */
  readonly crowds: readonly number[];
}

/** Part types all of whose changes are those of a carrier. */
export function carriersOf(t: EngineTables): readonly Carrier[] {
  return Array.from(t.poolBase, (_, type) => carrierOf(t, type)).filter((c) => c !== undefined);
}

/** By part type: the channels that toggles may be made of, whatever state the parts are in. */
export function switchesOf(t: EngineTables, carriers: readonly Carrier[]): readonly (readonly number[])[] {
  const taken = new Set(carriers.flatMap(({ up, down }) => [...up, ...down]));
  const all = Array.from({ length: t.channels }, (_, c) => c).filter((c) => !taken.has(c) && isSwitch(t, c));
  return Array.from(t.poolBase, (_, type) => all.filter((c) => typeIn(t, t.qa[c]!) === type));
}

/**
 * The toggles of one part type, pairs of pools whose members are all alike and that channels lead between, both ways: they follow from
 * its channels and from the states that its parts start with.
 */
export function togglesAmong(t: EngineTables, among: readonly number[], type: number): readonly Carrier[] {
  const start = [...new Set(t.partCode)].map((code) => ({ code, bonds: 0 }));
  const own = among.filter((c) => !areMixed(t, t.qa[c]!, start));
  if (own.length < 2) return [];
  const states = statesOf(t, type);
  const codes = new Map([...new Set(own.map((c) => t.qa[c]!))].map((q) => [q, onlyCode(t, q, states)]));
  const code = (c: number): number => codes.get(t.qa[c]!)!;
  const switches = own.filter((c) => code(c) >= 0);
  return switches.flatMap((first) => {
    const here = code(first);
    const there = here + t.deltaA[first]!;
    const back = switches.find((c) => code(c) === there && there + t.deltaA[c]! === here);
    if (back === undefined || there < here) return [];
    const [low, high] = [t.qa[first]!, t.qa[back]!];
    const between = switches.filter(
      (c) =>
        (t.qa[c] === low && t.deltaA[c] === there - here) ||
        (t.qa[c] === high && t.deltaA[c] === here - there),
    );
    if (between.find((c) => t.qa[c] === low) !== first) return [];
    const found = paired(t, between, [low, here], [high, there]);
    return found === undefined ? [] : [found];
  });
}

function carrierOf(t: EngineTables, type: number): Carrier | undefined {
  const codes = Array.from(t.typeOfCode, (of, code) => (of === type ? code : -1)).filter((code) => code >= 0);
  const alone =
    codes.length === 2 && t.poolsOfType[type] === 2 && codes.every((code) => isBit(t.poolMask[code]!));
  if (!alone || t.poolMask[codes[0]!] === t.poolMask[codes[1]!]) return undefined;
  if (t.watched[type] === 1 || t.conditionalMask[type] !== 0) return undefined;
  const pool = (code: number): number => t.crowds + t.poolBase[type]! + (31 - Math.clz32(t.poolMask[code]!));
  const own = Array.from({ length: t.channels }, (_, c) => c).filter((c) => touches(t, c, type));
  if (own.length === 0 || !own.every((c) => isTrade(t, c))) return undefined;
  const [first, second] = codes as [number, number];
  return paired(t, own, [pool(first), first], [pool(second), second]);
}

/** A pool (as a quantity) and the code of all its members. */
type Alike = readonly [pool: number, code: number];

/** Channels between two pools as a carrier whose empty state holds no label; undefined if both may. */
function paired(t: EngineTables, own: readonly number[], low: Alike, high: Alike): Carrier | undefined {
  const [first, second] = [low[0], high[0]];
  const from = (q: number): number[] => own.filter((c) => t.qa[c] === q);
  const canHold = (q: number, other: number): boolean => labelsOf(t, from(other), from(q)) !== 0;
  if (canHold(first, second) && canHold(second, first)) return undefined;
  const turned = canHold(first, second);
  const [[empty, emptyCode], [loaded, loadedCode]] = turned ? [high, low] : [low, high];
  const [isEmpty, isLoaded] = [t.poolMask[emptyCode]!, t.poolMask[loadedCode]!];
  const pools = (bits: number): number[] =>
    Array.from({ length: 31 }, (_, bit) => bit)
      .filter((bit) => (bits >> bit) & 1)
      .map((bit) => t.poolBase[t.typeOfCode[emptyCode]!]! + bit);
  const crowds = own.flatMap((c) => [
    ...(t.takeB[c] === Take.crowd ? [t.qb[c]!] : []),
    ...t.outCrowd.subarray(t.outStart[c], t.outStart[c + 1]),
  ]);
  return {
    empty,
    loaded,
    delta: loadedCode - emptyCode,
    ofEmpty: pools(isEmpty & ~isLoaded),
    ofLoaded: pools(isLoaded & ~isEmpty),
    differ: isEmpty ^ isLoaded,
    up: from(empty),
    down: from(loaded),
    crowds: [...new Set(crowds)],
  };
}

/** Atoms that may be labelled in the state that `into` lead to, and that `away` leave for the other; both start unlabelled. */
function labelsOf(t: EngineTables, into: readonly number[], away: readonly number[]): number {
  let here = 0;
  for (let pass = 0; pass < 2; pass++) {
    let there = 0;
    for (const c of away) there |= (here & t.partAfromA[c]!) | t.partAfromB[c]!;
    for (const c of into) here |= (there & t.partAfromA[c]!) | t.partAfromB[c]!;
  }
  return here;
}

const typeIn = (t: EngineTables, q: number): number =>
  t.poolBase.findIndex((base, type) => q - t.crowds >= base && q - t.crowds < base + t.poolsOfType[type]!);

const isBit = (mask: number): boolean => mask !== 0 && (mask & (mask - 1)) === 0;

function touches(t: EngineTables, c: number, type: number): boolean {
  const isOwn = (q: number): boolean => {
    const pool = q - t.crowds;
    return pool >= t.poolBase[type]! && pool < t.poolBase[type]! + t.poolsOfType[type]!;
  };
  const made = t.makeCode.subarray(t.makeStart[c], t.makeStart[c + 1]);
  return (
    (t.takeA[c] === Take.part && isOwn(t.qa[c]!)) ||
    (t.takeB[c] === Take.part && isOwn(t.qb[c]!)) ||
    t.typeOfPartner[c] === type ||
    made.some((code) => t.typeOfCode[code] === type)
  );
}

/** A carrier changes state, and something of a crowd is taken or given. */
const isTrade = (t: EngineTables, c: number): boolean =>
  isSwitch(t, c) && t.seats[c] === 0 && (t.takeB[c] === Take.crowd || t.outStart[c]! < t.outStart[c + 1]!);

/** One part alone, or with one member of a crowd, or by a catalyst, changes state. */
function isSwitch(t: EngineTables, c: number): boolean {
  const reacts = t.law[c] === Law.first || (t.law[c] === Law.second && t.takeB[c] !== Take.part);
  return (
    t.takeA[c] === Take.part &&
    reacts &&
    t.deltaA[c] !== 0 &&
    t.partnerOfA[c]! < 0 &&
    t.joinA[c]! < 0 &&
    t.removesA[c] === 0 &&
    t.makeStart[c] === t.makeStart[c + 1] &&
    t.labelSource[c]! < 0 &&
    t.partBfromA[c] === 0 &&
    t.conditionalMask[typeIn(t, t.qa[c]!)] === 0 &&
    !Array.from(t.factorQ.subarray(t.factorStart[c], t.factorStart[c + 1])).includes(t.qa[c]!)
  );
}
