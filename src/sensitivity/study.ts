import type { Outcome } from '../analysis/outcomes.js';
import type { Dataset } from '../dataset/read.js';
import type { Method, Plan } from '../scenario/plan.js';
import { type Factor, planAt } from './factors.js';
import { type ElementaryEffects, elementaryEffects, morrisDesign } from './morris.js';
import { responsesOf } from './responses.js';
import { type SobolIndices, saltelliDesign, sobolIndices } from './sobol-indices.js';

export const ANALYSES = ['morris', 'sobol'] as const;
export type Analysis = (typeof ANALYSES)[number];

/** What is to be found out: which factors, how, and from how many trajectories (morris) or rows (sobol). */
export interface Question {
  readonly factors: readonly Factor[];
  readonly analysis: Analysis;
  readonly size: number;
  readonly method: Method;
  /** Cells per condition and point. */
  readonly cells?: number;
}
/** What the factors do to one outcome in one condition; effects are in the order of the factors. */
export interface Response {
  readonly outcome: Outcome;
  readonly condition: string;
  /** Mean of the outcome over all points. */
  readonly mean: number;
  /** Points at which no cell lived. */
  readonly failed: number;
  readonly morris?: readonly ElementaryEffects[];
  readonly sobol?: readonly SobolIndices[];
}

/** Whether the rules of this plan can be integrated as differential equations: it has no labels. */
export const hasMeanField = ({ base, conditions }: Plan): boolean =>
  [base, ...conditions].every(
    ({ labels, treatments }) => Object.keys(labels).length === 0 && treatments.tracer === undefined,
  );

/**
 * The plan that answers a question: every point of the design is lived by the same twins with the same chance, so that a
 * difference between two points is the factor's. By mean field, and unless `cells` says otherwise, by one cell without variation; with
 * an ensemble by one for each donor, who lives a parameter set of its own.
 */
export function studyPlan(plan: Plan, { factors, analysis, size, method, cells }: Question): Plan {
  const one = method === 'mean-field' && cells === undefined;
  const design = designOf(factors.length, analysis, size, plan.seed);
  return {
    ...planAt(plan, factors, design),
    method,
    follow: {},
    assays: [{ assay: 'census', options: {} }],
    keep: 'cells',
    ...(cells === undefined ? {} : { cells }),
    ...(one
      ? {
          cells: 1,
          donors: plan.ensemble === undefined ? 1 : plan.donors,
          variation: { ...plan.variation, volume_cv: 0, copies_cv: 0, donor_cv: 0 },
        }
      : {}),
  };
}

/** What the dataset of a study plan says. */
export async function studied(
  dataset: Dataset,
  { factors, analysis, size }: Question,
  outcomes: readonly Outcome[],
): Promise<readonly Response[]> {
  const { plan, layout } = dataset.manifest;
  const responses = await responsesOf(dataset, outcomes);
  const design = designOf(factors.length, analysis, size, plan.seed);
  return outcomes.flatMap((outcome, i) =>
    layout.conditions.map((condition, c): Response => {
      const values = [...responses[i]![c]!];
      const seen = values.filter((x) => !Number.isNaN(x));
      return {
        outcome,
        condition,
        mean: seen.reduce((sum, x) => sum + x, 0) / seen.length,
        failed: values.length - seen.length,
        ...(analysis === 'morris'
          ? { morris: elementaryEffects(design, values, plan.seed) }
          : { sobol: sobolIndices(factors.length, values, plan.seed) }),
      };
    }),
  );
}

const designOf = (
  factors: number,
  analysis: Analysis,
  size: number,
  seed: string,
): readonly (readonly number[])[] =>
  analysis === 'morris' ? morrisDesign(factors, size, seed) : saltelliDesign(factors, size);
