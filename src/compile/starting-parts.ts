import { type CellNumbers, rounded } from './cell-numbers.js';
import { shareOf } from './expected.js';
import type { Facet, FacetSite } from './facets.js';
import { molecules } from './numbers.js';
import type { Structure } from './resolved.js';

/** Code of every part of a cell at the start, the parts of a molecule in a row; states are drawn by their shares. */
export function startingParts({ model, facets }: Structure, cell: CellNumbers): Int32Array {
  const codes: number[] = [];
  for (const { agent, copies, shares } of model.individuals) {
    const own = facets.filter((f) => f.agent === agent).map((facet) => draftOf(facet, shares));
    const n = rounded(
      molecules(copies, cell.value, cell.volume_um3) * cell.copies(agent.agentName),
      cell.uniform,
    );
    for (let i = 0; i < n; i++) for (const part of own) codes.push(drawn(part, cell.uniform));
  }
  return Int32Array.from(codes);
}

/** A part as it is drawn: its code with every site in its first state, and the sites that may start in another. */
interface PartDraft {
  readonly code: number;
  readonly sites: readonly { readonly stride: number; readonly shares: Float64Array }[];
}

function draftOf(
  { codeBase, sites }: Facet,
  shares: Readonly<Record<string, Readonly<Record<string, number>>>>,
): PartDraft {
  const undecided = sites.filter(({ name }) => shares[name] !== undefined);
  return {
    code: codeBase,
    sites: undecided.map((site) => ({ stride: site.stride, shares: sharesOf(site, shares[site.name]!) })),
  };
}

const sharesOf = ({ states }: FacetSite, shares: Readonly<Record<string, number>>): Float64Array =>
  Float64Array.from(states, (_, state) => shareOf(shares, states, state));

function drawn({ code, sites }: PartDraft, uniform: () => number): number {
  let own = code;
  for (const { stride, shares } of sites) own += stride * drawnState(shares, uniform());
  return own;
}

function drawnState(shares: Float64Array, u: number): number {
  let left = u;
  for (let state = shares.length - 1; state > 0; state--) {
    left -= shares[state]!;
    if (left < 0) return state;
  }
  return 0;
}
