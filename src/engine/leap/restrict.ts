import type { EngineTables } from '../tables.js';

/** The same molecules with only these channels, in this order: what the exact engine runs between leaps. */
export function restrictTo(t: EngineTables, channels: readonly number[]): EngineTables {
  const place = new Int32Array(t.channels).fill(-1);
  channels.forEach((c, i) => {
    place[c] = i;
  });
  const of = (all: Int32Array): Int32Array => Int32Array.from(channels, (c) => all[c]!);
  const bytes = (all: Uint8Array): Uint8Array => Uint8Array.from(channels, (c) => all[c]!);
  const items = (start: Int32Array): number[] =>
    channels.flatMap((c) => Array.from({ length: start[c + 1]! - start[c]! }, (_, i) => start[c]! + i));
  const starts = (start: Int32Array): Int32Array => startsOf(channels.map((c) => start[c + 1]! - start[c]!));
  const made = items(t.makeStart);
  const out = items(t.outStart);
  const factors = items(t.factorStart);
  const dependents = channels.map((c) =>
    Array.from(t.dependents.subarray(t.depStart[c], t.depStart[c + 1]), (d) => place[d]!).filter(
      (d) => d >= 0,
    ),
  );
  const ints = (all: Int32Array, at: readonly number[]): Int32Array => Int32Array.from(at, (i) => all[i]!);
  return {
    ...t,
    channels: channels.length,
    rate: Float64Array.from(channels, (c) => t.rate[c]!),
    law: of(t.law),
    qa: of(t.qa),
    qb: of(t.qb),
    takeA: of(t.takeA),
    takeB: of(t.takeB),
    deltaA: of(t.deltaA),
    deltaB: of(t.deltaB),
    partnerOfA: of(t.partnerOfA),
    deltaPartner: of(t.deltaPartner),
    typeOfPartner: of(t.typeOfPartner),
    slotOfPartner: of(t.slotOfPartner),
    joinA: of(t.joinA),
    joinB: of(t.joinB),
    removesA: bytes(t.removesA),
    makeStart: starts(t.makeStart),
    makeCode: ints(t.makeCode, made),
    outStart: starts(t.outStart),
    outCrowd: ints(t.outCrowd, out),
    outMaskA: ints(t.outMaskA, out),
    outMaskB: ints(t.outMaskB, out),
    outMaskS: ints(t.outMaskS, out),
    outCargo: ints(t.outCargo, out),
    partAfromA: of(t.partAfromA),
    partAfromB: of(t.partAfromB),
    partBfromA: of(t.partBfromA),
    partBfromB: of(t.partBfromB),
    seats: bytes(t.seats),
    labelSource: of(t.labelSource),
    factorStart: starts(t.factorStart),
    factorQ: ints(t.factorQ, factors),
    factorInvK: Float64Array.from(factors, (i) => t.factorInvK[i]!),
    factorPower: ints(t.factorPower, factors),
    depStart: startsOf(dependents.map((d) => d.length)),
    dependents: Int32Array.from(dependents.flat()),
  };
}

function startsOf(lengths: readonly number[]): Int32Array {
  const start = new Int32Array(lengths.length + 1);
  lengths.forEach((n, i) => {
    start[i + 1] = start[i]! + n;
  });
  return start;
}
