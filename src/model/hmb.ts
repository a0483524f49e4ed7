/** HMB from KIC or from plasma; it restrains the proteasome (see proteolysis) and activates mTORC1 around the Rags, briefly. */
import { proportional } from '../language/inputs.js';
import { calibrated, constant, derived, k } from '../language/rates.js';
import { activated, by, change, chapter, exchange, make, remove, rule } from '../language/rules.js';
import { HMB, HmbMediator, KIC, MTORC1 } from './agents.js';
import { Fuller2011, Wilkinson2013 } from './citations.js';
import { cytosol } from './compartments.js';
import { fitted, working } from './evidence.js';
import { plasmaHmb } from './inputs.js';

export const hmb = chapter('HMB', [
  rule(
    'kic-dioxygenase',
    'KIC dioxygenase turns KIC into HMB; carbon 1 leaves as CO2',
    exchange([KIC({ in: cytosol })], [HMB({ in: cytosol })], { C1: [['KIC', 'CO2']] }),
    {
      k: k(
        0.0374,
        '1/h',
        calibrated('5 % of KIC disposal (2-10 % in reviews); the enzyme is mainly that of liver'),
      ),
    },
    { driven: true },
  ),
  rule(
    'hmb-in',
    'HMB enters from plasma',
    make(HMB({ in: cytosol })),
    { k: k(1668, 'molecules/um3/h', derived('2.77 /h x 602.2 /(um3 uM), per uM of plasma HMB')) },
    { drives: [proportional(plasmaHmb)] },
  ),
  rule('hmb-out', 'HMB leaves to plasma', remove(HMB({ in: cytosol }), 'plasma'), {
    k: k(2.77, '1/h', working('half-time 15 min')),
  }),
  rule('hmb-elimination', 'HMB is used up', remove(HMB({ in: cytosol }), 'HMG-CoA or urine'), {
    k: k(0.277, '1/h', derived('half-life in plasma, 2.5 h', Fuller2011)),
  }),
  rule(
    'hmb-mediator-on',
    'HMB activates its mediator, steeply',
    change(HmbMediator, { state: 'ready' }, { state: 'active' }),
    { k: k(0.274, '1/min', fitted('at saturating HMB', Wilkinson2013)) },
    {
      driven: true,
      laws: [
        activated(
          HMB({ in: cytosol }),
          constant(
            150,
            'uM',
            working('held fixed in the fit; steep, so that HMB made in the cell does little'),
          ),
          { power: 2, name: 'hmb' },
        ),
      ],
      approximation: 'the mediator is not identified',
    },
  ),
  rule(
    'hmb-mediator-spent',
    'The active mediator tires',
    change(HmbMediator, { state: 'active' }, { state: 'spent' }),
    {
      k: k(0.18, '1/min', calibrated('the pulse of p-S6K1 ends within the hour; decision 11', Wilkinson2013)),
    },
    { driven: true },
  ),
  rule(
    'hmb-mediator-recovery',
    'The spent mediator recovers',
    change(HmbMediator, { state: 'spent' }, { state: 'ready' }),
    { k: k(0.0035, '1/min', calibrated('five hours; decision 11', Wilkinson2013)) },
    { driven: true },
  ),
  rule(
    'mtorc1-hmb-on',
    'The active mediator activates an mTORC1 wherever it is, without Sestrin or Rag',
    by(change(MTORC1, { bypass: 'none' }, { bypass: 'hmb' }), HmbMediator({ state: 'active' })),
    {
      k: k(
        0.0015,
        'um3/min',
        calibrated(
          '0.03 /min with all of 20 mediators active: a pulse of p-S6K1 no higher than that of leucine; decision 11',
          Wilkinson2013,
        ),
      ),
    },
    { driven: true },
  ),
  rule(
    'mtorc1-hmb-off',
    'The HMB-activated mTORC1 falls back',
    change(MTORC1, { bypass: 'hmb' }, { bypass: 'none' }),
    { k: k(0.2, '1/min', working('held fixed in the fit')) },
    { driven: true },
  ),
]);
