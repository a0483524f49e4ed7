import { shareOf } from '../compile/expected.js';
import type { Facet } from '../compile/facets.js';
import { molecules, spaceOf } from '../compile/numbers.js';
import { stateIn } from '../compile/patterns.js';
import type { Structure } from '../compile/resolved.js';
import type { PresentIndividual } from '../language/model.js';
import type { Lookup } from '../language/parameters.js';
import { type Complex, complexesOf } from './complex.js';
import { facetsOfAgent, type Kinship, kinshipOf, moleculeOf } from './molecules.js';
import type { Network } from './network.js';

/** The numbers of one cell, as for the engine, but without chance. */
export interface Amounts {
  readonly volume_um3: number;
  readonly value: Lookup;
  /** Factor on copies per um3, by agent name. */
  readonly copies: (agentName: string) => number;
}
/** A complex that is there at the start, with the share of its agent that is in this state. */
export interface Start {
  readonly present: PresentIndividual;
  readonly complex: Complex;
  readonly share: number;
}

/** Every state that an individual may start in, unbound. */
export function startsOf(structure: Structure, kinship: Kinship = kinshipOf(structure)): readonly Start[] {
  return structure.model.individuals.flatMap((present) => {
    const own = facetsOfAgent(kinship, present.agent.agentName);
    const groups = kinship.kin.has(present.agent.agentName) ? [own] : own.map((facet) => [facet]);
    return groups.flatMap((facets) =>
      combinations(facets.map((facet) => statesOf(facet, present))).map((states) => ({
        present,
        complex: complexesOf(
          moleculeOf(
            kinship,
            facets,
            states.map((s) => s.code),
            0,
          ),
        )[0]!,
        share: states.reduce((product, s) => product * s.share, 1),
      })),
    );
  });
}

/** Expected molecules of every species at the start. */
export function startingAmounts(network: Network, { volume_um3, value, copies }: Amounts): Float64Array {
  const { structure, species } = network;
  const { model } = structure;
  const amounts = Float64Array.from(species, ({ crowd, label }) => {
    if (label !== 0) return 0;
    const pattern = structure.crowds[crowd];
    const start = model.crowds.find(
      (p) => pattern && p.crowd.agent === pattern.agent && p.crowd.in.name === pattern.in.name,
    );
    return start ? molecules(start.amount, value, spaceOf(start.crowd, volume_um3)) : 0;
  });
  for (const { present, share, species: s } of placedStarts(network))
    amounts[s]! += molecules(present.copies, value, volume_um3) * copies(present.agent.agentName) * share;
  return amounts;
}

/** The starts of a network with their species: the same for every cell. */
function placedStarts(network: Network): readonly (Start & { readonly species: number })[] {
  const known = placed.get(network);
  if (known !== undefined) return known;
  const place = new Map(network.species.map(({ complex }, i) => [complex?.key, i]));
  const starts = startsOf(network.structure).map((start) => ({
    ...start,
    species: place.get(start.complex.key)!,
  }));
  placed.set(network, starts);
  return starts;
}
const placed = new WeakMap<Network, readonly (Start & { readonly species: number })[]>();

interface State {
  readonly code: number;
  readonly share: number;
}

function statesOf(facet: Facet, { shares }: PresentIndividual): readonly State[] {
  const states: State[] = [];
  for (let code = 0; code < facet.codes; code++) {
    const share = facet.sites.reduce(
      (p, site) => p * shareOf(shares[site.name], site.states, stateIn(code, site)),
      1,
    );
    if (share > 0) states.push({ code, share });
  }
  return states;
}

const combinations = <T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  lists.reduce<readonly (readonly T[])[]>(
    (done, list) => done.flatMap((chosen) => list.map((item) => [...chosen, item])),
    [[]],
  );
