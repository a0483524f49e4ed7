/** Insulin makes PIP3 through IRS1; PIP3 turns Akt on; Akt takes TSC off the lysosome; p-S6K1 silences IRS1. */
import { hill, proportional } from '../language/inputs.js';
import { constant, derived, k } from '../language/rates.js';
import { by, change, chapter, make, remove, rule } from '../language/rules.js';
import { Akt, IRS1, PIP3, S6K1, TSC } from './agents.js';
import { AbouSawan2018, McCollClarke2024, Song2017 } from './citations.js';
import { cytosol } from './compartments.js';
import { fitted, fittedPerCopy, working } from './evidence.js';
import { aktActivation, insulin, insulinSignalling as insulinFactor, tscRelease } from './inputs.js';

const tscAkt = k(
  0.593,
  'um3/min',
  fitted('0.872 /min for each of two sequential sites at the fasted number of active Akt, 1.47 /um3'),
);
const tscPhosphatase = k(
  1,
  '1/min',
  working('held fixed in the fit; another fit has 0.0854 /min, conflict kept', McCollClarke2024),
);

export const insulinSignalling = chapter('Insulin, IRS1, Akt and TSC', [
  rule(
    'pip3-basal',
    'IRS1 and PI3K make some PIP3 without insulin',
    by(make(PIP3({ in: cytosol })), IRS1({ s636: 'free' })),
    {
      k: k(
        0.0339,
        '1/min',
        derived('1 - 3.89 x 0.209 of the fasted PIP3 production, 1.68 /um3/min over 9.18 free IRS1'),
      ),
    },
    { driven: true },
  ),
  rule(
    'pip3-insulin',
    'Insulin makes IRS1 and PI3K produce PIP3',
    by(make(PIP3({ in: cytosol })), IRS1({ s636: 'free' })),
    {
      k: k(
        0.712,
        '1/min',
        fitted('3.89 x the fasted production (1.68 /um3/min over 9.18 free IRS1) at saturating insulin'),
      ),
    },
    {
      driven: true,
      drives: [
        hill(insulin, {
          K: constant(80, 'pM', working('held fixed in the fit')),
          n: constant(1.5, '1', working('held fixed in the fit')),
          base: constant(0, '1', derived('insulin-dependent part only')),
          amplitude: constant(1, '1', derived('the rate is that at saturation')),
        }),
        proportional(insulinFactor),
      ],
      approximation: 'receptor, IRS1 and PI3K are one step',
    },
  ),
  rule(
    'pip3-decay',
    'PIP3 is taken apart',
    remove(PIP3({ in: cytosol }), 'PIP2'),
    {
      k: k(
        0.0168,
        '1/min',
        fitted('relaxation of p-Akt 59.5 min, at its upper bound of 60; the slow step is put at PIP3'),
      ),
    },
    { driven: true },
  ),
  rule(
    'akt-activation',
    'PIP3 brings Akt to PDK1 and mTORC2, which phosphorylate it',
    by(change(Akt, { s473: 'free' }, { s473: 'p' }), PIP3({ in: cytosol })),
    {
      k: k(
        0.002576,
        'um3/min',
        derived('4.9 % active at 100 PIP3 /um3 with the dephosphorylation below', McCollClarke2024),
      ),
    },
    { driven: true, drives: [proportional(aktActivation)], approximation: 'T308 and S473 are one step' },
  ),
  rule(
    'akt-dephosphorylation',
    'PP2A and PHLPP dephosphorylate Akt',
    change(Akt, { s473: 'p' }, { s473: 'free' }),
    {
      k: k(
        5,
        '1/min',
        working('between two fits for S473, 0.38 and 9.98 /min; fast beside PIP3', McCollClarke2024),
      ),
    },
    { driven: true },
  ),
  rule(
    'irs1-s636',
    'p-S6K1 phosphorylates IRS1 on S636 and silences it',
    by(change(IRS1, { s636: 'free' }, { s636: 'p' }), S6K1({ t389: 'p' })),
    {
      k: k(
        0.000494,
        'um3/min',
        fittedPerCopy('0.00247 um3/min', 'fit of another model to human muscle', McCollClarke2024),
      ),
    },
    { driven: true },
  ),
  rule(
    'irs1-recovery',
    'IRS1 loses the phosphate of S636',
    change(IRS1, { s636: 'p' }, { s636: 'free' }),
    { k: k(0.0069, '1/min', fitted('of another model to human muscle', McCollClarke2024)) },
    { driven: true },
  ),
  rule(
    'tsc-akt-first',
    'Akt phosphorylates the first site of TSC2',
    by(change(TSC, { akt: 'none' }, { akt: 'one' }), Akt({ s473: 'p' })),
    { k: tscAkt },
    { driven: true },
  ),
  rule(
    'tsc-akt-second',
    'Akt phosphorylates the second site of TSC2, and TSC leaves Rheb',
    by(change(TSC, { akt: 'one' }, { akt: 'both' }), Akt({ s473: 'p' })),
    { k: tscAkt },
    { driven: true },
  ),
  rule(
    'tsc-phosphatase-second',
    'A phosphatase clears the second site of TSC2',
    change(TSC, { akt: 'both' }, { akt: 'one' }),
    { k: tscPhosphatase },
    { driven: true },
  ),
  rule(
    'tsc-phosphatase-first',
    'A phosphatase clears the first site of TSC2',
    change(TSC, { akt: 'one' }, { akt: 'none' }),
    { k: tscPhosphatase },
    { driven: true },
  ),
  rule(
    'tsc-mechanical-release',
    'Contraction takes TSC off lysosomal Rheb',
    change(TSC, { place: 'lysosome' }, { place: 'released' }),
    { k: k(1, '1/min', working('unit factor on the input, which is a rate', Song2017, AbouSawan2018)) },
    { driven: true, drives: [proportional(tscRelease)] },
  ),
  rule(
    'tsc-return',
    'TSC comes back to the lysosome',
    change(TSC, { place: 'released' }, { place: 'lysosome' }),
    { k: k(0.2, '1/min', working('minutes; the release itself decays over a day in the input')) },
    { driven: true },
  ),
]);
