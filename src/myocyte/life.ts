import type { Tally } from '../assays/assay.js';
import type { Columns } from './record.js';
import type { Stretch } from './timeline.js';

/** One cell under observation, whatever method moves it. Times are seconds since the start of the protocol. */
export interface Life {
  readonly cell: Tally;
  /** Molecular events simulated so far; 0 where a method simulates none. */
  readonly events: () => number;
  /** The rates of a stretch hold from now on. */
  readonly enter: (stretch: Stretch) => void;
  readonly advance: (until_s: number) => void;
  /** Molecules that the plan asks to follow have a record from now on. */
  readonly follow: () => void;
  /** Every assay looks at the cell. */
  readonly sample: () => void;
  /** Tables of the assays, by name. */
  readonly finish: () => Readonly<Record<string, Columns>>;
}
