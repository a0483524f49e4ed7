/** 4E-BP1 holds eIF4E until mTORC1 has phosphorylated it twice; free eIF4E joins eIF4G as eIF4F. */
import { calibrated, k } from '../language/rates.js';
import { bind, change, chapter, rule, unbind } from '../language/rules.js';
import { BP1, EIF4E, EIF4G } from './agents.js';
import { Modrak2013 } from './citations.js';
import { fitted, fittedPerCopy, working } from './evidence.js';
import { byMTORC1, resistantKinase } from './kinase.js';

/** PRAS40 leaves 2.35 times as many mTORC1 free as in the fit, so that each works at 0.426 of its rate; decision 11. */
const shielded = 'x 0.3 while eIF4E is bound, held fixed in the fit';
const dephosphorylation = k(0.42, '1/min', working('as S6K1, held fixed in the fit'));
const first = '1.26 um3/min x 0.426';
const second = '163 um3/min x 0.426';

export const eif4e = chapter('4E-BP1, eIF4E and eIF4F', [
  ...byMTORC1(
    'bp1-priming',
    'mTORC1 primes free 4E-BP1 on T37/46, a site that rapamycin does not protect',
    change(BP1, { phospho: 'hypo', eif4e: 'free' }, { phospho: 'primed' }),
    k(0.107, 'um3/min', fittedPerCopy(first, 'rapamycin resistance of the priming sites from memory')),
    { kinase: resistantKinase },
  ),
  ...byMTORC1(
    'bp1-priming-bound',
    'mTORC1 primes 4E-BP1 that holds eIF4E',
    change(BP1, { phospho: 'hypo', eif4e: 'bound' }, { phospho: 'primed' }),
    k(0.0322, 'um3/min', fittedPerCopy(`${first} ${shielded}`, 'as above')),
    { kinase: resistantKinase },
  ),
  ...byMTORC1(
    'bp1-hyper',
    'mTORC1 phosphorylates primed 4E-BP1 on S65/T70',
    change(BP1, { phospho: 'primed', eif4e: 'free' }, { phospho: 'hyper' }),
    k(13.9, 'um3/min', fittedPerCopy(second, 'the order of the sites is known')),
  ),
  ...byMTORC1(
    'bp1-hyper-release',
    'mTORC1 phosphorylates S65/T70 of primed 4E-BP1, which lets eIF4E go',
    unbind(BP1({ phospho: 'primed' }).eif4e, EIF4E().bp, { a: { phospho: 'hyper' } }),
    k(4.17, 'um3/min', fittedPerCopy(`${second} ${shielded}`, 'only the second step frees eIF4E')),
  ),
  rule(
    'bp1-hyper-dephosphorylation',
    'PP2A takes the phosphates off S65/T70',
    change(BP1, { phospho: 'hyper' }, { phospho: 'primed' }),
    { k: dephosphorylation },
    { driven: true },
  ),
  rule(
    'bp1-primed-dephosphorylation',
    'PP2A takes the phosphates off T37/46',
    change(BP1, { phospho: 'primed', eif4e: 'free' }, { phospho: 'hypo' }),
    { k: dephosphorylation },
    { driven: true },
  ),
  rule(
    'bp1-primed-dephosphorylation-bound',
    'PP2A takes the phosphates off T37/46 of 4E-BP1 that holds eIF4E',
    change(BP1, { phospho: 'primed', eif4e: 'bound' }, { phospho: 'hypo' }),
    { k: k(0.126, '1/min', working(`0.42 /min ${shielded}`)) },
    { driven: true },
  ),
  rule(
    'bp1-eif4e',
    '4E-BP1 that is not hyperphosphorylated takes eIF4E',
    bind(BP1({ phospho: ['hypo', 'primed'] }).eif4e, EIF4E({ eif4g: 'free' }).bp),
    {
      on: k(0.989, 'um3/min', fitted('at its upper bound of 1; Kd of nM order is from memory', Modrak2013)),
      off: k(0.6, '1/min', working('held fixed in the fit')),
    },
    { driven: true },
  ),
  rule('eif4f', 'eIF4E joins eIF4G: eIF4F', bind(EIF4E({ bp: 'free' }).eif4g, EIF4G().eif4e), {
    on: k(0.01, 'um3/min', calibrated('mean-field fit, at its lower bound of 0.01')),
    off: k(0.6, '1/min', working('held fixed in the fit')),
  }),
]);
