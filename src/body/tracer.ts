import type { Course } from '../scenario/plan.js';
import { points } from './courses.js';
import { LEUCINE_TRACER } from './fits.js';

/** Mole fractions of [1-13C] in what enters from plasma, by source of label, from `at_s` on: a primed infusion at its plateau. */
export function leucineTracer(at_s: number): Readonly<Record<string, Readonly<Record<string, Course>>>> {
  const plateau = (fraction: number): Course =>
    points([
      [at_s, 0],
      [at_s, fraction],
    ]);
  return {
    plasma_leucine: { C1: plateau(LEUCINE_TRACER.plasma_leucine) },
    plasma_kic: { C1: plateau(LEUCINE_TRACER.plasma_kic) },
  };
}
