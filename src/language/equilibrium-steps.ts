import type { AnyIndividual, AnyIndividualPattern, CrowdPattern, Pattern, SiteRef } from './agents.js';
import { perSecond } from './linked.js';
import type { Lookup } from './parameters.js';
import type { Problem } from './problem.js';
import type { Rate } from './rates.js';
import type { Bind, Exchange, Rule } from './rules.js';
import { isBoundTo, isReversible, patternsOf, plainOf, startOf } from './walk.js';

/** One reversible rule in one state of an agent: which species it turns into which, and its equilibrium constant. */
export interface Step {
  readonly rule: Rule;
  readonly lnK: number;
  /** Species used up (negative) and made (positive), per step. */
  readonly change: ReadonlyMap<string, number>;
}

/** More states than this of one agent's connected sites are not listed but reported. */
const MOST_STATES = 4096;

/** The steps at equilibrium that rules make, each rule once for every state of the sites it is connected with. */
export function stepsOf(
  rules: readonly Rule[],
  numberOf: Lookup,
): { readonly steps: readonly Step[]; readonly problems: readonly Problem[] } {
  const views = rules.filter((rule) => isAtEquilibrium(rule, numberOf)).flatMap(viewsOf);
  const problems: Problem[] = [];
  const steps: Step[] = [];
  const groups = connectedSites(views);
  for (const view of views) {
    const lnK = lnKOf(view.rule, numberOf);
    if (view.agent === undefined) {
      steps.push({ rule: view.rule, lnK, change: sum(view.others) });
      continue;
    }
    const sites =
      groups.get(view.agent)!.find((group) => view.from.every(([site]) => group.includes(site))) ?? [];
    const options = sites.map((site) => statesOf(view.agent!, site, views));
    const count = options.reduce((n, o) => n * o.length, 1);
    if (count > MOST_STATES) {
      problems.push({
        ruleId: view.rule.id,
        message: `the sites ${sites.join(', ')} of ${view.agent.agentName} have ${count} states together, too many to check for balance; mark a rule that connects them as driven or let fewer rules speak of several sites`,
      });
      continue;
    }
    for (const state of product(options)) {
      const before = new Map(sites.map((site, i) => [site, state[i]!]));
      if (!view.from.every(([site, allowed]) => allowed(before.get(site)!))) continue;
      const after = new Map([...before, ...view.to]);
      const name = (s: ReadonlyMap<string, string>) =>
        `${view.agent!.agentName}(${sites.map((site) => `${site}:${s.get(site)}`).join(' ')})`;
      steps.push({
        rule: view.rule,
        lnK,
        change: sum([...view.others, [name(before), -1], [name(after), 1]]),
      });
    }
  }
  return { steps, problems };
}

function isAtEquilibrium(rule: Rule, numberOf: Lookup): boolean {
  const rates = Object.values(rule.rates);
  return (
    isReversible(rule) &&
    rule.driven !== true &&
    (rule.laws ?? []).length === 0 &&
    (rule.drives ?? []).length === 0 &&
    rates.every((rate) => rate.saturation === undefined && numberOf(rate) > 0) &&
    !patternsOf(rule).some((p) => p.kind === 'individual' && Object.values(p.where).some(isBoundTo))
  );
}

/** In molecules, at 1 um3 of water: a second-order constant acts in the share of it in which the two meet. */
function lnKOf(rule: Rule, numberOf: Lookup): number {
  const { on, off, forward, backward } = rule.rates;
  const event = plainOf(rule.event);
  const [there, back]: readonly (readonly Pattern[])[] =
    event.verb === 'exchange'
      ? [event.take, event.give]
      : [event.verb === 'bind' && event.b.kind === 'crowd' ? [event.b] : [], []];
  const perMolecule = (rate: Rate, met: readonly Pattern[]) => {
    const share = met.find((p): p is CrowdPattern => p.kind === 'crowd')?.in.share ?? 1;
    return perSecond(rate, numberOf(rate)) / (rate.order === 2 ? share : 1);
  };
  return Math.log(perMolecule((on ?? forward)!, there!) / perMolecule((off ?? backward)!, back!));
}

/** A rule as one of its agents sees it: what its sites must be and become, and what else is used up and made. */
interface View {
  readonly rule: Rule;
  readonly agent: AnyIndividual | undefined;
  readonly from: readonly (readonly [string, (state: string) => boolean])[];
  readonly to: readonly (readonly [string, string])[];
  readonly others: readonly (readonly [string, number])[];
}

function viewsOf(rule: Rule): readonly View[] {
  const event = plainOf(rule.event);
  switch (event.verb) {
    case 'bind':
      return bindViews(rule, event);
    case 'change':
      return [{ rule, ...conditions(startOf(event)), to: Object.entries(event.to), others: [] }];
    case 'exchange':
      return exchangeViews(rule, event);
    case 'move': {
      const there = { ...event.crowd, in: event.into };
      return [
        {
          rule,
          agent: undefined,
          from: [],
          to: [],
          others: [
            [keyOf(event.crowd), -1],
            [keyOf(there), 1],
          ],
        },
      ];
    }
    case 'unbind':
    case 'make':
    case 'remove':
      return [];
  }
}

