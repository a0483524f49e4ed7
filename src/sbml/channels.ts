import type { Reaction, SpeciesUse } from './document.js';
import type { Resolved } from './expression.js';
import { gather, type Place, refuse } from './problems.js';
import { splitDifference } from './reversible.js';
import type { Semantics } from './semantics.js';

/** One direction of a reaction: its propensity and the whole numbers by which it changes crowds. */
export interface Channel {
  readonly name: string;
  readonly place: Place;
  readonly propensity: Resolved;
  readonly change: ReadonlyMap<number, number>;
}

/** The channels of all reactions; a reversible one whose rate is a difference gives two. Throws SbmlError. */
export function channelsOf(semantics: Semantics): Channel[] {
  const channels: Channel[] = [];
  gather(
    semantics.symbols.document.reactions.map(
      (reaction) => () => channels.push(...directions(reaction, semantics)),
    ),
  );
  return channels;
}

function directions(reaction: Reaction, semantics: Semantics): Channel[] {
  const { id: name, place } = reaction;
  const rate = semantics.resolve(reaction.law, reaction);
  const change = changeOf(reaction, semantics);
  const split = reaction.reversible ? splitDifference(rate) : undefined;
  if (split === undefined) return [{ name, place, propensity: rate, change }];
  const back = new Map([...change].map(([q, n]) => [q, -n]));
  return [
    { name, place, propensity: split.forward, change },
    { name: `${name} (backward)`, place, propensity: split.backward, change: back },
  ];
}

function changeOf(reaction: Reaction, semantics: Semantics): Map<number, number> {
  const change = new Map<number, number>();
  const add = (use: SpeciesUse, sign: 1 | -1) => {
    const crowd = semantics.crowdOf.get(use.species);
    if (crowd === undefined) return;
    change.set(crowd, (change.get(crowd) ?? 0) + sign * moleculesOf(use, crowd, reaction, semantics));
  };
  for (const use of reaction.reactants) add(use, -1);
  for (const use of reaction.products) add(use, 1);
  return new Map([...change].filter(([, n]) => n !== 0));
}

function moleculesOf(use: SpeciesUse, crowd: number, reaction: Reaction, semantics: Semantics): number {
  const { initial, crowds, symbols } = semantics;
  const assigned = use.id !== undefined && symbols.initialAssignments.has(use.id);
  const stoichiometry = assigned ? initial.startOf(use.id!, use.place) : use.stoichiometry;
  if (stoichiometry === undefined)
    refuse(
      use.place,
      `"${use.species}" has no stoichiometry in reaction "${reaction.id}"; write stoichiometry="1"`,
    );
  const factor = crowds[crowd]!.conversionFactor ?? symbols.document.conversionFactor;
  const n = stoichiometry * (factor === undefined ? 1 : initial.startOf(factor, use.place));
  if (!(Number.isInteger(n) && n >= 0 && n <= MOST_MOLECULES))
    refuse(
      use.place,
      `reaction "${reaction.id}" would move ${n} of "${use.species}"; a run moves whole molecules`,
    );
  return n;
}

const MOST_MOLECULES = 1_000_000;
