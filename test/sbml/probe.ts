import { runEnsemble } from '../../src/sbml/ensemble.js';
import { type Machine, machineOf } from '../../src/sbml/machine.js';
import { SbmlError } from '../../src/sbml/problems.js';
import { readSbml } from '../../src/sbml/read.js';
import { type Sketch, sketch } from './sketch.js';

/** A sketch ready to run. */
export const machineFor = (model: Sketch, concentrations: readonly string[] = []): Machine =>
  machineOf(readSbml(sketch(model)), new Set(concentrations));

/** Values of one run at the given times, by variable. */
export function valuesOf(
  model: Sketch,
  times_s: readonly number[],
  concentrations: readonly string[] = [],
): Record<string, number[]> {
  const spec = { times_s, runs: 1, seed: 'probe', name: 'probe' };
  const moments = runEnsemble(machineFor(model, concentrations), spec);
  return Object.fromEntries([...moments].map(([id, { mean }]) => [id, [...mean]]));
}

/** Value of a formula at time 0 of a model that has it as a rule. */
export const answerTo = (formula: string, model: Sketch = {}): number =>
  valuesOf(
    {
      ...model,
      variables: { ...model.variables, answer: undefined },
      rules: { ...model.rules, answer: formula },
    },
    [0],
  ).answer![0]!;

/** What an attempt is refused for, one `line:column  text` a line; throws if it is not refused. */
export function refusalOf(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    if (error instanceof SbmlError) return error.message;
    throw error;
  }
  throw new Error('not refused');
}

/** Number of the line of a text in which a part of it first stands. */
export const lineOf = (text: string, part: string): number =>
  text.slice(0, text.indexOf(part)).split('\n').length;
