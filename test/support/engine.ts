import type { Pattern } from '../../src/language/agents.js';
import type { Model } from '../../src/language/model.js';

/** How members of crowds are kept. All must give the same distributions. */
export type Storage = 'counts' | 'some followed' | 'every molecule';

/** Counted at sample times: whatever matches the pattern; of a crowd, perhaps only one label class. */
export interface Observable {
  readonly pattern: Pattern;
  readonly label?: number;
}

/** From `from_s` on the named inputs have these values; others stay as they were (at rest before any step). */
export interface InputStep {
  readonly from_s: number;
  readonly values: Readonly<Record<string, number>>;
}

/** What both engines are asked, so that one test body runs on either. */
export interface Experiment {
  readonly model: Model;
  readonly volume_um3: number;
  readonly seed: string;
  /** Increasing; the last one ends the run. */
  readonly sampleAt_s: readonly number[];
  readonly observe: readonly Observable[];
  readonly inputs?: readonly InputStep[];
  /** Mole fractions of the label classes 0 .. 3, by outside source. */
  readonly labels?: Readonly<Record<string, readonly number[]>>;
  readonly storage?: Storage;
  readonly onEvent?: (event: EventSeen) => void;
}

export interface EventSeen {
  readonly time_s: number;
  /** `rule-id.rate` */
  readonly channel: string;
  /** Places (from 0, by agent) of the individuals that changed, of each kind of agent; nobody for crowds. */
  readonly changed: readonly { readonly agent: string; readonly place: number }[];
}

export interface Outcome {
  /** counts[sample][observable] */
  readonly counts: readonly (readonly number[])[];
  readonly fired: Readonly<Record<string, number>>;
}

export interface Engine {
  readonly name: string;
  readonly simulate: (experiment: Experiment) => Outcome;
}
