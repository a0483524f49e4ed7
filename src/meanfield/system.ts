import { type Flows, flowsOf } from './flows.js';
import type { Kinetics } from './kinetics.js';
import { type SparseLu, sparseLu } from './sparse-lu.js';

/** dn/dt = f(n), with the firings that make it up: what an implicit step asks of the rules. */
export interface System {
  readonly species: number;
  readonly channels: number;
  /** Per second, by channel; may be changed between steps. */
  readonly rate: Float64Array;
  /** Writes dn/dt and the firings per second by channel. */
  derivative(n: Float64Array, dn: Float64Array, firing: Float64Array): void;
  /** Takes the derivatives at n, for `prepare` and `along`. */
  linearise(n: Float64Array): void;
  /** Factorises shift I - df/dn; false where that fails, as it may when the step is too long. */
  prepare(shift: number): boolean;
  /** Replaces b by the x that solves (shift I - df/dn) x = b. */
  solve(b: Float64Array): void;
  /** Writes the change of the firings by channel along a direction. */
  along(direction: Float64Array, firing: Float64Array): void;
}

/** The system of a kinetics, its Jacobian analytic and sparse. */
export function systemOf(k: Kinetics, rate: Float64Array): System {
  const flows = flowsOf(k, rate);
  const flow = new Float64Array(k.reactions);
  const slope = new Float64Array(flows.slopeColumn.length);
  const lu = sparseLu(patternOf(k, flows));
  const { place, by, of } = entriesOf(k, flows, lu);
  return {
    species: k.species,
    channels: k.channels,
    rate,
    derivative(n, dn, firing) {
      flows.flows(n, flow);
      dn.fill(0);
      firing.fill(0);
      for (let r = 0; r < k.reactions; r++) {
        const f = flow[r]!;
        firing[k.channel[r]!]! += f;
        for (let i = k.changeStart[r]!; i < k.changeStart[r + 1]!; i++)
          dn[k.changeSpecies[i]!]! += k.changeBy[i]! * f;
      }
    },
    linearise: (n) => flows.slopes(n, slope),
    prepare(shift) {
      lu.values.fill(0);
      for (let e = 0; e < place.length; e++) lu.values[place[e]!]! -= by[e]! * slope[of[e]!]!;
      for (let s = 0; s < k.species; s++) lu.values[lu.diagonal[s]!]! += shift;
      return lu.factorise();
    },
    solve: lu.solve,
    along(direction, firing) {
      firing.fill(0);
      for (let r = 0; r < k.reactions; r++) {
        let sum = 0;
        for (let i = flows.slopeStart[r]!; i < flows.slopeStart[r + 1]!; i++)
          sum += slope[i]! * direction[flows.slopeColumn[i]!]!;
        firing[k.channel[r]!]! += sum;
      }
    },
  };
}

function patternOf(k: Kinetics, flows: Flows): readonly ReadonlySet<number>[] {
  const rows = Array.from({ length: k.species }, () => new Set<number>());
  eachEntry(k, flows, (row, column) => {
    rows[row]!.add(column);
  });
  return rows;
}

/** Where each product of a change and a slope goes in the Jacobian. */
function entriesOf(k: Kinetics, flows: Flows, lu: SparseLu) {
  const place: number[] = [];
  const by: number[] = [];
  const of: number[] = [];
  eachEntry(k, flows, (row, column, change, slope) => {
    place.push(lu.at(row, column));
    by.push(change);
    of.push(slope);
  });
  return { place: Int32Array.from(place), by: Float64Array.from(by), of: Int32Array.from(of) };
}

function eachEntry(
  k: Kinetics,
  flows: Flows,
  visit: (row: number, column: number, change: number, slope: number) => void,
): void {
  for (let r = 0; r < k.reactions; r++)
    for (let i = k.changeStart[r]!; i < k.changeStart[r + 1]!; i++)
      for (let s = flows.slopeStart[r]!; s < flows.slopeStart[r + 1]!; s++)
        visit(k.changeSpecies[i]!, flows.slopeColumn[s]!, k.changeBy[i]!, s);
}
