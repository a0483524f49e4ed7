import type { EngineTables } from '../engine/tables.js';
import type { CrowdPattern } from '../language/agents.js';
import type { Drive } from '../language/inputs.js';
import type { Model } from '../language/model.js';
import type { Law, RateName, Rule } from '../language/rules.js';
import type { Draft } from './draft.js';
import type { Facet } from './facets.js';
import type { CodeSet } from './patterns.js';

/** A model resolved into numbered crowds, facets, pools and channels; numbers (rates, volume, copies) come later. */
export interface Structure {
  readonly model: Model;
  readonly facets: readonly Facet[];
  readonly crowds: readonly CrowdPattern[];
  readonly crowdIndex: ReadonlyMap<string, number>;
  /** In engine order: those of one facet in a row. Quantity of pool p is crowds.length + p. */
  readonly pools: readonly CodeSet[];
  /** In the order in which the engine searches: those expected to fire most often first. */
  readonly channels: readonly Channel[];
  /** By channel: the channels whose propensity can change when it fires. */
  readonly dependents: readonly (readonly number[])[];
  /** What the engine's tables of every cell have in common; nobody changes them. */
  readonly tables: Omit<EngineTables, 'crowdCount' | 'partCode' | 'rate' | 'factorInvK'>;
}

/** What a channel stands for in the model: one rule in one direction. Quantities are crowds, then pools. */
export interface Channel {
  readonly rule: Rule;
  readonly rate: RateName;
  readonly draft: Draft;
  /** -1: none */
  readonly qa: number;
  readonly qb: number;
  readonly pair: boolean;
  readonly laws: readonly { readonly q: number; readonly law: Law }[];
  readonly drives: readonly Drive[];
}

/** A structure whose tables are not made yet. */
export type Untabled = Omit<Structure, 'tables'>;
/** One whose dependents are not worked out yet either. */
export type Undepended = Omit<Untabled, 'dependents'>;
