import type { Course } from '../scenario/plan.js';
import { scale, shift } from './courses.js';
import { FORCINGS, increment } from './forcing.js';
import type { InputEffect, Rest } from './treatment.js';

/** A study whose curves stand for an intake: what was eaten, and the forcings that followed. */
export interface Study {
  /** In the unit in which the dose is scaled: g leucine, or g protein. */
  readonly dose: number;
  readonly leucine: string;
  readonly insulin?: string;
  readonly kic?: string;
}

/** The study with the nearest dose, by ratio: a dose between two is scaled from the one that it differs least from. */
export function nearestStudy(studies: readonly Study[], dose: number): Study {
  const distance = (s: Study) => (dose <= 0 ? s.dose : Math.abs(Math.log(s.dose / dose)));
  return studies.reduce((best, s) => (distance(s) < distance(best) ? s : best));
}

/**
 * What an intake adds to plasma leucine, insulin and KIC: the measured rise of the nearest study times dose over its
 * dose. Linear in the dose (an assumption: the measured rise per gram varies tenfold between products).
 */
export function intakeEffects(
  studies: readonly Study[],
  dose: number,
  unit: string,
  at_s: number,
  rest: Rest,
): readonly InputEffect[] {
  if (dose === 0) return [];
  const study = nearestStudy(studies, dose);
  const factor = dose / study.dose;
  const curve = (id: string, input: string, how: 'add' | 'oral'): InputEffect => ({
    input,
    how,
    course: shift(scale(rise(id, rest(input)), factor), at_s),
    from: `${id} x ${Number(factor.toPrecision(4))} (${dose} ${unit} for ${study.dose} ${unit})`,
  });
  return [
    curve(study.leucine, 'plasma_leucine', 'oral'),
    ...(study.insulin === undefined ? [] : [curve(study.insulin, 'insulin', 'add')]),
    ...(study.kic === undefined ? [] : [curve(study.kic, 'plasma_kic', 'oral')]),
  ];
}

function rise(id: string, rest: number): Course {
  const forcing = FORCINGS.get(id);
  if (forcing === undefined) throw new Error(`there is no forcing "${id}": see FORCINGS for the ids`);
  return increment(forcing, rest);
}
