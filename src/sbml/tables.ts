import { type CustomLaw, type EngineTables, Law, Take } from '../engine/tables.js';
import type { Channel } from './channels.js';
import { compile } from './compile.js';
import { operandsOf, type Resolved } from './expression.js';
import { guarded } from './guard.js';
import { type MassAction, massAction } from './mass-action.js';

/** The model for the engine, and what its two reactants a channel leave over. */
export interface Program {
  readonly tables: EngineTables;
  /** By channel: crowds that lose members beyond the two that the engine takes, one entry a member. */
  readonly furtherTakes: readonly Int32Array[];
}

/** Channels as the engine's tables. `values` is read by the laws whenever they are called. */
export function programOf(
  channels: readonly Channel[],
  crowdCount: Float64Array,
  crowdNames: readonly string[],
  values: Float64Array,
): Program {
  const rows = channels.map((channel) => rowOf(channel, crowdNames, values));
  const column = (of: (row: Row) => number) => Int32Array.from(rows, of);
  const fill = (value: number) => new Int32Array(rows.length).fill(value);
  const [outStart, outCrowd] = flat(rows.map((row) => row.gives));
  const [depStart, dependents] = flat(dependentsOf(rows, crowdCount.length));
  const outputs = outCrowd.length;
  const none = new Int32Array(0);
  const tables: EngineTables = {
    crowds: crowdCount.length,
    pools: 0,
    channels: rows.length,
    crowdCount,
    ...NO_PARTS,
    rate: Float64Array.from(rows, (row) => row.rate),
    law: column((row) => row.law),
    customLaws: rows.map((row) => row.custom),
    qa: column((row) => Math.max(0, row.qa)),
    qb: column((row) => Math.max(0, row.qb)),
    takeA: column((row) => (row.takesA ? Take.crowd : Take.none)),
    takeB: column((row) => (row.takesB ? Take.crowd : Take.none)),
    deltaA: fill(0),
    deltaB: fill(0),
    partnerOfA: fill(-1),
    deltaPartner: fill(0),
    typeOfPartner: fill(-1),
    slotOfPartner: fill(-1),
    joinA: fill(-1),
    joinB: fill(-1),
    removesA: new Uint8Array(rows.length),
    makeStart: new Int32Array(rows.length + 1),
    makeCode: none,
    outStart,
    outCrowd,
    outMaskA: new Int32Array(outputs),
    outMaskB: new Int32Array(outputs),
    outMaskS: new Int32Array(outputs),
    outCargo: new Int32Array(outputs),
    partAfromA: fill(0),
    partAfromB: fill(0),
    partBfromA: fill(0),
    partBfromB: fill(0),
    seats: new Uint8Array(rows.length),
    labelSource: fill(-1),
    factorStart: new Int32Array(rows.length + 1),
    factorQ: none,
    factorInvK: new Float64Array(0),
    factorPower: none,
    depStart,
    dependents,
  };
  return { tables, furtherTakes: rows.map((row) => Int32Array.from(row.further)) };
}

interface Row extends MassAction {
  readonly custom: CustomLaw;
  readonly takesA: boolean;
  readonly takesB: boolean;
  readonly further: readonly number[];
  readonly gives: readonly number[];
  /** Crowds that the propensity depends on, and crowds that a firing changes. */
  readonly reads: ReadonlySet<number>;
  readonly changes: ReadonlySet<number>;
}

function rowOf(channel: Channel, crowdNames: readonly string[], values: Float64Array): Row {
  const moved = [...channel.change];
  const takes = moved.flatMap(([q, n]) => new Array<number>(Math.max(0, -n)).fill(q));
  const shared = {
    gives: moved.flatMap(([q, n]) => new Array<number>(Math.max(0, n)).fill(q)),
    changes: new Set(channel.change.keys()),
  };
  const known = massAction(channel.propensity);
  const fitted = known && fitting(known, takes);
  if (fitted) {
    const reads = new Set([known.qa, known.qb].filter((q) => q >= 0));
    return { ...known, ...fitted, ...shared, further: [], custom: () => 0, reads };
  }
  const [qa = -1, qb = -1, ...further] = takes;
  return {
    law: Law.custom,
    rate: 1,
    qa,
    qb,
    takesA: qa >= 0,
    takesB: qb >= 0,
    further,
    custom: guarded(channel, compile(channel.propensity, values), crowdNames),
    reads: new Set([...countsIn(channel.propensity), ...takes]),
    ...shared,
  };
}

/** Which reactants of a mass-action law are taken; undefined where a firing could take more than the law asks to be there. */
function fitting(
  law: MassAction,
  takes: readonly number[],
): { takesA: boolean; takesB: boolean } | undefined {
  const left = [...takes];
  const take = (q: number) => {
    const at = q < 0 ? -1 : left.indexOf(q);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const fitted = { takesA: take(law.qa), takesB: take(law.qb) };
  return left.length === 0 ? fitted : undefined;
}

const countsIn = (f: Resolved): number[] =>
  f.kind === 'count' ? [f.index] : operandsOf(f).flatMap(countsIn);

/** By channel: the channels whose propensity reads a crowd that it changes. */
function dependentsOf(rows: readonly Row[], crowds: number): number[][] {
  const readers = Array.from({ length: crowds }, (): number[] => []);
  rows.forEach((row, index) => {
    for (const q of row.reads) readers[q]!.push(index);
  });
  return rows.map((row) => [...new Set([...row.changes].flatMap((q) => readers[q]!))].sort((a, b) => a - b));
}

function flat(lists: readonly (readonly number[])[]): [Int32Array, Int32Array] {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    start[i + 1] = start[i]! + list.length;
  });
  return [start, Int32Array.from(lists.flat())];
}

const NO_PARTS = {
  bondSlots: 0,
  typeOfCode: new Int32Array(0),
  poolMask: new Int32Array(0),
  poolBase: new Int32Array(0),
  poolsOfType: new Int32Array(0),
  facetOfType: new Int32Array(0),
  facetsOfType: new Int32Array(0),
  conditionalMask: new Int32Array(0),
  partnerSlot: new Int32Array(0),
  partnerOkStart: new Int32Array(0),
  partnerOk: new Uint8Array(0),
  watched: new Uint8Array(0),
  partCode: new Int32Array(0),
};
