import { scale } from './courses.js';
import { AT, grams, onInputs } from './dose.js';
import { CURVES, type Curves, intakeEffects, KIC, type Study } from './intake.js';
import { ESSENTIAL, LEUCINE, WHEY } from './intake-model.js';
import {
  Atherton2010,
  Glynn2010,
  McCollClarke2024,
  MitchellWK2015,
  Moore2009,
  Wilkinson2013,
} from './sources.js';
import { type InputEffect, number, type Treatment } from './treatment.js';

export const STUDIES_OF_LEUCINE: readonly Study[] = [
  { dose: 3.42, leucine: 'leu-plasma-wilkinson2013-3p42g', insulin: 'insulin-plasma-wilkinson2013-3p42g' },
];
export const leucine: Treatment = {
  key: 'leucine',
  sentence: 'Pure leucine by mouth: the plasma curves after 3.42 g, or those of the intake model.',
  main: 'dose',
  fields: { dose: grams('Leucine.', 50), at: AT, curves: CURVES },
  touches: { inputs: ['plasma_leucine', 'insulin', 'plasma_kic'], copies: [], parameters: [] },
  sources: [Wilkinson2013, McCollClarke2024],
  effects: (given, rest) => {
    const dose = number(given, 'dose');
    const swallowed = {
      product: LEUCINE,
      studies: STUDIES_OF_LEUCINE,
      dose,
      unit: 'g leucine',
      leucine_g: dose,
      mass_g: dose,
    };
    return onInputs(intakeEffects({ ...swallowed, at_s: number(given, 'at') }, given.curves as Curves, rest));
  },
};

/** Insulin after 1.85 g was measured at 0 and 30 min only: too few for a course. */
export const STUDIES_OF_ESSENTIAL: readonly Study[] = [
  { dose: 1.85, leucine: 'leu-plasma-glynn2010-1p85g' },
  { dose: 3.5, leucine: 'leu-plasma-glynn2010-3p5g', insulin: 'insulin-plasma-glynn2010-3p5g' },
  { dose: 3.59, leucine: 'leu-plasma-mitchellwk2015-bolus', insulin: 'insulin-plasma-mitchellwk2015-bolus' },
];
/** Share of leucine in the usual mixture: 3.5 of 10 g. */
const LEUCINE_SHARE = 0.35;
export const essential: Treatment = {
  key: 'EAA',
  sentence: 'Essential amino acids by mouth, stated by the leucine in them; arginine stays as it was.',
  main: 'leucine',
  fields: {
    leucine: grams('Leucine in the drink (35 % of the mass in the usual mixture).', 50),
    mass: {
      kind: 'quantity',
      unit: 'g',
      default: 0,
      min: 0,
      max: 150,
      says: 'All essential amino acids, which set insulin in the intake model; 0 for leucine at its usual share of 35 %.',
    },
    at: AT,
    curves: CURVES,
  },
  touches: { inputs: ['plasma_leucine', 'insulin', 'plasma_kic'], copies: [], parameters: [] },
  sources: [Glynn2010, MitchellWK2015, McCollClarke2024],
  effects: (given, rest) => {
    const dose = number(given, 'leucine');
    const mass_g = number(given, 'mass') || dose / LEUCINE_SHARE;
    const swallowed = { product: ESSENTIAL, studies: STUDIES_OF_ESSENTIAL, dose, unit: 'g leucine as EAA' };
    return onInputs(
      intakeEffects(
        { ...swallowed, leucine_g: dose, mass_g, at_s: number(given, 'at') },
        given.curves as Curves,
        rest,
      ),
    );
  },
};

export const STUDIES_OF_WHEY: readonly Study[] = [
  { dose: 25, leucine: 'leu-plasma-moore2009-whey25g', insulin: 'insulin-plasma-moore2009-whey25g' },
  {
    dose: 48,
    leucine: 'leu-plasma-atherton2010-whey48g',
    insulin: 'insulin-plasma-atherton2010-whey48g',
    kic: 'kic-plasma-atherton2010-whey48g',
  },
];
/** Leucine in whey protein, g/g: 2.1 in 25 and 3.84-4.1 in 48; another study of 25 g gives 2.6, conflict kept. */
export const LEUCINE_OF_WHEY = 0.083;
/** Arginine rises by half of what leucine does, as folds of the fasted level: an assumed reading, no course was found. */
const ARGININE_OF_WHEY = 0.5;
export const whey: Treatment = {
  key: 'whey',
  sentence: 'Whey protein by mouth: the plasma curves after 25 or 48 g, or those of the intake model.',
  main: 'dose',
  fields: { dose: grams('Protein.', 200), at: AT, curves: CURVES, KIC },
  touches: { inputs: ['plasma_leucine', 'insulin', 'plasma_kic', 'arginine'], copies: [], parameters: [] },
  sources: [Moore2009, Atherton2010, McCollClarke2024],
  effects: (given, rest) => {
    const dose = number(given, 'dose');
    const swallowed = { product: WHEY, studies: STUDIES_OF_WHEY, dose, unit: 'g whey protein' };
    const found = intakeEffects(
      { ...swallowed, leucine_g: dose * LEUCINE_OF_WHEY, mass_g: dose, at_s: number(given, 'at') },
      given.curves as Curves,
      rest,
      given.KIC === 'model' ? 'model' : 'as curves',
    );
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
