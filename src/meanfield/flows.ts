import type { Kinetics } from './kinetics.js';

/** Flows of a kinetics and their derivatives; `rate` may be changed between calls. */
export interface Flows {
  /** Per second, by channel. */
  readonly rate: Float64Array;
  /** Writes firings per second by reaction. */
  flows(n: Float64Array, flow: Float64Array): void;
  /** Column of each derivative of a flow; those of reaction r stand at start[r] .. start[r+1]-1. A column may recur. */
  readonly slopeStart: Int32Array;
  readonly slopeColumn: Int32Array;
  /** Writes the derivatives of the flows. */
  slopes(n: Float64Array, slope: Float64Array): void;
}

/** Mass action with the macroscopic law for a like pair (n^2 where a stochastic cell has n (n - 1)), times laws. */
export function flowsOf(k: Kinetics, rate: Float64Array): Flows {
  const quantity = new Float64Array(k.quantities);
  const bend = new Float64Array(k.channels);
  const bendSlope = new Float64Array(k.lawQuantity.length);
  const { start, column } = slopesOf(k);

  const look = (n: Float64Array): void => {
    for (let q = 0; q < k.quantities; q++) {
      let sum = 0;
      for (let i = k.memberStart[q]!; i < k.memberStart[q + 1]!; i++)
        sum += k.memberWeight[i]! * n[k.memberSpecies[i]!]!;
      quantity[q] = sum;
    }
    for (let c = 0; c < k.channels; c++) {
      let product = rate[c]!;
      for (let l = k.lawStart[c]!; l < k.lawStart[c + 1]!; l++) product *= lawAt(k, l, quantity);
      bend[c] = product;
    }
  };
  const lookAtSlopes = (): void => {
    for (let c = 0; c < k.channels; c++)
      for (let l = k.lawStart[c]!; l < k.lawStart[c + 1]!; l++) {
        let product = rate[c]! * lawSlopeAt(k, l, quantity);
        for (let other = k.lawStart[c]!; other < k.lawStart[c + 1]!; other++)
          if (other !== l) product *= lawAt(k, other, quantity);
        bendSlope[l] = product;
      }
  };
  const counted = (r: number): number => (k.counted[r]! < 0 ? 1 : quantity[k.counted[r]!]!);
  const amount = (n: Float64Array, species: number): number => (species < 0 ? 1 : n[species]!);

  return {
    rate,
    slopeStart: start,
    slopeColumn: column,
    flows(n, flow) {
      look(n);
      for (let r = 0; r < k.reactions; r++)
        flow[r] =
          k.weight[r]! * bend[k.channel[r]!]! * amount(n, k.first[r]!) * amount(n, k.second[r]!) * counted(r);
    },
    slopes(n, slope) {
      look(n);
      lookAtSlopes();
      let at = 0;
      for (let r = 0; r < k.reactions; r++) {
        const c = k.channel[r]!;
        const [a, b] = [amount(n, k.first[r]!), amount(n, k.second[r]!)];
        const constant = k.weight[r]! * bend[c]!;
        if (k.first[r]! >= 0) slope[at++] = constant * b * counted(r);
        if (k.second[r]! >= 0) slope[at++] = constant * a * counted(r);
        const q = k.counted[r]!;
        if (q >= 0)
          for (let i = k.memberStart[q]!; i < k.memberStart[q + 1]!; i++)
            slope[at++] = constant * a * b * k.memberWeight[i]!;
        const met = k.weight[r]! * a * b * counted(r);
        for (let l = k.lawStart[c]!; l < k.lawStart[c + 1]!; l++)
          for (let i = k.memberStart[k.lawQuantity[l]!]!; i < k.memberStart[k.lawQuantity[l]! + 1]!; i++)
            slope[at++] = met * bendSlope[l]! * k.memberWeight[i]!;
      }
    },
  };
}

/** Columns in the order in which `slopes` writes. */
function slopesOf(k: Kinetics): { readonly start: Int32Array; readonly column: Int32Array } {
  const start = new Int32Array(k.reactions + 1);
  const column: number[] = [];
  const members = (q: number) => k.memberSpecies.subarray(k.memberStart[q]!, k.memberStart[q + 1]!);
  for (let r = 0; r < k.reactions; r++) {
    for (const s of [k.first[r]!, k.second[r]!]) if (s >= 0) column.push(s);
    if (k.counted[r]! >= 0) column.push(...members(k.counted[r]!));
    const c = k.channel[r]!;
    for (let l = k.lawStart[c]!; l < k.lawStart[c + 1]!; l++) column.push(...members(k.lawQuantity[l]!));
    start[r + 1] = column.length;
  }
  return { start, column: Int32Array.from(column) };
}

function lawAt(k: Kinetics, l: number, quantity: Float64Array): number {
  const x = quantity[k.lawQuantity[l]!]! * k.lawInvK[l]!;
  const power = k.lawPower[l]!;
  const y = Math.abs(power) === 2 ? x * x : x;
  return power > 0 ? 1 / (1 + y) : y / (1 + y);
}

function lawSlopeAt(k: Kinetics, l: number, quantity: Float64Array): number {
  const x = quantity[k.lawQuantity[l]!]! * k.lawInvK[l]!;
  const power = k.lawPower[l]!;
  const square = Math.abs(power) === 2;
  const y = square ? x * x : x;
  return ((power > 0 ? -1 : 1) * (square ? 2 * x : 1) * k.lawInvK[l]!) / (1 + y) ** 2;
}
