import type { Structure } from '../compile/resolved.js';
import type { Complex } from './complex.js';

/**
 * The rules written out: every species that can arise, every reaction between them. Facets that rules never mention
 * together are species of their own, which is exact, since no rate depends on how they fall together.
 */
export interface Network {
  readonly structure: Structure;
  /** Crowds first, in the order of the structure; then complexes in the order in which they are found. */
  readonly species: readonly Species[];
  readonly reactions: readonly Reaction[];
  /** By quantity of the structure (crowds, then pools): how often each species counts in it. */
  readonly quantities: readonly (readonly Term[])[];
}
/** A crowd, or parts joined by bonds. */
export interface Species {
  /** `Leucine@cytosol`, or `MTORC1(rag!1,pras40~off).Rag(ab~GTP,mtorc1!1)`. */
  readonly name: string;
  /** -1: a complex */
  readonly crowd: number;
  /** Isotope label of a crowd's members: bit 0 C1, bit 1 N; 0 where labels are left out. */
  readonly label: number;
  readonly complex: Complex | undefined;
}
/** Some of a species: stoichiometry in a reaction, embeddings in a quantity. */
export interface Term {
  readonly species: number;
  readonly weight: number;
}
/**
 * One channel acting on given species. Its rate is rate(channel) x factors(channel) x `weight` x the ordered choices of
 * reactant molecules (n, n m, or n (n - 1)) x the quantity `counted`.
 */
export interface Reaction {
  readonly channel: number;
  readonly reactants: readonly Term[];
  readonly products: readonly Term[];
  /** Ways in which the rule fits these molecules; half for each order of a like pair. */
  readonly weight: number;
  /** Quantity that multiplies the rate and is left as it is; -1: none */
  readonly counted: number;
  /** Where the network has labels: the isotopologue that enters from the channel's outside source. */
  readonly entering?: number;
}
