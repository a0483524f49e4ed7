import type { Engine, Experiment } from '../support/engine.js';
import { centralMoment, type Finding, meanOf, type Pmf, samplesFor } from '../support/statistics.js';

/** Quick cases see a change of 3 to 10 % in one rate at ten sigma, as events are cheap or dear; deep ones 2 %. */
export type Depth = 'quick' | 'deep';

/** A property that every exact engine has, and how it is put to the test. */
export interface Case {
  readonly name: string;
  /** What the outcome is compared with. */
  readonly oracle: string;
  readonly run: (engine: Engine, depth: Depth) => readonly Finding[];
}

export const depth: Depth = process.env.LEUCELL_DEEP === '1' ? 'deep' : 'quick';

/** Cells needed to see the first rule's rate changed by `quick` (deep: 2 %) at ten sigma of the mean; the threshold is at five. */
export function cellsFor(depth: Depth, oracle: (factor: number) => Pmf, quick: number): number {
  const right = oracle(1);
  const wrong = oracle(1 + (depth === 'deep' ? 0.02 : quick));
  return samplesFor(meanOf(wrong) - meanOf(right), Math.sqrt(centralMoment(right, 2)));
}

/** Counts of n independent cells: counts[sample][observable][cell]. */
export function replicate(
  engine: Engine,
  n: number,
  experiment: Omit<Experiment, 'seed'>,
  eachCell: (fired: Readonly<Record<string, number>>) => void = () => {},
): readonly (readonly (readonly number[])[])[] {
  const counts = experiment.sampleAt_s.map(() => experiment.observe.map(() => new Array<number>(n)));
  for (let cell = 0; cell < n; cell++) {
    const seed = `${experiment.model.name} ${experiment.storage ?? ''} ${cell}`;
    const outcome = engine.simulate({ ...experiment, seed });
    eachCell(outcome.fired);
    outcome.counts.forEach((row, s) => {
      row.forEach((count, o) => {
        counts[s]![o]![cell] = count;
      });
    });
  }
  return counts;
}
