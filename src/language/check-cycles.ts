import { type Step, stepsOf } from './equilibrium-steps.js';
import type { Model } from './model.js';
import { rulesOf } from './model.js';
import type { Lookup } from './parameters.js';
import type { Problem } from './problem.js';

/** The product of constants around a cycle may differ from 1 by this much. */
const TOLERANCE = 1e-6;
/** Coefficients below this are rounding: true ones are small integers. */
const ZERO = 1e-9;

/**
 * Detailed balance (Wegscheider's condition, 1901): around every closed cycle of
 * steps that need no outside energy, forward over backward constants multiply to 1. Covered: reversible bind, change,
 * exchange and move of rules without drives, laws, saturable rates and conditions on a partner (`to`), that are not
 * marked driven; the cycles they close in the states of one agent (squares of two binding sites, loops of states,
 * parallel ways between two states), in the crowds, and in both together. A partner held by a bond is followed as it was
 * when bound. Not covered: irreversible steps, and cycles in which both partners of a bond change.
 *
 * A set of constants is in balance if each species can be given a free energy such that every step's is the difference:
 * the steps are reduced one by one against those before, and what reduces to no change must have ln K = 0.
 */
export function checkCycles(model: Model, numberOf: Lookup = (of) => of.value): readonly Problem[] {
  const { steps, problems } = stepsOf(rulesOf(model), numberOf);
  const basis: Reduced[] = [];
  const found = new Map<string, Problem>();
  for (const step of steps) {
    const row = reduce(step, basis);
    const pivot = row.change.keys().next();
    if (!pivot.done) basis.push({ ...row, pivot: pivot.value });
    else if (Math.abs(Math.expm1(row.lnK)) > TOLERANCE) {
      const ids = [
        ...new Set([...row.from].filter(([, times]) => Math.abs(times) > ZERO).map(([s]) => s.rule.id)),
      ];
      found.set(ids.toSorted().join(), { ruleId: step.rule.id, message: unbalanced(ids, Math.exp(row.lnK)) });
    }
  }
  return [...problems, ...found.values()];
}

function unbalanced(ids: readonly string[], product: number): string {
  const what =
    ids.length === 1
      ? `"${ids[0]}" makes a closed cycle by itself`
      : `the rules ${ids.map((id) => `"${id}"`).join(', ')} make a closed cycle`;
  return `${what} whose constants multiply to ${product.toPrecision(3)}, not 1; compute one of them with linked(), or mark the rule that energy is spent on as driven`;
}

interface Row {
  /** Species used up (negative) and made by a sum of steps. */
  readonly change: Map<string, number>;
  readonly from: Map<Step, number>;
  lnK: number;
}
interface Reduced extends Row {
  readonly pivot: string;
}

function reduce(step: Step, basis: readonly Reduced[]): Row {
  const row: Row = { change: new Map(step.change), from: new Map([[step, 1]]), lnK: step.lnK };
  // A basis row holds no pivot of the rows before it, so that one pass in order is enough.
  for (const known of basis) {
    const factor = (row.change.get(known.pivot) ?? 0) / known.change.get(known.pivot)!;
    if (factor === 0) continue;
    subtract(row.change, known.change, factor);
    subtract(row.from, known.from, factor);
    row.lnK -= factor * known.lnK;
  }
  return row;
}

function subtract<K>(from: Map<K, number>, what: ReadonlyMap<K, number>, factor: number): void {
  for (const [key, value] of what) {
    const rest = (from.get(key) ?? 0) - factor * value;
    if (Math.abs(rest) < ZERO) from.delete(key);
    else from.set(key, rest);
  }
}
