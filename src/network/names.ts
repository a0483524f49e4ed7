import { crowdKey } from '../compile/crowds.js';
import type { Facet } from '../compile/facets.js';
import { stateIn } from '../compile/patterns.js';
import type { AnyIndividual, CrowdPattern } from '../language/agents.js';
import type { Complex, Part } from './complex.js';
import { bondsOf } from './molecules.js';

/** A crowd's name: `Leucine@cytosol`. */
export const crowdName = (crowd: CrowdPattern): string => crowdKey(crowd);

/** A complex by its agents, in the notation of BioNetGen: `MTORC1(rag!1,pras40~off).Rag(ab~GTP,mtorc1!1)`. */
export function complexName(facets: readonly Facet[], { parts }: Complex): string {
  const bonds = new Map<string, number>();
  const molecules: Molecule[] = [];
  const moleculeOf = new Map<number, Molecule>();
  parts.forEach((part, i) => {
    const facet = facets[part.type]!;
    const slots = bondsOf(facet);
    let molecule = moleculeOf.get(i);
    if (molecule === undefined) {
      molecule = { agent: facet.agent, sites: [] };
      molecules.push(molecule);
      for (const kin of part.links.slice(slots)) if (kin >= 0) moleculeOf.set(kin, molecule);
    }
    molecule.sites.push(...sitesOf(facet, part, i, bonds));
  });
  return molecules
    .map(({ agent, sites }) => `${agent.agentName}(${inOrder(agent, sites).join(',')})`)
    .join('.');
}

/** Sites as the agent declares them. */
const inOrder = ({ sites }: AnyIndividual, written: readonly Written[]): readonly string[] =>
  Object.keys(sites).flatMap((name) => written.flatMap((w) => (w.name === name ? [w.text] : [])));

interface Written {
  readonly name: string;
  readonly text: string;
}
interface Molecule {
  readonly agent: AnyIndividual;
  readonly sites: Written[];
}

function sitesOf(facet: Facet, part: Part, place: number, bonds: Map<string, number>): readonly Written[] {
  return facet.sites.map((site) => {
    const { name, kind, slot, states } = site;
    const state = states[stateIn(part.code, site)]!;
    if (kind !== 'bond') return { name, text: `${name}~${state}` };
    const to = part.links[slot]!;
    if (to < 0) return { name, text: name };
    const ends = [`${place}.${name}`, `${to}.${state.slice(state.indexOf('.') + 1)}`].sort().join();
    if (!bonds.has(ends)) bonds.set(ends, bonds.size + 1);
    return { name, text: `${name}!${bonds.get(ends)}` };
  });
}
