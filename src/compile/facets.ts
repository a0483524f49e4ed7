import type { AnyIndividual, AnyIndividualPattern, Pattern, SiteRef } from '../language/agents.js';
import type { Model } from '../language/model.js';
import { rulesOf } from '../language/model.js';
import type { Event, Plain } from '../language/rules.js';

/** Sites of one agent that rules mention together: the unit whose joint state the engine keeps as one code. */
export interface Facet {
  readonly type: number;
  readonly agent: AnyIndividual;
  readonly place: number;
  readonly sites: readonly FacetSite[];
  readonly codes: number;
  readonly codeBase: number;
}
export interface FacetSite {
  readonly name: string;
  readonly kind: 'value' | 'bond' | 'seat';
  /** State 0 is the first value, 'free' or 'empty'; a bond's others are 'Agent.site'. */
  readonly states: readonly string[];
  readonly stride: number;
  /** Bond slot of the part; -1 for other sites. */
  readonly slot: number;
}

/** Facets of every agent, in the order of model.individuals. */
export function facetsOf(model: Model): readonly Facet[] {
  const partners = bondPartners(model);
  const groups = new Map<string, string[][]>();
  for (const { agent } of model.individuals)
    groups.set(
      agent.agentName,
      Object.keys(agent.sites).map((site) => [site]),
    );
  for (const mention of mentionsOf(model, partners))
    merge(groups.get(mention.agent.agentName), mention.sites);
  const facets: Facet[] = [];
  let codeBase = 0;
  for (const { agent } of model.individuals) {
    const own = groups.get(agent.agentName)!;
    (own.length > 0 ? own : [[]]).forEach((sites, place) => {
      const facet = facetOf(agent, sites, place, facets.length, codeBase, partners);
      facets.push(facet);
      codeBase += facet.codes;
    });
  }
  return facets;
}

/** By 'Agent.site': the 'Agent.site' names that it can bind, in order of first mention. */
export type BondPartners = ReadonlyMap<string, readonly string[]>;
export const siteKey = (ref: SiteRef): string => `${ref.agentName}.${ref.site}`;

export function bondPartners(model: Model): BondPartners {
  const partners = new Map<string, string[]>();
  const note = (a: string, b: string) => {
    const known = partners.get(a) ?? [];
    if (!known.includes(b)) partners.set(a, [...known, b]);
  };
  for (const rule of rulesOf(model)) {
    const event = plainOf(rule.event);
    if (event.verb !== 'bind' || event.b.kind !== 'site') continue;
    note(siteKey(event.a), siteKey(event.b));
    note(siteKey(event.b), siteKey(event.a));
  }
  return partners;
}

export const plainOf = (event: Event): Plain => (event.verb === 'by' ? event.event : event);

interface Mention {
  readonly agent: AnyIndividual;
  readonly sites: readonly string[];
}

function mentionsOf(model: Model, partners: BondPartners): Mention[] {
  const mentions: Mention[] = [];
  const say = (
    agent: AnyIndividual,
    where: Readonly<Record<string, unknown>>,
    more: readonly string[] = [],
  ) => {
    mentions.push({ agent, sites: [...Object.keys(where), ...more] });
    for (const [site, condition] of Object.entries(where))
      if (isBoundTo(condition)) {
        const partner = condition.partner;
        const bonds = (partners.get(`${agent.agentName}.${site}`) ?? [])
          .filter((key) => key.startsWith(`${partner.agent.agentName}.`))
          .map((key) => key.slice(partner.agent.agentName.length + 1));
        say(partner.agent, partner.where, bonds);
      }
  };
  const pattern = (p: Pattern) => p.kind === 'individual' && say(p.agent, p.where);
  for (const rule of rulesOf(model)) {
    for (const law of rule.laws ?? []) pattern(law.by);
    if (rule.event.verb === 'by') pattern(rule.event.catalyst);
    mentionsOfPlain(plainOf(rule.event), say, pattern);
  }
  return [...mentions, ...carriers(model, mentions)];
}

function mentionsOfPlain(
  event: Plain,
  say: (agent: AnyIndividual, where: Readonly<Record<string, unknown>>, more?: readonly string[]) => void,
  pattern: (p: Pattern) => unknown,
): void {
  switch (event.verb) {
    case 'bind':
    case 'unbind': {
      const writes = event.verb === 'unbind' ? event.writes : {};
      say(event.a.of.agent, event.a.of.where, [event.a.site, ...Object.keys(writes.a ?? {})]);
      if (event.b.kind === 'site')
        say(event.b.of.agent, event.b.of.where, [event.b.site, ...Object.keys(writes.b ?? {})]);
      return;
    }
    case 'change':
      say(event.agent, event.from, Object.keys(event.to));
      return;
    case 'exchange': {
      const given = event.give.filter((p): p is AnyIndividualPattern => p.kind === 'individual');
      for (const take of event.take)
        if (take.kind === 'individual') {
          const after = given.find((g) => g.agent.agentName === take.agent.agentName);
          say(take.agent, take.where, Object.keys(after?.where ?? {}));
        }
      return;
    }
    case 'remove':
      pattern(event.take);
      return;
    case 'make':
    case 'move':
      return;
  }
}

/** An agent that carries atoms keeps them on one part: all sites it is ever asked about belong together. */
function carriers(model: Model, mentions: readonly Mention[]): Mention[] {
  return model.individuals
    .filter(({ agent }) => agent.carries.length > 0)
    .map(({ agent }) => ({
      agent,
      sites: mentions.filter((m) => m.agent.agentName === agent.agentName).flatMap((m) => m.sites),
    }));
}

function merge(groups: string[][] | undefined, sites: readonly string[]): void {
  if (groups === undefined || sites.length < 2) return;
  const touched = groups.filter((g) => g.some((s) => sites.includes(s)));
  const joined = touched.flat();
  for (const g of touched) groups.splice(groups.indexOf(g), 1);
  groups.push(joined);
}

function facetOf(
  agent: AnyIndividual,
  names: readonly string[],
  place: number,
  type: number,
  codeBase: number,
  partners: BondPartners,
): Facet {
  let stride = 1;
  let slots = 0;
  let seats = 0;
  const sites = names.map((name): FacetSite => {
    const spec = agent.sites[name]!;
    const states =
      spec.kind === 'value'
        ? spec.states
        : spec.kind === 'seat'
          ? ['empty', ...spec.holds]
          : ['free', ...(partners.get(`${agent.agentName}.${name}`) ?? [])];
    const site = { name, kind: spec.kind, states, stride, slot: spec.kind === 'bond' ? slots++ : -1 };
    stride *= states.length;
    if (spec.kind === 'seat') seats++;
    return site;
  });
  if (seats > 1 || (seats > 0 && agent.carries.length > 0))
    throw new Error(
      `${agent.agentName}: sites ${names.join(', ')} are mentioned together and keep more than one labelled molecule; give rules that speak of one seat at a time`,
    );
  return { type, agent, place, sites, codes: stride, codeBase };
}

export const isBoundTo = (c: unknown): c is { readonly kind: 'to'; readonly partner: AnyIndividualPattern } =>
  typeof c === 'object' && c !== null && 'kind' in c && c.kind === 'to';
