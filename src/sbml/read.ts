import { declared, flagAttribute, idAttribute, listed, mathOf, numberAttribute } from './attributes.js';
import type { Assignment, Parameter, SbmlDocument, Species } from './document.js';
import { requireUniqueIds } from './identifiers.js';
import { readLambda, readMath } from './mathml.js';
import { gather, type Problem, refuse, SbmlError } from './problems.js';
import { readEvent } from './read-event.js';
import { readReaction } from './read-reaction.js';
import { requireSupported } from './supported.js';
import { requireCountingUnits } from './units.js';
import { parseXml, type XmlElement, type XmlLimits } from './xml.js';

/** The model in the text of an SBML Level 3 file. Throws SbmlError with every problem found, by line. */
export const readSbml = (text: string, limits?: XmlLimits): SbmlDocument =>
  readSbmlTree(parseXml(text, limits));

/** The same of a document that is parsed already. */
export function readSbmlTree(root: XmlElement): SbmlDocument {
  const model = requireSupported(root);
  gather([() => requireCountingUnits(model), () => requireUniqueIds(model)]);
  const problems: Problem[] = [];
  const all = <T>(list: string, item: string, read: (e: XmlElement, index: number) => T | undefined): T[] =>
    listed(model, list, item).flatMap((e, index) => attempt(() => read(e, index), problems));
  const document: SbmlDocument = {
    id: model.attributes.get('id') ?? 'model',
    conversionFactor: model.attributes.get('conversionFactor'),
    compartments: all('listOfCompartments', 'compartment', (e) => ({
      ...declared(e),
      size: numberAttribute(e, 'size'),
      dimensions: numberAttribute(e, 'spatialDimensions'),
      constant: flagAttribute(e, 'constant'),
    })),
    species: all('listOfSpecies', 'species', readSpecies),
    parameters: all('listOfParameters', 'parameter', readParameter),
    functions: all('listOfFunctionDefinitions', 'functionDefinition', (e) => {
      const math = mathOf(e);
      return math && { ...declared(e), lambda: readLambda(math) };
    }),
    initialAssignments: all('listOfInitialAssignments', 'initialAssignment', readAssignment('symbol')),
    assignmentRules: all('listOfRules', 'assignmentRule', readAssignment('variable')),
    reactions: all('listOfReactions', 'reaction', readReaction),
    events: all('listOfEvents', 'event', readEvent),
  };
  if (problems.length > 0) throw new SbmlError(problems);
  return document;
}

/** What was read, or nothing where it is refused (then noted) or, lacking its math, does nothing. */
function attempt<T>(read: () => T | undefined, problems: Problem[]): T[] {
  try {
    const item = read();
    return item === undefined ? [] : [item];
  } catch (error) {
    if (!(error instanceof SbmlError)) throw error;
    for (const problem of error.problems) problems.push(problem);
    return [];
  }
}

function readSpecies(e: XmlElement): Species {
  const amount = numberAttribute(e, 'initialAmount');
  const concentration = numberAttribute(e, 'initialConcentration');
  if (amount !== undefined && concentration !== undefined)
    refuse(e, `species "${idAttribute(e)}" has both initialAmount and initialConcentration; keep one`);
  return {
    ...declared(e),
    compartment: idAttribute(e, 'compartment'),
    initialAmount: amount,
    initialConcentration: concentration,
    onlySubstance: flagAttribute(e, 'hasOnlySubstanceUnits'),
    boundary: flagAttribute(e, 'boundaryCondition'),
    constant: flagAttribute(e, 'constant'),
    conversionFactor: e.attributes.get('conversionFactor'),
  };
}

const readParameter = (e: XmlElement): Parameter => ({
  ...declared(e),
  value: numberAttribute(e, 'value'),
  constant: flagAttribute(e, 'constant'),
});

const readAssignment =
  (name: 'symbol' | 'variable') =>
  (e: XmlElement): Assignment | undefined => {
    const math = mathOf(e);
    return math && { variable: idAttribute(e, name), place: declared(e, name).place, math: readMath(math) };
  };
