/**
 * Isovaleryl-CoA down to acetyl-CoA and acetoacetate. ATP is booked from the steps (P/O 2.5 and 1.5): BCKDH +2.5 (NADH),
 * IVD +1.5 (FADH2), MCC -1, SCOT -1 (GTP not made), each acetyl-CoA in the cycle +10: 32 for a leucine.
 */
import { k } from '../language/rates.js';
import { chapter, exchange, remove, rule } from '../language/rules.js';
import {
  Acetoacetate,
  AcetylCoA,
  HmgCoA,
  IsovalerylCoA,
  MethylcrotonylCoA,
  MethylglutaconylCoA,
} from './agents.js';
import { matrix } from './compartments.js';
import { working } from './evidence.js';

const step = k(40, '1/h', working('about 200 molecules /um3 of each intermediate'));

export const catabolism = chapter('From isovaleryl-CoA to acetyl-CoA', [
  rule(
    'ivd',
    'Isovaleryl-CoA dehydrogenase makes 3-methylcrotonyl-CoA',
    exchange([IsovalerylCoA({ in: matrix })], [MethylcrotonylCoA({ in: matrix })]),
    { k: step },
    { driven: true },
  ),
  rule(
    'mcc',
    '3-methylcrotonyl-CoA carboxylase makes 3-methylglutaconyl-CoA, spending ATP',
    exchange([MethylcrotonylCoA({ in: matrix })], [MethylglutaconylCoA({ in: matrix })]),
    { k: step },
    { driven: true },
  ),
  rule(
    'auh',
    'Methylglutaconyl-CoA hydratase makes HMG-CoA',
    exchange([MethylglutaconylCoA({ in: matrix })], [HmgCoA({ in: matrix })]),
    { k: step },
    { driven: true },
  ),
  rule(
    'hmgcl',
    'HMG-CoA lyase makes acetyl-CoA and acetoacetate',
    exchange([HmgCoA({ in: matrix })], [AcetylCoA({ in: matrix }), Acetoacetate({ in: matrix })]),
    { k: step },
    { driven: true },
  ),
  rule(
    'scot',
    'SCOT and thiolase turn acetoacetate into two acetyl-CoA',
    exchange([Acetoacetate({ in: matrix })], [AcetylCoA({ in: matrix }), AcetylCoA({ in: matrix })]),
    { k: step },
    { driven: true },
  ),
  rule(
    'tca',
    'Acetyl-CoA is burnt in the citric acid cycle',
    remove(AcetylCoA({ in: matrix }), 'TCA cycle'),
    {
      k: step,
    },
  ),
]);
