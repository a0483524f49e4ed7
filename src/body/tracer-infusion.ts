import type { Course } from '../scenario/plan.js';
import { points, valueAt } from './courses.js';

/** What is infused, by the name that scenarios use, and which atoms of it are labelled. */
export const TRACERS = {
  'L-[1-13C]leucine': { C1: true, N: false },
  'L-[15N]leucine': { C1: false, N: true },
  'L-[1-13C,15N]leucine': { C1: true, N: true },
} as const;
export type TracerName = keyof typeof TRACERS;

/** A primed continuous infusion as it was planned. Enrichments are mole fractions, flows per kg of body. */
export interface TracerInfusion {
  readonly tracer: TracerName;
  /** Mole fraction of the infusate that carries the label. */
  readonly infusate: number;
  readonly prime_umol_per_kg: number;
  readonly rate_umol_per_kg_h: number;
  readonly start_s: number;
  readonly stop_s: number;
  /** Appearance of unlabelled leucine in the whole body, fasted. */
  readonly appearance_umol_per_kg_h: number;
  /** Mole fraction of label in what is eaten. */
  readonly drink: number;
}

/** Plasma KIC over plasma leucine, 13C at plateau: Matthews et al., Metabolism (1982), 0.77 (SD 0.01). */
export const KIC_OVER_LEUCINE = 0.77;
/** Whole-body appearance and oxidation of leucine, fasted, umol/kg/h: Bennet et al., Clin Sci (1989), 121 (SD 8), 18 (SD 3). */
export const FASTED = { appearance_umol_per_kg_h: 121, oxidation_umol_per_kg_h: 18 } as const;
/** Share of transaminated leucine that is reaminated, human forearm: Tessari et al. (1995). Taken for the whole body: assumed. */
const REAMINATED = 0.77;
/** KIC turned back to leucine in the whole body: what is oxidised is the transamination that does not come back. */
const REAMINATION_umol_per_kg_h = (FASTED.oxidation_umol_per_kg_h * REAMINATED) / (1 - REAMINATED);
/** Leucine of the body over its appearance: chosen so that the customary prime, one hour of infusion, is the right one (assumed). */
const TURNOVER_h = 1;
const STEP_s = 60;

/** What a tracer infusion does to the blood: mole fractions that enter the cell, and the flux that the infusion is to find. */
export interface BloodTracer {
  /** By source of label of the model and isotopologue. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, Course>>>>;
  /** Unlabelled leucine that appears in the whole body, carbon and nitrogen: the nitrogen also by reamination. */
  readonly carbonFlux_umol_per_kg_h: Course;
  readonly nitrogenFlux_umol_per_kg_h: Course;
}

/**
 * One well-mixed pool of leucine carbon (plasma KIC shows its enrichment) and one of leucine nitrogen in the body. The body's
 * clearance of leucine is constant (assumed), so that appearance follows plasma leucine: Q = Q0 c + V dc/dt, c = level over
 * fasted. The pool is primed at once, and dE/dt = (i Ei + what is eaten x its label - E (Q + i))/pool.
 */
export function bloodTracer(
  infusion: TracerInfusion,
  plasmaLeucine: Course | undefined,
  rest_uM: number,
  end_s: number,
): BloodTracer {
  const { C1, N } = TRACERS[infusion.tracer];
  const level = (t: number) => (plasmaLeucine === undefined ? 1 : valueAt(plasmaLeucine, t) / rest_uM);
  const fasted = infusion.appearance_umol_per_kg_h;
  const pool = TURNOVER_h * (fasted + infusion.rate_umol_per_kg_h);
  const appears = (from_s: number, to_s: number): number => {
    const change_per_h = ((level(to_s) - level(from_s)) * 3600) / (to_s - from_s);
    return Math.max(0, fasted * level((from_s + to_s) / 2) + pool * change_per_h);
  };
  const carbon = mixed(infusion, pool, level, fasted, appears, end_s);
  const nitrogen = mixed(
    infusion,
    pool,
    level,
    fasted,
    (from_s, to_s) => appears(from_s, to_s) + REAMINATION_umol_per_kg_h,
    end_s,
  );
  const leucineC1 = scaled(carbon.enrichment, 1 / KIC_OVER_LEUCINE);
  const kic = { plasma_kic: { C1: carbon.enrichment } };
  const labels = C1
    ? N
      ? {
          plasma_leucine: { C1: less(leucineC1, nitrogen.enrichment), C1N: nitrogen.enrichment },
          ...kic,
        }
      : { plasma_leucine: { C1: leucineC1 }, ...kic }
    : { plasma_leucine: { N: nitrogen.enrichment } };
  return {
    labels,
    carbonFlux_umol_per_kg_h: carbon.flux,
    nitrogenFlux_umol_per_kg_h: nitrogen.flux,
  };
}

function mixed(
  { infusate, prime_umol_per_kg, rate_umol_per_kg_h, start_s, stop_s, drink }: TracerInfusion,
  pool: number,
  level: (time_s: number) => number,
  fasted: number,
  appears: (from_s: number, to_s: number) => number,
  end_s: number,
): { readonly enrichment: Course; readonly flux: Course } {
  const times = [...new Set([0, start_s, stop_s, end_s, ...grid(end_s)])]
    .filter((t) => t >= 0 && t <= end_s)
    .sort((a, b) => a - b);
  const enrichment: [number, number][] = [];
  const flux: [number, number][] = [];
  let e = 0;
  times.forEach((from_s, i) => {
    if (from_s === start_s && prime_umol_per_kg > 0) {
      enrichment.push([from_s, e]);
      e += (prime_umol_per_kg * infusate) / (pool * level(from_s));
    }
    enrichment.push([from_s, e]);
    const to_s = times[i + 1];
    if (to_s === undefined) return;
    const rate = from_s >= start_s && from_s < stop_s ? rate_umol_per_kg_h : 0;
    const unlabelled = appears(from_s, to_s);
    flux.push([from_s, unlabelled], [to_s, unlabelled]);
    const all = unlabelled + rate;
    if (all <= 0) return;
    const goal = (rate * infusate + drink * Math.max(0, unlabelled - fasted)) / all;
    const per_h = all / (pool * level((from_s + to_s) / 2));
    e = goal + (e - goal) * Math.exp((-per_h * (to_s - from_s)) / 3600);
  });
  return { enrichment: points(enrichment), flux: points(flux.length > 0 ? flux : [[0, fasted]]) };
}

const grid = (end_s: number): number[] =>
  Array.from({ length: Math.floor(end_s / STEP_s) + 1 }, (_, i) => i * STEP_s);

const scaled = ({ time_s, value }: Course, factor: number): Course => ({
  time_s,
  value: value.map((v) => v * factor),
});
/** Two courses over the same times, none below 0. */
const less = (a: Course, b: Course): Course => ({
  time_s: a.time_s,
  value: a.value.map((v, i) => Math.max(0, v - b.value[i]!)),
});
