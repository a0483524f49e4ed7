import { type EngineTables, Law, Take } from '../tables.js';

/** An enzyme or transporter that goes to and fro between two states and trades with crowds at it, as in a ping-pong. */
export interface Carrier {
  /** Pools (as quantities) of the empty ones, which hold no label, and of the loaded ones. */
  readonly empty: number;
  readonly loaded: number;
  /** What is added to the code of an empty one that is loaded. */
  readonly delta: number;
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

function carrierOf(t: EngineTables, type: number): Carrier | undefined {
  const codes = Array.from(t.typeOfCode, (of, code) => (of === type ? code : -1)).filter((code) => code >= 0);
  const alone =
    codes.length === 2 && t.poolsOfType[type] === 2 && codes.every((code) => isBit(t.poolMask[code]!));
  if (!alone || t.poolMask[codes[0]!] === t.poolMask[codes[1]!]) return undefined;
  if (t.watched[type] === 1 || t.conditionalMask[type] !== 0) return undefined;
  const pool = (code: number): number => t.crowds + t.poolBase[type]! + (31 - Math.clz32(t.poolMask[code]!));
  const own = Array.from({ length: t.channels }, (_, c) => c).filter((c) => touches(t, c, type));
  if (own.length === 0 || !own.every((c) => isTrade(t, c))) return undefined;
  const from = (code: number): number[] => own.filter((c) => t.qa[c] === pool(code));
  const [first, second] = codes as [number, number];
  const canHold = (code: number, other: number): boolean => labelsOf(t, from(other), from(code)) !== 0;
  if (canHold(first, second) && canHold(second, first)) return undefined;
  const [empty, loaded] = canHold(first, second) ? [second, first] : [first, second];
  const crowds = own.flatMap((c) => [
    ...(t.takeB[c] === Take.crowd ? [t.qb[c]!] : []),
    ...t.outCrowd.subarray(t.outStart[c], t.outStart[c + 1]),
  ]);
  return {
    empty: pool(empty),
    loaded: pool(loaded),
    delta: loaded - empty,
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

/** One carrier alone, or with one member of a crowd, changes state; something of a crowd is taken or given. */
function isTrade(t: EngineTables, c: number): boolean {
  const trades = t.takeB[c] === Take.crowd || t.outStart[c]! < t.outStart[c + 1]!;
  const reacts = t.law[c] === Law.first || (t.law[c] === Law.second && t.takeB[c] !== Take.part);
  return (
    t.takeA[c] === Take.part &&
    reacts &&
    trades &&
    t.deltaA[c] !== 0 &&
    t.partnerOfA[c]! < 0 &&
    t.joinA[c]! < 0 &&
    t.removesA[c] === 0 &&
    t.makeStart[c] === t.makeStart[c + 1] &&
    t.seats[c] === 0 &&
    t.labelSource[c]! < 0 &&
    t.partBfromA[c] === 0 &&
    !Array.from(t.factorQ.subarray(t.factorStart[c], t.factorStart[c + 1])).includes(t.qa[c]!)
  );
}
