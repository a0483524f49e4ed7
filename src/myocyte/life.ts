import type { Tally } from '../assays/assay.js';
import type { Columns } from './record.js';
import type { Stretch } from './timeline.js';

/** How a life is taken down and up again. */
export interface Saved {
  readonly save: () => unknown;
  readonly restore: (state: unknown) => void;
  /** Goes on with the advance in which the state was saved. */
  readonly goOn: (until_s: number) => void;
}

/** One cell under observation, whatever method moves it. Times are seconds since the start of the protocol. */
export interface Life {
  readonly cell: Tally;
  /** Molecular events simulated so far; 0 where a method simulates none. */
  readonly events: () => number;
  /** The rates of a stretch hold from now on. */
  readonly enter: (stretch: Stretch) => void;
  /** `was_until_s`: the stop that it would have made, had nothing been changed before it. */
  readonly advance: (until_s: number, was_until_s?: number) => void;
  /** Molecules that the plan asks to follow have a record from now on. */
  readonly follow: () => void;
  /** The whole state, at a time when the cell is heeded; absent where a life is too short to be worth it. */
  readonly saved?: Saved;
  /** Every assay looks at the cell. */
  readonly sample: () => void;
  /** Tables of the assays, by name. */
  readonly finish: () => Readonly<Record<string, Columns>>;
}
