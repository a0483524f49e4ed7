import { Chantranupong2014, Saxton2016, Wolfson2016, Xu2019 } from './sources.js';
import { NO_EFFECT, number, type Treatment } from './treatment.js';

/**
 * The isoforms differ in how fast their pocket takes leucine and in nothing else here, so that the model's Sestrin with
 * another rate is another isoform. Affinity for leucine over that of Sestrin2: Kd 10, 20 and 40 uM here; the order is measured, Sestrin1 the tightest.
 */
const TIGHTER = { sestrin1: 2, sestrin2: 1, sestrin3: 0.5 } as const;

export const sestrin: Treatment = {
  key: 'sestrin',
  sentence:
    'Which Sestrin senses leucine, how tight its pocket is, and how much of it there is: isoforms, pocket mutants and knock-out.',
  main: 'isoform',
  fields: {
    isoform: {
      kind: 'choice',
      options: Object.keys(TIGHTER),
      default: 'sestrin2',
      says: 'The isoform that muscle has; the isoforms are redundant towards GATOR2 and differ in Kd.',
    },
    Kd: {
      kind: 'quantity',
      unit: 'fold',
      default: 1,
      min: 0.001,
      max: 1000,
      says: 'Kd of the pocket relative to the wild type: x10 is a pocket mutant, from which leucine and NV-5138 leave ten times faster.',
    },
    amount: {
      kind: 'quantity',
      unit: 'fold',
      default: 1,
      min: 0,
      max: 100,
      says: 'Copies; 0 is a knock-out of all Sestrins.',
    },
  },
  touches: {
    inputs: [],
    copies: ['Sestrin'],
    parameters: ['sestrin2-leucine.on', 'sestrin2-leucine.off', 'sestrin2-nv5138.off'],
  },
  sources: [Wolfson2016, Saxton2016, Xu2019, Chantranupong2014],
  effects: (given) => {
    const amount = number(given, 'amount');
    const tighter = TIGHTER[given.isoform as keyof typeof TIGHTER];
    const Kd = number(given, 'Kd');
    const looser = { 'sestrin2-leucine.off': Kd, 'sestrin2-nv5138.off': Kd };
    return {
      ...NO_EFFECT,
      copies: amount === 1 ? {} : { Sestrin: amount },
      parameters: {
        ...(tighter === 1 ? {} : { 'sestrin2-leucine.on': tighter }),
        ...(Kd === 1 ? {} : looser),
      },
    };
  },
};
