import { checkAtoms } from './check-atoms.js';
import { checkCycles } from './check-cycles.js';
import { checkDeclared } from './check-declared.js';
import { checkPatterns } from './check-patterns.js';
import { checkShape } from './check-shape.js';
import type { Model } from './model.js';
import type { Lookup } from './parameters.js';
import type { Problem } from './problem.js';

/**
 * Everything that makes a model unfit to run, all at once: names used twice, events and rates that do not fit, unknown
 * sites and states, things used but not declared, atoms with nowhere to go and equilibrium cycles out of balance. `numberOf`
 * gives the numbers under a scenario's overrides; without it the model's own are checked.
 */
export function checkModel(model: Model, numberOf?: Lookup): readonly Problem[] {
  const shape = [...checkShape(model), ...checkPatterns(model)];
  // What follows reads rules by their states: it has nothing to say about rules that are not well formed.
  return shape.length > 0
    ? [...shape, ...checkDeclared(model)]
    : [...checkDeclared(model), ...checkAtoms(model), ...checkCycles(model, numberOf)];
}
