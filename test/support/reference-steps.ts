import type {
  AnyIndividualPattern,
  Atom,
  CrowdPattern,
  Pattern,
  SiteRef,
} from '../../src/language/agents.js';
import { ATOMS } from '../../src/language/agents.js';
import type { AtomRoutes, Plain, RateName, Rule } from '../../src/language/rules.js';
import type { Individual, World } from './reference-world.js';

/** One rule in one direction: who must be found, and what becomes of them. */
export interface Step {
  readonly rule: Rule;
  readonly rate: RateName;
  readonly back: boolean;
  readonly needs: readonly Need[];
  readonly fire: (world: World, found: readonly Found[], sourceLabel: number) => void;
  /** Name of the outside source that what is made comes from. */
  readonly source: string | undefined;
}
/** `counted`: found but left alone, as a catalyst is. A pair is bonded, site to site. */
export type Need =
  | { readonly kind: 'member'; readonly crowd: CrowdPattern; readonly counted: boolean }
  | {
      readonly kind: 'one';
      readonly pattern: AnyIndividualPattern;
      readonly counted: boolean;
      /** A change to the state that somebody has already is no event. */
      readonly unlike?: State;
    }
  | { readonly kind: 'pair'; readonly a: SiteRef; readonly b: SiteRef };
type State = Readonly<Record<string, string>>;
/** Who was found for a need: an individual (and its partner), or a crowd's member, of which only the label matters. */
export interface Found {
  readonly one?: Individual;
  readonly other?: Individual;
  readonly label: number;
}

type Start = Pick<Step, 'needs' | 'fire'> & { readonly source?: string | undefined };

export function stepsOf(rule: Rule): readonly Step[] {
  const plain = rule.event.verb === 'by' ? rule.event.event : rule.event;
  const catalyst = rule.event.verb === 'by' ? [need(rule.event.catalyst, true)] : [];
  return (Object.keys(rule.rates) as RateName[]).map((rate) => {
    const back = rate === 'off' || rate === 'backward';
    const { needs, fire, source } = start(plain, back);
    return { rule, rate, back, needs: [...needs, ...catalyst], fire, source };
  });
}

function start(event: Plain, back: boolean): Start {
  switch (event.verb) {
    case 'bind':
      return back ? parting(event.a, event.b, {}) : meeting(event.a, event.b);
    case 'unbind':
      return parting(event.a, event.b, event.writes);
    case 'change': {
      const [from, to] = back
        ? [{ ...event.from, ...event.to }, pick(event.from, event.to)]
        : [event.from, event.to];
      return {
        needs: [{ ...one(event.agent, from as AnyIndividualPattern['where']), unlike: to as State }],
        fire: (_, [found]) => Object.assign(found!.one!.state, to),
      };
    }
    case 'exchange':
      return back
        ? exchanging(event.give, event.take, turned(event.atoms))
        : exchanging(event.take, event.give, event.atoms);
    case 'move': {
      const there = { ...event.crowd, in: event.into };
      const [from, into] = back ? [there, event.crowd] : [event.crowd, there];
      return { needs: [need(from)], fire: (world, [found]) => world.crowds.add(into, found!.label) };
    }
    case 'make':
      return {
        needs: [],
        fire: (world, _, label) => make(world, event.give, label),
        source: event.labelledAs?.name,
      };
    case 'remove':
      return { needs: [need(event.take)], fire: (world, [found]) => discard(world, found!) };
  }
}

function meeting(a: SiteRef, b: SiteRef | CrowdPattern): Start {
  if (b.kind === 'crowd')
    return {
      needs: [one(a.of.agent, { ...a.of.where, [a.site]: 'empty' }), need(b)],
      fire: (_, [taker, member]) => {
        taker!.one!.state[a.site] = b.agent.agentName;
        taker!.one!.seated[a.site] = member!.label;
      },
    };
  return {
    needs: [
      one(a.of.agent, { ...a.of.where, [a.site]: 'free' }),
      one(b.of.agent, { ...b.of.where, [b.site]: 'free' }),
    ],
    fire: (_, [x, y]) => {
      x!.one!.state[a.site] = 'bound';
      y!.one!.state[b.site] = 'bound';
      x!.one!.partner[a.site] = { who: y!.one!, site: b.site };
      y!.one!.partner[b.site] = { who: x!.one!, site: a.site };
    },
  };
}

type Writes = {
  readonly a?: Readonly<Record<string, string>>;
  readonly b?: Readonly<Record<string, string>>;
};

