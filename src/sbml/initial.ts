import type { Species } from './document.js';
import { number, type Written } from './expression.js';
import { type Place, type Problem, refuse } from './problems.js';
import { newEffort, resolve } from './resolve.js';
import { type Entity, isConcentration, known, localValue, type Symbols } from './symbols.js';

/** Values at time 0. */
export interface InitialValues {
  /** As formulas mean the identifier: a concentration for species that do not have only substance units. */
  startOf(id: string, place: Place): number;
  /** Amount of a species. */
  amountOf(species: Species): number;
}

/** Computes values at time 0 when asked, in order of dependency. What had to be assumed goes to `warnings`. */
export function initialValues(symbols: Symbols, warnings: Problem[]): InitialValues {
  const found = new Map<string, number>();
  const asking = new Set<string>();

  function startOf(id: string, place: Place): number {
    const before = found.get(id);
    if (before !== undefined) return before;
    if (asking.has(id)) refuse(place, `the value of "${id}" at the start depends on itself`);
    asking.add(id);
    const assigned = symbols.initialAssignments.get(id) ?? symbols.rules.get(id);
    const value = assigned
      ? evaluate(assigned.math, assigned.place)
      : declaredValue(known(id, place, symbols.all), place);
    asking.delete(id);
    found.set(id, value);
    return value;
  }

  function declaredValue(symbol: Entity, place: Place): number {
    const { is } = symbol;
    switch (symbol.kind) {
      case 'parameter':
        return symbol.is.value ?? refuse(place, `parameter "${is.id}" has no value; give it one`);
      case 'stoichiometry':
        return symbol.is.stoichiometry ?? refuse(is.place, `"${is.id}" has no stoichiometry; give it one`);
      case 'reaction':
        return evaluate(symbol.is.law, place, (name, at) => localValue(symbol.is, name, at));
      case 'compartment':
        if (symbol.is.size !== undefined) return symbol.is.size;
        warnings.push({ place: is.place, text: `compartment "${is.id}" has no size; it is taken as 1` });
        return 1;
      case 'species':
        return speciesValue(symbol.is);
    }
  }

  function speciesValue(species: Species): number {
    const { initialAmount, initialConcentration } = species;
    const size = () => startOf(species.compartment, species.place);
    const asConcentration = isConcentration(symbols, species);
    if (initialAmount !== undefined) return asConcentration ? initialAmount / size() : initialAmount;
    if (initialConcentration !== undefined)
      return asConcentration ? initialConcentration : initialConcentration * size();
    return refuse(
      species.place,
      `species "${species.id}" has no amount at the start; give it an initialAmount`,
    );
  }

  function amountOf(species: Species): number {
    const { id, initialAmount } = species;
    const assigned = symbols.initialAssignments.has(id) || symbols.rules.has(id);
    if (initialAmount !== undefined && !assigned) return initialAmount;
    const value = startOf(id, species.place);
    return isConcentration(symbols, species) ? value * startOf(species.compartment, species.place) : value;
  }

  function evaluate(
    math: Written,
    place: Place,
    local: (name: string, at: Place) => number | undefined = () => undefined,
  ) {
    const result = resolve(math, {
      functions: symbols.functions,
      effort: newEffort(),
      calling: [],
      time: number(0),
      nameOf: (name, at) => number(local(name, at) ?? startOf(name, at)),
    });
    return result.kind === 'number' ? result.value : refuse(place, 'this formula has no value at the start');
  }

  return { startOf, amountOf };
}
