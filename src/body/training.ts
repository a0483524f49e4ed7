import type { Given } from '../scenario/plan.js';
import {
  Damas2015,
  Hammarstrom2022,
  Howarth2007,
  Kim2005,
  McKenzie2000,
  Phillips1999,
  Tang2008,
} from './sources.js';
import { type Beside, type Effects, NO_EFFECT, number, part, type Treatment } from './treatment.js';

/**
 * Total RNA rises by 49.5 % in eight bouts. All of the new ribosomes are taken to be recruitable, 1.73 times the 84 /um3 of the
 * untrained: a fasted muscle that made half more would gain by itself, and does not.
 */
const RESISTANCE = { ribosomes: 1.73, lasts: 0.5, breakdown: 0 };
/** Work adds a twentieth of what it adds to the BCKDH phosphatase of the untrained: a little activation, oxidation as at rest. */
const ENDURANCE = { bdk: 1.3, bckdh: 1.3, activation: 0.05 };

/** What training makes of a bout: factors on how long it lasts, and on the rise of breakdown and of BCKDH phosphatase. */
export interface Accustomed {
  readonly lasts: number;
  readonly breakdown: number;
  readonly activation: number;
}

/** What a bout meets in this muscle, if it trained for that kind of work. */
export function accustomed(beside: Beside, toEndurance: boolean): Accustomed {
  const untrained = { lasts: 1, breakdown: 1, activation: 1 };
  const given = beside('training');
  if (given === undefined || (given.kind === 'endurance') !== toEndurance) return untrained;
  const own = factorsOf(given);
  return toEndurance
    ? { ...untrained, activation: own('BCKDH in work', ENDURANCE.activation) }
    : {
        ...untrained,
        lasts: own('bout lasts', RESISTANCE.lasts),
        breakdown: own('breakdown after a bout', RESISTANCE.breakdown),
      };
}

/** A factor as published or as said, nearer to 1 at a strength below 1 and never below 0. */
function factorsOf(given: Given): (field: string, published: number) => number {
  const strength = number(given, 'strength');
  return (field, published) => Math.max(0, 1 + (part(given, field, published) - 1) * strength);
}

export const training: Treatment = {
  key: 'training',
  sentence:
    'A muscle that has trained for weeks. Resistance: more ribosomes to recruit, and a bout of resistance exercise acts for half as long. Endurance: more BCKDH with more of its kinase, and work hardly activates it.',
  main: 'kind',
  fields: {
    kind: {
      kind: 'choice',
      options: ['resistance', 'endurance'],
      default: 'resistance',
      says: 'What it trained for.',
    },
    strength: {
      kind: 'quantity',
      unit: 'fold',
      default: 1,
      min: 0,
      max: 1.5,
      says: '0 is untrained, 1 the state as described.',
    },
    ribosomes: {
      kind: 'part',
      unit: 'fold',
      says: 'Resistance: copies of recruitable ribosomes, x1.73; total RNA +49.5 %, taken to be all recruitable.',
    },
    'bout lasts': {
      kind: 'part',
      unit: 'fold',
      says: 'Resistance: time constants of what a bout leaves, x0.5; direction measured, size calibrated on synthesis at 4 and 28 h.',
    },
    'breakdown after a bout': {
      kind: 'part',
      unit: 'fold',
      says: 'Resistance: the rise of breakdown after a bout, x0; none was found in trained muscle.',
    },
    'BCKDH kinase': {
      kind: 'part',
      unit: 'fold',
      says: 'Endurance: copies of the BCKDH kinase, x1.3 as measured.',
    },
    BCKDH: {
      kind: 'part',
      unit: 'fold',
      says: 'Endurance: copies of BCKDH, x1.3; total activity rises, how much is assumed to be as its kinase.',
    },
    'BCKDH in work': {
      kind: 'part',
      unit: 'fold',
      says: 'Endurance: what work adds to the BCKDH phosphatase, x0.05; calibrated: activated a little, no clear rise of oxidation.',
    },
  },
  touches: { inputs: [], copies: ['Ribosome', 'BDK', 'E1'], parameters: [] },
  sources: [Tang2008, Damas2015, Hammarstrom2022, Kim2005, Phillips1999, McKenzie2000, Howarth2007],
  effects: (given): Effects => {
    const own = factorsOf(given);
    const copies: Record<string, number> =
      given.kind === 'endurance'
        ? { BDK: own('BCKDH kinase', ENDURANCE.bdk), E1: own('BCKDH', ENDURANCE.bckdh) }
        : { Ribosome: own('ribosomes', RESISTANCE.ribosomes) };
    return { ...NO_EFFECT, copies };
  },
};
