import { flatten } from '../compile/flatten.js';
import type { Network } from '../network/network.js';

/**
 * A network as flat arrays, without the numbers of a cell: reaction r fires weight[r] x rate(channel[r]) x laws(channel[r]) x n[first[r]] x n[second[r]]
 * x (quantity counted[r]) times a second, an index of -1 standing for a factor of 1. Lists of lists are flat: items of
 * r stand at start[r] .. start[r+1]-1.
 */
export interface Kinetics {
  readonly species: number;
  readonly channels: number;
  readonly reactions: number;
  readonly channel: Int32Array;
  readonly weight: Float64Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly counted: Int32Array;
  /** Net change of species, by reaction. */
  readonly changeStart: Int32Array;
  readonly changeSpecies: Int32Array;
  readonly changeBy: Float64Array;
  /** Quantities that a rate looks at, each a weighted sum of species. */
  readonly quantities: number;
  readonly memberStart: Int32Array;
  readonly memberSpecies: Int32Array;
  readonly memberWeight: Float64Array;
  /** Laws by channel, as in the tables of the engine: power p > 0: 1/(1 + x^p); p < 0: x^|p|/(1 + x^|p|), x = n/K. */
  readonly lawStart: Int32Array;
  readonly lawQuantity: Int32Array;
  readonly lawPower: Int32Array;
}

/** The arrays of a network; rates and the constants of laws are given apart, since cells and inputs change them. */
export function kineticsOf(network: Network): Kinetics {
  const { structure, species, reactions } = network;
  const { channels } = structure;
  const asked = [
    ...new Set([...reactions.map((r) => r.counted), ...channels.flatMap((c) => c.laws.map((l) => l.q))]),
  ];
  const quantities = asked.filter((q) => q >= 0);
  const place = new Map(quantities.map((q, i) => [q, i]));
  const picked = reactions.map((r) =>
    r.reactants.flatMap((t) => new Array<number>(t.weight).fill(t.species)),
  );
  const changes = flatten(reactions.map((r) => netOf(r.reactants, r.products)));
  const members = flatten(quantities.map((q) => network.quantities[q]!));
  const laws = flatten(channels.map((c) => c.laws));
  return {
    species: species.length,
    channels: channels.length,
    reactions: reactions.length,
    channel: Int32Array.from(reactions, (r) => r.channel),
    weight: Float64Array.from(reactions, (r) => r.weight),
    first: Int32Array.from(picked, (p) => p[0] ?? -1),
    second: Int32Array.from(picked, (p) => p[1] ?? -1),
    counted: Int32Array.from(reactions, (r) => place.get(r.counted) ?? -1),
    changeStart: changes.start,
    changeSpecies: Int32Array.from(changes.items, (c) => c.species),
    changeBy: Float64Array.from(changes.items, (c) => c.weight),
    quantities: quantities.length,
    memberStart: members.start,
    memberSpecies: Int32Array.from(members.items, (m) => m.species),
    memberWeight: Float64Array.from(members.items, (m) => m.weight),
    lawStart: laws.start,
    lawQuantity: Int32Array.from(laws.items, (l) => place.get(l.q)!),
    lawPower: Int32Array.from(laws.items, ({ law }) => (law.kind === 'inhibited' ? law.power : -law.power)),
  };
}

type Terms = Network['quantities'][number];

function netOf(reactants: Terms, products: Terms): Terms {
  const net = new Map<number, number>();
  for (const { species, weight } of reactants) net.set(species, (net.get(species) ?? 0) - weight);
  for (const { species, weight } of products) net.set(species, (net.get(species) ?? 0) + weight);
  return [...net].filter(([, weight]) => weight !== 0).map(([species, weight]) => ({ species, weight }));
}
