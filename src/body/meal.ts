import { scale, shift } from './courses.js';
import { during } from './decay.js';
import { AT, grams, onInputs } from './dose.js';
import { intakeEffects, type Study } from './intake.js';
import { Anthony2000, Mazzulla2017 } from './sources.js';
import { type InputEffect, number, part, type Treatment } from './treatment.js';

const MEAL: readonly Study[] = [{ dose: 18, leucine: 'leu-plasma-mazzulla2017-mixed-meal' }];
/** Rise of insulin after carbohydrate by mouth, and how long it is held: rat; no insulin course of the meal was found. */
const CARBOHYDRATE = { insulin_fold: 2.6, held_s: 3600 };
export const meal: Treatment = {
  key: 'meal',
  sentence:
    'A mixed meal, stated by its protein: the plasma leucine after 18 g egg protein with fat and carbohydrate.',
  main: 'protein',
  fields: {
    protein: grams('Protein.', 200),
    at: AT,
    insulin: {
      kind: 'part',
      unit: 'fold',
      says: 'Insulin for an hour, as a fold of fasted (x2.6 in the rat).',
    },
  },
  touches: { inputs: ['plasma_leucine', 'insulin'], copies: [], parameters: [] },
  sources: [Mazzulla2017, Anthony2000],
  effects: (given, rest) => {
    const at_s = number(given, 'at');
    const fold = part(given, 'insulin', CARBOHYDRATE.insulin_fold);
    const rise = scale(during(0, CARBOHYDRATE.held_s), rest('insulin') * (fold - 1));
    const insulin: InputEffect = {
      input: 'insulin',
      how: 'add',
      course: shift(rise, at_s),
      from: `insulin-factor-anthony2000 at x${fold} for an hour`,
    };
    return onInputs([...intakeEffects(MEAL, number(given, 'protein'), 'g protein', at_s, rest), insulin]);
  },
};
