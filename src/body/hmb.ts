import { scale, shift } from './courses.js';
import { AT, grams } from './dose.js';
import { FORCINGS, increment } from './forcing.js';
import { Fuller2011 } from './sources.js';
import { NO_EFFECT, number, type Treatment } from './treatment.js';

const FORMS = {
  'free acid': 'hmb-fit-fa-gel',
  'calcium salt': 'hmb-fit-ca-capsule',
} as const;

export const hmb: Treatment = {
  key: 'hmb',
  sentence:
    'HMB by mouth: one compartment with first-order uptake, fitted to 0.8 g HMB and linear in the dose.',
  main: 'dose',
  fields: {
    dose: grams('HMB itself: 1 g of the calcium salt holds 0.8 g.', 50),
    form: {
      kind: 'choice',
      options: Object.keys(FORMS),
      default: 'free acid',
      says: 'Free acid in a gel, or capsules of the calcium salt.',
    },
    at: AT,
  },
  touches: { inputs: ['plasma_hmb'], copies: [], parameters: [] },
  sources: [Fuller2011],
  effects: (given, rest) => {
    const form = given.form === 'calcium salt' ? FORMS['calcium salt'] : FORMS['free acid'];
    const fit = FORCINGS.get(form);
    if (fit?.kind !== 'one-compartment') throw new Error(`"${form}" is not a one-compartment fit`);
    const factor = number(given, 'dose') / fit.dose_g;
    const course = shift(scale(increment(fit, rest('plasma_hmb')), factor), number(given, 'at'));
    return {
      ...NO_EFFECT,
      inputs: [
        {
          input: 'plasma_hmb',
          how: 'add',
          course,
          from: `${form} x ${Number(factor.toPrecision(4))}`,
        },
      ],
    };
  },
};
