import type { Plan, Recipe } from '../../src/scenario/plan.js';

const NOTHING: Recipe = { treatments: {}, inputs: {}, parameters: {}, copies: {}, labels: {} };

/** A plan of 2 conditions x 6 cells for the fake worker of these tests. */
export const tinyPlan = (changes: Partial<Plan> = {}): Plan =>
  ({
    name: 'tiny',
    question: '',
    method: 'exact',
    seed: 'tiny',
    duration_s: 60,
    sampleEvery_s: 60,
    settle_s: 0,
    volume_um3: 0.1,
    donors: 1,
    cells: 6,
    variation: { volume_cv: 0, copies_cv: 0, donor_cv: 0, type_II_share: 0 },
    axes: [],
    conditionNames: ['a', 'b'],
    base: NOTHING,
    conditions: [NOTHING, NOTHING],
    reference: { inputs: {}, parameters: {} },
    follow: {},
    assays: [],
    inputTolerance: 0.05,
    ...changes,
  }) as Plan;

/** The fake worker's module. */
export const FAKE = new URL('./fake-cell.mjs', import.meta.url);