function parting(a: SiteRef, b: SiteRef | CrowdPattern, writes: Writes): Start {
  if (b.kind === 'crowd')
    return {
      needs: [one(a.of.agent, { ...a.of.where, [a.site]: b.agent.agentName })],
      fire: (world, [found]) => {
        world.crowds.add(b, found!.one!.seated[a.site]!);
        Object.assign(found!.one!.state, { [a.site]: 'empty' }, writes.a);
      },
    };
  return {
    needs: [{ kind: 'pair', a, b }],
    fire: (_, [found]) => {
      Object.assign(found!.one!.state, { [a.site]: 'free' }, writes.a);
      Object.assign(found!.other!.state, { [b.site]: 'free' }, writes.b);
      delete found!.one!.partner[a.site];
      delete found!.other!.partner[b.site];
    },
  };
}

function exchanging(take: readonly Pattern[], give: readonly Pattern[], routes: AtomRoutes): Start {
  return {
    needs: take.map((p) => need(p)),
    fire: (world, found) => {
      const labels = give.map((g) => labelOf(g, take, found, give, routes));
      for (const [i, p] of take.entries())
        if (!give.some((g) => g.agent === p.agent)) discard(world, found[i]!);
      for (const [i, g] of give.entries()) {
        const stays = take.findIndex((p) => p.kind === 'individual' && p.agent === g.agent);
        const same = found[stays]?.one;
        if (g.kind === 'crowd') world.crowds.add(g, labels[i]!);
        else if (same) {
          Object.assign(same.state, g.where);
          same.label = labels[i]!;
        } else make(world, g, 0);
      }
    },
  };
}

/** Label that a given agent gets: every atom from where its route begins, or passed on, or kept by an individual that stays. */
function labelOf(
  g: Pattern,
  take: readonly Pattern[],
  found: readonly Found[],
  give: readonly Pattern[],
  routes: AtomRoutes,
): number {
  const crowds = (side: readonly Pattern[]) => side.filter((p) => p.kind === 'crowd');
  let label = 0;
  for (const [i, p] of take.entries())
    for (const [bit, atom] of ATOMS.entries()) {
      const ways = routes[atom]?.filter(([from]) => from === p.agent.agentName) ?? [];
      const passes =
        routes[atom] === undefined &&
        crowds(take).length === 1 &&
        crowds(give).length === 1 &&
        hasAtom(g, atom);
      const goes =
        ways.length > 0
          ? ways.some(([, to]) => to === g.agent.agentName)
          : p.kind === 'individual'
            ? g.agent === p.agent
            : g.kind === 'crowd' && passes;
      if (goes) label |= (found[i]!.one?.label ?? found[i]!.label) & (1 << bit);
    }
  return label;
}

const hasAtom = (p: Pattern, atom: Atom): boolean => p.kind === 'crowd' && p.agent.atoms.includes(atom);

const turned = (routes: AtomRoutes): AtomRoutes =>
  Object.fromEntries(
    Object.entries(routes).map(([atom, ways]) => [atom, ways.map(([from, to]) => [to, from] as const)]),
  );

const pick = (from: Readonly<Record<string, unknown>>, sites: object): Record<string, unknown> =>
  Object.fromEntries(Object.keys(sites).map((site) => [site, from[site]]));

const one = (
  agent: AnyIndividualPattern['agent'],
  where: AnyIndividualPattern['where'],
  counted = false,
): Extract<Need, { kind: 'one' }> => ({
  kind: 'one',
  pattern: { kind: 'individual', agent, where },
  counted,
});
const need = (p: Pattern, counted = false): Need =>
  p.kind === 'crowd' ? { kind: 'member', crowd: p, counted } : one(p.agent, p.where, counted);

/** Adds a crowd's member, or an individual with every site in its first state but those that the pattern names. */
export function make(world: World, p: Pattern, label: number): void {
  if (p.kind === 'crowd') {
    world.crowds.add(p, label);
    return;
  }
  const state: Record<string, string> = {};
  for (const [site, spec] of Object.entries(p.agent.sites))
    state[site] = spec.kind === 'value' ? spec.states[0]! : spec.kind === 'seat' ? 'empty' : 'free';
  const agent = p.agent.agentName;
  const place = (world.individuals.findLast((i) => i.agent === agent)?.place ?? -1) + 1;
  Object.assign(state, p.where);
  world.individuals.push({ agent, place, state, partner: {}, seated: {}, label: 0 });
}

function discard(world: World, found: Found): void {
  if (found.one) world.individuals.splice(world.individuals.indexOf(found.one), 1);
}
