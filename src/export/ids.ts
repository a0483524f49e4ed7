import { stateIn } from '../compile/patterns.js';
import { ATOMS } from '../language/agents.js';
import type { Network, Species } from '../network/network.js';

/** Letters, digits and underscores of a text, beginning with a letter. */
export const plainId = (text: string): string =>
  text
    .replace(/[^A-Za-z0-9_]+/g, '_')
    .replace(/^(?=\d)/, '_')
    .replace(/_+$/, '');

/** Ids told apart by a number where two texts would give one. */
export function distinct(texts: readonly string[]): readonly string[] {
  const uses = new Map<string, number>();
  return texts.map((text) => {
    const id = plainId(text);
    const n = (uses.get(id) ?? 0) + 1;
    uses.set(id, n);
    return n === 1 ? id : `${id}_${n}`;
  });
}

/** Ids of species: `Leucine_cytosol`, `Sestrin_sestrin2_Leucine__GATOR2_off_on`: agents with their states, bonds unsaid. */
export const speciesIds = ({ structure, species }: Network): readonly string[] =>
  distinct(species.map((one) => (one.complex ? stated(structure.facets, one) : one.name)));

function stated(facets: Network['structure']['facets'], { complex }: Species): string {
  return complex!.parts
    .map(({ type, code, label }) => {
      const facet = facets[type]!;
      const states = facet.sites
        .filter((site) => site.kind !== 'bond')
        .map((site) => site.states[stateIn(code, site)]!);
      const atoms = ATOMS.filter((_, bit) => label & (1 << bit));
      return [facet.agent.agentName, ...states, ...atoms].map(plainPart).join('_');
    })
    .join('__');
}

const plainPart = (text: string): string => text.replace(/[^A-Za-z0-9]+/g, '');
