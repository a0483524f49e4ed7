import type { Dataset } from '../../dataset/read.js';
import { streamFor } from '../../random/stream.js';
import { tracerOf } from '../../scenario/asked-assays.js';
import type { Plan } from '../../scenario/plan.js';
import type { TracerProtocol } from '../../scenario/tracer-schema.js';
import { notMeasured } from '../problems.js';
import {
  type Estimator,
  estimated,
  type Finding,
  type Measured,
  measure,
  type Readings,
} from '../readings.js';
import { bloodOf, breathOf } from './body.js';
import { inDecay, inWindow, type Window } from './estimators.js';
import { samplesOf } from './sampling.js';
import { type Tissue, tissuesOf } from './tissue.js';

/** One estimate of one donor in one condition, over one stretch of time. */
export interface TracerFinding extends Finding, Window {
  readonly point: number;
  readonly condition: string;
  readonly donor: number;
}
/** One thing read in one sample: for enrichments a mole fraction, tracer over tracee, and atom per cent excess. */
export interface TracerReading {
  readonly point: number;
  readonly condition: string;
  readonly donor: number;
  readonly sample: string;
  readonly time_s: number;
  readonly measured: number;
  readonly truth: number;
}
export interface TracerStudy {
  readonly readings: readonly TracerReading[];
  readonly findings: readonly TracerFinding[];
}

/** What the tracer study of a dataset finds. Throws a LabProblem where the dataset has none. */
export async function tracerStudy(dataset: Dataset): Promise<TracerStudy> {
  const { plan } = dataset.manifest;
  const study = tracerOf(plan);
  if (study === undefined || !dataset.tables().includes('tracer_pools'))
    throw notMeasured('tracer', dataset.folder);
  const all = (await tissuesOf(dataset)).map((tissue) => measuredOnce(sampled(plan, study, tissue)));
  return { readings: all.flatMap((s) => s.readings), findings: all.flatMap((s) => s.findings) };
}

/** A tissue as the protocol samples it: true readings, and what is to be worked out of them. */
export interface Sampled {
  readonly plan: Plan;
  readonly tissue: Tissue;
  readonly readings: Readings;
  readonly estimators: readonly { readonly window: Window; readonly of: Estimator }[];
}

/** Takes the samples of one donor in one condition. */
export function sampled(plan: Plan, study: TracerProtocol, tissue: Tissue): Sampled {
  const blood = bloodOf(plan, study, tissue.point, tissue.condition);
  const breath = breathOf(tissue, blood, study);
  const decay = inDecay(tissue, study);
  return {
    plan,
    tissue,
    readings: samplesOf(tissue, blood, breath, study),
    estimators: [
      ...windowsOf(study).flatMap((window) =>
        inWindow(window, tissue, blood, breath, study).map((of) => ({ window, of })),
      ),
      ...(decay === undefined ? [] : [{ window: decay, of: decay.of }]),
    ],
  };
}

/** Measures the samples once. The noise is a stream of its own: it changes no molecule. */
export function measuredOnce({ plan, tissue, readings, estimators }: Sampled, repeat = 0): TracerStudy {
  const { point, donor } = tissue;
  const keys = { point, condition: plan.conditionNames[tissue.condition]!, donor };
  const noise = streamFor(plan.seed, 'noise', 'tracer', point, tissue.condition, donor, repeat);
  const measured = measure(readings, noise);
  return {
    readings: asRead(readings, measured).map((row) => ({ ...keys, ...row })),
    findings: estimators.map(({ window: { from_s, to_s }, of }) => ({
      ...keys,
      from_s,
      to_s,
      ...estimated(of, measured, readings),
    })),
  };
}

/** Tracer over tracee of a mole fraction. */
export const tracerOverTracee = (fraction: number): number => fraction / (1 - fraction);

function windowsOf({ biopsies_s, infusion }: TracerProtocol): readonly Window[] {
  const taken = biopsies_s.filter((t) => t <= infusion.stop_s);
  return taken.slice(1).map((to_s, i) => ({ from_s: taken[i]!, to_s }));
}

const asRead = (readings: Readings, measured: Measured) =>
  [...readings].map(([name, { truth }]) => {
    const [sample, time_s] = name.split(' @ ') as [string, string];
    return { sample, time_s: Number(time_s), measured: measured.get(name)!, truth };
  });
