import * as z from 'zod';
import { FASTED, TRACERS, type TracerInfusion, type TracerName } from '../body/tracer-infusion.js';
import { strict } from './keyed.js';
import { quantity, TIME } from './leaves.js';
import { LIMITS } from './limits.js';
import type { Plan } from './plan.js';
import { say } from './problems.js';
import { type Fault, isSampled, minutes, times } from './protocol.js';

/** Coefficients of variation of what the laboratory measures. */
export interface TracerNoise {
  readonly plasma: number;
  readonly muscle: number;
  readonly protein: number;
  readonly breath: number;
  readonly concentration: number;
}
/** A tracer study as planned: the infusion, what is sampled when (seconds), and how well it is measured. */
export interface TracerProtocol {
  readonly infusion: TracerInfusion;
  readonly blood_s: readonly number[];
  readonly breath_s: readonly number[];
  readonly biopsies_s: readonly number[];
  /** Share of labelled CO2 that reaches the breath, and the half-time with which it does. */
  readonly retention: number;
  readonly bicarbonateHalfTime_s: number;
  readonly bicarbonatePrime_umol_per_kg: number;
  /** Plasma to muscle, mL per min and 100 mL limb. */
  readonly bloodFlow: number;
  readonly noise: TracerNoise;
}

/** What holds where a scenario is silent: precision and blood flow are assumed, the retention of CO2 is from memory (0.7-0.83). */
const DEFAULTS = {
  infusate: 0.99,
  retention: 0.81,
  bicarbonateHalfTime_s: 20 * 60,
  bloodFlow: 4,
  noise: { plasma: 0.02, muscle: 0.03, protein: 0.06, breath: 0.03, concentration: 0.05 },
} as const;
const AMOUNT = { unit: 'umol/kg', min: 0, max: 50 };
const RATE = { unit: 'umol/kg/h', min: 0, max: 100, open: true };
const FLOW = { unit: '1', min: 0, max: 1000, open: true };

/** The schema of `tracer:` under `assays:`; what needs the rest of the scenario is checked by `tracerFaults`. */
export function tracerSchema(): z.ZodType<TracerProtocol> {
  const share = (says: string) => quantity(LIMITS.share, says).optional();
  const cv = (says: string) => quantity(LIMITS.variation, says).optional();
  const shape = {
    tracer: whichTracer(),
    infuse: quantity(RATE, 'Rate of the constant infusion; never left out.', 'infuse').optional(),
    prime: quantity(
      AMOUNT,
      'Given at once at the start of the infusion; none where it is left out.',
    ).optional(),
    infusate: share('Mole fraction of the infusate that is labelled (99 %).'),
    start: quantity(TIME, 'Start of the infusion (0 min).').optional(),
    stop: quantity(TIME, 'Its end; the end of the run where it is left out.').optional(),
    appearance: quantity(
      { ...RATE, max: 1000 },
      'Fasted appearance of leucine in the whole body (121 umol/kg/h).',
    ).optional(),
    drink: quantity(
      { ...LIMITS.share, max: 0.5 },
      'Mole fraction of label in what is eaten (0 %).',
    ).optional(),
    biopsies: times('biopsies', 'When muscle is taken: sample times of the scenario.'),
    blood: times('blood', 'When blood is drawn.'),
    breath: times('breath', 'When breath is collected; never where it is left out.').optional(),
    'CO2 retention': share('Share of labelled CO2 that reaches the breath (81 %).'),
    'bicarbonate half-time': quantity(TIME, 'Half-time of labelled CO2 in the body (20 min).').optional(),
    'bicarbonate prime': quantity(AMOUNT, 'Labelled bicarbonate given at the start (none).').optional(),
    'blood flow': quantity(FLOW, 'Plasma flow in mL per min and 100 mL limb (4).').optional(),
    noise: strict(
      {
        plasma: cv('CV of enrichments in plasma (2 %).'),
        muscle: cv('CV of free enrichments in muscle (3 %).'),
        protein: cv('CV of enrichment in protein (6 %).'),
        breath: cv('CV of labelled CO2 in breath (3 %).'),
        concentration: cv('CV of concentrations (5 %).'),
      },
      'under "noise"',
    ).optional(),
  };
  return strict(shape, 'under "tracer"').transform((w, context): TracerProtocol => {
    const given = w as unknown as Given;
    const { infuse } = given;
    if (infuse === undefined) {
      const primed = given.prime !== undefined;
      const message = primed ? say.primeAlone() : say.missingKey('infuse', '7.6 umol/kg/h');
      context.addIssue({ code: 'custom', path: primed ? ['prime'] : [], message });
      return z.NEVER;
    }
    return {
      infusion: {
        tracer: given.tracer,
        infusate: given.infusate ?? DEFAULTS.infusate,
        prime_umol_per_kg: given.prime ?? 0,
        rate_umol_per_kg_h: infuse,
        start_s: given.start ?? 0,
        stop_s: given.stop ?? NEVER_s,
        appearance_umol_per_kg_h: given.appearance ?? FASTED.appearance_umol_per_kg_h,
        drink: given.drink ?? 0,
      },
      biopsies_s: given.biopsies,
      blood_s: given.blood,
      breath_s: given.breath ?? [],
      retention: given['CO2 retention'] ?? DEFAULTS.retention,
      bicarbonateHalfTime_s: given['bicarbonate half-time'] ?? DEFAULTS.bicarbonateHalfTime_s,
      bicarbonatePrime_umol_per_kg: given['bicarbonate prime'] ?? 0,
      bloodFlow: given['blood flow'] ?? DEFAULTS.bloodFlow,
      noise: { ...DEFAULTS.noise, ...given.noise },
    };
  }) as unknown as z.ZodType<TracerProtocol>;
}

