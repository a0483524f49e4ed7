/** Rapamycin on mTORC1, NV-5138 in the pocket of Sestrin2. BT2 acts within the chapter on BCKDH. */
import { proportional } from '../language/inputs.js';
import { assumed, calibrated, derived, k } from '../language/rates.js';
import { bind, change, chapter, make, remove, rule } from '../language/rules.js';
import { MTORC1, NV5138, Sestrin } from './agents.js';
import { McCollClarke2024, Sengupta2019 } from './citations.js';
import { rim } from './compartments.js';
import { working } from './evidence.js';
import { nv5138, rapamycin } from './inputs.js';

export const drugs = chapter('Drugs', [
  rule(
    'rapamycin-on',
    'Rapamycin with FKBP12 binds mTORC1 and blocks S6K1 and the second step of 4E-BP1',
    change(MTORC1, { rapamycin: 'free' }, { rapamycin: 'bound' }),
    {
      k: k(
        0.02,
        '1/min',
        calibrated(
          'per nM; Kd 0.5 nM (sub-nM from memory) blocks 95 % at 10 nM, as the reference model has it',
          McCollClarke2024,
        ),
      ),
    },
    { driven: true, drives: [proportional(rapamycin)], approximation: 'FKBP12 is in excess' },
  ),
  rule(
    'rapamycin-off',
    'Rapamycin leaves mTORC1',
    change(MTORC1, { rapamycin: 'bound' }, { rapamycin: 'free' }),
    { k: k(0.01, '1/min', assumed('slow, from memory')) },
    { driven: true },
  ),
  rule(
    'nv5138-in',
    'NV-5138 enters the rim under the sarcolemma',
    make(NV5138({ in: rim })),
    { k: k(18.07, 'molecules/um3/h', derived('1 /min x 602.2 /(um3 uM) x share 0.0005, per uM outside')) },
    { drives: [proportional(nv5138)] },
  ),
  rule('nv5138-out', 'NV-5138 leaves the rim unchanged', remove(NV5138({ in: rim }), 'outside'), {
    k: k(1, '1/min', working('as leucine; it is neither used nor built in', Sengupta2019)),
  }),
  rule(
    'sestrin2-nv5138',
    'Sestrin2 takes NV-5138 into the pocket in place of leucine',
    bind(Sestrin({ isoform: 'sestrin2', gator2: 'free' }).pocket, NV5138({ in: rim })),
    {
      on: k(
        0.15,
        '1/(uM min)',
        working('Kd set to that of leucine, 20 uM, because the pocket is the same', Sengupta2019),
      ),
      off: k(3, '1/min', working('as for leucine', Sengupta2019)),
    },
  ),
]);
