import { listed, named } from './attributes.js';
import { gather, type Problem, SbmlError } from './problems.js';
import type { XmlElement } from './xml.js';

/** Refuses a model in which one identifier names two things. */
export function requireUniqueIds(model: XmlElement): void {
  const reactions = listed(model, 'listOfReactions', 'reaction');
  const uses = ['listOfReactants', 'listOfProducts'].map((list) =>
    reactions.flatMap((reaction) => listed(reaction, list, 'speciesReference')),
  );
  const locals = reactions.map((reaction) =>
    named(reaction, 'kineticLaw').flatMap((law) => listed(law, 'listOfLocalParameters', 'localParameter')),
  );
  const global = [
    ...listed(model, 'listOfFunctionDefinitions', 'functionDefinition'),
    ...listed(model, 'listOfCompartments', 'compartment'),
    ...listed(model, 'listOfSpecies', 'species'),
    ...listed(model, 'listOfParameters', 'parameter'),
    ...reactions,
    ...uses.flat(),
    ...listed(model, 'listOfEvents', 'event'),
  ];
  gather([global, ...locals].map((elements) => () => requireUnique(elements)));
}

function requireUnique(elements: readonly XmlElement[]): void {
  const lines = new Map<string, number>();
  const problems: Problem[] = [];
  for (const e of elements) {
    const id = e.attributes.get('id');
    if (id === undefined) continue;
    const first = lines.get(id);
    if (first === undefined) lines.set(id, e.line);
    else
      problems.push({
        place: e,
        text: `the identifier "${id}" is taken already in line ${first}; rename one`,
      });
  }
  if (problems.length > 0) throw new SbmlError(problems);
}
