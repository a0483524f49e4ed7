import type { Evidence } from '../language/rates.js';
import type { Formula } from './formula.js';

/** A network in the words that exchange formats share: ids, numbers, formulas. Amounts are molecules, times seconds. */
export interface Portrait {
  readonly id: string;
  readonly title: string;
  /** Sentences about what it is and what it is not. */
  readonly remarks: readonly string[];
  readonly compartments: readonly CompartmentOf[];
  readonly parameters: readonly ParameterOf[];
  readonly species: readonly SpeciesOf[];
  readonly reactions: readonly ReactionOf[];
  /** When parameters take other values, in order of time. */
  readonly steps: readonly StepOf[];
  /** Amounts and parameters whose value at the start follows from others. */
  readonly starts: readonly Follows[];
  /** Parameters that follow a formula at all times, and those whose rate of change does. */
  readonly rules: readonly (Follows & { readonly kind: 'value' | 'rate' })[];
}
/** New values of parameters from a time on. */
export interface StepOf {
  readonly time_s: number;
  readonly values: readonly Follows[];
}
export interface Follows {
  readonly id: string;
  readonly value: Formula;
}
export interface CompartmentOf {
  readonly id: string;
  readonly size_um3: number;
  readonly description: string;
}
/** An input, a rate constant or a constant of a law. */
export interface ParameterOf {
  readonly id: string;
  readonly value: number;
  /** One of UNIT_IDS. */
  readonly unit: string;
  readonly description: string;
  readonly evidence: Evidence | undefined;
}
export interface SpeciesOf {
  readonly id: string;
  readonly title: string;
  readonly compartment: string;
  readonly amount: number;
  /** Agents that it is made of, each as often as it is there. */
  readonly agents: readonly string[];
}
export interface ReactionOf {
  readonly id: string;
  readonly title: string;
  readonly kind: ReactionKind;
  readonly reactants: readonly Side[];
  readonly products: readonly Side[];
  /** Species that the law names beside its reactants. */
  readonly modifiers: readonly string[];
  /** Firings per second. */
  readonly law: Formula;
}
export interface Side {
  readonly species: string;
  readonly stoichiometry: number;
}
/** What a reaction does, by the verb of its rule. */
export type ReactionKind =
  | 'binding'
  | 'dissociation'
  | 'change'
  | 'exchange'
  | 'transport'
  | 'making'
  | 'removal';
