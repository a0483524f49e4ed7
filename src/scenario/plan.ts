/**
 * A plan: everything that decides the numbers of a run, as plain JSON. Jobs are not listed but counted:
 * job i is computed from i (see expand.ts), so a sweep of a million cells takes no memory to plan.
 */

/** Piecewise-linear in time; a step is two points at one time; constant before the first and after the last. */
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

/** One point of the sweep: axis name -> value as written and as a number in the stated unit. */
export interface SweepAxis {
  readonly path: string;
  readonly unit: string;
  readonly values: readonly number[];
}

export interface AssayRequest {
  readonly assay: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Plan {
  readonly name: string;
  readonly question: string;
  readonly method: 'exact';
  readonly seed: string;
  readonly duration_s: number;
  readonly sampleEvery_s: number;
  /** Fasted time lived before t = 0, so that bonds and pools have settled. */
  readonly settle_s: number;
  readonly volume_um3: number;
  readonly donors: number;
  /** Cells per donor, condition and sweep point. */
  readonly cells: number;
  readonly variation: Variation;
  readonly axes: readonly SweepAxis[];
  /** Conditions at each sweep point: conditionsAt[point][i]; names and order are the same at every point. */
  readonly conditionNames: readonly string[];
  readonly follow: Readonly<Record<string, number | 'all'>>;
  readonly assays: readonly AssayRequest[];
  readonly inputTolerance: number;
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