const NAMES = Object.keys(TRACERS);
/** A leucine by its label; another amino acid is refused with the reason, not as a word misspelt. */
const whichTracer = (): z.ZodType<string> =>
  z
    .string({
      error: (i) =>
        i.input === undefined
          ? say.missingKey('tracer', NAMES[0]!)
          : say.wrongType('the name of a tracer', i.input, NAMES[0]!),
    })
    .superRefine((name, context) => {
      if (NAMES.includes(name)) return;
      const message = /leuc/i.test(name)
        ? say.unknownWord('tracer', name, NAMES)
        : say.noSuchTracer(name, NAMES);
      context.addIssue({ code: 'custom', message });
    })
    .meta({ enum: NAMES, description: 'What is infused.' });

/** Where a protocol does not fit its scenario: key (and place in its list) with what is wrong. */
export function tracerFaults(protocol: TracerProtocol, plan: Plan): readonly Fault[] {
  const { infusion, biopsies_s, blood_s, breath_s } = protocol;
  const { start_s, stop_s } = infusion;
  const { duration_s, sampleEvery_s } = plan;
  const onGrid = (t: number) => isSampled(t, plan);
  const faults: Fault[] = [];
  const of = (path: readonly (string | number)[], message: string) => faults.push({ path, message });
  if (start_s < 0 || start_s >= duration_s)
    of(['start'], say.outsideRun(minutes(start_s), minutes(duration_s)));
  else if (!onGrid(start_s)) of(['start'], say.betweenSamples(minutes(start_s), minutes(sampleEvery_s)));
  if (stop_s !== NEVER_s) {
    if (stop_s <= start_s) of(['stop'], say.stopsBeforeStart(minutes(stop_s), minutes(start_s)));
    else if (stop_s > duration_s) of(['stop'], say.outsideRun(minutes(stop_s), minutes(duration_s)));
    else if (!onGrid(stop_s)) of(['stop'], say.betweenSamples(minutes(stop_s), minutes(sampleEvery_s)));
  }
  const sampled = { biopsies: biopsies_s, blood: blood_s, breath: breath_s };
  for (const [key, list] of Object.entries(sampled))
    list.forEach((t, i) => {
      const path = [key, i];
      if (t < start_s) of(path, say.sampledBeforeInfusion(minutes(t), minutes(start_s)));
      else if (t > duration_s) of(path, say.outsideRun(minutes(t), minutes(duration_s)));
      else if (key === 'biopsies' && !onGrid(t))
        of(path, say.betweenSamples(minutes(t), minutes(sampleEvery_s)));
      if (i > 0 && t <= list[i - 1]!) of(path, say.backwards(minutes(t), minutes(list[i - 1]!)));
    });
  if ([plan.base, ...plan.conditions].some((recipe) => Object.keys(recipe.labels).length > 0))
    of(['tracer'], say.labelledTwice());
  return faults;
}

/** A stop that is not said: the infusion outlasts every run. */
export const NEVER_s = 1e12;

interface Given {
  readonly tracer: TracerName;
  readonly infuse?: number;
  readonly prime?: number;
  readonly infusate?: number;
  readonly start?: number;
  readonly stop?: number;
  readonly appearance?: number;
  readonly drink?: number;
  readonly biopsies: readonly number[];
  readonly blood: readonly number[];
  readonly breath?: readonly number[];
  readonly 'CO2 retention'?: number;
  readonly 'bicarbonate half-time'?: number;
  readonly 'bicarbonate prime'?: number;
  readonly 'blood flow'?: number;
  readonly noise?: Partial<TracerNoise>;
}
