import type { Channel, Structure } from '../compile/resolved.js';
import { type Complex, loosened } from './complex.js';
import { type Kinship, kinshipOf } from './molecules.js';
import type { Network, Reaction, Species, Term } from './network.js';
import { react } from './react.js';
import { type SpeciesBook, speciesBook } from './species-book.js';
import { startsOf } from './start.js';

/** More species than this and the network is given up. */
export const MOST_SPECIES = 5000;

/**
 * Every species that can arise from those present at the start (and from any crowd), and every reaction between
 * them. Throws, naming what grows, when there are more than `most`. With labels, isotopologues are species of their own: all
 * that can arise where the outside sources send any.
 */
export function networkOf(structure: Structure, most: number = MOST_SPECIES, labelled = false): Network {
  const kinship = kinshipOf(structure);
  const book = speciesBook(structure, most);
  for (const { complex } of startsOf(structure, kinship)) book.number(complex);
  const found = new Map<string, Reaction>();
  const ways = structure.channels.map(pickedBy);
  ways.forEach(({ picks, counted }, channel) => {
    if (picks.length > 0) return;
    for (const entering of enteringBy(structure.channels[channel]!, labelled))
      note(found, reactionOf(structure, kinship, book, channel, counted, [], 1, entering));
  });
  for (let s = 0; s < book.species.length; s++)
    ways.forEach((way, channel) => {
      for (const [chosen, weight] of choicesWith(book, way, s))
        note(found, reactionOf(structure, kinship, book, channel, way.counted, chosen, weight));
    });
  return {
    structure,
    species: book.species,
    reactions: [...found.values()].sort((a, b) => a.channel - b.channel),
    quantities: quantitiesOf(structure, book),
  };
}

/** Isotopologues that a channel may bring in; undefined where labels make no difference. */
const enteringBy = ({ draft }: Channel, labelled: boolean): readonly (number | undefined)[] =>
  labelled && draft.labelSource !== undefined ? [0, 1, 2, 3] : [undefined];

/** How a channel meets species: the quantities it picks from, and the one that it only counts. */
interface Way {
  readonly picks: readonly { readonly q: number; readonly role: 'a' | 'b' }[];
  readonly counted: number;
  readonly pair: boolean;
}

function pickedBy({ draft, qa, qb, pair }: Channel): Way {
  const picksA = draft.a !== undefined && !draft.a.counted;
  const picksB = draft.b !== undefined && (!draft.b.counted || pair);
  return {
    picks: [
      ...(picksA ? [{ q: qa, role: 'a' as const }] : []),
      ...(picksB ? [{ q: qb, role: 'b' as const }] : []),
    ],
    counted: qa >= 0 && !picksA ? qa : qb >= 0 && !picksB ? qb : -1,
    pair,
  };
}

/** A part (-1: a crowd's member) of one molecule of a species; `copy` tells two molecules of one species apart. */
interface Chosen {
  readonly species: number;
  readonly spot: number;
  readonly copy: number;
  readonly role: 'a' | 'b';
}

/** Every choice of reactants in which species s takes part beside species numbered no higher. */
function* choicesWith(
  book: SpeciesBook,
  { picks, pair }: Way,
  s: number,
): Generator<[readonly Chosen[], number]> {
  const [first, second] = picks;
  if (first === undefined) return;
  const spots = (species: number, pick: { readonly q: number; readonly role: 'a' | 'b' }, copy: number) =>
    book.spots(species, pick.q).map((spot): Chosen => ({ species, spot, copy, role: pick.role }));
  if (second === undefined) {
    for (const one of spots(s, first, 0)) yield [[one], 1];
    return;
  }
  const weight = pair ? 0.5 : 1;
  for (const one of spots(s, first, 0))
    for (const t of book.holding(second.q, s))
      for (const other of spots(t, second, 1)) yield [[one, other], weight];
  for (const other of spots(s, second, 1))
    for (const t of book.holding(first.q, s))
      if (t !== s) for (const one of spots(t, first, 0)) yield [[one, other], weight];
  if (book.species[s]!.crowd < 0)
    for (const one of spots(s, first, 0))
      for (const other of spots(s, second, 0)) if (one.spot !== other.spot) yield [[one, other], weight];
}

function reactionOf(
  structure: Structure,
  kinship: Kinship,
  book: SpeciesBook,
  channel: number,
  counted: number,
  chosen: readonly Chosen[],
  weight: number,
  entering?: number,
): Reaction {
  const { draft } = structure.channels[channel]!;
  const molecules = chosen.filter((c, i) => i === 0 || c.copy !== chosen[0]!.copy);
  const offsets = new Map<number, number>();
  const loose = molecules.flatMap(({ species, copy }, i) => {
    const before = i === 0 ? 0 : sizeOf(book.species[molecules[0]!.species]!);
    offsets.set(copy, before);
    const { complex } = book.species[species]!;
    return complex ? loosened(complex, before) : [];
  });
  const at = (role: 'a' | 'b') => {
    const one = chosen.find((c) => c.role === role);
    return one === undefined || one.spot < 0 ? -1 : one.spot + offsets.get(one.copy)!;
  };
  const labelOf = (role: 'a' | 'b') => {
    const one = chosen.find((c) => c.role === role);
    if (one === undefined) return 0;
    const { complex, label } = book.species[one.species]!;
    return complex ? complex.parts[one.spot]!.label : label;
  };
  const labels = [labelOf('a'), labelOf('b')] as const;
  const made: readonly Complex[] = react(kinship, draft, loose, at('a'), at('b'), labels);
  const returned =
    draft.b?.kind === 'crowd' && draft.b.counted && chosen.length === 2
      ? [chosen.find((c) => c.role === 'b')!.species]
      : [];
  const outs = draft.outs.map(({ crowd, maskA, maskB, maskS }) =>
    book.members(crowd, (labels[0] & maskA) | (labels[1] & maskB) | ((entering ?? 0) & maskS)),
  );
  return {
    channel,
    counted,
    weight,
    reactants: tally(molecules.map((m) => m.species)),
    products: tally([...made.map(book.number), ...outs, ...returned]),
    ...(entering !== undefined && { entering }),
  };
}

const sizeOf = ({ complex }: Species): number => complex?.parts.length ?? 0;

function tally(species: readonly number[]): readonly Term[] {
  const counts = new Map<number, number>();
  for (const s of species) counts.set(s, (counts.get(s) ?? 0) + 1);
  return [...counts].sort(([s], [t]) => s - t).map(([s, weight]) => ({ species: s, weight }));
}

/** Adds a reaction; one that is known already, reached at another spot, gains weight. */
function note(found: Map<string, Reaction>, reaction: Reaction): void {
  const side = (terms: readonly Term[]) => terms.map((t) => `${t.weight}*${t.species}`).join('+');
  const key = `${reaction.channel}'${reaction.entering ?? ''}:${side(reaction.reactants)}>${side(reaction.products)}`;
  const known = found.get(key);
  found.set(key, known ? { ...known, weight: known.weight + reaction.weight } : reaction);
}

const quantitiesOf = ({ crowds, pools }: Structure, book: SpeciesBook): Network['quantities'] =>
  [...crowds, ...pools].map((_, q) =>
    book
      .holding(q, book.species.length - 1)
      .map((species) => ({ species, weight: book.spots(species, q).length })),
  );
