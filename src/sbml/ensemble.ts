import { streamFor } from '../random/stream.js';
import type { Machine } from './machine.js';
import { type Run, runTo, startRun } from './run.js';

/** What to run and when to look. */
export interface EnsembleSpec {
  /** Times at which values are taken, rising. */
  readonly times_s: readonly number[];
  readonly runs: number;
  readonly seed: string;
  /** Name of the model's streams; the same name and seed give the same runs. */
  readonly name: string;
  /** Called with a run's values after each run, by time, then observable; the array is used again. */
  readonly eachRun?: (run: number, values: Float64Array) => void;
}

/** Mean and standard deviation (of n - 1; NaN for a single run) by time. */
export interface Moments {
  readonly mean: Float64Array;
  readonly sd: Float64Array;
}

/** Runs a model many times, each run with streams of its own. Throws SbmlError where a run cannot go on. */
export function runEnsemble(machine: Machine, spec: EnsembleSpec): ReadonlyMap<string, Moments> {
  const { observables } = machine;
  const cells = spec.times_s.length * observables.length;
  const values = new Float64Array(cells);
  const mean = new Float64Array(cells);
  const squares = new Float64Array(cells);
  for (let run = 0; run < spec.runs; run++) {
    const reactions = streamFor(spec.seed, 'sbml', spec.name, run, 'reactions');
    const ties = streamFor(spec.seed, 'sbml', spec.name, run, 'ties');
    recordRun(startRun(machine, reactions, ties), spec.times_s, values);
    accumulate(values, run + 1, mean, squares);
    spec.eachRun?.(run, values);
  }
  const pick = (of: (cell: number) => number, o: number) =>
    Float64Array.from(spec.times_s, (_, t) => of(t * observables.length + o));
  return new Map(
    observables.map(({ id }, o) => [
      id,
      { mean: pick((c) => mean[c]!, o), sd: pick((c) => Math.sqrt(squares[c]! / (spec.runs - 1)), o) },
    ]),
  );
}

/** Times 0, every, 2 every, ... up to `until`, which is among them if it is a multiple of `every`. */
export function gridTimes(until_s: number, every_s: number): number[] {
  const steps = Math.floor((until_s / every_s) * (1 + 1e-12));
  return Array.from({ length: steps + 1 }, (_, i) => i * every_s);
}

/** Goes on with a run and notes its observables at these times: by time, then observable. */
export function recordRun(run: Run, times_s: readonly number[], values: Float64Array): void {
  const { observables } = run.machine;
  const { cell } = run;
  let at = 0;
  for (const time_s of times_s) {
    runTo(run, time_s);
    for (const observable of observables) values[at++] = observable.value(cell.count, time_s);
  }
}

/** Welford, Technometrics 4, 419, 1962, doi:10.1080/00401706.1962.10490022: no squares of large numbers are subtracted. */
function accumulate(values: Float64Array, n: number, mean: Float64Array, squares: Float64Array): void {
  for (let i = 0; i < values.length; i++) {
    const off = values[i]! - mean[i]!;
    mean[i]! += off / n;
    squares[i]! += off * (values[i]! - mean[i]!);
  }
}
