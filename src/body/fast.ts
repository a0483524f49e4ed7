import type { Course } from '../scenario/plan.js';
import { points, scale } from './courses.js';
import { factorBy } from './decay.js';
import { PLASMA } from './plasma.js';
import { Charkey1955, Felig1969, Hojlund2001, Sherwin1978, Tripolt2020, Tsalikian1984 } from './sources.js';
import { NO_EFFECT, number, part, type Treatment } from './treatment.js';

const HOUR_s = 3600;
/**
 * Plasma leucine from 102 to 169 uM between 15 and 30 h after the last meal; it stays up through the first week (+40 % in the obese
 * after three days, back after four weeks).
 */
const LEUCINE = { fold: 1.66, from_h: 15, to_h: 30 };
/** Insulin from 4.3 to 2.5 mU/L between 12 and 36 h; it falls little more to 72 h, and here no more. */
const INSULIN = { fold: 0.58, from_h: 12, to_h: 36 };
/** Arginine of blood falls within two days; by how much is assumed. */
const ARGININE = { fold: 0.8, from_h: 15, to_h: 48 };

export const fast: Treatment = {
  key: 'fast',
  sentence:
    'A fast that goes on after the night: plasma leucine and KIC up, insulin and arginine down, by the hours since the last meal. What muscle makes of it follows from the rules.',
  main: 'for',
  fields: {
    for: {
      kind: 'quantity',
      unit: 's',
      min: 12 * HOUR_s,
      max: 7 * 24 * HOUR_s,
      says: 'Time from the last meal to t = 0, after which the fast goes on; 12 to 15 h are the fasted state of all scenarios.',
    },
    leucine: {
      kind: 'part',
      unit: 'fold',
      says: 'Plasma leucine, x1.66 from 30 h on; plasma KIC rises with it as the intake model says.',
    },
    insulin: { kind: 'part', unit: 'fold', says: 'Plasma insulin, x0.58 from 36 h on.' },
    arginine: {
      kind: 'part',
      unit: 'fold',
      says: 'Arginine, x0.8 from 48 h on; direction measured, size assumed.',
    },
  },
  touches: { inputs: ['plasma_leucine', 'plasma_kic', 'insulin', 'arginine'], copies: [], parameters: [] },
  sources: [Tsalikian1984, Sherwin1978, Felig1969, Tripolt2020, Hojlund2001, Charkey1955],
  effects: (given, rest) => {
    const for_s = number(given, 'for');
    const from = `${for_s / HOUR_s} h after the last meal`;
    const change = (input: string, change: number, shape: typeof LEUCINE) => ({
      input,
      how: 'add' as const,
      course: scale(reached(shape, for_s), change),
      from,
    });
    const leucine_uM = rest('plasma_leucine') * (part(given, 'leucine', LEUCINE.fold) - 1);
    const insulin_pM = rest('insulin') * (part(given, 'insulin', INSULIN.fold) - 1);
    return {
      ...NO_EFFECT,
      inputs: [
        change('plasma_leucine', leucine_uM, LEUCINE),
        change('plasma_kic', PLASMA.kicShare.value * leucine_uM, LEUCINE),
        change('insulin', insulin_pM, INSULIN),
        {
          input: 'arginine',
          how: 'times',
          course: factorBy(reached(ARGININE, for_s), part(given, 'arginine', ARGININE.fold)),
          from,
        },
      ],
    };
  },
};

/** From 0 to 1 between two times after the last meal, which was `for_s` before t = 0. */
const reached = ({ from_h, to_h }: { from_h: number; to_h: number }, for_s: number): Course =>
  points([
    [from_h * HOUR_s - for_s, 0],
    [to_h * HOUR_s - for_s, 1],
  ]);
