import type { PartTables } from '../engine/tables.js';
import type { Structure } from './resolved.js';

/** Tables of part types, codes and pools: the same for every cell. */
export function partTables({
  facets,
  pools,
}: Pick<Structure, 'facets' | 'pools'>): Omit<PartTables, 'partCode'> {
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
  };
}
