import { scale } from './courses.js';
import { during, factorBy, fading } from './decay.js';
import {
  AbouSawan2018,
  Biolo1997,
  Dreyer2006,
  Farrell2000,
  Knapik1991,
  Mayhew2011,
  Phillips1997,
  Song2017,
} from './sources.js';
import { accustomed } from './training.js';
import { type InputEffect, NO_EFFECT, number, type Treatment } from './treatment.js';

/** What a bout of resistance exercise leaves from its end on, fading together; calibrated on synthesis at 3, 24 and 48 h and on p-S6K1. */
const RESISTANCE = {
  decay_s: 20 * 3600,
  tscReleasedShare: 0.503,
  /** per mTORC1 and min */
  ragIndependentActivation: 0.016,
  /** Initiation by eIF2B: raised after a bout, as measured; how much and for how long is calibrated with the rest. */
  eif2b: 1.25,
  eif2bDecay_s: 36 * 3600,
  refractoryRecovery: 8,
  breakdown: 1.34,
  /** Leucine inflow in recovery, from a blood flow 64 % up; that it fades with the rest, and is the same after endurance work, is assumed. */
  leucineInflow: 1.64,
};
/** TSC returns to Rheb at 0.2 /min in the model, so that a release of u /min keeps the share u/(u + 0.2) off. */
const TSC_RETURN_PER_MIN = 0.2;
/** While muscles work, and AMPK for an hour after. */
const WORK = { ampk: 1.8, ampkAfter_s: 3600, elongation: 0.65 };
/** Activation of calpain at the end of eccentric work, 1/min: nearly all of it raised within hours. Assumed; weakly evidenced. */
const ECCENTRIC = { damage_per_min: 0.01 };
/** Ratio of BCKDH phosphatase to kinase during endurance work; magnitude calibrated. */
const ENDURANCE = { ppm1k: 4 };

const release_per_min = (share: number): number => (TSC_RETURN_PER_MIN * share) / (1 - share);

export const exercise: Treatment = {
  key: 'exercise',
  sentence:
    'A bout of exercise: TSC off Rheb, mTORC1 activated without the Rags, eIF2B up, ribosomes back sooner; during work, AMPK up and elongation blocked. After endurance work only leucine inflow stays up; while it lasts, BCKDH is activated.',
  main: 'kind',
  fields: {
    kind: {
      kind: 'choice',
      options: ['resistance', 'eccentric', 'endurance'],
      says: 'What kind of exercise; eccentric is resistance with damage.',
    },
    at: {
      kind: 'quantity',
      unit: 's',
      default: -3600,
      min: -7 * 86_400,
      max: 366 * 86_400,
      says: 'When the bout begins; an hour before t = 0 where unsaid.',
    },
    for: {
      kind: 'quantity',
      unit: 's',
      default: 3600,
      min: 60,
      max: 86_400,
      says: 'How long the bout lasts; 1 h where unsaid.',
    },
    strength: {
      kind: 'quantity',
      unit: 'fold',
      default: 1,
      min: 0,
      max: 1.9,
      says: '1 is the bout of the studies.',
    },
    damage: {
      kind: 'quantity',
      unit: '1/min',
      default: 0,
      min: 0,
      max: 10,
      says: 'Activation of calpain by damage; 0 is none, but 0.01 /min times strength in eccentric work (assumed, weakly evidenced).',
    },
  },
  touches: {
    inputs: [
      'tsc_release',
      'rag_independent_activation',
      'refractory_recovery',
      'eif2b',
      'breakdown',
      'leucine_inflow',
      'ampk',
      'elongation',
      'ppm1k_activity',
      'eccentric_damage',
    ],
    copies: [],
    parameters: [],
  },
  sources: [
    Song2017,
    AbouSawan2018,
    Dreyer2006,
    Biolo1997,
    Phillips1997,
    Knapik1991,
    Farrell2000,
    Mayhew2011,
  ],
  effects: (given, _, beside) => {
    const bout = accustomed(beside, given.kind === 'endurance');
    const start_s = number(given, 'at');
    const end_s = start_s + number(given, 'for');
    const strength = number(given, 'strength');
    const from = `exercise: ${String(given.kind)}, from ${start_s / 60} to ${end_s / 60} min`;
    const stronger = (factor: number) => 1 + (factor - 1) * strength;
    const times = (input: string, course: InputEffect['course']): InputEffect => ({
      input,
      how: 'times',
      course,
      from,
    });
    const add = (input: string, course: InputEffect['course']): InputEffect => ({
      input,
      how: 'add',
      course,
      from,
    });
    const work = [
      times('ampk', factorBy(during(start_s, end_s + WORK.ampkAfter_s), stronger(WORK.ampk))),
      times('elongation', factorBy(during(start_s, end_s), Math.max(0, stronger(WORK.elongation)))),
    ];
    const decay_s = RESISTANCE.decay_s * bout.lasts;
    const after = fading(start_s, end_s, decay_s);
    const damage =
      number(given, 'damage') || (given.kind === 'eccentric' ? ECCENTRIC.damage_per_min * strength : 0);
    const hurt = damage === 0 ? [] : [add('eccentric_damage', scale(after, damage))];
    const recovery = fading(end_s, end_s, decay_s);
    const initiation = fading(end_s, end_s, RESISTANCE.eif2bDecay_s * bout.lasts);
    const inflow = times('leucine_inflow', factorBy(recovery, stronger(RESISTANCE.leucineInflow)));
    if (given.kind === 'endurance')
      return {
        ...NO_EFFECT,
        inputs: [
          ...work,
          ...hurt,
          inflow,
          times(
            'ppm1k_activity',
            factorBy(during(start_s, end_s), 1 + (stronger(ENDURANCE.ppm1k) - 1) * bout.activation),
          ),
        ],
      };
    const released = {
      time_s: recovery.time_s,
      value: recovery.value.map((v) => release_per_min(v * strength * RESISTANCE.tscReleasedShare)),
    };
    return {
      ...NO_EFFECT,
      inputs: [
        ...work,
        ...hurt,
        add('tsc_release', released),
        add('rag_independent_activation', scale(recovery, strength * RESISTANCE.ragIndependentActivation)),
        times('refractory_recovery', factorBy(recovery, stronger(RESISTANCE.refractoryRecovery))),
        times('eif2b', factorBy(initiation, stronger(RESISTANCE.eif2b))),
        times('breakdown', factorBy(after, 1 + (stronger(RESISTANCE.breakdown) - 1) * bout.breakdown)),
        inflow,
      ],
    };
  },
};
