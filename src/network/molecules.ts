import type { Facet } from '../compile/facets.js';
import { stateIndex } from '../compile/patterns.js';
import type { Structure } from '../compile/resolved.js';
import type { AnyIndividualPattern } from '../language/agents.js';
import type { Loose } from './complex.js';

/** Which facets stand alone and which hold together as one molecule. */
export interface Kinship {
  readonly facets: readonly Facet[];
  /**
   * Agents of several facets whose molecules are made or removed: their facets share an age, are therefore not
   * independent, and stay together.
   */
  readonly kin: ReadonlySet<string>;
}

export function kinshipOf({ facets, channels }: Structure): Kinship {
  const comeAndGo = channels.flatMap(({ draft }) => [
    ...(draft.makes ? [draft.makes.agent.agentName] : []),
    ...(draft.removesA && draft.a?.kind === 'part' ? [draft.a.set.facet.agent.agentName] : []),
  ]);
  return {
    facets,
    kin: new Set(comeAndGo.filter((name) => facets.filter((f) => f.agent.agentName === name).length > 1)),
  };
}

export const bondsOf = (facet: Facet): number => facet.sites.filter((s) => s.kind === 'bond').length;

/** A molecule of which these facets have these local codes, unbound; numbered from `offset` on. */
export function moleculeOf(
  { kin }: Kinship,
  facets: readonly Facet[],
  codes: readonly number[],
  offset: number,
): Loose[] {
  return facets.map((facet, i) => {
    const free = new Array<number>(bondsOf(facet)).fill(-1);
    const others = kin.has(facet.agent.agentName)
      ? facets.map((_, place) => (place === i ? -1 : offset + place))
      : [];
    return { type: facet.type, code: codes[i]!, label: 0, links: [...free, ...others] };
  });
}

/** The facets of an agent in the order of their places. */
export const facetsOfAgent = ({ facets }: Kinship, agentName: string): readonly Facet[] =>
  facets.filter((f) => f.agent.agentName === agentName);

/** Local codes of a newly made molecule, facet by facet. */
export const madeCodes = (facets: readonly Facet[], made: AnyIndividualPattern): readonly number[] =>
  facets.map((f) =>
    f.sites.reduce((code, site) => {
      const state = made.where[site.name];
      return code + (typeof state === 'string' ? site.stride * stateIndex(f, site.name, state) : 0);
    }, 0),
  );
