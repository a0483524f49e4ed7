import { crowdKey } from '../compile/crowds.js';
import type { Facet } from '../compile/facets.js';
import { stateIn } from '../compile/patterns.js';
import { type AnyIndividual, ATOMS, type CrowdPattern } from '../language/agents.js';
import type { Complex, Part } from './complex.js';
import { bondsOf } from './molecules.js';

/** A crowd's name: `Leucine@cytosol`, or `Leucine@cytosol{C1}` where its members are labelled. */
export const crowdName = (crowd: CrowdPattern, label = 0): string => `${crowdKey(crowd)}${labelName(label)}`;

/** A label in braces, `{C1,N}`; nothing where there is none. */
const labelName = (label: number): string =>
  label === 0 ? '' : `{${ATOMS.filter((_, bit) => label & (1 << bit)).join(',')}}`;

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
      molecule = { agent: facet.agent, sites: [], labels: '' };
      molecules.push(molecule);
      for (const kin of part.links.slice(slots)) if (kin >= 0) moleculeOf.set(kin, molecule);
    }
    molecule.labels += labelName(part.label);
    molecule.sites.push(...sitesOf(facet, part, i, bonds));
  });
  return molecules
    .map(({ agent, sites, labels }) => `${agent.agentName}(${inOrder(agent, sites).join(',')})${labels}`)
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
  labels: string;
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
