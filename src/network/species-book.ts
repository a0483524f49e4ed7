import type { Structure } from '../compile/resolved.js';
import type { Complex } from './complex.js';
import { complexName, crowdName } from './names.js';
import type { Species } from './network.js';
import { spotsIn } from './react.js';

/** Species as they are found, each with the quantities that count it. */
export interface SpeciesBook {
  readonly species: readonly Species[];
  /** Number of a complex, new or known. */
  readonly number: (complex: Complex) => number;
  /** Number of the members of a crowd that have this label. */
  readonly members: (crowd: number, label: number) => number;
  /** Where a quantity counts a species: its parts, or -1 for a crowd. */
  readonly spots: (species: number, q: number) => readonly number[];
  /** Species counted in a quantity, of those numbered up to `last`. */
  readonly holding: (q: number, last: number) => readonly number[];
}

/** A book that begins with the crowds. Throws when it grows beyond `most` species. */
export function speciesBook({ facets, crowds, pools }: Structure, most: number): SpeciesBook {
  const species: Species[] = [];
  const numbers = new Map<string, number>();
  const spots: Map<number, readonly number[]>[] = [];
  const members: number[][] = [...crowds, ...pools].map(() => []);
  const add = (one: Species, where: ReadonlyMap<number, readonly number[]>): number => {
    if (species.length === most) throw new Error(tooMany(species, facetNames, most));
    spots.push(new Map(where));
    for (const q of where.keys()) members[q]!.push(species.length);
    return species.push(one) - 1;
  };
  const facetNames = facets.map((f) => f.agent.agentName);
  crowds.forEach((crowd, i) => {
    add({ name: crowdName(crowd), crowd: i, label: 0, complex: undefined }, new Map([[i, [-1]]]));
  });
  return {
    species,
    members(crowd, label) {
      if (label === 0) return crowd;
      const key = `${crowd}'${label}`;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const name = crowdName(crowds[crowd]!, label);
      const number = add({ name, crowd, label, complex: undefined }, new Map([[crowd, [-1]]]));
      numbers.set(key, number);
      return number;
    },
    number(complex) {
      const known = numbers.get(complex.key);
      if (known !== undefined) return known;
      const where = pools
        .map((set, p) => [crowds.length + p, spotsIn(complex, set)] as const)
        .filter(([, found]) => found.length > 0);
      const number = add(
        { name: complexName(facets, complex), crowd: -1, label: 0, complex },
        new Map(where),
      );
      numbers.set(complex.key, number);
      return number;
    },
    spots: (one, q) => spots[one]!.get(q) ?? [],
    holding: (q, last) => members[q]!.filter((one) => one <= last),
  };
}

function tooMany(species: readonly Species[], agentOf: readonly string[], most: number): string {
  const uses = new Map<string, number>();
  for (const { complex } of species)
    for (const agent of new Set(complex?.parts.map((p) => agentOf[p.type]!)))
      uses.set(agent, (uses.get(agent) ?? 0) + 1);
  const worst = [...uses].sort(([, a], [, b]) => b - a).slice(0, 3);
  const largest = species.reduce((a, b) =>
    (b.complex?.parts.length ?? 0) > (a.complex?.parts.length ?? 0) ? b : a,
  );
  return `the network has more than ${most} species, in most of which stand ${worst
    .map(([agent, n]) => `${agent} (${n})`)
    .join(
      ', ',
    )}; the largest is ${largest.name.slice(0, 200)}. Use method exact, which needs no network, or let rules speak of fewer sites together`;
}
