import type { Course } from '../scenario/plan.js';
import { sample, scale, shift, until } from './courses.js';
import { during, factorBy } from './decay.js';
import { AT, onInputs } from './dose.js';
import { FITS } from './fits.js';
import { HMB_G_PER_MOL } from './forcing.js';
import { kicRise, LEUCINE_G_PER_MOL } from './intake-model.js';
import { KIC_G_PER_MOL } from './kic.js';
import { PLASMA } from './plasma.js';
import { Atherton2010, Bennet1989, Bohe2001, Fuller2011, Greenhaff2008, Wilkinson2013 } from './sources.js';
import { type Field, number, type Treatment } from './treatment.js';

const FOR: Field = {
  kind: 'quantity',
  unit: 's',
  default: 6 * 3600,
  min: 0,
  max: 366 * 86_400,
  says: 'How long; 6 h where unsaid.',
};
const PATTERN: Field = {
  kind: 'choice',
  options: ['primed', 'constant'],
  default: 'primed',
  says: 'Primed: at its plateau from the start. Constant: without a prime, rising to it.',
};

/** From 0 to 1 and back: at once when primed, else as fast as plasma loses what is infused; after the end it is lost as fast. */
function plateau(pattern: unknown, for_s: number, loss_per_min: number): Course {
  const loss_per_s = loss_per_min / 60;
  const end_s = for_s + GONE / loss_per_s;
  const reached = pattern === 'primed' ? 1 : 1 - Math.exp(-loss_per_s * for_s);
  const rising =
    pattern === 'primed'
      ? during(0, for_s)
      : until(
          sample((t) => 1 - Math.exp(-loss_per_s * t), 0, for_s),
          for_s,
          0,
        );
  const falling = until(
    sample((t) => reached * Math.exp(-loss_per_s * (t - for_s)), for_s, end_s),
    end_s,
    0,
  );
  return joined(rising, falling, for_s);
}
const GONE = 9;
const joined = (first: Course, second: Course, at_s: number): Course => {
  const before = first.time_s.findIndex((t) => t >= at_s);
  return {
    time_s: [...first.time_s.slice(0, before + 1), ...second.time_s],
    value: [...first.value.slice(0, before + 1), ...second.value],
  };
};

export const aminoAcids: Treatment = {
  key: 'amino acid infusion',
  sentence:
    'Mixed amino acids into a vein: leucine and arginine of plasma at a fold of fasted, KIC after leucine, insulin unchanged.',
  main: 'fold',
  fields: {
    fold: {
      kind: 'quantity',
      unit: 'fold',
      min: 0,
      max: 100,
      says: 'Plasma amino acids relative to fasted.',
    },
    at: AT,
    for: FOR,
    pattern: PATTERN,
  },
  touches: { inputs: ['plasma_leucine', 'arginine', 'plasma_kic'], copies: [], parameters: [] },
  sources: [Bohe2001, Bennet1989, Greenhaff2008],
  effects: (given, rest) => {
    const fold = number(given, 'fold');
    const at_s = number(given, 'at');
    const for_s = number(given, 'for');
    const shape =
      given.pattern === 'constant'
        ? plateau('constant', for_s, PLASMA.lossEssential.value)
        : during(0, for_s);
    const from = `infusion at x${fold}, ${given.pattern === 'constant' ? 'without a prime' : 'as a step'}`;
    const leucine_uM = scale(shape, (fold - 1) * rest('plasma_leucine'));
    return onInputs([
      ...['plasma_leucine', 'arginine'].map((input) => ({
        input,
        how: 'times' as const,
        course: shift(factorBy(shape, fold), at_s),
        from,
      })),
      { input: 'plasma_kic', how: 'add', course: shift(kicRise(leucine_uM), at_s), from },
    ]);
  },
};

const HMB_FIT = FITS.find((f) => f.id === 'hmb-fit-fa-gel');
/** Molar mass, volume and loss of what can be infused. HMB is taken to be all absorbed when swallowed, so that V is V/F. */
function kinetics(of: unknown) {
  switch (of) {
    case 'KIC':
      return {
        input: 'plasma_kic',
        gPerMol: KIC_G_PER_MOL,
        volume_L: PLASMA.kicVolume.value,
        loss_per_min: PLASMA.kicLoss.value,
      };
    case 'HMB':
      if (HMB_FIT?.kind !== 'one-compartment') throw new Error('hmb-fit-fa-gel is not a one-compartment fit');
      return {
        input: 'plasma_hmb',
        gPerMol: HMB_G_PER_MOL,
        volume_L: HMB_FIT.volume_L,
        loss_per_min: HMB_FIT.ke_per_h / 60,
      };
    default:
      return {
        input: 'plasma_leucine',
        gPerMol: LEUCINE_G_PER_MOL,
        volume_L: PLASMA.volume.value,
        loss_per_min: PLASMA.lossLeucine.value,
      };
  }
}

export const infusion: Treatment = {
  key: 'infusion',
  sentence: 'Leucine, KIC or HMB into a vein at a constant rate: one compartment, insulin unchanged.',
  main: 'rate',
  fields: {
    of: { kind: 'choice', options: ['leucine', 'KIC', 'HMB'], default: 'leucine', says: 'What is infused.' },
    rate: { kind: 'quantity', unit: 'g/h', min: 0, max: 1000, says: 'Rate into the vein.' },
    at: AT,
    for: FOR,
    pattern: PATTERN,
  },
  touches: { inputs: ['plasma_leucine', 'plasma_kic', 'plasma_hmb'], copies: [], parameters: [] },
  sources: [Wilkinson2013, Atherton2010, Fuller2011],
  effects: (given) => {
    const { input, gPerMol, volume_L, loss_per_min } = kinetics(given.of);
    const rate = number(given, 'rate');
    const level_uM = ((rate / 60 / gPerMol) * 1e6) / (volume_L * loss_per_min);
    const rise = scale(plateau(given.pattern, number(given, 'for'), loss_per_min), level_uM);
    const from = `infusion model, ${rate} g/h ${String(given.of)}, ${String(given.pattern)}`;
    const at_s = number(given, 'at');
    const add = (name: string, course: Course) => ({
      input: name,
      how: 'add' as const,
      course: shift(course, at_s),
      from,
    });
    return onInputs([
      add(input, rise),
      ...(input === 'plasma_leucine' ? [add('plasma_kic', kicRise(rise))] : []),
    ]);
  },
};
