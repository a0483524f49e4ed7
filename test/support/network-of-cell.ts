import type { Cell } from '../../src/engine/cell.js';
import { complexesOf, type Loose } from '../../src/network/complex.js';
import { bondsOf, kinshipOf } from '../../src/network/molecules.js';
import type { Network } from '../../src/network/network.js';

/** A cell's molecules as amounts of the network's species. Throws where the cell holds what the network does not know. */
export function amountsIn(network: Network, cell: Cell): Float64Array {
  const { structure, species } = network;
  const number = new Map(species.map(({ complex }, i) => [complex?.key, i]));
  const amounts = new Float64Array(species.length);
  amounts.set(cell.count.subarray(0, structure.crowds.length));
  for (const complex of complexesOf(looseParts(network, cell))) {
    const known = number.get(complex.key);
    if (known === undefined) throw new Error(`the network lacks ${complex.key}`);
    amounts[known]!++;
  }
  return amounts;
}

/** Firings per second by channel: what the network makes of amounts under the rates of the cell's channels. */
export function propensitiesOf(network: Network, amounts: Float64Array, cell: Cell): Float64Array {
  const { tables, rate } = cell;
  const quantity = network.quantities.map((terms) =>
    terms.reduce((sum, t) => sum + t.weight * amounts[t.species]!, 0),
  );
  const propensity = new Float64Array(tables.channels);
  for (const reaction of network.reactions) {
    let a = rate[reaction.channel]! * reaction.weight;
    for (const { species, weight } of reaction.reactants)
      for (let i = 0; i < weight; i++) a *= amounts[species]! - i;
    if (reaction.counted >= 0) a *= quantity[reaction.counted]!;
    for (let l = tables.factorStart[reaction.channel]!; l < tables.factorStart[reaction.channel + 1]!; l++) {
      const power = tables.factorPower[l]!;
      const y = (quantity[tables.factorQ[l]!]! * tables.factorInvK[l]!) ** Math.abs(power);
      a *= power > 0 ? 1 / (1 + y) : y / (1 + y);
    }
    propensity[reaction.channel]! += a;
  }
  return propensity;
}

function looseParts({ structure }: Network, cell: Cell): readonly (Loose | undefined)[] {
  const { facets } = structure;
  const { kin } = kinshipOf(structure);
  const { tables } = cell;
  return Array.from({ length: cell.parts }, (_, part) => {
    if (Number.isNaN(cell.changedAt_s[part]!)) return undefined;
    const facet = facets[tables.typeOfCode[cell.code[part]!]!]!;
    const bonds = Array.from(
      { length: bondsOf(facet) },
      (_, slot) => cell.bond[part * tables.bondSlots + slot]!,
    );
    const size = tables.facetsOfType[facet.type]!;
    const relatives = kin.has(facet.agent.agentName)
      ? Array.from({ length: size }, (_, place) => (place === facet.place ? -1 : part - facet.place + place))
      : [];
    return {
      type: facet.type,
      code: cell.code[part]! - facet.codeBase,
      label: 0,
      links: [...bonds, ...relatives],
    };
  });
}
