/**
 * Basal ribosomes translate without mTORC1. A recruitable one collects five marks while idle: two by meeting eIF4F, three by
 * meeting p-S6K1. With all five it commits, translates through three stages, and is refractory for hours: muscle-full.
 *
 * Why marks: synthesis must follow small changes of a signal steeply, and a power of a few copies would be biased by their noise.
 * A place is marked at rate a n and loses its mark at rate m, so a share q = x/(1 + x), x = a n/m, is marked, and the places
 * together give q_cap^2 q_s6^3: a power for few marks, saturating above. x is 0.18 and 0.24 fasted.
 */
import { proportional } from '../language/inputs.js';
import { assumed, calibrated, constant, derived, k, saturable } from '../language/rates.js';
import { by, change, chapter, exchange, rule } from '../language/rules.js';
import { BasalRibosome, BoundLeucine, EIF4E, Leucine, Ribosome, S6K1 } from './agents.js';
import {
  Bohe2001,
  Dickinson2011,
  Dickinson2013,
  Ljungqvist1997,
  Meyuhas2015,
  Tessari1995,
} from './citations.js';
import { cytosol, protein } from './compartments.js';
import { fitted, working } from './evidence.js';
import { eif2b, elongation, refractoryRecovery, ribosomeContent, translationCapacity } from './inputs.js';

const perRibosome = saturable(
  k(
    1506,
    '1/h',
    derived(
      '56,600 leucines /um3/h over 42 elongating ribosomes and 0.895 saturation at 128 uM',
      Tessari1995,
    ),
  ),
  constant(
    15,
    'uM',
    working(
      'leucyl-tRNA synthetase has a Km of 10-50 uM, from memory; its product has the label of free leucine',
      Ljungqvist1997,
    ),
  ),
);
const capacity = [proportional(translationCapacity), proportional(ribosomeContent), proportional(elongation)];
const intoProtein = exchange([Leucine({ in: cytosol })], [BoundLeucine({ in: protein })]);

const stageRate = k(
  0.042,
  '1/min',
  calibrated(
    'three equal stages, 71 min in all, between a late rise in an infusion and an early end after a bolus; decision 17',
    Bohe2001,
  ),
);
const decommitment = k(0.00113, '1/min', fitted('near its lower bound of 0.001'));
const perFree = (n: number) => ['one free place', 'two free places', 'three free places'][n - 1];
const capOn = (n: 1 | 2) =>
  k(
    0.418 * n,
    'um3/min',
    derived(`x = 0.18 at the fasted 0.844 eIF4F /um3, so that 15 % of places are marked; ${perFree(n)}`),
  );
const capOff = (n: 1 | 2) =>
  k(2 * n, '1/min', assumed(`a mark lasts half a minute, short beside commitment; ${n} held`));
const s6On = (n: 1 | 2 | 3) =>
  k(
    0.0305 * n,
    'um3/min',
    calibrated(
      `x = 0.24 at the fasted 1.6 p-S6K1 /um3: a fifth of places is marked; S6 has five sites, filled in order, of which three are enough here; ${perFree(n)}; decision 17`,
      Meyuhas2015,
    ),
  );
const s6Off = (n: 1 | 2 | 3) =>
  k(
    0.2 * n,
    '1/min',
    assumed(`a mark lasts 5 min, so that a ribosome follows the mean of few p-S6K1, not bursts; ${n} held`),
  );

const cap = (id: string, from: '0' | '1', to: '1' | '2', n: 1 | 2) =>
  rule(
    id,
    `eIF4F marks the message of an idle ribosome (${to} of 2)`,
    by(change(Ribosome, { stage: 'idle', cap: from }, { cap: to }), EIF4E({ eif4g: 'bound' })),
    { k: capOn(n) },
    { driven: true },
  );
const s6 = (id: string, from: '0' | '1' | '2', to: '1' | '2' | '3', n: 1 | 2 | 3) =>
  rule(
    id,
    `p-S6K1 marks an idle ribosome and its factors (${to} of 3)`,
    by(change(Ribosome, { stage: 'idle', s6: from }, { s6: to }), S6K1({ t389: 'p' })),
    { k: s6On(n) },
    { driven: true },
  );
