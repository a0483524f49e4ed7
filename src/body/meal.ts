import { scale, shift } from './courses.js';
import { during } from './decay.js';
import { AT, grams, onInputs } from './dose.js';
import { CURVES, type Curves, intakeEffects, type Study } from './intake.js';
import { MEAL } from './intake-model.js';
import { Anthony2000, Mazzulla2017 } from './sources.js';
import { type InputEffect, number, part, type Treatment } from './treatment.js';

const STUDIES_OF_MEALS: readonly Study[] = [{ dose: 18, leucine: 'leu-plasma-mazzulla2017-mixed-meal' }];
/** Leucine in egg protein, g/g: 1.64 in 18. */
export const LEUCINE_OF_EGG = 1.64 / 18;
/** Rise of insulin after carbohydrate by mouth, and how long it is held: rat; no insulin course of the meal was found. */
const CARBOHYDRATE = { insulin_fold: 2.6, held_s: 3600 };
export const meal: Treatment = {
  key: 'meal',
  sentence:
    'A mixed meal, stated by its protein: the plasma leucine after 18 g egg protein with fat and carbohydrate, or that of the intake model.',
  main: 'protein',
  fields: {
    protein: grams('Protein.', 200),
    at: AT,
    curves: CURVES,
    insulin: {
      kind: 'part',
      unit: 'fold',
      says: 'Insulin for an hour, as a fold of fasted (x2.6 in the rat).',
    },
  },
  touches: { inputs: ['plasma_leucine', 'insulin', 'plasma_kic'], copies: [], parameters: [] },
  sources: [Mazzulla2017, Anthony2000],
  effects: (given, rest) => {
    const at_s = number(given, 'at');
    const dose = number(given, 'protein');
    const fold = part(given, 'insulin', CARBOHYDRATE.insulin_fold);
    const rise = scale(during(0, CARBOHYDRATE.held_s), rest('insulin') * (fold - 1));
    const insulin: InputEffect = {
      input: 'insulin',
      how: 'add',
      course: shift(rise, at_s),
      from: `insulin-factor-anthony2000 at x${fold} for an hour`,
    };
    const swallowed = { product: MEAL, studies: STUDIES_OF_MEALS, dose, unit: 'g protein in a meal' };
    const amounts = { leucine_g: dose * LEUCINE_OF_EGG, mass_g: dose, at_s };
    return onInputs([...intakeEffects({ ...swallowed, ...amounts }, given.curves as Curves, rest), insulin]);
  },
};
