import type { Channel } from '../compile/resolved.js';
import type { Event } from '../language/rules.js';
import { MOST_SPECIES } from '../network/expand.js';
import type { Network, Reaction, Term } from '../network/network.js';
import { type Amounts, startingAmounts } from '../network/start.js';
import { type Formula, name, namesIn, num, product, sum } from './formula.js';
import { distinct, plainId, speciesIds } from './ids.js';
import { LABELLED, shareFormula, shareParameters } from './label-shares.js';
import { channelLaw, unity } from './laws.js';
import type { ParameterOf, Portrait, ReactionKind, ReactionOf, SpeciesOf } from './portrait.js';
import { unitId } from './units.js';
import { wholeAmounts } from './whole.js';

/** What is drawn: one cell's numbers, and whether its amounts are whole numbers, as stochastic simulators ask. */
export interface Sitter extends Amounts {
  readonly whole: boolean;
}

/** What a cell is given: values of inputs by name from times on, the first from 0; inputs at rest throughout are absent. */
export type GivenSteps = readonly { readonly from_s: number; readonly values: ReadonlyMap<string, number> }[];

/** The network of a cell in the words that exchange formats share, with its inputs at rest unless something is given. */
export function portray(network: Network, sitter: Sitter, given: GivenSteps = []): Portrait {
  const { structure } = network;
  const { model } = structure;
  const ids = speciesIds(network);
  const laws = structure.channels.map((c) => channelLaw(c, sitter.volume_um3, sitter.value));
  const names = distinct(
    network.reactions.map(({ channel }) => {
      const { rule, rate } = structure.channels[channel]!;
      return `${rule.id}_${rate}`;
    }),
  );
  const labels = network.reactions.some(({ entering }) => entering !== undefined);
  const reactions = network.reactions.map((reaction, r): ReactionOf => {
    const channel = structure.channels[reaction.channel]!;
    const side = (terms: readonly Term[]) =>
      terms.map((t) => ({ species: ids[t.species]!, stoichiometry: t.weight }));
    const law = lawOf(network, reaction, ids, laws[reaction.channel]!);
    const reactants = side(reaction.reactants);
    const own = new Set(reactants.map((s) => s.species));
    const all = new Set(ids);
    return {
      id: names[r]!,
      title: `${channel.rule.sentence || channel.rule.id}${isBack(channel) ? ' (the way back)' : ''}`,
      kind: kindOf(channel),
      reactants,
      products: side(reaction.products),
      modifiers: [...new Set(namesIn(law))].filter((id) => all.has(id) && !own.has(id)),
      law,
    };
  });
  return {
    id: plainId(model.name),
    title: model.name,
    remarks: [
      `${model.name}, version ${model.version}, in ${sitter.volume_um3} um3 of cell water, ${given.length === 0 ? 'every input at its fasted value' : 'inputs as given, others at their fasted values'}.`,
      `All ${network.species.length} species that can arise and all ${network.reactions.length} reactions between them. Sites that no rule mentions together are species of their own, which changes no rate. ${labels ? LABELLED : 'Isotope labels are left out; they change no rate either.'} A model of more than ${MOST_SPECIES} species is not written.`,
      'Amounts are molecules, times seconds; kinetic laws are firings per second.',
    ],
    compartments: model.compartments.map((c) => ({
      id: plainId(c.name),
      size_um3: c.share * sitter.volume_um3,
      description: c.description,
    })),
    parameters: unique([
      unity,
      ...model.inputs.map((i) => ({
        id: i.name,
        value: given[0]?.values.get(i.name) ?? i.rest,
        unit: unitId(i.unit),
        description: `Input: ${i.description}`,
        evidence: undefined,
      })),
      ...(labels ? model.labelSources.flatMap(shareParameters) : []),
      ...laws.flatMap((law) => law.parameters),
    ]),
    species: speciesOf(network, ids, sitter),
    reactions,
    steps: stepsOf(network, given),
    starts: [],
    rules: [],
  };
}

/** What changes from one stretch to the next. */
const stepsOf = ({ structure }: Network, given: GivenSteps): Portrait['steps'] =>
  given.slice(1).flatMap(({ from_s, values }, i) => {
    const before = given[i]!.values;
    const changed = structure.model.inputs.flatMap(({ name: id, rest, unit }) => {
      const value = values.get(id) ?? rest;
      return value === (before.get(id) ?? rest) ? [] : [{ id, value: num(value, unitId(unit)) }];
    });
    return changed.length === 0 ? [] : [{ time_s: from_s, values: changed }];
  });

function lawOf(
  network: Network,
  { reactants, weight, counted, channel, entering }: Reaction,
  ids: readonly string[],
  law: ReturnType<typeof channelLaw>,
): Formula {
  const quantity = (q: number) =>
    sum(network.quantities[q]!.map((t) => product([num(t.weight), name(ids[t.species]!)])));
  const met = reactants.flatMap((t) => new Array<Formula>(t.weight).fill(name(ids[t.species]!)));
  if (reactants.some((t) => t.weight > 1))
    throw new Error('two molecules of one species meet; no law for it is exported yet');
  const source = network.structure.channels[channel]!.draft.labelSource;
  const share = source === undefined || entering === undefined ? [] : [shareFormula(source, entering)];
  const bent = network.structure.channels[channel]!.laws.map(({ q }, i) => law.bends[i]!(quantity(q)));
  return product([
    num(weight),
    law.factor,
    ...share,
    ...met,
    ...(counted < 0 ? [] : [quantity(counted)]),
    ...bent,
  ]);
}

function speciesOf(network: Network, ids: readonly string[], sitter: Sitter): readonly SpeciesOf[] {
  const { facets, crowds } = network.structure;
  const expected = startingAmounts(network, sitter);
  const amounts = sitter.whole ? wholeAmounts(network, expected) : expected;
  return network.species.map(({ name: title, crowd, complex }, s) => {
    const agents = complex ? complex.parts.map((p) => facets[p.type]!.agent) : [];
    const home = agents.find((a) => a.home.name !== 'cytosol') ?? agents[0];
    return {
      id: ids[s]!,
      title,
      compartment: plainId(home ? home.home.name : crowds[crowd]!.in.name),
      amount: amounts[s]!,
      agents: complex ? agents.map((a) => a.agentName) : [crowds[crowd]!.agent.agentName],
    };
  });
}

/** One entry for each id; a rule's constants come once for each of its channels. */
function unique(parameters: readonly ParameterOf[]): readonly ParameterOf[] {
  const found = new Map<string, ParameterOf>();
  for (const parameter of parameters) {
    const known = found.get(parameter.id);
    if (known !== undefined && known.value !== parameter.value)
      throw new Error(`parameter ${parameter.id} has two values, ${known.value} and ${parameter.value}`);
    found.set(parameter.id, parameter);
  }
  return [...found.values()];
}

const isBack = ({ rate }: Channel): boolean => rate === 'off' || rate === 'backward';

function kindOf(channel: Channel): ReactionKind {
  const verb = (event: Event): ReactionKind => {
    switch (event.verb) {
      case 'by':
        return verb(event.event);
      case 'bind':
        return isBack(channel) ? 'dissociation' : 'binding';
      case 'unbind':
        return 'dissociation';
      case 'move':
        return 'transport';
      case 'make':
        return 'making';
      case 'remove':
        return 'removal';
      case 'change':
      case 'exchange':
        return event.verb;
    }
  };
  return verb(channel.rule.event);
}
