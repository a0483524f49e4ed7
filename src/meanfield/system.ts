import { flowsOf, type SlopePlaces, slopePlacesOf } from './flows.js';
import type { Kinetics } from './kinetics.js';
import { type LuPlan, luPlan, sparseLu } from './sparse-lu.js';

/** dn/dt = f(n), with the firings that make it up: what an implicit step asks of the rules. */
export interface System {
  readonly species: number;
  readonly channels: number;
  /** Per second, by channel; may be changed between steps. */
  readonly rate: Float64Array;
  /** One over the constant of every law, per molecule; may be changed between steps. */
  readonly lawInvK: Float64Array;
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
/**
 * The system of a kinetics, of which `rate` and `lawInvK` become part; its Jacobian is analytic and sparse. To be made once and
 * changed from cell to cell: where elements stand takes longer to work out than a course to follow.
 */
export function systemOf(k: Kinetics, rate: Float64Array, lawInvK: Float64Array): System {
  const slopes = slopePlacesOf(k);
  const plan = luPlan(patternOf(k, slopes));
  const { place, by, of } = entriesOf(k, slopes, plan);
  const flows = flowsOf(k, rate, lawInvK);
  const flow = new Float64Array(k.reactions);
  const slope = new Float64Array(slopes.column.length);
  const lu = sparseLu(plan);
  return {
    species: k.species,
    channels: k.channels,
    rate,
    lawInvK,
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
      for (let s = 0; s < k.species; s++) lu.values[plan.diagonal[s]!]! += shift;
      return lu.factorise();
    },
    solve: lu.solve,
    along(direction, firing) {
      firing.fill(0);
      for (let r = 0; r < k.reactions; r++) {
        let sum = 0;
        for (let i = slopes.start[r]!; i < slopes.start[r + 1]!; i++)
          sum += slope[i]! * direction[slopes.column[i]!]!;
        firing[k.channel[r]!]! += sum;
      }
    },
  };
}

function patternOf(k: Kinetics, slopes: SlopePlaces): readonly ReadonlySet<number>[] {
  const rows = Array.from({ length: k.species }, () => new Set<number>());
  eachEntry(k, slopes, (row, column) => {
    rows[row]!.add(column);
  });
  return rows;
}

interface Entries {
  readonly place: Int32Array;
  readonly by: Float64Array;
  readonly of: Int32Array;
}

/** Where each product of a change and a slope goes in the Jacobian. */
function entriesOf(k: Kinetics, slopes: SlopePlaces, lu: LuPlan): Entries {
  const place: number[] = [];
  const by: number[] = [];
  const of: number[] = [];
  eachEntry(k, slopes, (row, column, change, slope) => {
    place.push(lu.at(row, column));
    by.push(change);
    of.push(slope);
  });
  return { place: Int32Array.from(place), by: Float64Array.from(by), of: Int32Array.from(of) };
}

function eachEntry(
  k: Kinetics,
  slopes: SlopePlaces,
  visit: (row: number, column: number, change: number, slope: number) => void,
): void {
  for (let r = 0; r < k.reactions; r++)
    for (let i = k.changeStart[r]!; i < k.changeStart[r + 1]!; i++)
      for (let s = slopes.start[r]!; s < slopes.start[r + 1]!; s++)
        visit(k.changeSpecies[i]!, slopes.column[s]!, k.changeBy[i]!, s);
}
