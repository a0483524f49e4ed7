import { type Compiled, compile } from './compile.js';
import { apply } from './expression.js';
import type { Semantics } from './semantics.js';

/** Something that is reported: an amount or concentration of a species, or the value of a parameter or compartment. */
export interface Observable {
  readonly id: string;
  readonly value: Compiled;
}

/** All species, and what of parameters and compartments has a value and may change. Concentrations where asked. */
export function observablesOf(
  semantics: Semantics,
  values: Float64Array,
  concentrations: ReadonlySet<string>,
): Observable[] {
  const { document, rules, initialAssignments } = semantics.symbols;
  const hasValue = (id: string, declared: number | undefined) =>
    declared !== undefined || rules.has(id) || initialAssignments.has(id);
  return [
    ...document.species.map((s) => {
      const amount = semantics.amountOf(s);
      const shown = concentrations.has(s.id)
        ? apply('divide', amount, semantics.meaningOf(s.compartment, s.place))
        : amount;
      return { id: s.id, value: compile(shown, values) };
    }),
    ...[
      ...document.parameters.filter((p) => !p.constant && hasValue(p.id, p.value)),
      ...document.compartments.filter((c) => !c.constant && hasValue(c.id, c.size)),
    ].map(({ id, place }) => ({ id, value: compile(semantics.meaningOf(id, place), values) })),
  ];
}

/** These identifiers of the model, each as its formulas mean it: a species without only substance units by concentration. */
export const asFormulasMean = (
  semantics: Semantics,
  values: Float64Array,
  ids: readonly string[],
): Observable[] =>
  ids.map((id) => {
    const place = semantics.symbols.all.get(id)?.is.place ?? { line: 1, column: 1 };
    return { id, value: compile(semantics.meaningOf(id, place), values) };
  });
