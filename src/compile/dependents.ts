import type { Reactant } from './draft.js';
import type { CodeSet } from './patterns.js';
import type { Channel, Undepended } from './resolved.js';

/** By channel: the channels whose propensity can change when it fires (a superset, never too few). */
export function dependentsOf(structure: Undepended): readonly (readonly number[])[] {
  const readers = new Map<number, number[]>();
  structure.channels.forEach((channel, i) => {
    for (const q of new Set([channel.qa, channel.qb, ...channel.laws.map((l) => l.q)]))
      readers.set(q, [...(readers.get(q) ?? []), i]);
  });
  return structure.channels.map((channel) => {
    const found = new Set([...changedBy(channel, structure)].flatMap((q) => readers.get(q) ?? []));
    return [...found].sort((i, j) => i - j);
  });
}

function changedBy({ draft }: Channel, structure: Undepended): Set<number> {
  const net = new Map<number, number>();
  const add = (q: number, n: number) => net.set(q, (net.get(q) ?? 0) + n);
  for (const r of [draft.a, draft.b]) if (r?.kind === 'crowd' && !r.counted) add(r.crowd, -1);
  for (const out of draft.outs) add(out.crowd, 1);
  const changed = new Set([...net].filter(([, n]) => n !== 0).map(([q]) => q));
  for (const q of poolsChanged(draft.a, structure)) changed.add(q);
  for (const q of poolsChanged(draft.b, structure)) changed.add(q);
  if (draft.partner)
    for (const q of poolsOf(draft.partner.set, draft.partner.delta, structure)) changed.add(q);
  for (const agent of [draft.removesA ? partAgent(draft.a) : undefined, draft.makes?.agent.agentName])
    if (agent !== undefined)
      structure.pools.forEach((pool, p) => {
        if (pool.facet.agent.agentName === agent) changed.add(structure.crowds.length + p);
      });
  return changed;
}

const partAgent = (r: Reactant | undefined) => (r?.kind === 'part' ? r.set.facet.agent.agentName : undefined);

const poolsChanged = (r: Reactant | undefined, structure: Undepended): readonly number[] =>
  r?.kind === 'part' && !r.counted ? poolsOf(r.set, r.delta, structure) : [];

/** Pools entered or left by a part that goes from any of these codes by delta; and pools that look at it through a bond. */
function poolsOf(set: CodeSet, delta: number, structure: Undepended): readonly number[] {
  const found: number[] = [];
  structure.pools.forEach((pool, p) => {
    const q = structure.crowds.length + p;
    if (pool.facet === set.facet) {
      const inside = new Set(pool.codes);
      if (set.codes.some((code) => inside.has(code) !== inside.has(code + delta))) found.push(q);
    }
    if (pool.partner?.set.facet === set.facet) found.push(q);
  });
  return found;
}
