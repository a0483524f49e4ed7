import type { Course } from '../scenario/plan.js';
import { points, scale, shift } from './courses.js';
import { FORCINGS, increment } from './forcing.js';
import { gutRate_per_min } from './gut.js';
import { insulinRise_pM, kicRise, leucineRise_uM, type Product, riseCourse } from './intake-model.js';
import { PLASMA } from './plasma.js';
import type { Field, InputEffect, Rest } from './treatment.js';

/** A study whose curves stand for an intake: what was eaten, and the forcings that followed. */
export interface Study {
  /** In the unit in which the dose is given: g leucine, or g protein. */
  readonly dose: number;
  readonly leucine: string;
  readonly insulin?: string;
  readonly kic?: string;
}
/** What was swallowed: its dose in words, and in the grams that the model asks for. */
export interface Swallowed {
  readonly product: Product;
  readonly studies: readonly Study[];
  readonly dose: number;
  /** Of the dose: `g leucine as EAA`. */
  readonly unit: string;
  readonly leucine_g: number;
  /** Amino acids or protein. */
  readonly mass_g: number;
  readonly at_s: number;
}

/** Which curves a scenario takes for an intake. */
export type Curves = 'best' | 'measured' | 'model';
export const CURVES: Field = {
  kind: 'choice',
  options: ['best', 'measured', 'model'],
  default: 'best',
  says: 'Plasma curves: of the intake model, of the study with the nearest dose, or the better known of the two.',
};

/** Whether plasma KIC alone is to be foretold. */
export const KIC: Field = {
  kind: 'choice',
  options: ['as curves', 'model'],
  default: 'as curves',
  says: 'Plasma KIC: as "curves" says, or of the intake model, after the plasma leucine that "curves" gives.',
};

/** Doses that differ from a study's by less than this factor are taken to be that study's. */
export const SAME_DOSE = 1.1;

/** The study with the nearest dose, by ratio: a dose between two is scaled from the one that it differs least from. */
export function nearestStudy(studies: readonly Study[], dose: number): Study {
  const distance = (s: Study) => (dose <= 0 ? s.dose : Math.abs(Math.log(s.dose / dose)));
  return studies.reduce((best, s) => (distance(s) < distance(best) ? s : best));
}

/**
 * What an intake adds to plasma leucine, insulin and KIC. At a dose that was studied the measured rise, scaled to the dose
 * and fading after its last point; else the intake model, which foretells a curve left out better than the nearest curve
 * scaled does (docs/intake.md). What a study did not measure comes from the model.
 */
export function intakeEffects(
  what: Swallowed,
  curves: Curves,
  rest: Rest,
  kicBy: 'as curves' | 'model' = 'as curves',
): readonly InputEffect[] {
  const { product, dose, unit, at_s } = what;
  if (dose === 0) return [];
  const study = studyFor(what, curves);
  const model = `intake model, ${Number(dose.toPrecision(4))} ${unit}`;
  const factor = study === undefined ? 1 : dose / study.dose;
  const scaled = `x ${Number(factor.toPrecision(4))} (${dose} ${unit} for ${study?.dose})`;
  const measured = (id: string | undefined, input: string, fade_per_min: number) =>
    id === undefined
      ? undefined
      : {
          course: scale(fading(increment(forcing(id), rest(input)), fade_per_min), factor),
          from: `${id} ${scaled}`,
        };
  const leucine = measured(study?.leucine, 'plasma_leucine', gutRate_per_min()) ?? {
    course: riseCourse((t) => leucineRise_uM(product, what.leucine_g, t)),
    from: model,
  };
  const insulin = measured(study?.insulin, 'insulin', PLASMA.insulinStep.value) ?? {
    course: riseCourse((t) => insulinRise_pM(product, what.mass_g, t)),
    from: model,
  };
  const measuredKic = kicBy === 'model' ? undefined : study?.kic;
  const kic = measured(measuredKic, 'plasma_kic', gutRate_per_min()) ?? {
    course: kicRise(leucine.course),
    from: leucine.from === model ? model : `intake model, after ${leucine.from}`,
  };
  const late = (input: string, how: 'add' | 'oral', { course, from }: Rise): InputEffect => ({
    input,
    how,
    course: shift(course, at_s),
    from,
  });
  return [
    late('plasma_leucine', 'oral', leucine),
    ...(product.insulin === undefined ? [] : [late('insulin', 'add', insulin)]),
    late('plasma_kic', 'oral', kic),
  ];
}

interface Rise {
  readonly course: Course;
  readonly from: string;
}

function studyFor({ studies, dose }: Swallowed, curves: Curves): Study | undefined {
  if (curves === 'model') return undefined;
  const nearest = nearestStudy(studies, dose);
  const same = Math.abs(Math.log(nearest.dose / dose)) <= Math.log(SAME_DOSE);
  return same || curves === 'measured' ? nearest : undefined;
}

function forcing(id: string) {
  const found = FORCINGS.get(id);
  if (found === undefined) throw new Error(`there is no forcing "${id}": see FORCINGS for the ids`);
  return found;
}

/** A measured rise without its fall to rest after the last point; it fades from there by first order instead. */
function fading(rise: Course, rate_per_min: number): Course {
  const last = rise.time_s.length - 2;
  const kept = rise.time_s.slice(0, last + 1).map((t, i): [number, number] => [t, rise.value[i]!]);
  const [end_s, level] = kept[last]!;
  const half_s = (Math.LN2 / rate_per_min) * 60;
  const tail = Array.from({ length: FADING_QUARTERS }, (_, i): [number, number] => [
    end_s + ((i + 1) * half_s) / 4,
    i === FADING_QUARTERS - 1 ? 0 : level * 2 ** (-(i + 1) / 4),
  ]);
  return points([...kept, ...tail]);
}
const FADING_QUARTERS = 32;
