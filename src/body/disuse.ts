import { always } from './decay.js';
import { Bleeker2005, Kilroe2019, Wall2013, Wall2016 } from './sources.js';
import { NO_EFFECT, number, type Treatment } from './treatment.js';

/** Capacity for synthesis left after t days in a cast: floor + (1 - floor) exp(-t/days); calibrated, below S6K1. */
const CAST = { floor: 0.47, days: 2.2 };
/** Bed rest: ribosomes and what each makes; assumed, together so that synthesis falls by a third once leucine has risen. */
const BED_REST = { ribosomes: 0.85, translation: 0.9 };
/**
 * Blood flow of a leg that bears nothing falls to 1.6 of 2.1 ml/min/dl in 4 weeks; in a straight line (assumed), and inflow with
 * it. In bed it does not fall (J Appl Physiol 99:1293, 2005, doi:10.1152/japplphysiol.00118.2005).
 */
const FLOW = { left: 1.6 / 2.1, days: 28 };
const DAY_s = 86_400;

export const disuse: Treatment = {
  key: 'disuse',
  sentence:
    'A leg in a cast or a body in bed: ribosomes that each make less, in bed fewer of them; less blood and leucine to a cast leg; signalling untouched.',
  main: 'kind',
  fields: {
    kind: {
      kind: 'choice',
      options: ['immobilisation', 'bed rest'],
      default: 'immobilisation',
      says: 'Cast or bed.',
    },
    for: {
      kind: 'quantity',
      unit: 's',
      default: 5 * DAY_s,
      min: 0,
      max: 366 * DAY_s,
      says: 'How long before t = 0 it began, for a cast; 5 days where unsaid.',
    },
    strength: {
      kind: 'quantity',
      unit: 'fold',
      default: 1,
      min: 0,
      max: 1.5,
      says: '1 is what was measured, 0 nothing.',
    },
  },
  touches: {
    inputs: ['translation_capacity', 'ribosome_content', 'leucine_inflow'],
    copies: [],
    parameters: [],
  },
  sources: [Wall2013, Wall2016, Kilroe2019, Bleeker2005],
  effects: (given) => {
    const strength = number(given, 'strength');
    const weaker = (factor: number) => 1 + (factor - 1) * strength;
    const days = number(given, 'for') / DAY_s;
    const inBed = given.kind === 'bed rest';
    const capacity = inBed
      ? BED_REST.translation
      : CAST.floor + (1 - CAST.floor) * Math.exp(-days / CAST.days);
    const flow = 1 - (1 - FLOW.left) * Math.min(1, days / FLOW.days);
    const from = inBed ? 'disuse: bed rest' : `disuse: ${days} d of immobilisation`;
    return {
      ...NO_EFFECT,
      inputs: [
        { input: 'translation_capacity', how: 'times', course: always(weaker(capacity)), from },
        {
          input: 'ribosome_content',
          how: 'times',
          course: always(weaker(inBed ? BED_REST.ribosomes : 1)),
          from,
        },
        ...(inBed
          ? []
          : [{ input: 'leucine_inflow', how: 'times' as const, course: always(weaker(flow)), from }]),
      ],
    };
  },
};
