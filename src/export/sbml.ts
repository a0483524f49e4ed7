import {
  annotation,
  evidenceText,
  type Identifiers,
  notes,
  papersOf,
  RESOLVER,
  recordsOf,
} from './annotation.js';
import { mathml, timeReached } from './mathml.js';
import type {
  Follows,
  ParameterOf,
  Portrait,
  ReactionKind,
  ReactionOf,
  SpeciesOf,
  StepOf,
} from './portrait.js';
import { UNITS } from './units.js';
import { element } from './xml.js';

/** SBML Level 3 Version 2 core: amounts in items, times in seconds, kinetic laws in firings per second. */
export function sbml(portrait: Portrait, known: Readonly<Record<string, Identifiers>>): string {
  const { id, title, remarks, compartments, parameters, species, reactions, steps, starts, rules } = portrait;
  const changing = new Set([...steps.flatMap((step) => step.values), ...rules].map(({ id }) => id));
  const ruled = new Set(rules.flatMap(({ kind, id }) => (kind === 'value' ? [id] : [])));
  const model = element(
    'model',
    {
      id,
      name: title,
      metaid: META(id),
      substanceUnits: 'item',
      timeUnits: 'second',
      volumeUnits: 'um3',
      extentUnits: 'item',
    },
    notes(remarks),
    annotation(META(id), { 'bqbiol:hasTaxon': [`${RESOLVER}taxonomy:9606`] }),
    element('listOfUnitDefinitions', {}, ...Object.keys(UNITS).map(unitDefinition)),
    element(
      'listOfCompartments',
      {},
      ...compartments.map((c) =>
        element(
          'compartment',
          {
            id: c.id,
            sboTerm: 'SBO:0000290',
            spatialDimensions: 3,
            size: c.size_um3,
            units: 'um3',
            constant: true,
          },
          notes([c.description]),
        ),
      ),
    ),
    element('listOfSpecies', {}, ...species.map((s) => speciesElement(s, known))),
    element(
      'listOfParameters',
      {},
      ...parameters.map((p) => parameterElement(p, !changing.has(p.id), ruled.has(p.id))),
    ),
    listOf('InitialAssignments', starts.map(startElement)),
    listOf('Rules', rules.map(ruleElement)),
    element('listOfReactions', {}, ...reactions.map(reactionElement)),
    listOf('Events', steps.map(eventElement)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('sbml', { xmlns: 'http://www.sbml.org/sbml/level3/version2/core', level: 3, version: 2 }, model)}\n`;
}

const META = (id: string): string => `meta_${id}`;

const unitDefinition = (id: string): string =>
  element(
    'unitDefinition',
    { id },
    element(
      'listOfUnits',
      {},
      ...UNITS[id]!.map(([kind, exponent, scale, multiplier]) =>
        element('unit', { kind, exponent, scale, multiplier }),
      ),
    ),
  );

function speciesElement(
  { id, title, compartment, amount, agents }: SpeciesOf,
  known: Readonly<Record<string, Identifiers>>,
): string {
  const records = recordsOf(agents, known);
  return element(
    'species',
    {
      id,
      name: title,
      metaid: META(id),
      sboTerm: speciesTerm(agents, known),
      compartment,
      initialAmount: amount,
      substanceUnits: 'item',
      hasOnlySubstanceUnits: true,
      boundaryCondition: false,
      constant: false,
    },
    annotation(META(id), records),
  );
}

/** Protein complex, polypeptide chain, simple chemical, or no more than a material entity. */
function speciesTerm(agents: readonly string[], known: Readonly<Record<string, Identifiers>>): string {
  const proteins = agents.flatMap((agent) => known[agent]?.uniprot ?? []);
  if (new Set(agents).size > 1 || proteins.length > 1) return 'SBO:0000297';
  if (proteins.length === 1 || agents.some((agent) => known[agent]?.isoforms)) return 'SBO:0000252';
  return agents.some((agent) => known[agent]?.chebi) ? 'SBO:0000247' : 'SBO:0000240';
}

const parameterElement = (
  { id, value, unit, description, evidence }: ParameterOf,
  constant: boolean,
  ruled: boolean,
): string =>
  element(
    'parameter',
    {
      id,
      metaid: META(id),
      sboTerm: id.startsWith('k_') ? 'SBO:0000009' : 'SBO:0000002',
      value: ruled ? undefined : value,
      units: unit,
      constant,
    },
    notes([description, ...(evidence ? [evidenceText(evidence)] : [])]),
    annotation(META(id), { 'bqmodel:isDescribedBy': papersOf(evidence?.sources ?? []) }),
  );

/** Non-covalent binding, dissociation, biochemical reaction, transport, production, degradation. */
const REACTION_TERM: Readonly<Record<ReactionKind, string>> = {
  binding: 'SBO:0000177',
  dissociation: 'SBO:0000180',
  change: 'SBO:0000176',
  exchange: 'SBO:0000176',
  transport: 'SBO:0000655',
  making: 'SBO:0000393',
  removal: 'SBO:0000179',
};

const reactionElement = ({ id, title, kind, reactants, products, modifiers, law }: ReactionOf): string =>
  element(
    'reaction',
    { id, name: title, sboTerm: REACTION_TERM[kind], reversible: false },
    listOf(
      'Reactants',
      reactants.map((s) => reference(s, 'SBO:0000010')),
    ),
    listOf(
      'Products',
      products.map((s) => reference(s, 'SBO:0000011')),
    ),
    listOf(
      'Modifiers',
      modifiers.map((species) => element('modifierSpeciesReference', { species, sboTerm: 'SBO:0000019' })),
    ),
    element('kineticLaw', {}, mathml(law)),
  );

const startElement = ({ id, value }: Follows): string =>
  element('initialAssignment', { symbol: id }, mathml(value));

const ruleElement = ({ id, kind, value }: Portrait['rules'][number]): string =>
  element(kind === 'value' ? 'assignmentRule' : 'rateRule', { variable: id }, mathml(value));

/** Happens once, when its time comes; at that very time the new values hold. */
const eventElement = ({ time_s, values }: StepOf, i: number): string =>
  element(
    'event',
    { id: `step_${i + 1}`, useValuesFromTriggerTime: true },
    element('trigger', { initialValue: false, persistent: true }, timeReached(time_s)),
    element(
      'listOfEventAssignments',
      {},
      ...values.map(({ id, value }) => element('eventAssignment', { variable: id }, mathml(value))),
    ),
  );

const reference = ({ species, stoichiometry }: ReactionOf['reactants'][number], sboTerm: string): string =>
  element('speciesReference', { species, sboTerm, stoichiometry, constant: true });

const listOf = (what: string, elements: readonly string[]): string =>
  elements.length === 0 ? '' : element(`listOf${what}`, {}, ...elements);
