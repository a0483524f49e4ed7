import type { CrowdPattern } from './agents.js';
import type { RateName } from './rules.js';

/** What a laboratory can get out of a cell of a model: handed to the assays, so that they never load the biology. */
export interface Laboratory {
  readonly pools: readonly Pool[];
  readonly flows: readonly Flow[];
}

/** Molecules that a biopsy yields together, with the isotopes that they carry. */
export interface Pool {
  readonly name: string;
  readonly of: CrowdPattern;
}
/** Events that a tracer passes through, counted with the isotopes of what was taken. */
export interface Flow {
  readonly name: string;
  readonly firings: readonly { readonly rule: string; readonly rate: RateName }[];
}
