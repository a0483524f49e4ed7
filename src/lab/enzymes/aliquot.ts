import type { Estimate } from '../../stats/interval.js';

/** Enzymes of a homogenate and the protein that came with them; names tell its streams of chance from others'. */
export interface Aliquot {
  readonly enzymes: number;
  readonly protein_mg: number;
  readonly names: readonly (string | number)[];
}
export interface Rated {
  readonly substrate_uM: number;
  readonly rate: number;
}
/** What an assay of one enzyme finds, per mg of protein, with the truth beside it. */
export interface Activity {
  readonly unit: string;
  readonly activity: Estimate;
  readonly truth: number;
  readonly titration: readonly Rated[];
  readonly Km: Estimate;
  readonly Vmax: Estimate;
  readonly trueKm_uM: number;
  readonly trueVmax: number;
  /** The absorbance of one cuvette, where that is what is read. */
  readonly trace?: { readonly time_s: readonly number[]; readonly A340: readonly number[] };
}

export const MOLECULES_PER_UMOL = 6.022e17;
/** Leucine residue 113.16 g/mol, 8 % of the mass of muscle protein: Tessari et al. (1995), as in the model's bound leucine. */
const RESIDUE_G_PER_MOL = 113.16;
const SHARE_OF_MASS = 0.08;
/** Protein by its leucine. */
export const proteinOf_mg = (leucine: number): number =>
  ((leucine / MOLECULES_PER_UMOL / 1e6) * RESIDUE_G_PER_MOL * 1e3) / SHARE_OF_MASS;
