import type { Cell } from '../engine/cell.js';
import type { Pattern } from '../language/agents.js';
import type { Readout } from '../language/readouts.js';
import type { Columns, TableSpec } from '../myocyte/record.js';
import type { Generator } from '../random/generator.js';

/** What an assay may know of the model and the run, handed in so that assays never load the biology. */
export interface Bench {
  readonly readouts: readonly Readout[];
  readonly options: Readonly<Record<string, unknown>>;
  /** A counter of what a pattern matches; reading only. */
  readonly counter: (pattern: Pattern) => (cell: Cell) => number;
  /** Engine channels, by index: rule, rate name. */
  readonly channels: readonly { readonly rule: string; readonly rate: string }[];
  /** Crowds by index, as 'Agent@compartment'. */
  readonly crowds: readonly string[];
  readonly sampleEvery_s: number;
  readonly duration_s: number;
}

/** One cell under observation: called at every sample time (from time 0) and at the end. */
export interface Sitting {
  sample(cell: Cell): void;
  finish(cell: Cell): Readonly<Record<string, Columns>>;
}

/**
 * A way to measure cells. Reads agents, never changes them; its noise, if any, comes from a stream of its own, so
 * that turning it on changes no molecule.
 */
export interface Assay {
  readonly name: string;
  readonly title: string;
  tables(bench: Bench): readonly TableSpec[];
  observe(bench: Bench, cell: { readonly volume_um3: number; readonly noise: Generator }): Sitting;
}
