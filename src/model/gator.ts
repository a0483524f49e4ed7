/** GATOR2, silenced by Sestrin or CASTOR1, holds GATOR1 off. */
import { inhibiting } from '../language/inputs.js';
import { assumed, constant, k } from '../language/rates.js';
import { bind, by, change, chapter, rule } from '../language/rules.js';
import { GATOR1, GATOR2, Sestrin } from './agents.js';
import { Chantranupong2014, Valenstein2022 } from './citations.js';
import { fitted, fittedPerCopy, working } from './evidence.js';
import { arginine } from './inputs.js';

const sestrinOn = k(
  0.1228,
  'um3/min',
  fittedPerCopy(
    '0.614 um3/min for each of two sites',
    'capped by hand for the leucine EC50 of cultured cells; two sites from the subunit counts of GATOR2',
    Chantranupong2014,
    Valenstein2022,
  ),
);
const sestrinOff = k(0.703, '1/min', fitted('at its lower bound of 0.7', Chantranupong2014));
const castorOn = k(2.4, '1/min', fitted('3.41 x off: how firmly empty CASTOR1 holds on at equilibrium'));
const castorOff = k(0.703, '1/min', assumed('as fast as Sestrin; only the equilibrium was fitted'));
const arginineK = constant(
  0.3,
  'fold',
  assumed('CASTOR1 half filled at 0.3 x fasted arginine; no value in muscle'),
);

export const gator = chapter('GATOR2 and GATOR1', [
  rule(
    'sestrin-gator2-first',
    'Empty Sestrin settles on the first seat of GATOR2',
    bind(Sestrin({ pocket: 'empty' }).gator2, GATOR2().s1),
    { on: sestrinOn, off: sestrinOff },
  ),
  rule(
    'sestrin-gator2-second',
    'Empty Sestrin settles on the second seat of GATOR2',
    bind(Sestrin({ pocket: 'empty' }).gator2, GATOR2().s2),
    { on: sestrinOn, off: sestrinOff },
  ),
  rule(
    'castor1-first',
    'CASTOR1 without arginine settles on the first of its seats on GATOR2',
    change(GATOR2, { castorA: 'off' }, { castorA: 'on' }),
    { forward: castorOn, backward: castorOff },
    { drives: [inhibiting(arginine, arginineK)], approximation: 'CASTOR1 itself is not counted' },
  ),
  rule(
    'castor1-second',
    'CASTOR1 without arginine settles on the second of its seats on GATOR2',
    change(GATOR2, { castorB: 'off' }, { castorB: 'on' }),
    { forward: castorOn, backward: castorOff },
    { drives: [inhibiting(arginine, arginineK)], approximation: 'CASTOR1 itself is not counted' },
  ),
  rule(
    'gator2-gator1',
    'GATOR2 with all seats empty switches GATOR1 off',
    by(
      change(GATOR1, { gap: 'active' }, { gap: 'off' }),
      GATOR2({ s1: 'free', s2: 'free', castorA: 'off', castorB: 'off' }),
    ),
    { k: k(8.74, 'um3/min', fittedPerCopy('43.7 um3/min', 'the sign is known, the rate is not')) },
    { driven: true },
  ),
  rule(
    'gator1-recovery',
    'GATOR1 becomes active again by itself',
    change(GATOR1, { gap: 'off' }, { gap: 'active' }),
    { k: k(1, '1/min', working('held fixed in the fit')) },
    { driven: true },
  ),
]);