const capLost = (id: string, from: '2' | '1', to: '1' | '0', n: 1 | 2) =>
  rule(
    id,
    `A mark of eIF4F is lost (${to} left)`,
    change(Ribosome, { cap: from }, { cap: to }),
    { k: capOff(n) },
    { driven: true },
  );
const s6Lost = (id: string, from: '3' | '2' | '1', to: '2' | '1' | '0', n: 1 | 2 | 3) =>
  rule(
    id,
    `A mark of p-S6K1 is lost (${to} left)`,
    change(Ribosome, { s6: from }, { s6: to }),
    { k: s6Off(n) },
    { driven: true },
  );
const step = (id: string, sentence: string, from: 'C1' | 'C2' | 'C3', to: 'C2' | 'C3' | 'refractory') =>
  rule(id, sentence, change(Ribosome, { stage: from }, { stage: to }), { k: stageRate }, { driven: true });
const back = (id: string, from: 'C1' | 'C2' | 'C3') =>
  rule(
    id,
    `A ribosome in stage ${from} falls back to idle`,
    change(Ribosome, { stage: from }, { stage: 'idle' }),
    { k: decommitment },
    { driven: true },
  );

export const translation = chapter('Ribosomes and muscle-full', [
  rule(
    'synthesis-basal',
    'A basal ribosome builds leucine into protein, with or without mTORC1',
    by(intoProtein, BasalRibosome({ work: 'elongating' })),
    { k: perRibosome },
    {
      drives: [...capacity, proportional(eif2b)],
      approximation: 'charging of tRNA is not resolved',
    },
  ),
  rule(
    'synthesis-recruited',
    'A committed ribosome builds leucine into protein',
    by(intoProtein, Ribosome({ stage: ['C1', 'C2', 'C3'] })),
    { k: perRibosome },
    { drives: capacity, approximation: 'charging of tRNA is not resolved' },
  ),
  cap('cap-first', '0', '1', 2),
  cap('cap-second', '1', '2', 1),
  capLost('cap-first-lost', '1', '0', 1),
  capLost('cap-second-lost', '2', '1', 2),
  s6('s6-first', '0', '1', 3),
  s6('s6-second', '1', '2', 2),
  s6('s6-third', '2', '3', 1),
  s6Lost('s6-first-lost', '1', '0', 1),
  s6Lost('s6-second-lost', '2', '1', 2),
  s6Lost('s6-third-lost', '3', '2', 3),
  rule(
    'ribosome-commit',
    'An idle ribosome with all five marks commits',
    change(Ribosome, { stage: 'idle', cap: '2', s6: '3' }, { stage: 'C1', cap: '0', s6: '0' }),
    {
      k: k(
        7,
        '1/min',
        calibrated(
          'for the size of the answer to amino acids beside a fasted synthesis that rapamycin leaves; decision 17',
          Dickinson2011,
          Dickinson2013,
        ),
      ),
    },
    { driven: true, drives: [proportional(eif2b)] },
  ),
  step('ribosome-second-stage', 'A committed ribosome passes to its second stage', 'C1', 'C2'),
  step('ribosome-third-stage', 'A committed ribosome passes to its third stage', 'C2', 'C3'),
  step(
    'ribosome-exhaustion',
    'A committed ribosome becomes refractory: the muscle is full',
    'C3',
    'refractory',
  ),
  back('ribosome-fall-back-first', 'C1'),
  back('ribosome-fall-back-second', 'C2'),
  back('ribosome-fall-back-third', 'C3'),
  rule(
    'ribosome-recovery',
    'A refractory ribosome can be recruited again',
    change(Ribosome, { stage: 'refractory' }, { stage: 'idle' }),
    {
      k: k(0.0013, '1/min', calibrated('12.8 h: spent in an infusion of six hours; decision 17', Bohe2001)),
    },
    { driven: true, drives: [proportional(refractoryRecovery)] },
  ),
]);
