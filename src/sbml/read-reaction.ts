import {
  declared,
  flagAttribute,
  idAttribute,
  listed,
  mathOf,
  named,
  numberAttribute,
} from './attributes.js';
import type { Reaction, SpeciesUse } from './document.js';
import { readMath } from './mathml.js';
import { refuse } from './problems.js';
import type { XmlElement } from './xml.js';

/** A <reaction> with its kinetic law, which it must have. Throws SbmlError. */
export function readReaction(e: XmlElement): Reaction {
  const law = named(e, 'kineticLaw')[0];
  const math = law && mathOf(law);
  if (law === undefined || math === undefined)
    refuse(e, `reaction "${idAttribute(e)}" has no kinetic law; give it a <kineticLaw> with <math>`);
  const locals = listed(law, 'listOfLocalParameters', 'localParameter').map((p) => ({
    ...declared(p),
    value: numberAttribute(p, 'value'),
    constant: true,
  }));
  return {
    ...declared(e),
    reversible: flagAttribute(e, 'reversible'),
    reactants: listed(e, 'listOfReactants', 'speciesReference').map(readUse),
    products: listed(e, 'listOfProducts', 'speciesReference').map(readUse),
    locals: new Map(locals.map((p) => [p.id, p])),
    law: readMath(math),
  };
}

const readUse = (e: XmlElement): SpeciesUse => ({
  id: e.attributes.get('id'),
  place: { line: e.line, column: e.column },
  species: idAttribute(e, 'species'),
  stoichiometry: numberAttribute(e, 'stoichiometry'),
});
