import { valueAt } from '../../body/courses.js';
import { FASTED } from '../../body/tracer-infusion.js';
import { MOLECULES_PER_UM3_AT_1_UM } from '../../language/unit-table.js';
import { bloodTracerOf, conditionAt } from '../../scenario/expand.js';
import type { Course, Plan } from '../../scenario/plan.js';
import type { TracerProtocol } from '../../scenario/tracer-schema.js';
import type { Tissue } from './tissue.js';

/** What the blood of one condition holds, by time in seconds: mole fractions, and the fluxes that a study is to find. */
export interface Blood {
  /** Fasted plasma leucine. */
  readonly rest_uM: number;
  readonly leucine_uM: (time_s: number) => number;
  readonly leucine13C: (time_s: number) => number;
  readonly leucine15N: (time_s: number) => number;
  readonly kic13C: (time_s: number) => number;
  /** Means over a time, umol/kg/h. */
  readonly carbonFlux: (from_s: number, to_s: number) => number;
  readonly nitrogenFlux: (from_s: number, to_s: number) => number;
}

/** The blood in a condition of a plan with a tracer study. */
export function bloodOf(plan: Plan, study: TracerProtocol, point: number, condition: number): Blood {
  const given = conditionAt(plan, point, condition);
  const tracer = bloodTracerOf(plan, study, given);
  const rest_uM = plan.reference.inputs.plasma_leucine!.rest;
  const share = (source: string, ...keys: readonly string[]) => {
    const courses = keys.flatMap((key) => tracer.labels[source]?.[key] ?? []);
    return (t: number) => courses.reduce((sum, course) => sum + valueAt(course, t), 0);
  };
  const level = given.inputs.plasma_leucine;
  return {
    rest_uM,
    leucine_uM: (t) => (level === undefined ? rest_uM : valueAt(level, t)),
    leucine13C: share('plasma_leucine', 'C1', 'C1N'),
    leucine15N: share('plasma_leucine', 'N', 'C1N'),
    kic13C: share('plasma_kic', 'C1'),
    carbonFlux: (from_s, to_s) => meanBetween(tracer.carbonFlux_umol_per_kg_h, from_s, to_s),
    nitrogenFlux: (from_s, to_s) => meanBetween(tracer.nitrogenFlux_umol_per_kg_h, from_s, to_s),
  };
}

/** Muscle water per kg of body: 28 kg of muscle with 0.65 L/kg in 70 kg, the scale at which muscle burns a fifth of all (assumed). */
export const MUSCLE_WATER_L_PER_KG = (0.65 * 28) / 70;
/** Fasted decarboxylation in the model's muscle, /um3/h, by which the rest of the body makes up the whole. */
const FASTED_MUSCLE_PER_UM3_H = 8561;
const perBody = (events_per_um3_h: number): number =>
  (events_per_um3_h / MOLECULES_PER_UM3_AT_1_UM) * MUSCLE_WATER_L_PER_KG;
/** Oxidation outside muscle, umol per kg of body and h, fasted. */
const ELSEWHERE = FASTED.oxidation_umol_per_kg_h - perBody(FASTED_MUSCLE_PER_UM3_H);

/** Leucine oxidised in the whole body, the infused aside, and labelled CO2 in breath, by the end of each sample interval. */
export interface Breath {
  readonly oxidised: ReadonlyMap<number, number>;
  /** umol per kg of body and h, after retention and delay. */
  readonly labelled: ReadonlyMap<number, number>;
}

/**
 * Muscle gives its own labelled CO2, molecule by molecule; the rest of the body oxidises what Bennet (1989) measured fasted less
 * the share of muscle, in proportion to plasma leucine and with the label of plasma KIC (assumed). Bicarbonate delays it as
 * one pool and keeps 1 - c of it.
 */
export function breathOf({ flows, volume_um3 }: Tissue, blood: Blood, study: TracerProtocol): Breath {
  const { retention, bicarbonateHalfTime_s, bicarbonatePrime_umol_per_kg: prime, infusion } = study;
  const k_per_s = Math.LN2 / bicarbonateHalfTime_s;
  const oxidised = new Map<number, number>();
  const labelled = new Map<number, number>();
  let from_s = 0;
  let leaving = 0;
  for (const [to_s, co2] of flows.get('CO2') ?? []) {
    const hours = (to_s - from_s) / 3600;
    const middle = (from_s + to_s) / 2;
    const elsewhere = (ELSEWHERE * blood.leucine_uM(middle)) / blood.rest_uM;
    const entering = perBody(co2.c13 / volume_um3 / hours) + elsewhere * blood.kic13C(middle);
    oxidised.set(to_s, perBody(co2.all / volume_um3 / hours) + elsewhere - entering / infusion.infusate);
    if (Math.abs(from_s - infusion.start_s) < 1e-6) leaving += prime * k_per_s * 3600;
    leaving = entering + (leaving - entering) * Math.exp(-k_per_s * (to_s - from_s));
    labelled.set(to_s, retention * leaving);
    from_s = to_s;
  }
  return { oxidised, labelled };
}

/** Mean of values over the intervals that end within (from, to]. */
export function meanOver(values: ReadonlyMap<number, number>, from_s: number, to_s: number): number {
  const within = [...values].filter(([t]) => t > from_s + 1e-6 && t <= to_s + 1e-6).map(([, v]) => v);
  return within.reduce((sum, v) => sum + v, 0) / within.length;
}

const STEPS = 200;
function meanBetween(course: Course, from_s: number, to_s: number): number {
  let sum = 0;
  for (let i = 0; i < STEPS; i++) sum += valueAt(course, from_s + ((i + 0.5) / STEPS) * (to_s - from_s));
  return sum / STEPS;
}
