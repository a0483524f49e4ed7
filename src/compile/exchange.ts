import type { AnyIndividualPattern, CrowdPattern, Pattern } from '../language/agents.js';
import { ATOMS } from '../language/agents.js';
import type { Exchange } from '../language/rules.js';
import { bitOf, type Draft, type Keeps, maskOf, type Out, type Reactant } from './draft.js';
import { crowdReactant, type Ground, indexOf, moves } from './moves.js';
import { codeSet } from './patterns.js';

/** Drafts of "these become those", with every tracked atom sent where the rule says. */
export function exchangeDrafts(
  event: Exchange,
  head: Pick<Draft, 'rule' | 'rate'>,
  ground: Ground,
): readonly Draft[] {
  if (event.take.length > 2) throw new Error(`${event.take.length} agents meet; at most two may`);
  const [first, second] = inOrder(event);
  const individuals = event.give.filter((p): p is AnyIndividualPattern => p.kind === 'individual');
  const options = [first, second].map((p) => reactants(p, individuals, ground));
  const made = individuals.filter((g) => !event.take.some((t) => t.agent.agentName === g.agent.agentName));
  if (made.length > 1) throw new Error('an event makes at most one individual; split the rule');
  const space = event.take.find((p): p is CrowdPattern => p.kind === 'crowd')?.in;
  const [routedA, routedB] = [first, second].map((p, i) => routed(event, p, i));
  const keeps: Keeps = {
    aa: keptBy(first, first, event) & ~routedA!.away,
    ab: keptBy(second, first, event),
    ba: keptBy(first, second, event),
    bb: keptBy(second, second, event) & ~routedB!.away,
  };
  const outs = outsOf(event, first, second, ground);
  return options[0]!.flatMap((A) =>
    options[1]!.map((B) => ({
      ...head,
      ...(A && { a: A.reactant }),
      ...(B && { b: B.reactant }),
      ...(A?.removed && { removesA: true }),
      ...(made[0] && { makes: made[0] }),
      outs,
      keeps,
      seats: 0 as const,
      space,
    })),
  );
}

type Participant = Pattern | undefined;

/** An individual stands first, before another that stays one that is removed: the engine changes and removes its A. */
function inOrder({ take, give }: Exchange): readonly [Participant, Participant] {
  const [a, b] = take;
  if (a === undefined || b?.kind !== 'individual') return [a, b];
  if (a.kind !== 'individual') return [b, a];
  const removed = [a, b].filter((p) => !give.some((g) => g.agent.agentName === p.agent.agentName));
  if (a.agent.agentName === b.agent.agentName || removed.length > 1)
    throw new Error(
      `an exchange takes ${a.agent.agentName} and ${b.agent.agentName}; of two individuals it can change or remove one each of two agents, and one must stay: split the rule`,
    );
  return removed[0] === b ? [b, a] : [a, b];
}

function reactants(
  p: Participant,
  given: readonly AnyIndividualPattern[],
  ground: Ground,
): readonly ({ readonly reactant: Reactant; readonly removed: boolean } | undefined)[] {
  if (p === undefined) return [undefined];
  if (p.kind === 'crowd') return [{ reactant: crowdReactant(p, ground), removed: false }];
  const after = given.find((g) => g.agent.agentName === p.agent.agentName);
  if (after === undefined)
    return [
      {
        reactant: { kind: 'part', set: codeSet(ground.facets, p.agent, p.where), counted: false, delta: 0 },
        removed: true,
      },
    ];
  const more = Object.fromEntries(
    Object.entries(after.where).filter(([site, state]) => p.where[site] !== state),
  ) as Record<string, string>;
  const write = { site: undefined, to: '', from: '', more };
  return moves(p.agent, p.where, write, ground).map((reactant) => ({ reactant, removed: false }));
}

/** Atoms of a participant that the rule sends elsewhere. */
function routed(event: Exchange, p: Participant, _place: number): { readonly away: number } {
  let away = 0;
  if (p !== undefined)
    for (const atom of ATOMS)
      for (const [from, to] of event.atoms[atom] ?? [])
        if (from === p.agent.agentName && to !== p.agent.agentName) away |= bitOf(atom);
  return { away };
}

/** Label bits that pass from one participant onto the part of another (or stay on its own). */
function keptBy(from: Participant, to: Participant, event: Exchange): number {
  if (from === undefined || to === undefined || to.kind !== 'individual') return 0;
  if (from === to) return 3;
  let mask = 0;
  for (const atom of ATOMS)
    for (const [source, target] of event.atoms[atom] ?? [])
      if (source === from.agent.agentName && target === to.agent.agentName) mask |= bitOf(atom);
  return mask;
}

function outsOf(event: Exchange, first: Participant, second: Participant, ground: Ground): readonly Out[] {
  const given = event.give.filter((p): p is CrowdPattern => p.kind === 'crowd');
  const takenCrowds = [first, second].filter((p): p is CrowdPattern => p?.kind === 'crowd');
  const cargoOf = identities(event, first, second, given);
  return given.map((out, i) => ({
    crowd: indexOf(out, ground),
    maskA: maskTo(event, first, out, takenCrowds, given),
    maskB: maskTo(event, second, out, takenCrowds, given),
    maskS: 0,
    cargo: cargoOf[i]!,
  }));
}

/** Atoms routed to the product; an atom without a route passes by default when one crowd becomes one crowd that has it. */
function maskTo(
  event: Exchange,
  from: Participant,
  out: CrowdPattern,
  taken: readonly CrowdPattern[],
  given: readonly CrowdPattern[],
): number {
  if (from === undefined) return 0;
  let mask = 0;
  for (const atom of ATOMS) {
    const routes = event.atoms[atom];
    if (routes?.some(([source, target]) => source === from.agent.agentName && target === out.agent.agentName))
      mask |= bitOf(atom);
    else if (routes === undefined && from.kind === 'crowd' && taken.length === 1 && given.length === 1)
      mask |= maskOf(from.agent.atoms) & maskOf(out.agent.atoms) & bitOf(atom);
  }
  return mask;
}

/** A followed molecule lives on in the product that gets its C1; failing that, in the first product nobody else claims. */
function identities(
  event: Exchange,
  first: Participant,
  second: Participant,
  given: readonly CrowdPattern[],
): (0 | 1 | 2)[] {
  const claim: (0 | 1 | 2)[] = given.map(() => 0);
  [first, second].forEach((p, i) => {
    if (p?.kind !== 'crowd') return;
    const target = event.atoms.C1?.find(([source]) => source === p.agent.agentName)?.[1];
    const byRoute = given.findIndex((g, j) => g.agent.agentName === target && claim[j] === 0);
    const at = byRoute >= 0 ? byRoute : claim.indexOf(0);
    if (at >= 0) claim[at] = i === 0 ? 1 : 2;
  });
  return claim;
}
