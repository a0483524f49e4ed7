import type { AnyCrowd, AnyIndividual, Compartment, CrowdPattern } from './agents.js';
import type { Input, LabelSource } from './inputs.js';
import type { Constant } from './rates.js';
import type { Chapter } from './rules.js';

/** How much of an agent a fasted cell starts with; value states are drawn independently site by site. */
export interface PresentIndividual {
  readonly agent: AnyIndividual;
  /** copies per um3 of cell water (or 'molecules', whole numbers, for test models) */
  readonly copies: Constant;
  /** Starting shares of value states by site; what is not named starts in the first state. */
  readonly shares: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
/** How much of a crowd a fasted cell starts with in one compartment. */
export interface PresentCrowd {
  readonly crowd: CrowdPattern;
  readonly amount: Constant;
}
/** Puts an individual into the model. */
export const present = (
  agent: AnyIndividual,
  copies: Constant,
  shares: PresentIndividual['shares'] = {},
): PresentIndividual => ({ agent, copies, shares });
/** Puts a crowd into the model. */
export const presentCrowd = (crowd: CrowdPattern, amount: Constant): PresentCrowd => ({ crowd, amount });

/** A whole model: what there is, how much of it, what happens, what it is given. */
export interface Model {
  readonly name: string;
  readonly version: string;
  readonly compartments: readonly Compartment[];
  readonly individuals: readonly PresentIndividual[];
  readonly crowds: readonly PresentCrowd[];
  /** Crowds that no rule consumes or that are produced from nothing held may be listed by presentCrowd with amount 0. */
  readonly inputs: readonly Input[];
  readonly labelSources: readonly LabelSource[];
  readonly chapters: readonly Chapter[];
  /** Directions of rules ("id on") that fire most, in order: searched first. Changes speed only. */
  readonly often?: readonly string[];
}
/** The agents of a model, each once. */
export const agentsOf = (model: Model): readonly (AnyIndividual | AnyCrowd)[] => [
  ...new Set([...model.individuals.map((p) => p.agent), ...model.crowds.map((p) => p.crowd.agent)]),
];
/** The rules of a model in the order of its chapters. */
export const rulesOf = (model: Model) => model.chapters.flatMap((c) => c.rules);
