import type { Facet, FacetSite } from '../compile/facets.js';
import { type CodeSet, stateIn } from '../compile/patterns.js';
import type { AnyIndividual } from '../language/agents.js';

/** States of some sites of a molecule, by site name; 'bound' is any bond. Sites that are absent do not matter. */
export type States = ReadonlyMap<string, string>;
export const FREE = 'free';
export const BOUND = 'bound';

/** A set of states as patterns of BNGL, which can name one state of a site, any bond, or nothing. */
export function statesOf({ facet, codes }: Pick<CodeSet, 'facet' | 'codes'>): readonly States[] {
  const choices = facet.sites.map((site) => {
    const allowed = [...new Set(codes.map((code) => stateIn(code, site)))].sort((a, b) => a - b);
    return { site, allowed, options: optionsOf(site, allowed) };
  });
  if (choices.reduce((n, c) => n * c.allowed.length, 1) !== codes.length)
    throw new Error(`states of ${facet.agent.agentName} are no product of states of its sites`);
  return choices.reduce<readonly States[]>(
    (found, { site, options }) =>
      found.flatMap((states) =>
        options.map((state) => (state === undefined ? states : new Map([...states, [site.name, state]]))),
      ),
    [new Map()],
  );
}

function optionsOf(site: FacetSite, allowed: readonly number[]): readonly (string | undefined)[] {
  if (allowed.length === site.states.length) return [undefined];
  if (site.kind === 'bond' && !allowed.includes(0) && allowed.length === site.states.length - 1)
    return [BOUND];
  return allowed.map((state) => site.states[state]!);
}

/** Sites that a change of code writes, with their states afterwards. */
export function writtenBy(facet: Facet, code: number, delta: number): States {
  return new Map(
    facet.sites
      .filter((site) => stateIn(code, site) !== stateIn(code + delta, site))
      .map((site) => [site.name, site.states[stateIn(code + delta, site)]!]),
  );
}

/**
 * `MTORC1(rag!+,pras40~off)`: sites as the agent declares them. `bonds` gives the number of a bond by site; a bond
 * without one is to anybody, or, where the state says whose site is at the other end, to `.GATOR2(s1!10)`, numbered
 * from ten times `block`.
 */
export function moleculeText(
  agent: AnyIndividual,
  states: States,
  bonds: ReadonlyMap<string, number>,
  block: number,
): string {
  const ends: string[] = [];
  const sites = Object.keys(agent.sites).flatMap((name) => {
    const state = states.get(name);
    const bond = bonds.get(name);
    if (bond !== undefined) return [`${name}!${bond}`];
    if (state === undefined) return [];
    if (agent.sites[name]!.kind !== 'bond') return [`${name}~${state}`];
    if (state === FREE) return [name];
    if (state === BOUND) return [`${name}!+`];
    const [other, site] = state.split('.');
    const number = 10 * block + ends.length;
    ends.push(`.${other}(${site}!${number})`);
    return [`${name}!${number}`];
  });
  return `${agent.agentName}(${sites.join(',')})${ends.join('')}`;
}
