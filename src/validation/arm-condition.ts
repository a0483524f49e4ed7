import { interventionOf, type Rest } from './agents.js';
import { forcingOf, type ModelInputs } from './forcing-of.js';
import { byIntakeModel, foretold, withoutCurves } from './foretold.js';
import { type At, type Given, NOTHING_GIVEN, together } from './given.js';
import { cannot } from './messages.js';
import { drugOf, exerciseOf, statesOf } from './states.js';
import type { Arm, Target } from './target.js';

/**
 * What an arm of a protocol gives the cell, as a condition of a scenario: first what is taken, then states, exercise and
 * drugs, last the curves that stand in its place where they were measured. `at` turns protocol time into run time; of
 * what is `observed` no curve stands where the body can foretell it from what is taken.
 */
export function armCondition(
  target: Target,
  arm: Arm,
  at: At,
  inputs: ModelInputs,
  observed: ReadonlySet<string> = new Set(),
): Given {
  const rest: Rest = (input) => `${inputs[input]!.rest} ${inputs[input]!.unit}`;
  const asTaken = arm.interventions.map((given) => {
    const foreign = foreignDose(target, arm, given.agent);
    return foreign === undefined ? interventionOf(given, at, rest) : { ...NOTHING_GIVEN, reasons: [foreign] };
  });
  const tested = foretold(asTaken, observed);
  const forced = forcingOf(withoutCurves(arm, tested), at, inputs);
  const covered = forced.some((g) => g.reasons.length === 0 && Object.keys(g.keys).length > 0);
  const taken = asTaken.map((given) => {
    const own = byIntakeModel(given, tested, target);
    return covered ? { ...own, notes: [...own.notes, ...own.reasons], reasons: [] } : own;
  });
  return together([
    ...taken,
    ...statesOf(target, arm),
    exerciseOf(arm.exercise, at),
    drugOf(arm.drug, at),
    ...forced,
  ]);
}

/** Doses by mouth scale human plasma curves; an animal's dose does not. */
function foreignDose(target: Target, arm: Arm, agent: string): string | undefined {
  const species = target.population.species ?? 'human';
  const given = arm.interventions.find((g) => g.agent === agent);
  const byMouth = /oral|mouth/.test(given?.route ?? '') && !/carbohydrate|glucose/i.test(agent);
  return byMouth && /^(rat|mouse|pig|mice)/i.test(species) ? cannot.species(species, agent) : undefined;
}
