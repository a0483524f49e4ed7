import type { Lookup } from '../language/parameters.js';
import { baseRate, drivenBy, molecules, spaceOf } from './numbers.js';
import { type CodeSet, stateIn } from './patterns.js';
import type { Undepended } from './resolved.js';

/**
 * Channels that the model says fire most, then the others by falling propensity in 1 um3 at the start and at rest: a linear
 * search then ends early. Changes speed only.
 */
export function searchOrder(structure: Undepended, value: Lookup): readonly number[] {
  const often = new Map(structure.model.often?.map((name, i) => [name, i]));
  const place = structure.channels.map(({ rule, rate }) => often.get(`${rule.id} ${rate}`) ?? often.size);
  const expected = expectedPropensities(structure, value);
  return structure.channels
    .map((_, i) => i)
    .sort((i, j) => place[i]! - place[j]! || expected[j]! - expected[i]! || i - j);
}

function expectedPropensities(structure: Undepended, value: Lookup): readonly number[] {
  const { model, crowds, pools, channels } = structure;
  const rest = new Map(model.inputs.map((i) => [i.name, i.rest]));
  const count = [
    ...crowds.map((c) => {
      const start = model.crowds.find((p) => p.crowd.agent === c.agent && p.crowd.in.name === c.in.name);
      return start ? molecules(start.amount, value, spaceOf(c, 1)) : 0;
    }),
    ...pools.map((set) => expectedMembers(structure, set, value)),
  ];
  return channels.map((channel) => {
    let a = baseRate(channel, 1, value) * drivenBy(channel, (name) => rest.get(name)!, value);
    if (channel.qa >= 0) a *= count[channel.qa]!;
    if (channel.qb >= 0) a *= count[channel.qb]!;
    return Number.isFinite(a) ? a : 0;
  });
}

function expectedMembers({ model }: Undepended, set: CodeSet, value: Lookup): number {
  const start = model.individuals.find((p) => p.agent.agentName === set.facet.agent.agentName)!;
  const copies = molecules(start.copies, value, 1);
  let share = 0;
  for (const code of set.codes)
    share += set.facet.sites.reduce(
      (p, site) => p * shareOf(start.shares[site.name], site.states, stateIn(code, site)),
      1,
    );
  return copies * share;
}

/** Starting share of one state of a site; what is not named starts in the first. */
export function shareOf(
  shares: Readonly<Record<string, number>> | undefined,
  states: readonly string[],
  state: number,
): number {
  if (shares === undefined) return state === 0 ? 1 : 0;
  const named = states.reduce((sum, s) => sum + (shares[s] ?? 0), 0);
  const own = shares[states[state]!] ?? 0;
  return state === 0 ? own + Math.max(0, 1 - named) : own;
}
