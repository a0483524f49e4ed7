import type { CrowdPattern, Pattern } from './agents.js';
import type { RateName } from './rules.js';

/** A named number read off a cell; its id carries its unit and becomes a column of the dataset. */
export type Readout = ReadoutBase & (Concentration | Copies | Fraction | Flux);
interface ReadoutBase {
  readonly id: string;
  readonly unit: string;
  readonly description: string;
}
/** uM in the compartment's water. */
export interface Concentration {
  readonly kind: 'concentration';
  readonly of: CrowdPattern;
}
/** Molecules in the cell, each pattern's count times its weight. */
export interface Copies {
  readonly kind: 'copies';
  readonly of: readonly (readonly [Pattern, number])[];
}
/** Share of molecules: sum of `of` over sum of `among`; null where there are none. */
export interface Fraction {
  readonly kind: 'fraction';
  readonly of: readonly Pattern[];
  readonly among: readonly Pattern[];
}
/** Firings per hour since the last sample, each times its weight. */
export interface Flux {
  readonly kind: 'flux';
  readonly firings: readonly { readonly rule: string; readonly rate: RateName; readonly weight: number }[];
  /** Per um3 of cell water, or in percent of a pool. */
  readonly per: 'um3' | { readonly percentOf: Pattern };
}
