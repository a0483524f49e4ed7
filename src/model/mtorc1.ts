/** Rheb with GTP activates a docked mTORC1; TSC takes the GTP away; PRAS40 blocks the kinase until Akt removes it. */
import { proportional } from '../language/inputs.js';
import { calibrated, k } from '../language/rates.js';
import { bind, by, change, chapter, rule, unbind } from '../language/rules.js';
import { Akt, MTORC1, Rheb, TSC } from './agents.js';
import { Li2004, Marshall2009, Song2017, Yang2017 } from './citations.js';
import { fittedPerCopy, working } from './evidence.js';
import { ampk, ragIndependentActivation, tscActivity } from './inputs.js';

export const mtorc1 = chapter('Activation of mTORC1', [
  rule(
    'rheb-exchange',
    'Rheb exchanges GDP for GTP',
    change(Rheb, { nucleotide: 'GDP' }, { nucleotide: 'GTP' }),
    { k: k(0.3, '1/min', working('held fixed in the fit; much GTP at rest is wanted', Li2004)) },
    { driven: true },
  ),
  rule(
    'rheb-hydrolysis',
    'Rheb hydrolyses its GTP by itself',
    change(Rheb, { nucleotide: 'GTP', mtorc1: 'free' }, { nucleotide: 'GDP' }),
    { k: k(0.01, '1/min', working('top of an estimated range of 1e-4 to 1e-2 /min')) },
    { driven: true },
  ),
  rule(
    'rheb-gap',
    'TSC on the lysosome makes Rheb hydrolyse its GTP',
    by(
      change(Rheb, { nucleotide: 'GTP', mtorc1: 'free' }, { nucleotide: 'GDP' }),
      TSC({ akt: ['none', 'one'], place: 'lysosome' }),
    ),
    {
      k: k(
        0.0502,
        'um3/min',
        fittedPerCopy('0.251 um3/min', 'that TSC2 speeds hydrolysis (50 x) is measured', Marshall2009),
      ),
    },
    { driven: true, drives: [proportional(tscActivity), proportional(ampk)] },
  ),
  rule(
    'mtorc1-rheb',
    'Rheb with GTP settles on a docked mTORC1',
    bind(MTORC1({ rag: 'bound' }).rheb, Rheb({ nucleotide: 'GTP' }).mtorc1),
    {
      on: k(0.0035, 'um3/min', fittedPerCopy('0.0175 um3/min', 'mechanism measured, rate not', Yang2017)),
      off: k(1, '1/min', working('held fixed in the fit')),
    },
    {
      driven: true,
      drives: [proportional(ampk, { power: -1 })],
      approximation: 'AMPK on Raptor taken as an inverse factor (sign known, exponent 1 assumed)',
    },
  ),
  rule(
    'mtorc1-rheb-undocked',
    'An mTORC1 that has lost its Rag lets go of Rheb',
    unbind(MTORC1({ rag: 'free' }).rheb, Rheb().mtorc1),
    { k: k(10, '1/min', working('fast; without a Rag the complex counts as inactive at once')) },
    { driven: true },
  ),
  rule(
    'pras40-release',
    'Akt phosphorylates PRAS40, which leaves mTORC1',
    by(change(MTORC1, { pras40: 'on' }, { pras40: 'off' }), Akt({ s473: 'p' })),
    {
      k: k(
        0.92,
        'um3/min',
        calibrated(
          '5 x the fitted 0.184 um3/min, as its counterpart; 1.35 /min at the fasted 1.47 active Akt /um3; decision 9',
          Yang2017,
        ),
      ),
    },
    { driven: true, approximation: 'PRAS40 is a state of mTORC1, not a molecule of its own' },
  ),
  rule(
    'pras40-return',
    'PRAS40 loses its phosphate and blocks mTORC1 again',
    change(MTORC1, { pras40: 'off' }, { pras40: 'on' }),
    {
      k: k(
        1.7,
        '1/min',
        calibrated('44 % off at rest, so that leucine without insulin has most of its effect; decision 11'),
      ),
    },
    { driven: true },
  ),
  rule(
    'mtorc1-exercise-on',
    'Contraction activates an mTORC1 without the Rags',
    change(MTORC1, { bypass: 'none' }, { bypass: 'exercise' }),
    {
      k: k(
        1,
        '1/min',
        working(
          'unit factor on the input, which is a rate; Rheb and mTOR meet away from the lysosome',
          Song2017,
        ),
      ),
    },
    { driven: true, drives: [proportional(ragIndependentActivation)] },
  ),
  rule(
    'mtorc1-exercise-off',
    'The contraction-activated mTORC1 falls back',
    change(MTORC1, { bypass: 'exercise' }, { bypass: 'none' }),
    { k: k(0.2, '1/min', working('as for HMB')) },
    { driven: true },
  ),
]);
