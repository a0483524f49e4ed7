/** BCKDH decarboxylates KIC for good; its kinase switches it off, its phosphatase on; KIC restrains the kinase, BT2 takes it off, too. */
import { hill, inhibiting, proportional } from '../language/inputs.js';
import { assumed, calibrated, constant, derived, k, measured, saturable } from '../language/rates.js';
import { by, change, chapter, exchange, inhibited, rule } from '../language/rules.js';
import { BDK, E1, IsovalerylCoA, KIC, PPM1K } from './agents.js';
import { PaxtonHarris1984, Pettit1978, Tessari1995, Tso2014, Wagenmakers1989 } from './citations.js';
import { cytosol, matrix } from './compartments.js';
import { bdkActivity, bt2, ppm1kActivity } from './inputs.js';

const bt2K = constant(3.2, 'uM', measured(Tso2014, 'IC50 3.19 uM'));

const decarboxylation = saturable(
  k(
    2.93,
    '1/s',
    derived('closes the fasted flux of 8,560 /h with 5.5 % active; 3.3 /s measured on KIV', Tessari1995),
  ),
  constant(45, 'uM', assumed('within 37-50 uM for three keto acids (from memory)', Pettit1978)),
);

export const bckdh = chapter('BCKDH, its kinase and its phosphatase', [
  rule(
    'bckdh',
    'An active BCKDH turns KIC into isovaleryl-CoA; carbon 1 leaves as CO2',
    by(
      exchange([KIC({ in: cytosol })], [IsovalerylCoA({ in: matrix })], { C1: [['KIC', 'CO2']] }),
      E1({ s293: 'free' }),
    ),
    {
      k: decarboxylation,
    },
    {
      driven: true,
      approximation: 'E2 and E3 are not limiting',
    },
  ),
  rule(
    'bckdh-phosphorylation',
    'BDK switches BCKDH off; KIC and BT2 restrain it',
    by(change(E1, { s293: 'free' }, { s293: 'p' }), BDK({ place: 'complex' })),
    {
      k: k(
        0.208,
        'um3/h',
        calibrated(
          '4.99 /h with 24 kinases: 5.5 % active at 20 uM KIC (4-6 % in resting muscle, from memory)',
          Wagenmakers1989,
        ),
      ),
    },
    {
      driven: true,
      laws: [
        inhibited(
          KIC({ in: cytosol }),
          constant(65, 'uM', assumed('I50 of about 65 uM, from memory', PaxtonHarris1984)),
          { name: 'kic' },
        ),
      ],
      drives: [inhibiting(bt2, bt2K), proportional(bdkActivity)],
    },
  ),
  rule(
    'bdk-lost',
    'BDK with BT2 bound leaves the complex and is taken apart',
    change(BDK, { place: 'complex' }, { place: 'lost' }),
    {
      k: k(
        0.17,
        '1/h',
        assumed(
          'BT2 frees BDK, which is then degraded faster (measured, no rate given); with the next, under a quarter is left',
          Tso2014,
        ),
      ),
    },
    {
      driven: true,
      drives: [
        hill(bt2, {
          K: bt2K,
          n: constant(1, '1', derived('one site')),
          base: constant(0, '1', derived('only with BT2')),
          amplitude: constant(1, '1', derived('the rate is that at saturation')),
        }),
      ],
    },
  ),
  rule(
    'bdk-made',
    'Lost BDK is made anew',
    change(BDK, { place: 'lost' }, { place: 'complex' }),
    { k: k(0.05, '1/h', assumed('turnover of 20 h; no figure for muscle was found')) },
    { driven: true },
  ),
  rule(
    'bckdh-dephosphorylation',
    'PPM1K switches BCKDH on',
    by(change(E1, { s293: 'p' }, { s293: 'free' }), PPM1K()),
    {
      k: k(
        0.034,
        'um3/h',
        calibrated(
          '0.204 /h with 6 phosphatases, so that oxidation is a fifth of synthesis; decision 9',
          Wagenmakers1989,
        ),
      ),
    },
    { driven: true, drives: [proportional(ppm1kActivity)] },
  ),
]);
