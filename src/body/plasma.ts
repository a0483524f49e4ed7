import { assumed, calibrated } from '../language/rates.js';
import { bodyConstant } from './constants.js';
import {
  Atherton2010,
  Glynn2010,
  Mazzulla2017,
  MitchellWK2015,
  Moore2009,
  Wilkinson2013,
} from './sources.js';

const leucineCurves = calibrated(
  'least squares on the seven courses of plasma leucine, each relative to its peak (docs/intake.ts)',
  Glynn2010,
  Wilkinson2013,
  MitchellWK2015,
  Atherton2010,
  Moore2009,
  Mazzulla2017,
);
const insulinCurves = calibrated(
  'least squares on the six courses of plasma insulin, each relative to its peak (docs/intake.ts)',
  Glynn2010,
  Wilkinson2013,
  MitchellWK2015,
  Atherton2010,
  Moore2009,
);
const kicCurve = calibrated('least squares on the one course of plasma KIC (docs/intake.ts)', Atherton2010);
const leaves = (value: number, what: string) =>
  bodyConstant(value, '1/min', `Net loss of leucine from plasma after ${what}.`, leucineCurves);
const digested = (value: number, what: string) =>
  bodyConstant(value, '1/min', `Digestion of ${what}.`, leucineCurves);
const secreted = (value: number, what: string) =>
  bodyConstant(value, 'pM/g', `Insulin for each gram of ${what}.`, insulinCurves);

/** What a dose meets after the gut. One volume for all; loss and digestion belong to what was swallowed. */
export const PLASMA = {
  volume: bodyConstant(9.2, 'L', 'Volume in which leucine spreads at once.', leucineCurves),
  lossLeucine: leaves(0.06, 'leucine alone'),
  lossEssential: leaves(0.034, 'essential amino acids'),
  lossWhey: leaves(0.052, 'whey'),
  lossMeal: leaves(0.21, 'a mixed meal'),
  digestionWhey: digested(0.028, 'whey'),
  digestionMeal: digested(0.065, 'egg protein in a meal'),
  insulinStep: bodyConstant(
    1 / 15.9,
    '1/min',
    'Each of the two steps from amino acids in the gut to insulin in plasma.',
    insulinCurves,
  ),
  insulinLeucine: secreted(25, 'leucine'),
  insulinEssential: secreted(16, 'essential amino acids'),
  insulinWhey: secreted(15, 'whey protein'),
  kicShare: bodyConstant(
    0.065,
    '1',
    'Rise of plasma KIC for each rise of plasma leucine, at rest.',
    kicCurve,
  ),
  kicLoss: bodyConstant(0.13, '1/min', 'Loss of KIC from plasma.', kicCurve),
  kicVolume: bodyConstant(
    9.2,
    'L',
    'Volume in which KIC spreads.',
    assumed('that of leucine; no plasma course after KIC by mouth was found'),
  ),
} as const;
