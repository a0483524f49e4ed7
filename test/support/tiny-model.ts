import type { AnyIndividual, CrowdPattern } from '../../src/language/agents.js';
import { compartment } from '../../src/language/agents.js';
import type { Input, LabelSource } from '../../src/language/inputs.js';
import { type Model, present, presentCrowd } from '../../src/language/model.js';
import { assumed, constant, k, type RateUnit } from '../../src/language/rates.js';
import { chapter, type Rule } from '../../src/language/rules.js';

const forTest = assumed('chosen for a test');

/** A rate and a constant of a test model. */
export const per = <const U extends RateUnit>(value: number, unit: U) => k(value, unit, forTest);
export const number = (value: number, unit: 'molecules' | 'uM' | '1' | 'fold' = 'molecules') =>
  constant(value, unit, forTest);

export const water = compartment('water', 1, 'all of the cell');

interface Parts {
  /** Copies by individual; others are absent at the start. */
  readonly individuals?: readonly (readonly [AnyIndividual, number])[];
  readonly crowds?: readonly (readonly [CrowdPattern, number])[];
  readonly inputs?: readonly Input[];
  readonly sources?: readonly LabelSource[];
  readonly rules: readonly Rule[];
}

/** A model of one chapter, with whole numbers of molecules at the start. */
export function tiny(name: string, parts: Parts): Model {
  const crowds = parts.crowds ?? [];
  const homes = (parts.individuals ?? []).map(([agent]) => agent.home);
  return {
    name,
    version: '1',
    compartments: [...new Set([water, ...homes, ...crowds.map(([crowd]) => crowd.in)])],
    individuals: (parts.individuals ?? []).map(([agent, n]) => present(agent, number(n))),
    crowds: crowds.map(([crowd, n]) => presentCrowd(crowd, number(n))),
    inputs: parts.inputs ?? [],
    labelSources: parts.sources ?? [],
    chapters: [chapter(name, parts.rules)],
  };
}
