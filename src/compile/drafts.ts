import type { Pattern } from '../language/agents.js';
import { ATOMS } from '../language/agents.js';
import type { Model } from '../language/model.js';
import { rulesOf } from '../language/model.js';
import type { Bind, Change, Exchange, Plain, RateName, Rule, Unbind } from '../language/rules.js';
import { type Draft, KEEP_OWN, maskOf, type Reactant } from './draft.js';
import { exchangeDrafts } from './exchange.js';
import { plainOf, siteKey } from './facets.js';
import { crowdReactant, type Ground, indexOf, moves, slotOf, writeOf } from './moves.js';
import { codeSet } from './patterns.js';

/** Every rule in every direction as channel drafts. Throws, naming the rule, where a rule cannot be compiled. */
export function draftsOf(model: Model, ground: Ground): readonly Draft[] {
  return rulesOf(model).flatMap((rule) => {
    try {
      return draftsOfRule(rule, ground);
    } catch (error) {
      throw new Error(`rule "${rule.id}": ${(error as Error).message}`);
    }
  });
}

function draftsOfRule(rule: Rule, ground: Ground): readonly Draft[] {
  const event = plainOf(rule.event);
  const catalyst = rule.event.verb === 'by' ? rule.event.catalyst : undefined;
  return (Object.keys(rule.rates) as RateName[]).flatMap((rate) =>
    directed(event, rate, { rule, rate }, ground).map((draft) => withCatalyst(draft, catalyst, ground)),
  );
}

type Head = Pick<Draft, 'rule' | 'rate'>;
const PLAIN = { outs: [], keeps: KEEP_OWN, seats: 0, space: undefined } as const;

function directed(event: Plain, rate: RateName, head: Head, ground: Ground): readonly Draft[] {
  const back = rate === 'off' || rate === 'backward';
  switch (event.verb) {
    case 'bind':
      return back
        ? released({ verb: 'unbind', a: event.a, b: event.b, writes: {} }, head, ground)
        : bound(event, head, ground);
    case 'unbind':
      return released(event, head, ground);
    case 'change':
      return changed(back ? reversed(event) : event, head, ground);
    case 'exchange':
      return exchangeDrafts(back ? turned(event) : event, head, ground);
    case 'move': {
      const there = { ...event.crowd, in: event.into };
      const [from, into] = back ? [there, event.crowd] : [event.crowd, there];
      const mask = maskOf(event.crowd.agent.atoms);
      return [
        {
          ...head,
          ...PLAIN,
          a: crowdReactant(from, ground),
          outs: [{ crowd: indexOf(into, ground), maskA: mask, maskB: 0, maskS: 0, cargo: 1 }],
          space: from.in,
        },
      ];
    }
    case 'make': {
      if (event.give.kind === 'individual') return [{ ...head, ...PLAIN, makes: event.give }];
      const mask = maskOf(event.give.agent.atoms);
      const out = { crowd: indexOf(event.give, ground), maskA: 0, maskB: 0, maskS: mask, cargo: 0 as const };
      return [
        {
          ...head,
          ...PLAIN,
          outs: [out],
          space: event.give.in,
          ...(event.labelledAs && { labelSource: event.labelledAs }),
        },
      ];
    }
    case 'remove':
      return event.take.kind === 'crowd'
        ? [{ ...head, ...PLAIN, a: crowdReactant(event.take, ground), space: event.take.in }]
        : [
            {
              ...head,
              ...PLAIN,
              a: {
                kind: 'part',
                set: codeSet(ground.facets, event.take.agent, event.take.where),
                counted: false,
                delta: 0,
              },
              removesA: true,
            },
          ];
  }
}

function bound(event: Bind, head: Head, ground: Ground): readonly Draft[] {
  const { a, b } = event;
  if (b.kind === 'crowd')
    return moves(a.of.agent, a.of.where, writeOf(a, b.agent.agentName, 'empty'), ground).map((A) => ({
      ...head,
      ...PLAIN,
      a: A,
      b: crowdReactant(b, ground),
      keeps: { aa: 0, ab: maskOf(b.agent.atoms), ba: 0, bb: 0 },
      seats: 1,
      space: b.in,
    }));
  return moves(a.of.agent, a.of.where, writeOf(a, siteKey(b), 'free'), ground).flatMap((A) =>
    moves(b.of.agent, b.of.where, writeOf(b, siteKey(a), 'free'), ground).map((B) => ({
      ...head,
      ...PLAIN,
      a: A,
      b: B,
      join: [slotOf(a, A), slotOf(b, B)] as const,
    })),
  );
}

