import type { Leaf } from '../analysis/validation/formula.js';
import { MEASURES } from '../analysis/validation/measures.js';
import { boundsOf } from '../analysis/validation/window.js';

/** How a protocol lies in a run: fasted time, then the protocol to its last measurement. Minutes. */
export interface Timing {
  /** Minutes of run at which protocol time 0 falls. */
  readonly zero_min: number;
  readonly fasted: readonly [from_min: number, to_min: number];
  readonly duration_min: number;
  readonly sampleEvery_min: number;
}

/** Fasted time that is measured. */
const FASTED_min = 60;
const SAMPLES_min = [10, 5, 2, 1] as const;

/** Fasted time ends where the first thing is done; the run ends with the last thing that is read. */
export function timingOf(leaves: readonly Leaf[], { first_min }: { readonly first_min: number }): Timing {
  const fasted = [first_min - FASTED_min, first_min] as const;
  const bounds = leaves.map((leaf) => boundsOf(leaf.when, MEASURES[leaf.measure]!, { fasted }));
  const zero_min = FASTED_min - first_min;
  const marks = bounds.flat().filter((t) => t > first_min);
  const sampleEvery_min =
    SAMPLES_min.find((step) => marks.every((t) => Number.isInteger((t + zero_min) / step))) ?? 1;
  const end_min = Math.max(first_min, 0, ...bounds.map(([, to]) => to));
  return { zero_min, fasted, duration_min: zero_min + end_min, sampleEvery_min };
}

/** The coarser of two sample intervals that holds the samples of both. */
export function commonStep(a: number, b: number): number {
  return b === 0 ? a : commonStep(b, a % b);
}
