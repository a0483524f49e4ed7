/** Sestrin takes leucine into its pocket; empty, it is free to silence GATOR2. */
import { calibrated, derived, k } from '../language/rates.js';
import { bind, chapter, rule } from '../language/rules.js';
import { Leucine, Sestrin } from './agents.js';
import { Saxton2016, Wolfson2016, Xu2019 } from './citations.js';
import { rim } from './compartments.js';
import { working } from './evidence.js';

const fastOff = calibrated('chosen so that binding relaxes in under a minute; only Kd is measured');

export const sensing = chapter('Leucine sensing', [
  rule(
    'sestrin2-leucine',
    'Sestrin2 takes one leucine into its pocket',
    bind(Sestrin({ isoform: 'sestrin2', gator2: 'free' }).pocket, Leucine({ in: rim })),
    {
      on: k(0.15, '1/(uM min)', derived('off / Kd with the measured Kd of 20 uM', Wolfson2016, Saxton2016)),
      off: k(3, '1/min', fastOff),
    },
  ),
  rule(
    'sestrin1-leucine',
    'Sestrin1 takes one leucine into its pocket',
    bind(Sestrin({ isoform: 'sestrin1', gator2: 'free' }).pocket, Leucine({ in: rim })),
    {
      on: k(0.3, '1/(uM min)', working('Kd 10 uM: the order, Sestrin1 tightest, is measured', Xu2019)),
      off: k(3, '1/min', fastOff),
    },
  ),
  rule(
    'sestrin3-leucine',
    'Sestrin3 takes one leucine into its pocket',
    bind(Sestrin({ isoform: 'sestrin3', gator2: 'free' }).pocket, Leucine({ in: rim })),
    {
      on: k(0.075, '1/(uM min)', working('Kd 40 uM: the order, Sestrin3 loosest, is measured', Xu2019)),
      off: k(3, '1/min', fastOff),
    },
  ),
]);
