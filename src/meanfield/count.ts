import { crowdKey } from '../compile/crowds.js';
import { codeSet } from '../compile/patterns.js';
import type { AnyIndividualPattern, Pattern } from '../language/agents.js';
import type { Complex } from '../network/complex.js';
import { bondsOf } from '../network/molecules.js';
import type { Network } from '../network/network.js';
import { spotsIn } from '../network/react.js';

/** Molecules that a pattern matches, given the amount of every species. */
export type Count = (n: Float64Array) => number;
/** Species, each as often as it counts. */
export type Weighted = readonly { readonly s: number; readonly weight: number }[];
/** What a pattern counts: the product of these sums, over the total as often as there are more of them than one. */
export interface Counting {
  readonly sums: readonly Weighted[];
  readonly total: Weighted;
}

/** A counter for any pattern. */
export function countOf(network: Network, pattern: Pattern): Count {
  const { sums, total } = countingOf(network, pattern);
  const shares = sums.map(adding);
  const all = adding(total);
  if (shares.length === 1) return shares[0]!;
  return (n) => {
    const whole = all(n);
    return whole === 0 ? 0 : shares.reduce((product, share) => (product * share(n)) / whole, whole);
  };
}

/**
 * What of a network a pattern counts. Sites that no rule mentions together belong to separate species; how many molecules
 * match on both is then the product of the shares, which is exact in the mean, as they are independent.
 */
export function countingOf(network: Network, pattern: Pattern): Counting {
  const { structure, species } = network;
  if (pattern.kind === 'crowd') {
    const q = structure.crowdIndex.get(crowdKey(pattern));
    if (q === undefined)
      throw new Error(
        `there is no ${pattern.agent.agentName} in compartment ${pattern.in.name} of this model`,
      );
    return { sums: [[{ s: q, weight: 1 }]], total: [] };
  }
  const own = structure.facets.filter((f) => f.agent.agentName === pattern.agent.agentName);
  const asks = asksOf(network, pattern);
  const first = own[0]!;
  const all = weighted(network, (complex) => complex.parts.filter((p) => p.type === first.type).length);
  const together = species.some(({ complex }) =>
    complex?.parts.some((p) => p.type === first.type && p.links.length > bondsOf(first)),
  );
  if (asks.length === 0) return { sums: [all], total: all };
  if (together)
    return { sums: [weighted(network, (complex) => withKin(network, complex, asks))], total: all };
  return { sums: asks.map((ask) => weighted(network, (c) => spotsIn(c, ask).length)), total: all };
}

type Ask = Parameters<typeof spotsIn>[1];

/** What a pattern says, facet by facet. */
function asksOf({ structure }: Network, pattern: AnyIndividualPattern): readonly Ask[] {
  const own = structure.facets.filter((f) => f.agent.agentName === pattern.agent.agentName);
  return own.flatMap((facet) => {
    const where = Object.fromEntries(
      Object.entries(pattern.where).filter(([name]) => facet.sites.some((s) => s.name === name)),
    );
    return Object.keys(where).length === 0 ? [] : [codeSet(structure.facets, pattern.agent, where)];
  });
}

/** Molecules whose facets hold together: all asks must be met by parts of one. */
function withKin({ structure }: Network, complex: Complex, asks: readonly Ask[]): number {
  const [first, ...others] = asks.map((ask) => ({ ask, spots: new Set(spotsIn(complex, ask)) }));
  return [...first!.spots].filter((i) => {
    const kin = complex.parts[i]!.links.slice(bondsOf(structure.facets[first!.ask.facet.type]!));
    return others.every(({ spots }) => kin.some((j) => spots.has(j)));
  }).length;
}

const weighted = ({ species }: Network, weightOf: (complex: Complex) => number): Weighted =>
  species.flatMap(({ complex }, s) => {
    const weight = complex ? weightOf(complex) : 0;
    return weight > 0 ? [{ s, weight }] : [];
  });

const adding =
  (terms: Weighted): Count =>
  (n) =>
    terms.reduce((sum, { s, weight }) => sum + weight * n[s]!, 0);
