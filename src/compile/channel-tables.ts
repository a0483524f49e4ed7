import { type ChannelTables, Law, Take } from '../engine/tables.js';
import type { Draft, Reactant } from './draft.js';
import { flatten } from './flatten.js';
import { stateIndex } from './patterns.js';
import type { Channel, Untabled } from './resolved.js';

/** Tables of channels, without what depends on the cell: their rates, and the constants of laws that saturate. */
export function channelTables(structure: Untabled): Omit<ChannelTables, 'rate' | 'factorInvK'> {
  const { channels, model } = structure;
  const drafts = channels.map((c) => c.draft);
  const ints = (f: (draft: Draft, channel: Channel) => number) =>
    Int32Array.from(channels, (c) => f(c.draft, c));
  const outs = flatten(drafts.map((d) => d.outs));
  const makes = flatten(drafts.map((d) => madeCodes(structure, d)));
  const laws = flatten(channels.map((c) => c.laws));
  const dependents = flatten(structure.dependents);
  return {
    law: ints((_, c) => (c.pair ? Law.pair : c.qb >= 0 ? Law.second : c.qa >= 0 ? Law.first : Law.constant)),
    customLaws: [],
    qa: ints((_, c) => c.qa),
    qb: ints((_, c) => c.qb),
    takeA: ints((d) => take(d.a)),
    takeB: ints((d) => take(d.b)),
    deltaA: ints((d) => (d.a?.kind === 'part' ? d.a.delta : 0)),
    deltaB: ints((d) => (d.b?.kind === 'part' ? d.b.delta : 0)),
    partnerOfA: ints((d) => d.partner?.slot ?? -1),
    deltaPartner: ints((d) => d.partner?.delta ?? 0),
    typeOfPartner: ints((d) => d.partner?.set.facet.type ?? -1),
    slotOfPartner: ints((d) => d.partner?.back ?? -1),
    joinA: ints((d) => d.join?.[0] ?? -1),
    joinB: ints((d) => d.join?.[1] ?? -1),
    removesA: Uint8Array.from(drafts, (d) => (d.removesA ? 1 : 0)),
    makeStart: makes.start,
    makeCode: Int32Array.from(makes.items),
    outStart: outs.start,
    outCrowd: Int32Array.from(outs.items, (o) => o.crowd),
    outMaskA: Int32Array.from(outs.items, (o) => o.maskA),
    outMaskB: Int32Array.from(outs.items, (o) => o.maskB),
    outMaskS: Int32Array.from(outs.items, (o) => o.maskS),
    outCargo: Int32Array.from(outs.items, (o) => o.cargo),
    partAfromA: ints((d) => d.keeps.aa),
    partAfromB: ints((d) => d.keeps.ab),
    partBfromA: ints((d) => d.keeps.ba),
    partBfromB: ints((d) => d.keeps.bb),
    seats: Uint8Array.from(drafts, (d) => d.seats),
    labelSource: ints((d) => (d.labelSource ? model.labelSources.indexOf(d.labelSource) : -1)),
    factorStart: laws.start,
    factorQ: Int32Array.from(laws.items, (l) => l.q),
    factorPower: Int32Array.from(laws.items, ({ law }) =>
      law.kind === 'inhibited' ? law.power : -law.power,
    ),
    depStart: dependents.start,
    dependents: Int32Array.from(dependents.items),
  };
}

function take(reactant: Reactant | undefined): number {
  if (reactant === undefined) return Take.none;
  if (reactant.counted) return Take.counted;
  return reactant.kind === 'crowd' ? Take.crowd : Take.part;
}

function madeCodes(structure: Untabled, draft: Draft): readonly number[] {
  const made = draft.makes;
  if (made === undefined) return [];
  return structure.facets
    .filter((f) => f.agent.agentName === made.agent.agentName)
    .map((f) =>
      f.sites.reduce((code, site) => {
        const state = made.where[site.name];
        return code + (typeof state === 'string' ? site.stride * stateIndex(f, site.name, state) : 0);
      }, f.codeBase),
    );
}
