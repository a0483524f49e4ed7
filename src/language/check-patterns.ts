import type { AnyIndividual, AnyIndividualPattern, Pattern, Site } from './agents.js';
import type { Model, PresentIndividual } from './model.js';
import { rulesOf } from './model.js';
import type { Problem } from './problem.js';
import type { Bind, Exchange, Rule, Unbind } from './rules.js';
import { isBoundTo, isReversible, patternsOf, plainOf, startOf } from './walk.js';

/** Sites and states that agents do not have, and writes that the verbs cannot make: what types refuse, refused at load. */
export function checkPatterns(model: Model): readonly Problem[] {
  return [
    ...model.individuals.flatMap(shares).map((message) => ({ ruleId: undefined, message })),
    ...rulesOf(model).flatMap((rule) =>
      [...new Set([...patternsOf(rule).flatMap(conditions), ...writes(rule)])].map((message) => ({
        ruleId: rule.id,
        message,
      })),
    ),
  ];
}

function conditions(pattern: Pattern): readonly string[] {
  if (pattern.kind === 'crowd') return [];
  const looks = Object.values(pattern.where).filter(isBoundTo);
  const deep = looks.some((to) => Object.values(to.partner.where).some(isBoundTo));
  return [
    ...(looks.length > 1 || deep
      ? [
          `a pattern of ${pattern.agent.agentName} looks through more than one bond; it may speak of one partner, so keep what else it must know as a state`,
        ]
      : []),
    ...Object.entries(pattern.where).flatMap(([site, condition]) =>
      unknownState(pattern.agent, site, condition),
    ),
  ];
}

function unknownState(agent: AnyIndividual, site: string, condition: unknown): readonly string[] {
  const spec = siteOf(agent, site);
  if (spec === undefined) return [noSite(agent, site)];
  if (isBoundTo(condition))
    return spec.kind === 'bond'
      ? []
      : [
          `site "${site}" of ${agent.agentName} holds on to no agent; only a bond can be looked through with \`to\``,
        ];
  const asked = Array.isArray(condition) && spec.kind === 'value' ? condition : [condition];
  return asked.filter((s) => !statesOf(spec).includes(s)).map((s) => noState(agent, site, spec, s));
}

function writes(rule: Rule): readonly string[] {
  const event = plainOf(rule.event);
  switch (event.verb) {
    case 'bind':
      return ends(event);
    case 'unbind':
      return [
        ...ends(event),
        ...written(event.a.of.agent, event.writes.a ?? {}),
        ...(event.b.kind === 'site' ? written(event.b.of.agent, event.writes.b ?? {}) : []),
      ];
    case 'change':
      return [
        ...(Object.keys(event.to).length === 0
          ? [`the change of ${event.agent.agentName} writes nothing; say what it becomes`]
          : []),
        ...written(event.agent, event.to),
        ...(isReversible(rule) ? wayBack(startOf(event), event.to) : []),
      ];
    case 'exchange':
      return exchanged(rule, event);
    case 'move':
    case 'make':
    case 'remove':
      return [];
  }
}

function ends(event: Bind | Unbind): readonly string[] {
  const { a, b } = event;
  const [here, there] = [
    siteOf(a.of.agent, a.site),
    b.kind === 'site' ? siteOf(b.of.agent, b.site) : undefined,
  ];
  if (here === undefined) return [noSite(a.of.agent, a.site)];
  if (b.kind === 'crowd')
    return here.kind === 'seat' && here.holds.includes(b.agent.agentName)
      ? []
      : [
          `site "${a.site}" of ${a.agentName} does not hold ${b.agent.agentName}; declare it as a seat for ${b.agent.agentName}`,
        ];
  if (there === undefined) return [noSite(b.of.agent, b.site)];
  return here.kind === 'bond' && there.kind === 'bond'
    ? []
    : [`${a.agentName}.${a.site} and ${b.agentName}.${b.site} cannot hold each other; declare both as bonds`];
}

function exchanged(rule: Rule, event: Exchange): readonly string[] {
  const taken = event.take.filter((p): p is AnyIndividualPattern => p.kind === 'individual');
  return event.give.flatMap((give) => {
    const take = give.kind === 'individual' ? taken.find((t) => t.agent === give.agent) : undefined;
    if (take === undefined || give.kind !== 'individual') return [];
    const changed = Object.fromEntries(
      Object.entries(give.where).filter(([site, state]) => take.where[site] !== state && !isBoundTo(state)),
    );
    return [
      ...written(give.agent, changed as Readonly<Record<string, string>>),
      ...(isReversible(rule) ? wayBack(take, changed) : []),
    ];
  });
}

/** The way back must know which state to write: the one that the way there started from. */
function wayBack(from: AnyIndividualPattern, to: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(to)
    .filter((site) => siteOf(from.agent, site)?.kind === 'value' && typeof from.where[site] !== 'string')
    .map(
      (site) =>
        `the way back does not know what "${site}" of ${from.agent.agentName} was; name the one state it starts from`,
    );
}

function written(agent: AnyIndividual, states: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(states).flatMap(([site, state]) => {
    const spec = siteOf(agent, site);
    if (spec === undefined) return [noSite(agent, site)];
    if (spec.kind !== 'value')
      return [
        `site "${site}" of ${agent.agentName} is not a value; bonds and seats change by bind and unbind`,
      ];
    return spec.states.includes(state) ? [] : [noState(agent, site, spec, state)];
  });
}

function shares({ agent, shares }: PresentIndividual): readonly string[] {
  return Object.entries(shares).flatMap(([site, share]) => {
    const sum = Object.values(share).reduce((a, b) => a + b, 0);
    const bad = Object.values(share).some((s) => !(s >= 0)) || sum > 1 + 1e-9;
    return [
      ...Object.keys(share).flatMap((state) => written(agent, { [site]: state })),
      ...(bad
        ? [
            `starting shares of ${agent.agentName}.${site} add up to ${sum}; give shares from 0 to 1, together at most 1`,
          ]
        : []),
    ];
  });
}

const siteOf = (agent: AnyIndividual, site: string): Site | undefined =>
  Object.hasOwn(agent.sites, site) ? agent.sites[site] : undefined;

const statesOf = (spec: Site): readonly unknown[] =>
  spec.kind === 'value'
    ? spec.states
    : spec.kind === 'seat'
      ? ['empty', 'taken', ...spec.holds]
      : ['free', 'bound'];

const noSite = (agent: AnyIndividual, site: string): string =>
  `${agent.agentName} has no site "${site}"; its sites are ${Object.keys(agent.sites).join(', ') || 'none'}`;

const noState = (agent: AnyIndividual, site: string, spec: Site, state: unknown): string =>
  `site "${site}" of ${agent.agentName} has no state "${String(state)}"; write one of ${statesOf(spec).join(', ')}`;
