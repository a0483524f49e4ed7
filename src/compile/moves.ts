import type { AnyIndividual, CrowdPattern, SiteRef } from '../language/agents.js';
import { crowdKey } from './crowds.js';
import type { Reactant } from './draft.js';
import type { Facet } from './facets.js';
import {
  allowedStates,
  codeSet,
  facetWith,
  siteOf,
  stateIndex,
  type Transition,
  transitions,
} from './patterns.js';

/** What drafting needs to know of the model. */
export interface Ground {
  readonly facets: readonly Facet[];
  readonly crowdIndex: ReadonlyMap<string, number>;
}

/** What happens to the site that binds or lets go, and value sites written along with it. */
export interface SiteWrite {
  readonly site: SiteRef | undefined;
  readonly to: string;
  readonly from: string;
  readonly more: Readonly<Record<string, string>>;
}
export const writeOf = (site: SiteRef, to: string, from: string): SiteWrite => ({ site, to, from, more: {} });

export type PartReactant = Extract<Reactant, { kind: 'part' }>;

/** An individual that changes: one reactant for each combination of states written over. */
export function moves(
  agent: AnyIndividual,
  where: Readonly<Record<string, unknown>>,
  write: SiteWrite,
  ground: Ground,
): readonly PartReactant[] {
  const siteNames = write.site ? [write.site.site] : [];
  const facet = facetWith(ground.facets, agent, [
    ...Object.keys(where),
    ...siteNames,
    ...Object.keys(write.more),
  ]);
  const { allowed } = allowedStates(ground.facets, facet, where);
  const narrowed = new Map(allowed);
  const targets = new Map<string, number>();
  for (const [name, state] of Object.entries(write.more)) targets.set(name, stateIndex(facet, name, state));
  if (write.site) {
    narrowed.set(write.site.site, [stateIndex(facet, write.site.site, write.from)]);
    targets.set(write.site.site, stateIndex(facet, write.site.site, write.to));
  }
  return transitions(facet, narrowed, targets).map((way: Transition) => ({
    kind: 'part',
    set: codeSet(
      ground.facets,
      agent,
      withoutSite(where, write.site),
      new Map([...narrowed, ...way.narrowed]),
    ),
    counted: false,
    delta: way.delta,
  }));
}

const withoutSite = (where: Readonly<Record<string, unknown>>, ref: SiteRef | undefined) =>
  Object.fromEntries(Object.entries(where).filter(([name]) => name !== ref?.site));

/** Bond slot of a site on the part of a reactant. */
export const slotOf = (ref: SiteRef, reactant: PartReactant): number =>
  siteOf(reactant.set.facet, ref.site).slot;

export function crowdReactant(p: CrowdPattern, ground: Ground): Reactant {
  return { kind: 'crowd', crowd: indexOf(p, ground), counted: false };
}
export const indexOf = (p: CrowdPattern, ground: Ground): number => ground.crowdIndex.get(crowdKey(p))!;
