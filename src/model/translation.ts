/**
 * Basal ribosomes translate without mTORC1. A recruitable one collects four marks while idle: two by meeting eIF4F, two by
 * meeting p-S6K1. With all four it commits, translates through three stages, and is refractory for hours: muscle-full.
 *
 * Why marks: the fitted commitment, 120 /min (eIF4F/eIF4G)^2 (p-S6K1/S6K1)^2, would be biased by the noise of few copies.
 * A place is marked at rate a n and loses its mark at rate m, so a share q = x/(1 + x), x = a n/m, is marked, and two places
 * of each kind give q_cap^2 q_s6^2: the fitted square for few marks, mildly saturating above. At the x of that fit, fasted (0.18 and
 * 0.064), that is 8.4e-5; the fitted flux, 9.2e-5 /min for an idle ribosome, then asks for about 1.1 /min beside the loss of
 * marks at 4.4 /min from the full set, which is 1.5 /min.
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
  Tessari1995,
  Wilkinson2013,
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
  0.058,
  '1/min',
  calibrated(
    'three equal stages, 52 min in all, between a late rise in an infusion and an early end after a bolus; decision 11',
    Bohe2001,
  ),
);
const decommitment = k(0.00113, '1/min', fitted('near its lower bound of 0.001'));
const perFree = (n: 1 | 2) => (n === 2 ? 'two free places' : 'one free place');
const capOn = (n: 1 | 2) =>
  k(
    0.418 * n,
    'um3/min',
    derived(`x = 0.18 at the fasted 0.844 eIF4F /um3, so that 15 % of places are marked; ${perFree(n)}`),
  );
const capOff = (n: 1 | 2) =>
  k(2 * n, '1/min', assumed(`a mark lasts half a minute, short beside commitment; ${n} held`));
const s6On = (n: 1 | 2) =>
  k(
    0.021 * n,
    'um3/min',
    calibrated(
      `x = 0.17 at the fasted 1.6 p-S6K1 /um3, so that 14 % of places are marked and leucine without insulin recruits too; ${perFree(n)}; decision 9`,
      Wilkinson2013,
    ),
  );
const s6Off = (n: 1 | 2) =>
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
const s6 = (id: string, from: '0' | '1', to: '1' | '2', n: 1 | 2) =>
  rule(
    id,
    `p-S6K1 marks an idle ribosome and its factors (${to} of 2)`,
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
const s6Lost = (id: string, from: '2' | '1', to: '1' | '0', n: 1 | 2) =>
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
  s6('s6-first', '0', '1', 2),
  s6('s6-second', '1', '2', 1),
  s6Lost('s6-first-lost', '1', '0', 1),
  s6Lost('s6-second-lost', '2', '1', 2),
  rule(
    'ribosome-commit',
    'An idle ribosome with all four marks commits',
    change(Ribosome, { stage: 'idle', cap: '2', s6: '2' }, { stage: 'C1', cap: '0', s6: '0' }),
    {
      k: k(
        3.2,
        '1/min',
        calibrated(
          'twice the value derived at the head of this chapter, for the size of the answer to amino acids: 1.3 % are committed fasted; decision 11',
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
      k: k(
        0.002,
        '1/min',
        calibrated(
          '8.3 h, at the lower bound of the fit: spent in an infusion of six hours; decision 11',
          Bohe2001,
        ),
      ),
    },
    { driven: true, drives: [proportional(refractoryRecovery)] },
  ),
]);
