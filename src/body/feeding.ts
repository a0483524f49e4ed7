import { scale } from './courses.js';
import { AT, grams, onInputs } from './dose.js';
import { intakeEffects, type Study } from './intake.js';
import { Atherton2010, Glynn2010, MitchellWK2015, Moore2009, Wilkinson2013 } from './sources.js';
import { type InputEffect, number, type Treatment } from './treatment.js';

const PURE: readonly Study[] = [
  { dose: 3.42, leucine: 'leu-plasma-wilkinson2013-3p42g', insulin: 'insulin-plasma-wilkinson2013-3p42g' },
];
export const leucine: Treatment = {
  key: 'leucine',
  sentence: 'Pure leucine by mouth: the plasma curves after 3.42 g, scaled by dose.',
  main: 'dose',
  fields: { dose: grams('Leucine.', 50), at: AT },
  touches: { inputs: ['plasma_leucine', 'insulin'], copies: [], parameters: [] },
  sources: [Wilkinson2013],
  effects: (given, rest) =>
    onInputs(intakeEffects(PURE, number(given, 'dose'), 'g leucine', number(given, 'at'), rest)),
};

const ESSENTIAL: readonly Study[] = [
  { dose: 1.85, leucine: 'leu-plasma-glynn2010-1p85g', insulin: 'insulin-plasma-glynn2010-1p85g' },
  { dose: 3.5, leucine: 'leu-plasma-glynn2010-3p5g', insulin: 'insulin-plasma-glynn2010-3p5g' },
  { dose: 3.59, leucine: 'leu-plasma-mitchellwk2015-bolus', insulin: 'insulin-plasma-mitchellwk2015-bolus' },
];
export const essential: Treatment = {
  key: 'EAA',
  sentence: 'Essential amino acids by mouth, stated by the leucine in them; arginine stays as it was.',
  main: 'leucine',
  fields: { leucine: grams('Leucine in the drink (35 % of the mass in the usual mixture).', 50), at: AT },
  touches: { inputs: ['plasma_leucine', 'insulin'], copies: [], parameters: [] },
  sources: [Glynn2010, MitchellWK2015],
  effects: (given, rest) =>
    onInputs(intakeEffects(ESSENTIAL, number(given, 'leucine'), 'g leucine', number(given, 'at'), rest)),
};

const WHEY: readonly Study[] = [
  { dose: 25, leucine: 'leu-plasma-moore2009-whey25g', insulin: 'insulin-plasma-moore2009-whey25g' },
  {
    dose: 48,
    leucine: 'leu-plasma-atherton2010-whey48g',
    insulin: 'insulin-plasma-atherton2010-whey48g',
    kic: 'kic-plasma-atherton2010-whey48g',
  },
];
/** Arginine rises by half of what leucine does, as folds of the fasted level: an assumed reading, no course was found. */
const ARGININE_OF_WHEY = 0.5;
export const whey: Treatment = {
  key: 'whey',
  sentence: 'Whey protein by mouth: the plasma curves after 25 or 48 g, whichever is nearer, scaled by dose.',
  main: 'dose',
  fields: { dose: grams('Protein.', 200), at: AT },
  touches: { inputs: ['plasma_leucine', 'insulin', 'plasma_kic', 'arginine'], copies: [], parameters: [] },
  sources: [Moore2009, Atherton2010],
  effects: (given, rest) => {
    const found = intakeEffects(WHEY, number(given, 'dose'), 'g protein', number(given, 'at'), rest);
    const arginine = found
      .filter((e) => e.input === 'plasma_leucine')
      .map(
        (e): InputEffect => ({
          input: 'arginine',
          how: 'oral',
          course: scale(e.course, (ARGININE_OF_WHEY * rest('arginine')) / rest('plasma_leucine')),
          from: `${e.from}, half the leucine rise (assumed)`,
        }),
      );
    return onInputs([...found, ...arginine]);
  },
};
