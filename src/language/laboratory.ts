import type { AnyIndividual, AnyIndividualPattern, CrowdPattern, Pattern } from './agents.js';
import type { Constant } from './rates.js';
import type { RateName } from './rules.js';

/** What a laboratory can get out of a cell of a model: handed to the assays, so that they never load the biology. */
export interface Laboratory {
  readonly pools: readonly Pool[];
  readonly flows: readonly Flow[];
  readonly targets: readonly BlotTarget[];
  readonly enzymes: readonly EnzymePool[];
  /** Ways in which a followed molecule ends; what is in none goes on. */
  readonly fates: readonly Flow[];
  /** The event that closes one turn of the futile cycle. */
  readonly cycle: Flow;
  /** Residues of protein, by which lysates are loaded alike. */
  readonly protein: CrowdPattern;
  readonly lysosomes: Lysosomes;
}

/** Who sits on a lysosome of its own for life, and who sits where its partner does. */
export interface Lysosomes {
  readonly perUm3: Constant;
  /** Held in the membrane of one lysosome. */
  readonly anchor: AnyIndividualPattern;
  /** Sits where the anchor in its site `on` sits, else in the cytosol. */
  readonly kinase: { readonly of: AnyIndividualPattern; readonly on: string };
  /** Sits with the kinase in its site `under`, else on any lysosome. */
  readonly activator: { readonly of: AnyIndividualPattern; readonly under: string };
  /** Those of `gap` that are `at` an activator without a kinase, any of them; the others are in the cytosol. */
  readonly gap: { readonly of: AnyIndividual; readonly at: AnyIndividualPattern };
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
/** What an antibody of a western blot finds. */
export interface BlotTarget {
  readonly name: string;
  /** Molecules with the site as the antibody wants it: what any of these matches; no molecule matches two. */
  readonly binds: readonly Pattern[];
  /** The protein whatever its site, for a second antibody; absent where the first asks for no site. */
  readonly total?: Pattern;
  /** Signal that has nothing to do with the site, as a fraction of what all of the protein would give with it. */
  readonly background: Constant;
  /** Where the band runs; it decides nothing but its place on the membrane. */
  readonly mass_kDa: number;
}
/** Enzymes of a homogenate: those that work as they are, and all. */
export interface EnzymePool {
  readonly name: string;
  readonly active: Pattern;
  readonly total: Pattern;
}
