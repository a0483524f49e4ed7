/** The Rag pairs hold mTORC1 on the lysosome while A/B carries GTP. */
import { k } from '../language/rates.js';
import { bind, by, change, chapter, rule, unbind } from '../language/rules.js';
import { GATOR1, MTORC1, Rag } from './agents.js';
import { Lawrence2018, Manifava2016, Shen2017, Shen2018 } from './citations.js';
import { fitted, fittedPerCopy, working } from './evidence.js';

const gap = k(
  4.08,
  'um3/min',
  fittedPerCopy('20.4 um3/min', 'mechanism measured (Arg78 of Nprl2), rate not', Shen2018),
);
const basal = k(0.05, '1/min', working('held fixed in the fit'));

export const rags = chapter('Rag pairs and docking of mTORC1', [
  rule(
    'rag-loading',
    'Ragulator and SLC38A9 let RagA/B take GTP',
    change(Rag, { ab: 'GDP' }, { ab: 'GTP' }),
    {
      k: k(
        2.23,
        '1/min',
        fitted('one two-state pair because GTP on one side blocks GTP on the other', Shen2017, Lawrence2018),
      ),
    },
    { driven: true },
  ),
  rule(
    'rag-gap',
    'Active GATOR1 makes an unoccupied RagA/B hydrolyse its GTP',
    by(change(Rag, { ab: 'GTP', mtorc1: 'free' }, { ab: 'GDP' }), GATOR1({ gap: 'active' })),
    { k: gap },
    { driven: true },
  ),
  rule(
    'rag-hydrolysis',
    'An unoccupied RagA/B hydrolyses its GTP by itself',
    change(Rag, { ab: 'GTP', mtorc1: 'free' }, { ab: 'GDP' }),
    { k: basal },
    { driven: true },
  ),
  rule(
    'mtorc1-docking',
    'mTORC1 docks on a Rag pair with GTP on A/B',
    bind(Rag({ ab: 'GTP' }).mtorc1, MTORC1().rag),
    {
      on: k(
        0.0772,
        'um3/min',
        fittedPerCopy('0.386 um3/min', 'docking within 2 min of amino acids is measured', Manifava2016),
      ),
      off: k(0.0515, '1/min', fitted('at its lower bound of 0.05')),
    },
    { driven: true },
  ),
  rule(
    'rag-gap-release',
    'Active GATOR1 makes RagA/B hydrolyse its GTP, and the docked mTORC1 goes',
    by(unbind(Rag({ ab: 'GTP' }).mtorc1, MTORC1().rag, { a: { ab: 'GDP' } }), GATOR1({ gap: 'active' })),
    { k: gap },
    { driven: true },
  ),
  rule(
    'rag-hydrolysis-release',
    'RagA/B hydrolyses its GTP by itself, and the docked mTORC1 goes',
    unbind(Rag({ ab: 'GTP' }).mtorc1, MTORC1().rag, { a: { ab: 'GDP' } }),
    { k: basal },
    { driven: true },
  ),
]);
