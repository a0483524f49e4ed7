import type { AnyIndividual } from '../language/agents.js';
import { type Facet, type FacetSite, isBoundTo } from './facets.js';

/** States of one facet (local codes), perhaps with a condition on whoever is at the other end of one bond. */
export interface CodeSet {
  readonly facet: Facet;
  readonly codes: readonly number[];
  readonly partner: PartnerCondition | undefined;
}
export interface PartnerCondition {
  readonly slot: number;
  readonly set: CodeSet;
}
/** Allowed states by site name. */
export type Allowed = ReadonlyMap<string, readonly number[]>;

/** Resolves what a pattern says of an agent's sites to states of one facet. Throws on an unknown site or state. */
export function codeSet(
  facets: readonly Facet[],
  agent: AnyIndividual,
  where: Readonly<Record<string, unknown>>,
  narrowed: Allowed = new Map(),
): CodeSet {
  const names = [...new Set([...Object.keys(where), ...narrowed.keys()])];
  const facet = facetWith(facets, agent, names);
  const { allowed, partner } = allowedStates(facets, facet, where);
  const both = facet.sites.map((site) => {
    const a = allowed.get(site.name);
    const b = narrowed.get(site.name);
    return { site, states: a && b ? a.filter((s) => b.includes(s)) : (a ?? b) };
  });
  return { facet, codes: codesWhere(facet, both), partner };
}

/** The facet in which these sites stand together; without any, the agent's first. */
export function facetWith(facets: readonly Facet[], agent: AnyIndividual, names: readonly string[]): Facet {
  const own = facets.filter((f) => f.agent.agentName === agent.agentName);
  if (own.length === 0)
    throw new Error(`${agent.agentName} is used but not present in the model; add it to model.individuals`);
  for (const name of names)
    if (!own.some((f) => f.sites.some((s) => s.name === name)))
      throw new Error(
        `${agent.agentName} has no site "${name}"; its sites are ${own.flatMap((f) => f.sites.map((s) => s.name)).join(', ')}`,
      );
  const facet = own.find((f) => names.every((name) => f.sites.some((s) => s.name === name)));
  if (facet === undefined)
    throw new Error(`sites ${names.join(', ')} of ${agent.agentName} are not mentioned together by any rule`);
  return facet;
}

export const siteOf = (facet: Facet, name: string): FacetSite => facet.sites.find((s) => s.name === name)!;

/** Index of a named state; throws if the site has none of that name. */
export function stateIndex(facet: Facet, name: string, state: string): number {
  const index = siteOf(facet, name).states.indexOf(state);
  if (index < 0)
    throw new Error(
      `site "${name}" of ${facet.agent.agentName} has no state "${state}"; write one of ${siteOf(facet, name).states.join(', ')}`,
    );
  return index;
}

/** The states that a pattern leaves open for each site it names, and its condition on a partner. */
export function allowedStates(
  facets: readonly Facet[],
  facet: Facet,
  where: Readonly<Record<string, unknown>>,
): { readonly allowed: Allowed; readonly partner: PartnerCondition | undefined } {
  const allowed = new Map<string, readonly number[]>();
  let partner: PartnerCondition | undefined;
  for (const [name, condition] of Object.entries(where)) {
    const site = siteOf(facet, name);
    const all = site.states.map((_, i) => i);
    if (isBoundTo(condition)) {
      if (partner !== undefined)
        throw new Error(
          `a pattern of ${facet.agent.agentName} speaks of two partners; a pattern may look through one bond`,
        );
      const other = condition.partner;
      allowed.set(
        name,
        all.filter((i) => i > 0 && site.states[i]!.startsWith(`${other.agent.agentName}.`)),
      );
      partner = { slot: site.slot, set: codeSet(facets, other.agent, other.where) };
    } else if (Array.isArray(condition))
      allowed.set(
        name,
        condition.map((s) => stateIndex(facet, name, s)),
      );
    else if (site.kind !== 'value' && (condition === 'bound' || condition === 'taken'))
      allowed.set(name, all.slice(1));
    else allowed.set(name, [stateIndex(facet, name, String(condition))]);
  }
  return { allowed, partner };
}

function codesWhere(
  facet: Facet,
  limits: readonly { site: FacetSite; states: readonly number[] | undefined }[],
): number[] {
  const codes: number[] = [];
  for (let code = 0; code < facet.codes; code++)
    if (limits.every(({ site, states }) => states === undefined || states.includes(stateIn(code, site))))
      codes.push(code);
  return codes;
}

export const stateIn = (localCode: number, site: FacetSite): number =>
  Math.floor(localCode / site.stride) % site.states.length;

/** One way for a part to change: the states it must be in (by site) and what is added to its code. */
export interface Transition {
  readonly narrowed: Allowed;
  readonly delta: number;
}

/** Splits "write these states" into transitions of known code difference, one for each state written over. */
export function transitions(
  facet: Facet,
  allowed: Allowed,
  writes: ReadonlyMap<string, number>,
): readonly Transition[] {
  let ways: { narrowed: Map<string, readonly number[]>; delta: number }[] = [
    { narrowed: new Map(), delta: 0 },
  ];
  for (const [name, target] of writes) {
    const site = siteOf(facet, name);
    const from = allowed.get(name) ?? site.states.map((_, i) => i);
    ways = ways.flatMap((way) =>
      from.map((state) => ({
        narrowed: new Map([...way.narrowed, [name, [state]]]),
        delta: way.delta + (target - state) * site.stride,
      })),
    );
  }
  return ways;
}
