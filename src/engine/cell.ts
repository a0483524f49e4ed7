import type { Generator } from '../random/generator.js';
import type { EngineTables } from './tables.js';

/** One generator each for events, labels and identities, so that labelling or following molecules changes no event. */
export interface CellStreams {
  readonly events: Generator;
  readonly labels: Generator;
  readonly identities: Generator;
}

/** The whole state of one virtual cell: struct of arrays, nothing else changes during a run. */
export interface Cell {
  readonly tables: EngineTables;
  readonly streams: CellStreams;
  time_s: number;
  events: number;
  totalPropensity: number;

  /** Members of crowds, then sizes of pools. */
  readonly count: Float64Array;
  readonly rate: Float64Array;
  readonly propensity: Float64Array;
  /** Firings by channel, counted since `firedSince_s`. */
  readonly fired: Float64Array;
  firedSince_s: number;
  /** Firings by channel and label class of what was taken (class 0 is not kept). */
  readonly firedLabelled: Float64Array;

  parts: number;
  code: Int32Array;
  held: Int32Array;
  label: Int32Array;
  cargo: Int32Array;
  changedAt_s: Float64Array;
  bond: Int32Array;
  /** Position of a part in each of its pools: place[part * stride + lane[pool]]. */
  place: Int32Array;
  readonly lane: Int32Array;
  readonly stride: number;
  readonly members: Int32Array[];
  /** First parts of removed molecules, by facet-0 part type, for reuse. */
  readonly free: number[][];

  /** Labelled members by crowd and class, and in all by crowd; members of class 0 are the rest. */
  readonly labelled: Float64Array;
  readonly labelledTotal: Float64Array;
  /** By outside label source: share of each label class (class 0 is not kept: it is the rest). */
  readonly sourceShare: Float64Array[];
  /** Whether any molecule may be labelled or followed; false spares the draws of class and identity. */
  tracking: boolean;
  /** Identity that the last draw from a crowd meant; -1: none that is followed. */
  drawnId: number;
  readonly followed: Followed;
  /** Told the number of events at every re-sum; may throw to end the cell. */
  watch: ((events: number) => void) | undefined;
}

/** Members of crowds that have a record: where each is, and what befell it. */
export interface Followed {
  /** By crowd and class: the identities present. */
  readonly present: number[][];
  /** By crowd: 1 where newcomers are followed too. */
  readonly everyNew: Uint8Array;
  /** By identity: label class now, and where it is: a crowd, SEATED or GONE. */
  readonly label: number[];
  readonly place: number[];
  readonly log: FollowedEvent[];
}
/** A followed molecule went through `channel` at time_s (-1: it was there) and is now in crowd `to`, SEATED or GONE. */
export interface FollowedEvent {
  readonly time_s: number;
  readonly molecule: number;
  readonly channel: number;
  readonly to: number;
}
