import type { Written } from './expression.js';
import type { Lambda } from './mathml.js';
import type { Place } from './problems.js';

/** An SBML model as declared: nothing looked up, nothing computed. */
export interface SbmlDocument {
  readonly id: string;
  /** Parameter that turns extents of reactions into amounts, for species without one of their own. */
  readonly conversionFactor: string | undefined;
  readonly compartments: readonly Compartment[];
  readonly species: readonly Species[];
  readonly parameters: readonly Parameter[];
  readonly functions: readonly FunctionDefinition[];
  readonly initialAssignments: readonly Assignment[];
  readonly assignmentRules: readonly Assignment[];
  readonly reactions: readonly Reaction[];
  readonly events: readonly SbmlEvent[];
}

interface Declared {
  readonly id: string;
  readonly place: Place;
}
export interface Compartment extends Declared {
  readonly size: number | undefined;
  readonly dimensions: number | undefined;
  readonly constant: boolean;
}
export interface Species extends Declared {
  readonly compartment: string;
  readonly initialAmount: number | undefined;
  readonly initialConcentration: number | undefined;
  readonly onlySubstance: boolean;
  readonly boundary: boolean;
  readonly constant: boolean;
  readonly conversionFactor: string | undefined;
}
export interface Parameter extends Declared {
  readonly value: number | undefined;
  readonly constant: boolean;
}
export interface FunctionDefinition extends Declared {
  readonly lambda: Lambda;
}
/** A formula and whom it sets. */
export interface Assignment {
  readonly variable: string;
  readonly place: Place;
  readonly math: Written;
}
export interface Reaction extends Declared {
  readonly reversible: boolean;
  readonly reactants: readonly SpeciesUse[];
  readonly products: readonly SpeciesUse[];
  readonly locals: ReadonlyMap<string, Parameter>;
  readonly law: Written;
}
export interface SpeciesUse {
  readonly id: string | undefined;
  readonly place: Place;
  readonly species: string;
  readonly stoichiometry: number | undefined;
}
export interface SbmlEvent extends Declared {
  readonly trigger: { readonly math: Written; readonly initialValue: boolean; readonly persistent: boolean };
  readonly valuesFromTrigger: boolean;
  readonly priority: Written | undefined;
  readonly assignments: readonly Assignment[];
}