function released(event: Unbind, head: Head, ground: Ground): readonly Draft[] {
  const { a, b, writes } = event;
  if (b.kind === 'crowd') {
    const write = { ...writeOf(a, 'empty', b.agent.agentName), more: writes.a ?? {} };
    return moves(a.of.agent, a.of.where, write, ground).map((A) => ({
      ...head,
      ...PLAIN,
      a: A,
      outs: [
        { crowd: indexOf(b, ground), maskA: maskOf(b.agent.atoms), maskB: 0, maskS: 0, cargo: 1 as const },
      ],
      keeps: { aa: 0, ab: 0, ba: 0, bb: 0 },
    }));
  }
  const writeA = { ...writeOf(a, 'free', siteKey(b)), more: writes.a ?? {} };
  const writeB = { ...writeOf(b, 'free', siteKey(a)), more: writes.b ?? {} };
  const mirrored = isMirrored(event);
  return moves(b.of.agent, b.of.where, writeB, ground).flatMap((B) =>
    moves(a.of.agent, a.of.where, writeA, ground).map((A) => {
      const asks = Object.keys(b.of.where).length > 0 || Object.keys(writeB.more).length > 0;
      const slot = slotOf(a, A);
      const set = asks ? { ...A.set, partner: { slot, set: B.set } } : A.set;
      return {
        ...head,
        ...PLAIN,
        a: { ...A, set },
        partner: { slot, back: slotOf(b, B), delta: B.delta, set: B.set },
        ...(mirrored && { mirrored }),
      };
    }),
  );
}

/** Whether a bond joins two sites of one name under one condition. Throws where only some pairs look alike from both ends. */
function isMirrored({ a, b, writes }: Unbind): boolean {
  if (b.kind === 'crowd' || siteKey(a) !== siteKey(b)) return false;
  const same = (x: object = {}, y: object = {}) => JSON.stringify(x) === JSON.stringify(y);
  if (same(a.of.where, b.of.where) && same(writes.a, writes.b)) return true;
  const apart = Object.entries(a.of.where).some(
    ([site, state]) =>
      typeof state === 'string' && typeof b.of.where[site] === 'string' && b.of.where[site] !== state,
  );
  if (apart) return false;
  throw new Error(
    `either end of a bond of ${siteKey(a)} to itself could be the first; give both ends one condition, or states that exclude each other`,
  );
}

function changed(event: Change, head: Head, ground: Ground): readonly Draft[] {
  const write = { site: undefined, to: '', from: '', more: event.to };
  // To be given the state one has is no event.
  return moves(event.agent, event.from, write, ground)
    .filter((A) => A.delta !== 0)
    .map((A) => ({ ...head, ...PLAIN, a: A }));
}

/** The other way round: what was written is required, what was required is written. */
function reversed(event: Change): Change {
  const to: Record<string, string> = {};
  for (const site of Object.keys(event.to)) {
    const before = event.from[site];
    if (typeof before !== 'string')
      throw new Error(`a reversible change must name the state of "${site}" that it starts from`);
    to[site] = before;
  }
  return { ...event, from: { ...event.from, ...event.to }, to };
}

const turned = (event: Exchange): Exchange => ({
  ...event,
  take: event.give,
  give: event.take,
  atoms: Object.fromEntries(
    ATOMS.flatMap((atom) => {
      const routes = event.atoms[atom];
      return routes ? [[atom, routes.map(([from, to]) => [to, from] as const)]] : [];
    }),
  ),
});

/** Adds the catalyst as a counted reactant, second if the event has a first. */
function withCatalyst(draft: Draft, catalyst: Pattern | undefined, ground: Ground): Draft {
  if (catalyst === undefined) return draft;
  const reactant: Reactant =
    catalyst.kind === 'crowd'
      ? { kind: 'crowd', crowd: indexOf(catalyst, ground), counted: true }
      : {
          kind: 'part',
          set: codeSet(ground.facets, catalyst.agent, catalyst.where),
          counted: true,
          delta: 0,
        };
  if (draft.a === undefined) return { ...draft, a: reactant };
  if (draft.b !== undefined) throw new Error('three agents meet; at most two may');
  const space = draft.space ?? (catalyst.kind === 'crowd' ? catalyst.in : undefined);
  return { ...draft, b: reactant, space };
}
