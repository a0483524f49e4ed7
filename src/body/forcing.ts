import type { Course } from '../scenario/plan.js';
import { constant, points, raise, sample, steps, until } from './courses.js';
import { MEASURED_CURVES } from './curves.js';
import { CLAMPS, FITS, STEPS } from './fits.js';
import type { Fit, Forcing } from './forcing-kinds.js';

/** Every curve that a scenario may name, by id. */
export const FORCINGS: ReadonlyMap<string, Forcing> = new Map(
  [...MEASURED_CURVES, ...FITS, ...STEPS, ...CLAMPS].map((f) => [f.id, f]),
);

/** Which inputs of a model a curve can stand for; those of what happens inside muscle stand for none. */
const DRIVES: Readonly<Record<string, readonly string[]>> = {
  'plasma leucine': ['plasma_leucine'],
  'plasma amino acids': ['plasma_leucine', 'arginine'],
  'plasma insulin': ['insulin'],
  'plasma KIC': ['plasma_kic'],
  'plasma HMB': ['plasma_hmb'],
};
export const canDrive = (forcing: Forcing, input: string): boolean =>
  DRIVES[forcing.variable]?.includes(input) ?? false;

/** The curve as a course in its own unit; `rest` is the fasted value of the run, for what is relative to it. */
export function courseOf(forcing: Forcing, rest: number): Course {
  switch (forcing.kind) {
    case 'measured': {
      const fasted = forcing.value[0]!;
      const course = points(forcing.time_min.map((t, i) => [t * 60, forcing.value[i]!] as const));
      return until(course, forcing.time_min.at(-1)! * 60, fasted);
    }
    case 'gamma':
    case 'bi-exponential':
    case 'one-compartment':
      return raise(riseOf(forcing), rest);
    case 'steps': {
      const on: [number, number] = [0, rest * forcing.factor];
      return steps(rest, forcing.end_min === undefined ? [on] : [on, [forcing.end_min * 60, rest]]);
    }
    case 'level':
      return constant(forcing.level);
  }
}

/** The curve less its fasted value: what an intake adds. For factors and clamps, relative to `rest`. */
export function increment(forcing: Forcing, rest: number): Course {
  return forcing.kind === 'measured'
    ? raise(courseOf(forcing, rest), -forcing.value[0]!)
    : raise(courseOf(forcing, rest), -rest);
}

/** Molar mass of HMB, g/mol. */
export const HMB_G_PER_MOL = 118.13;

/** Time after which less than a thousandth of the peak is left, in minutes. */
const GONE = { gamma_taus: 12, halfLives: 12 };

function riseOf(fit: Fit): Course {
  switch (fit.kind) {
    case 'gamma': {
      const rise = (t_s: number) => {
        const x = t_s / 60 / fit.tau_min;
        return fit.rise * x * Math.exp(1 - x);
      };
      const end_s = fit.tau_min * 60 * GONE.gamma_taus;
      return until(sample(rise, 0, end_s), end_s, 0);
    }
    case 'bi-exponential':
      return twoExponentials(fit.amplitude, fit.ka_per_min / 60, fit.ke_per_min / 60);
    case 'one-compartment': {
      const amplitude_uM = ((fit.dose_g / HMB_G_PER_MOL) * 1e6) / fit.volume_L;
      return twoExponentials(amplitude_uM, fit.ka_per_h / 3600, fit.ke_per_h / 3600);
    }
  }
}

function twoExponentials(amplitude: number, ka_per_s: number, ke_per_s: number): Course {
  const scale = (amplitude * ka_per_s) / (ka_per_s - ke_per_s);
  const rise = (t: number) => scale * (Math.exp(-ke_per_s * t) - Math.exp(-ka_per_s * t));
  const end_s = (GONE.halfLives * Math.LN2) / Math.min(ka_per_s, ke_per_s);
  return until(sample(rise, 0, end_s), end_s, 0);
}
