import { listed, numberAttribute } from './attributes.js';
import { refuse } from './problems.js';
import type { XmlElement } from './xml.js';

/** Refuses amounts that do not count molecules one by one: a stochastic run knows nothing between two molecules. */
export function requireCountingUnits(model: XmlElement): void {
  const users = [
    ...['substanceUnits', 'extentUnits'].map((name) => ({ element: model, name })),
    ...listed(model, 'listOfSpecies', 'species').map((element) => ({ element, name: 'substanceUnits' })),
  ];
  const definitions = listed(model, 'listOfUnitDefinitions', 'unitDefinition');
  for (const { element, name } of users) {
    const unit = element.attributes.get(name);
    if (unit !== undefined && !counts(unit, definitions))
      refuse(element, `${name}="${unit}" does not count molecules; give amounts and rates in ${name}="item"`);
  }
}

function counts(unit: string, definitions: readonly XmlElement[]): boolean {
  if (unit === 'item' || unit === 'dimensionless') return true;
  const definition = definitions.find((d) => d.attributes.get('id') === unit);
  const units = definition ? listed(definition, 'listOfUnits', 'unit') : [];
  return (
    units.length === 1 &&
    /^(item|dimensionless)$/.test(units[0]!.attributes.get('kind') ?? '') &&
    (numberAttribute(units[0]!, 'scale') ?? 0) === 0 &&
    (numberAttribute(units[0]!, 'multiplier') ?? 1) === 1 &&
    (numberAttribute(units[0]!, 'exponent') ?? 1) === 1
  );
}