function bindViews(rule: Rule, { a, b }: Bind): readonly View[] {
  const view = (ref: SiteRef, empty: string, holds: string, partner: string): View => {
    const { agent, from } = conditions(ref.of);
    const start = [ref.site, (state: string) => state === empty] as const;
    return { rule, agent, from: [...from, start], to: [[ref.site, holds]], others: [[partner, -1]] };
  };
  if (b.kind === 'crowd') return [view(a, 'empty', b.agent.agentName, keyOf(b))];
  const [asA, asB] = [`${b.site} of ${keyOf(b.of)}`, `${a.site} of ${keyOf(a.of)}`];
  return [
    view(a, 'free', asA, `${asA} for ${a.agentName}`),
    view(b, 'free', asB, `${asB} for ${b.agentName}`),
  ];
}

/** An exchange of crowds alone, or one seen by each individual that it changes; others are whole and unlike any other. */
function exchangeViews(rule: Rule, event: Exchange): readonly View[] {
  const crowds = (skip: Pattern | undefined, viewer: string) => [
    ...event.take.filter((p) => p !== skip).map((p) => [otherKey(p, viewer), -1] as const),
    ...event.give.filter((p) => p.agent !== skip?.agent).map((p) => [otherKey(p, viewer), 1] as const),
  ];
  const individuals = [...event.take, ...event.give].filter((p) => p.kind === 'individual');
  if (individuals.length === 0)
    return [{ rule, agent: undefined, from: [], to: [], others: crowds(undefined, '') }];
  return event.take.flatMap((p) => {
    const after = event.give.filter((g) => g.agent === p.agent);
    const twins = event.take.filter((t) => t.agent === p.agent);
    if (p.kind !== 'individual' || after.length !== 1 || twins.length !== 1) return [];
    const written = Object.entries((after[0] as AnyIndividualPattern).where).filter(
      ([site]) => p.agent.sites[site]?.kind === 'value',
    ) as [string, string][];
    return [{ rule, ...conditions(p), to: written, others: crowds(p, p.agent.agentName) }];
  });
}

const otherKey = (p: Pattern, viewer: string): string =>
  p.kind === 'crowd' ? keyOf(p) : `${keyOf(p)} for ${viewer}`;

const keyOf = (p: Pattern): string =>
  p.kind === 'crowd' ? `${p.agent.agentName}@${p.in.name}` : `${p.agent.agentName}${JSON.stringify(p.where)}`;

function conditions(pattern: AnyIndividualPattern): Pick<View, 'agent' | 'from'> {
  const from = Object.entries(pattern.where).map(([site, condition]) => {
    const allowed = (state: string): boolean =>
      condition === 'taken' && pattern.agent.sites[site]?.kind === 'seat'
        ? state !== 'empty'
        : condition === 'bound' && pattern.agent.sites[site]?.kind === 'bond'
          ? state !== 'free'
          : Array.isArray(condition)
            ? condition.includes(state)
            : state === condition;
    return [site, allowed] as const;
  });
  return { agent: pattern.agent, from };
}

/** By agent, the sites that rules mention together: one agent's groups are independent of each other. */
function connectedSites(views: readonly View[]): ReadonlyMap<AnyIndividual, readonly string[][]> {
  const groups = new Map<AnyIndividual, string[][]>();
  for (const { agent, from, to } of views) {
    if (agent === undefined) continue;
    const sites = [...new Set([...from, ...to].map(([site]) => site))];
    const known = groups.get(agent) ?? [];
    const touched = known.filter((group) => group.some((site) => sites.includes(site)));
    groups.set(agent, [
      ...known.filter((group) => !touched.includes(group)),
      [...new Set([...touched.flat(), ...sites])],
    ]);
  }
  return groups;
}

function statesOf(agent: AnyIndividual, site: string, views: readonly View[]): readonly string[] {
  const spec = agent.sites[site]!;
  if (spec.kind === 'value') return spec.states;
  if (spec.kind === 'seat') return ['empty', ...spec.holds];
  const partners = views.filter((v) => v.agent === agent).flatMap((v) => v.to.filter(([s]) => s === site));
  return ['free', ...new Set(partners.map(([, partner]) => partner))];
}

function product(options: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return options.reduce<readonly (readonly string[])[]>(
    (rows, option) => rows.flatMap((row) => option.map((state) => [...row, state])),
    [[]],
  );
}

function sum(parts: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const total = new Map<string, number>();
  for (const [species, times] of parts) total.set(species, (total.get(species) ?? 0) + times);
  return new Map([...total].filter(([, times]) => times !== 0));
}
