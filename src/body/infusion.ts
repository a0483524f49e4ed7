import { during, factorBy } from './decay.js';
import { AT, onInputs } from './dose.js';
import { Bennet1989, Bohe2001, Greenhaff2008 } from './sources.js';
import { number, type Treatment } from './treatment.js';

export const infusion: Treatment = {
  key: 'amino acid infusion',
  sentence:
    'Mixed amino acids into a vein: leucine and arginine of plasma at a fold of fasted, insulin unchanged.',
  main: 'fold',
  fields: {
    fold: {
      kind: 'quantity',
      unit: 'fold',
      min: 0,
      max: 100,
      says: 'Plasma amino acids relative to fasted.',
    },
    at: AT,
    for: {
      kind: 'quantity',
      unit: 's',
      default: 6 * 3600,
      min: 0,
      max: 366 * 86_400,
      says: 'How long; 6 h where unsaid.',
    },
  },
  touches: { inputs: ['plasma_leucine', 'arginine'], copies: [], parameters: [] },
  sources: [Bohe2001, Bennet1989, Greenhaff2008],
  effects: (given) => {
    const fold = number(given, 'fold');
    const at_s = number(given, 'at');
    const window = factorBy(during(at_s, at_s + number(given, 'for')), fold);
    return onInputs(
      ['plasma_leucine', 'arginine'].map((input) => ({
        input,
        how: 'times',
        course: window,
        from: `infusion at x${fold}`,
      })),
    );
  },
};
