/** BCAT2 passes the amino group of leucine to glutamate and back (ping-pong); alanine and glutamine carry it away. */
import { derived, k } from '../language/rates.js';
import { chapter, exchange, remove, rule } from '../language/rules.js';
import { Alanine, BCAT2, Glutamate, Glutamine, KIC, Leucine } from './agents.js';
import { MannAdegoke2024, Neinast2019, Suryawan2011, Tessari1995 } from './citations.js';
import { cytosol, matrix } from './compartments.js';
import { fluxSet, working } from './evidence.js';

const nitrogenOut = k(
  0.0385,
  '1/h',
  derived('half of the net transamination, 9,270 /h, from 120,440 glutamates; the split is assumed'),
);

export const transamination = chapter('Transamination', [
  rule(
    'bcat2-leucine',
    'BCAT2 lifts the amino group off leucine, leaving KIC; the enzyme keeps the nitrogen, and can give it back',
    exchange(
      [BCAT2({ cofactor: 'PLP' }), Leucine({ in: cytosol })],
      [BCAT2({ cofactor: 'PMP' }), KIC({ in: cytosol })],
      { C1: [['Leucine', 'KIC']], N: [['Leucine', 'BCAT2']] },
    ),
    {
      forward: k(
        0.012,
        'um3/h',
        fluxSet('0.540 /h per leucine with 45 of 60 enzymes ready', Tessari1995, Neinast2019),
      ),
      backward: k(
        0.178,
        'um3/h',
        fluxSet(
          '2.67 /h per KIC with 15 of 60 enzymes loaded: 77 % of KIC returns',
          Tessari1995,
          MannAdegoke2024,
          Suryawan2011,
        ),
      ),
    },
  ),
  rule(
    'bcat2-glutamate',
    'Loaded BCAT2 gives the amino group to ketoglutarate, making glutamate, or takes it from glutamate',
    exchange([BCAT2({ cofactor: 'PMP' })], [BCAT2({ cofactor: 'PLP' }), Glutamate({ in: matrix })], {
      N: [['BCAT2', 'Glutamate']],
    }),
    {
      forward: k(
        4000,
        '1/h',
        working(
          '60,000 /h fasted with ketoglutarate held; Keq of the whole is near 1 at 0.96 mM ketoglutarate',
        ),
      ),
      backward: k(
        4.68e-4,
        'um3/h',
        derived('50,700 /h fasted, so that the net is that of leucine, at 4 mM glutamate in the matrix'),
      ),
    },
    { approximation: 'ketoglutarate is held' },
  ),
  rule(
    'alanine-synthesis',
    'Glutamate gives its amino group to pyruvate: alanine',
    exchange([Glutamate({ in: matrix })], [Alanine({ in: cytosol })], { N: [['Glutamate', 'Alanine']] }),
    { k: nitrogenOut },
    { driven: true, approximation: 'pyruvate is held' },
  ),
  rule(
    'glutamine-synthesis',
    'Glutamate takes up ammonia: glutamine',
    exchange([Glutamate({ in: matrix })], [Glutamine({ in: cytosol })], { N: [['Glutamate', 'Glutamine']] }),
    { k: nitrogenOut },
    { driven: true, approximation: 'ammonia and ATP are held' },
  ),
  rule('alanine-export', 'Alanine leaves to plasma', remove(Alanine({ in: cytosol }), 'plasma'), {
    k: k(0.5, '1/h', working('turnover of hours')),
  }),
  rule('glutamine-export', 'Glutamine leaves to plasma', remove(Glutamine({ in: cytosol }), 'plasma'), {
    k: k(0.1, '1/h', working('a large pool that turns over slowly')),
  }),
]);
