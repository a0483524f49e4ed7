import type { Kinetics } from './kinetics.js';

/** Flows of a kinetics and their derivatives; `rate` and `lawInvK` may be changed between calls. */
export interface Flows {
  /** Writes firings per second by reaction. */
  flows(n: Float64Array, flow: Float64Array): void;
  /** Writes the derivatives of the flows. */
  slopes(n: Float64Array, slope: Float64Array): void;
}
/** Column of each derivative of a flow; those of reaction r stand at start[r] .. start[r+1]-1. A column may recur. */
export interface SlopePlaces {
  readonly start: Int32Array;
  readonly column: Int32Array;
}

/**
 * Mass action with the macroscopic law for a like pair (n^2 where a stochastic cell has n (n - 1)), times laws. Rates are per
 * second, by channel; `lawInvK` is one over the constant of every law, per molecule.
 */
export function flowsOf(k: Kinetics, rate: Float64Array, lawInvK: Float64Array): Flows {
  // Amounts and quantities end in a 1, which stands for what a reaction does not have.
  const amount = new Float64Array(k.species + 1).fill(1);
  const quantity = new Float64Array(k.quantities + 1).fill(1);
  const [first, second] = [k.first, k.second].map((list) => list.map((s) => (s < 0 ? k.species : s)));
  const counted = k.counted.map((q) => (q < 0 ? k.quantities : q));
  const bend = new Float64Array(k.channels);
  const bendSlope = new Float64Array(k.lawQuantity.length);
  const law = new Float64Array(k.lawQuantity.length);

  const look = (n: Float64Array): void => {
    amount.set(n);
    for (let q = 0; q < k.quantities; q++) {
      let sum = 0;
      for (let i = k.memberStart[q]!; i < k.memberStart[q + 1]!; i++)
        sum += k.memberWeight[i]! * n[k.memberSpecies[i]!]!;
      quantity[q] = sum;
    }
    for (let l = 0; l < law.length; l++)
      law[l] = lawAt(quantity[k.lawQuantity[l]!]! * lawInvK[l]!, k.lawPower[l]!);
    for (let c = 0; c < k.channels; c++) {
      let product = rate[c]!;
      for (let l = k.lawStart[c]!; l < k.lawStart[c + 1]!; l++) product *= law[l]!;
      bend[c] = product;
    }
  };
  const lookAtSlopes = (): void => {
    for (let c = 0; c < k.channels; c++)
      for (let l = k.lawStart[c]!; l < k.lawStart[c + 1]!; l++) {
        const x = quantity[k.lawQuantity[l]!]! * lawInvK[l]!;
        let product = rate[c]! * lawSlopeAt(x, k.lawPower[l]!) * lawInvK[l]!;
        for (let other = k.lawStart[c]!; other < k.lawStart[c + 1]!; other++)
          if (other !== l) product *= law[other]!;
        bendSlope[l] = product;
      }
  };

  return {
    flows(n, flow) {
      look(n);
      for (let r = 0; r < k.reactions; r++)
        flow[r] =
          k.weight[r]! *
          bend[k.channel[r]!]! *
          amount[first![r]!]! *
          amount[second![r]!]! *
          quantity[counted[r]!]!;
    },
    slopes(n, slope) {
      look(n);
      lookAtSlopes();
      let at = 0;
      for (let r = 0; r < k.reactions; r++) {
        const c = k.channel[r]!;
        const [a, b, q] = [amount[first![r]!]!, amount[second![r]!]!, quantity[counted[r]!]!];
        const constant = k.weight[r]! * bend[c]!;
        if (k.first[r]! >= 0) slope[at++] = constant * b * q;
        if (k.second[r]! >= 0) slope[at++] = constant * a * q;
        const own = k.counted[r]!;
        if (own >= 0)
          for (let i = k.memberStart[own]!; i < k.memberStart[own + 1]!; i++)
            slope[at++] = constant * a * b * k.memberWeight[i]!;
        const met = k.weight[r]! * a * b * q;
        for (let l = k.lawStart[c]!; l < k.lawStart[c + 1]!; l++)
          for (let i = k.memberStart[k.lawQuantity[l]!]!; i < k.memberStart[k.lawQuantity[l]! + 1]!; i++)
            slope[at++] = met * bendSlope[l]! * k.memberWeight[i]!;
      }
    },
  };
}

/** Columns in the order in which `slopes` writes. */
export function slopePlacesOf(k: Kinetics): SlopePlaces {
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

function lawAt(x: number, power: number): number {
  const y = Math.abs(power) === 2 ? x * x : x;
  return power > 0 ? 1 / (1 + y) : y / (1 + y);
}

/** By x. */
function lawSlopeAt(x: number, power: number): number {
  const square = Math.abs(power) === 2;
  const y = square ? x * x : x;
  return ((power > 0 ? -1 : 1) * (square ? 2 * x : 1)) / (1 + y) ** 2;
}
