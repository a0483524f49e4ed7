import type { Reaction, SbmlDocument, Species } from './document.js';
import { apply, number, type Resolved, type Written } from './expression.js';
import { type InitialValues, initialValues } from './initial.js';
import { type Place, type Problem, refuse } from './problems.js';
import { newEffort, resolve } from './resolve.js';
import { type Entity, isConcentration, known, localValue, type Symbols, symbolsOf } from './symbols.js';

/** A model with every identifier given its place: a crowd, a value that events change, a number or a formula. */
export interface Semantics {
  readonly symbols: Symbols;
  readonly initial: InitialValues;
  /** Species that reactions change: crowd 0, 1, ... */
  readonly crowds: readonly Species[];
  readonly crowdOf: ReadonlyMap<string, number>;
  /** Identifiers that events change and reactions do not, by their place among the values; species by amount. */
  readonly storeOf: ReadonlyMap<string, number>;
  /** The formula for a run; names of a reaction's local parameters come first. */
  resolve(math: Written, reaction?: Reaction): Resolved;
  /** Amount of a species. */
  amountOf(species: Species): Resolved;
  /** What formulas mean by an identifier. */
  meaningOf(id: string, place: Place): Resolved;
  readonly warnings: readonly Problem[];
}

/** Gives every identifier its meaning in a run. Throws SbmlError. */
export function semanticsOf(document: SbmlDocument): Semantics {
  const symbols = symbolsOf(document);
  const warnings: Problem[] = [];
  const initial = initialValues(symbols, warnings);
  const uses = document.reactions.flatMap((r) => [...r.reactants, ...r.products]);
  const reacting = new Set(uses.map((use) => use.species));
  const crowds = document.species.filter((s) => !s.boundary && reacting.has(s.id));
  const crowdOf = new Map(crowds.map((s, index) => [s.id, index]));
  const storeOf = new Map(
    [...symbols.setByEvents].filter((id) => !crowdOf.has(id)).map((id, index) => [id, index]),
  );
  const rules = new Map<string, Resolved>();
  const asking = new Set<string>();

  function meaningOf(id: string, place: Place): Resolved {
    const rule = symbols.rules.get(id);
    if (rule) return formulaOf(id, rule.math, rule.place);
    const symbol = known(id, place, symbols.all);
    if (symbol.kind === 'reaction') return formulaOf(id, symbol.is.law, symbol.is.place, symbol.is);
    if (symbol.kind !== 'species') return stored(id, place);
    const amount = stored(id, place);
    return isConcentration(symbols, symbol.is) ? apply('divide', amount, sizeOf(symbol.is)) : amount;
  }

  function formulaOf(id: string, math: Written, place: Place, reaction?: Reaction): Resolved {
    const before = rules.get(id);
    if (before) return before;
    if (asking.has(id)) refuse(place, `"${id}" is defined by itself through its rule`);
    asking.add(id);
    const formula = resolveIn(math, reaction);
    asking.delete(id);
    rules.set(id, formula);
    return formula;
  }

  function stored(id: string, place: Place): Resolved {
    const crowd = crowdOf.get(id);
    if (crowd !== undefined) return { kind: 'count', index: crowd };
    const value = storeOf.get(id);
    return value === undefined ? number(startOf(id, place)) : { kind: 'value', index: value };
  }

  function startOf(id: string, place: Place): number {
    const symbol: Entity = known(id, place, symbols.all);
    return symbol.kind === 'species' ? initial.amountOf(symbol.is) : initial.startOf(id, place);
  }

  const sizeOf = (species: Species) => meaningOf(species.compartment, species.place);

  function amountOf(species: Species): Resolved {
    if (!symbols.rules.has(species.id)) return stored(species.id, species.place);
    const value = meaningOf(species.id, species.place);
    return isConcentration(symbols, species) ? apply('times', value, sizeOf(species)) : value;
  }

  function resolveIn(math: Written, reaction?: Reaction): Resolved {
    return resolve(math, {
      functions: symbols.functions,
      effort: newEffort(),
      calling: [],
      time: { kind: 'time' },
      nameOf: (name, place) => {
        const local = reaction && localValue(reaction, name, place);
        return local === undefined ? meaningOf(name, place) : number(local);
      },
    });
  }

  return { symbols, initial, crowds, crowdOf, storeOf, resolve: resolveIn, amountOf, meaningOf, warnings };
}
