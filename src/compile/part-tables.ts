import type { PartTables } from '../engine/tables.js';
import { type CellNumbers, rounded } from './cell-numbers.js';
import { shareOf } from './expected.js';
import type { Facet, FacetSite } from './facets.js';
import { molecules } from './numbers.js';
import type { Structure } from './resolved.js';

/** Tables of part types, codes and pools, and every part in its starting state. */
export function partTables(structure: Structure, cell: CellNumbers): PartTables {
  const { facets, pools } = structure;
  const codes = facets.reduce((n, f) => n + f.codes, 0);
  const typeOfCode = new Int32Array(codes);
  for (const f of facets) typeOfCode.fill(f.type, f.codeBase, f.codeBase + f.codes);
  const poolBase = Int32Array.from(facets, (f) =>
    Math.max(
      0,
      pools.findIndex((p) => p.facet === f),
    ),
  );
  const poolMask = new Int32Array(codes);
  const conditionalMask = new Int32Array(facets.length);
  const watched = new Uint8Array(facets.length);
  const partnerSlot = new Int32Array(pools.length).fill(-1);
  const partnerOkStart = new Int32Array(pools.length);
  const partnerOk: number[] = [];
  pools.forEach((pool, i) => {
    const bit = 1 << (i - poolBase[pool.facet.type]!);
    for (const code of pool.codes) poolMask[pool.facet.codeBase + code]! |= bit;
    if (pool.partner === undefined) return;
    conditionalMask[pool.facet.type]! |= bit;
    watched[pool.partner.set.facet.type] = 1;
    partnerSlot[i] = pool.partner.slot;
    partnerOkStart[i] = partnerOk.length;
    const flags = new Uint8Array(codes);
    for (const code of pool.partner.set.codes) flags[pool.partner.set.facet.codeBase + code] = 1;
    partnerOk.push(...flags);
  });
  return {
    bondSlots: Math.max(0, ...facets.flatMap((f) => f.sites.map((s) => s.slot + 1))),
    typeOfCode,
    poolMask,
    poolBase,
    poolsOfType: Int32Array.from(facets, (f) => pools.filter((p) => p.facet === f).length),
    facetOfType: Int32Array.from(facets, (f) => f.place),
    facetsOfType: Int32Array.from(facets, (f) => facets.filter((g) => g.agent === f.agent).length),
    conditionalMask,
    partnerSlot,
    partnerOkStart,
    partnerOk: Uint8Array.from(partnerOk),
    watched,
    partCode: Int32Array.from(startingCodes(structure, cell)),
  };
}

function startingCodes({ model, facets }: Structure, cell: CellNumbers): number[] {
  const codes: number[] = [];
  for (const { agent, copies, shares } of model.individuals) {
    const own = facets.filter((f) => f.agent === agent);
    const n = rounded(
      molecules(copies, cell.value, cell.volume_um3) * cell.copies(agent.agentName),
      cell.uniform,
    );
    for (let i = 0; i < n; i++)
      for (const facet of own) codes.push(facet.codeBase + startingCode(facet, shares, cell.uniform));
  }
  return codes;
}

function startingCode(
  facet: Facet,
  shares: Readonly<Record<string, Readonly<Record<string, number>>>>,
  uniform: () => number,
): number {
  return facet.sites.reduce(
    (code, site) => code + site.stride * startingState(site, shares[site.name], uniform),
    0,
  );
}

function startingState(
  site: FacetSite,
  shares: Readonly<Record<string, number>> | undefined,
  uniform: () => number,
): number {
  if (shares === undefined) return 0;
  let left = uniform();
  for (let state = site.states.length - 1; state > 0; state--) {
    left -= shareOf(shares, site.states, state);
    if (left < 0) return state;
  }
  return 0;
}
