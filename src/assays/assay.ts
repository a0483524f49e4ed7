import type { Cell } from '../engine/cell.js';
import type { AnyIndividual, AnyIndividualPattern, Pattern } from '../language/agents.js';
import type { Laboratory } from '../language/laboratory.js';
import type { Readout } from '../language/readouts.js';
import type { Columns, TableSpec } from '../myocyte/record.js';
import type { Generator } from '../random/generator.js';

/** What counting molecules and firings needs of a cell, and all that a mean-field cell has. */
export type Tally = Pick<Cell, 'time_s' | 'fired' | 'firedSince_s' | 'firedLabelled'>;

/**
 * What an assay may know of the model and the run, handed in so that assays never load the biology. C is what is
 * observed: the engine's cell, or one that has amounts only.
 */
export interface Bench<C = Cell> {
  readonly readouts: readonly Readout[];
  readonly laboratory: Laboratory;
  readonly options: Readonly<Record<string, unknown>>;
  /** A counter of what a pattern matches; reading only. */
  readonly counter: (pattern: Pattern) => (cell: C) => number;
  /** A finder of the molecules that a pattern matches; reading only. */
  readonly finder: (pattern: AnyIndividualPattern) => (cell: Cell) => readonly number[];
  /** Who is bonded to a molecule at a site, -1 for nobody; reading only. */
  readonly partner: (agent: AnyIndividual, site: string) => (cell: Cell, molecule: number) => number;
  /** Engine channels, by index: rule, rate name. */
  readonly channels: readonly { readonly rule: string; readonly rate: string }[];
  /** Crowds by index, as 'Agent@compartment'. */
  readonly crowds: readonly string[];
  readonly sampleEvery_s: number;
  readonly duration_s: number;
}

/** One cell under observation: called at every sample time (from time 0) and at the end. */
export interface Sitting<C = Cell> {
  /** All that it remembers, as plain data: an observation goes on where another was, with that one's notes. */
  readonly notes: object;
  sample(cell: C): void;
  finish(cell: C): Readonly<Record<string, Columns>>;
}

/**
 * A way to measure cells. Reads agents, never changes them; its noise, if any, comes from a stream of its own, so
 * that turning it on changes no molecule.
 */
export interface Assay {
  readonly name: string;
  readonly title: string;
  tables(bench: Bench): readonly TableSpec[];
  observe(bench: Bench, cell: Observed): Sitting;
}
interface Observed {
  readonly volume_um3: number;
  readonly noise: Generator;
  /** What the assay may draw once of this cell, the same in every condition. */
  readonly own: Generator;
}

/** An assay that only counts, and so measures a mean-field cell as well. */
export interface CountingAssay extends Assay {
  observe<C extends Tally>(bench: Bench<C>, cell: Observed): Sitting<C>;
}
