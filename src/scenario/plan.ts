/**
 * A plan: everything that decides the numbers of a run, as plain JSON. Jobs are not listed but counted:
 * job i is computed from i (see expand.ts), so a sweep of a million cells takes no memory to plan.
 */

/** Piecewise-linear in time, before t = 0 as after; a step is two points at one time; constant before the first and after the last. */
export interface Course {
  readonly time_s: readonly number[];
  readonly value: readonly number[];
}

/** One thing to compare: what the cell is given and how it differs from the reference model. */
export interface Condition {
  readonly name: string;
  /** By input name of the model (`plasma_leucine`, `insulin`, ...), in the input's unit; unnamed inputs stay at rest. */
  readonly inputs: Readonly<Record<string, Course>>;
  /** By parameter name `rule-id.rate`, in the unit in which the model declares it. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Factors on copies per um3, by agent name. */
  readonly copies: Readonly<Record<string, number>>;
  /** Mole fraction by label source, then by isotopologue key ('C1', 'N', 'C1N'). */
  readonly labels: Readonly<Record<string, Readonly<Record<string, Course>>>>;
  /** Where each input came from, for the dataset: a forcing id, a body model, 'given'. */
  readonly provenance: Readonly<Record<string, string>>;
}

/** What one axis of a sweep changes; `at` is the condition's index, or 'base' for what all conditions share. */
export type Target =
  | { readonly kind: 'volume' }
  | { readonly kind: 'replicate' }
  | { readonly kind: 'variation'; readonly field: keyof Variation }
  | {
      readonly kind: 'treatment';
      readonly at: number | 'base';
      readonly key: string;
      readonly index: number;
      readonly field: string;
    }
  | { readonly kind: 'input'; readonly at: number | 'base'; readonly input: string }
  | { readonly kind: 'parameter'; readonly at: number | 'base'; readonly parameter: string }
  | { readonly kind: 'copies'; readonly at: number | 'base'; readonly agent: string };

/** Values that are computed when asked for (points.ts), so that a set of a million points takes no memory. */
export interface DrawnValues {
  readonly set: SetKind;
  readonly points: number;
  /** Which coordinate of the set this axis is, from 0. */
  readonly coordinate: number;
  /** Of the set, not of the run: a run with another seed lives the same points. */
  readonly seed: string;
  readonly from: number;
  readonly to: number;
  readonly scale: 'linear' | 'log';
}
export type SetKind = 'sobol' | 'latin hypercube';

/** One axis of the sweep: its values in the stated unit. Axes of one dimension move together, the others cross. */
export interface SweepAxis {
  readonly path: string;
  readonly unit: string;
  readonly values: readonly number[] | DrawnValues;
  /** 0 is the slowest. */
  readonly dimension: number;
  readonly target: Target;
}

/** The fields of one treatment as numbers in its declared units, choices and switches; what is absent has its default. */
export type Given = Readonly<Record<string, number | string | boolean>>;

/** What a scenario says of one input of the model, in the input's unit. */
export type InputSource =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'factor'; readonly value: number }
  | { readonly kind: 'course'; readonly course: Course }
  | { readonly kind: 'forcing'; readonly id: string; readonly at_s: number; readonly factor: number };

/** A parameter set to a value in the model's unit, or changed by a factor. */
export type Setting =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'factor'; readonly value: number };

/** A condition as the scenario says it, before the body turns treatments into courses. `null` cancels what base says. */
export interface Recipe {
  readonly treatments: Readonly<Record<string, readonly Given[] | null>>;
  readonly inputs: Readonly<Record<string, InputSource | null>>;
  readonly parameters: Readonly<Record<string, Setting>>;
  readonly copies: Readonly<Record<string, number>>;
  readonly labels: Readonly<Record<string, Readonly<Record<string, Course>>>>;
}

/** What the plan needs to know of the model: units and fasted values of inputs, values of the parameters it scales. */
export interface Reference {
  readonly inputs: Readonly<Record<string, { readonly unit: string; readonly rest: number }>>;
  readonly parameters: Readonly<Record<string, number>>;
}

export interface AssayRequest {
  readonly assay: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * How cells can be simulated: molecule by molecule, leaping over what only moves crowds, or as ordinary differential
 * equations of the same rules.
 */
export const METHODS = ['exact', 'hybrid', 'mean-field'] as const;
export type Method = (typeof METHODS)[number];

/** What is left of a run when it is finished: all rows, one row a cell, or what is common to the cells of a condition. */
export const KEEPS = ['everything', 'cells', 'summary'] as const;
export type Keep = (typeof KEEPS)[number];

export interface Plan {
  readonly name: string;
  readonly question: string;
  readonly citation: string;
  readonly method: Method;
  readonly seed: string;
  readonly duration_s: number;
  readonly sampleEvery_s: number;
  /** Time lived before t = 0 under the condition's courses, so that bonds and pools have settled. */
  readonly settle_s: number;
  readonly volume_um3: number;
  readonly donors: number;
  /** Cells per donor, condition and sweep point. */
  readonly cells: number;
  readonly variation: Variation;
  readonly axes: readonly SweepAxis[];
  /** Names and order are the same at every sweep point. */
  readonly conditionNames: readonly string[];
  /** What all conditions share; a condition's own words come before it. */
  readonly base: Recipe;
  /** In the order of `conditionNames`. */
  readonly conditions: readonly Recipe[];
  readonly reference: Reference;
  readonly follow: Readonly<Record<string, number | 'all'>>;
  readonly assays: readonly AssayRequest[];
  readonly inputTolerance: number;
  /** Absent where a cell may take what it takes. */
  readonly budget?: Budget;
  /** Absent where all cells live the model's own numbers, or those that conditions say. */
  readonly ensemble?: Ensemble;
  /** What was lived before this plan's conditions hold; absent where they hold from the start. */
  readonly branch?: Branch;
  /** Absent where everything is kept. */
  readonly keep?: Exclude<Keep, 'everything'>;
}

/** From a time on cells live under other conditions; before it they lived as another plan said. */
export interface Branch {
  readonly at_s: number;
  readonly before: Pick<Plan, 'base' | 'conditions' | 'reference' | 'duration_s' | 'branch'>;
}

/** Sets of the model's numbers, of which every replicate lives one, or every donor where there are no replicates. */
export interface Ensemble {
  /** By parameter name, in the model's unit. */
  readonly sets: readonly Readonly<Record<string, number>>[];
}

/** What one cell may use up before it counts as failed. */
export interface Budget {
  readonly events?: number;
  /** Of computing, by the clock: which cells fail depends on the machine. */
  readonly time_s?: number;
  /** Heap of the worker that lives it. */
  readonly memory_MB?: number;
}

/** Coefficients of variation of log-normal draws, and the share of type II fibres. */
export interface Variation {
  readonly volume_cv: number;
  readonly copies_cv: number;
  readonly donor_cv: number;
  readonly type_II_share: number;
}

/** Which cell: plan order is point, condition, donor, cell. */
export interface Job {
  readonly index: number;
  readonly point: number;
  readonly condition: number;
  readonly donor: number;
  readonly cell: number;
}
