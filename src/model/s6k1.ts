/** mTORC1 phosphorylates S6K1 on T389; a phosphatase that saturates takes the phosphate off. */
import { proportional } from '../language/inputs.js';
import { calibrated, constant, k } from '../language/rates.js';
import { change, chapter, inhibited, rule } from '../language/rules.js';
import { S6K1 } from './agents.js';
import { DallePezze2016, McColl2025, McCollClarke2024 } from './citations.js';
import { fittedPerCopy, working } from './evidence.js';
import { constitutiveS6k, mtorc1S6k } from './inputs.js';
import { byMTORC1 } from './kinase.js';

export const s6k1 = chapter('S6K1', [
  ...byMTORC1(
    's6k1-phosphorylation',
    'mTORC1 phosphorylates S6K1 on T389',
    change(S6K1, { t389: 'free' }, { t389: 'p' }),
    k(
      0.0268,
      'um3/min',
      calibrated(
        '3.5 % phosphorylated fasted and the course after amino acids, with the share of mTORC1 that PRAS40 leaves free; decision 11',
      ),
    ),
    { drives: [proportional(mtorc1S6k)] },
  ),
  rule(
    's6k1-constitutive',
    'S6K1 is phosphorylated without mTORC1, as in ageing',
    change(S6K1, { t389: 'free' }, { t389: 'p' }),
    { k: k(1, '1/min', working('unit factor on the input, which is a rate; off in the young', McColl2025)) },
    { driven: true, drives: [proportional(constitutiveS6k)] },
  ),
  rule(
    's6k1-dephosphorylation',
    'A phosphatase takes the phosphate off T389, and is kept busy when there is much',
    change(S6K1, { t389: 'p' }, { t389: 'free' }),
    {
      k: k(
        0.33,
        '1/min',
        working('between two fits, 0.0734 and 1.10 /min, conflict kept', McCollClarke2024, DallePezze2016),
      ),
    },
    {
      driven: true,
      laws: [
        inhibited(
          S6K1({ t389: 'p' }),
          constant(
            1.953,
            'molecules/um3',
            fittedPerCopy('1/2.56 per um3, here times 5', 'sets the time course of p-S6K1'),
          ),
          { name: 'saturation' },
        ),
      ],
      approximation: 'the phosphatase is not counted; its rate is 0.33 n/(1 + n/K)',
    },
  ),
]);
