import { rodas } from './rodas.js';
import type { System } from './system.js';

/** Largest local error of a step: relative to each amount, and absolute. */
export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}
/** On the leucine model no amount above one molecule is then off by 1e-5 of itself after six hours (a test). */
export const TOLERANCE: Tolerance = { relative: 1e-6, absolute: 1e-6 };

/** Amounts as they move through time, and the firings that moved them since they were last set to 0. */
export interface Trajectory {
  time_s: number;
  readonly n: Float64Array;
  readonly fired: Float64Array;
  /** Steps taken, and those tried in vain. */
  steps: number;
  rejected: number;
}

/** What moves a path on: exactly to the time asked for. Throws where no step is short enough. */
export type Advance = (until_s: number) => void;

/** A path that starts at the amounts `n`, and its integrator, which remembers how long its steps may be. */
export function integrate(
  system: System,
  n: Float64Array,
  time_s: number,
  tolerance: Tolerance = TOLERANCE,
): { readonly path: Trajectory; readonly advance: Advance } {
  const stepper = stepperOf(system);
  const path: Trajectory = {
    time_s,
    n: n.slice(),
    fired: new Float64Array(system.channels),
    steps: 0,
    rejected: 0,
  };
  let h = 0;
  return {
    path,
    advance(until_s) {
      if (h === 0) h = firstStep(system, path.n, tolerance);
      while (path.time_s < until_s) {
        stepper.begin(path.n);
        for (;;) {
          const left = until_s - path.time_s;
          const last = h >= left * (1 - 1e-9);
          const step = last ? left : Math.min(h, left / 2);
          const trial = stepper.tried(path.n, step);
          const error = trial === undefined ? Number.NaN : worst(path.n, trial.next, trial.error, tolerance);
          const factor =
            error > 0 ? Math.min(MOST, Math.max(LEAST, SAFETY * error ** -0.25)) : error === 0 ? MOST : LEAST;
          if (error <= 1) {
            for (let i = 0; i < path.n.length; i++) path.n[i] = cleared(trial!.next[i]!);
            for (let c = 0; c < path.fired.length; c++) path.fired[c]! += trial!.fired[c]!;
            path.time_s = last ? until_s : path.time_s + step;
            path.steps++;
            // A step cut short by the end says little about how long the next may be.
            h = Math.max(step * factor, last ? h : 0);
            break;
          }
          path.rejected++;
          h = step * Math.min(factor, 1 / 2);
          if (!(h > Math.abs(path.time_s) * 1e-15 + 1e-30))
            throw new Error(
              `the mean field changes too fast to follow at ${path.time_s} s; is a rate or an amount out of all proportion?`,
            );
        }
      }
    },
  };
}

/** A system has one, whose room paths use in turn: code that has been made for one system is twice as fast as for many. */
function stepperOf(system: System): ReturnType<typeof rodas> {
  const stepper = steppers.get(system) ?? rodas(system);
  steppers.set(system, stepper);
  return stepper;
}
const steppers = new WeakMap<System, ReturnType<typeof rodas>>();

/** What has decayed to nothing is nothing: numbers near the least that there are slow every operation down. */
const cleared = (x: number): number => (Math.abs(x) < 1e-60 ? 0 : x);

const SAFETY = 0.9;
const LEAST = 0.2;
const MOST = 6;

/** The error in units of the tolerance. */
function worst(
  n: Float64Array,
  next: Float64Array,
  error: Float64Array,
  { relative, absolute }: Tolerance,
): number {
  let most = 0;
  for (let i = 0; i < n.length; i++) {
    const scale = absolute + relative * Math.max(Math.abs(n[i]!), Math.abs(next[i]!));
    const e = Math.abs(error[i]!) / scale;
    if (!(e <= most)) most = e; // also where e is no number
  }
  return most;
}

/** A hundredth of the time in which some amount would change by itself. */
function firstStep(system: System, n: Float64Array, { relative, absolute }: Tolerance): number {
  const dn = new Float64Array(n.length);
  system.derivative(n, dn, new Float64Array(system.channels));
  let fastest = 0;
  for (let i = 0; i < n.length; i++)
    fastest = Math.max(fastest, Math.abs(dn[i]!) / (absolute / relative + Math.abs(n[i]!)));
  return fastest > 0 ? 0.01 / fastest : 1;
}
