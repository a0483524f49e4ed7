import type { Moments } from '../../src/sbml/ensemble.js';
import { type Scores, scoresOf } from './scores.js';
import { oracleOf } from './suite-cases.js';

/** The criterion of the suite as libRoadRunner's own test applies it: a case holds with at most this many points of |Z| >= 3 ... */
export const MOST_BEYOND_3 = 3;
/** ... and one that has more is run once more, on a second seed, where it has to hold. Both seeds are fixed. */
export const SEEDS = ['suite', 'suite, again'] as const;

/** How a case did, and how it did when it was run again. */
export interface CaseScores {
  readonly first: Scores;
  readonly again?: Scores;
}
export type RunCase = (seed: string) => ReadonlyMap<string, Moments>;

/** Scores of a case by the rule of the suite. */
export function suiteScores(id: string, runs: number, run: RunCase): CaseScores {
  const [first, second] = SEEDS;
  const scores = (seed: string) => scoresOf(run(seed), oracleOf(id), runs);
  const once = scores(first);
  return once.beyondZ <= MOST_BEYOND_3 ? { first: once } : { first: once, again: scores(second) };
}

/** Whether a case holds: |Z| by the rule; nothing far off, no |Y'| of 5 or more and certain points exact in every run. */
export const caseHolds = ({ first, again }: CaseScores): boolean =>
  (again ?? first).beyondZ <= MOST_BEYOND_3 &&
  [first, ...(again ? [again] : [])].every(
    ({ z, beyondY, inexact }) => Math.max(-z[0], z[1]) < 5 && beyondY === 0 && inexact === 0,
  );
