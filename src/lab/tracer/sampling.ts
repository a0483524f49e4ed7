import { TRACERS } from '../../body/tracer-infusion.js';
import type { TracerProtocol } from '../../scenario/tracer-schema.js';
import type { Reading, Readings } from '../readings.js';
import type { Blood, Breath } from './body.js';
import type { Limb } from './formulae.js';
import { type Isotopes, NONE, type Series, type Tissue } from './tissue.js';

/** Molecules/um3/h of flow for each nmol per min and 100 mL of limb: the factor by which the model's fluxes were set (Tessari 1995). */
const PER_LIMB = 436.8;

/** What is read in which sample, as the key of a reading. */
export const reading = (what: Sample, time_s: number): string => `${what} @ ${time_s}`;
export type Sample =
  | 'plasma leucine 13C'
  | 'plasma leucine 15N'
  | 'plasma KIC 13C'
  | 'plasma leucine'
  | 'vein leucine'
  | 'vein leucine label'
  | 'free leucine label'
  | 'free KIC 13C'
  | 'leucyl-tRNA label'
  | 'protein label'
  | 'free over bound'
  | 'breath 13CO2';

/** The label by which muscle is followed: 13C where the tracer has it, else 15N. */
export const labelOf = ({ infusion }: TracerProtocol): 'c13' | 'n15' =>
  TRACERS[infusion.tracer].C1 ? 'c13' : 'n15';

/** Everything that the protocol reads, with its true value: enrichments as mole fractions. */
export function samplesOf(tissue: Tissue, blood: Blood, breath: Breath, study: TracerProtocol): Readings {
  const { C1, N } = TRACERS[study.infusion.tracer];
  const { noise } = study;
  const label = labelOf(study);
  const found = new Map<string, Reading>();
  const read = (what: Sample, time_s: number, truth: number, cv: number) =>
    found.set(reading(what, time_s), { truth, cv });
  for (const t of study.blood_s) {
    if (C1) {
      read('plasma leucine 13C', t, blood.leucine13C(t), noise.plasma);
      read('plasma KIC 13C', t, blood.kic13C(t), noise.plasma);
    }
    if (N) read('plasma leucine 15N', t, blood.leucine15N(t), noise.plasma);
    read('plasma leucine', t, blood.leucine_uM(t), noise.concentration);
    const limb = limbOf(tissue, blood, study, t);
    read('vein leucine', t, limb.Cv, noise.concentration);
    read('vein leucine label', t, limb.Ev, noise.plasma);
  }
  const pool = (name: string, t: number) => tissue.pools.get(name)?.get(t) ?? NONE;
  for (const t of study.biopsies_s) {
    const [free, bound] = [pool('free leucine', t), pool('protein-bound leucine', t)];
    read('free leucine label', t, share(free, label), noise.muscle);
    if (C1) read('free KIC 13C', t, share(pool('free KIC', t), 'c13'), noise.muscle);
    read('leucyl-tRNA label', t, share(intervalAt(tissue.flows.get('synthesis'), t), label), noise.muscle);
    read('protein label', t, share(bound, label), noise.protein);
    read('free over bound', t, free.all / bound.all, noise.concentration);
  }
  if (C1)
    for (const t of study.breath_s) read('breath 13CO2', t, valueUpTo(breath.labelled, t), noise.breath);
  return found;
}

/** Artery and vein of the muscle at a time, by balance: the vein carries what the artery brought and the cells did not keep. */
export function limbOf(tissue: Tissue, blood: Blood, study: TracerProtocol, time_s: number): Limb {
  const label = labelOf(study);
  const BF = study.bloodFlow * PER_LIMB;
  const Ca = blood.leucine_uM(time_s);
  const Ea = label === 'c13' ? blood.leucine13C(time_s) : blood.leucine15N(time_s);
  const [inward, outward] = ['leucine in', 'leucine out'].map((name) =>
    intervalAt(tissue.flows.get(name), time_s),
  );
  const per_h = tissue.volume_um3 * hoursOf(tissue.flows.get('leucine in'), time_s);
  const Cv = Ca - (inward!.all - outward!.all) / per_h / BF;
  const labelled = Ca * Ea * BF - (inward![label] - outward![label]) / per_h;
  return { Ca, Cv, Ea, Ev: labelled / (Cv * BF), BF };
}

/** Mole fraction of label. */
export const share = (of: Isotopes, label: 'c13' | 'n15'): number => (of.all === 0 ? 0 : of[label] / of.all);

/** What flowed in the sample interval that holds a time; at its end, in the one before. */
function intervalAt(flow: Series | undefined, time_s: number): Isotopes {
  return flow?.get(endOf(flow, time_s)) ?? NONE;
}
function hoursOf(flow: Series | undefined, time_s: number): number {
  const ends = [...(flow?.keys() ?? [])];
  const at = ends.indexOf(endOf(flow ?? new Map(), time_s));
  return (ends[at]! - (at > 0 ? ends[at - 1]! : 0)) / 3600;
}
const endOf = (flow: Series, time_s: number): number =>
  [...flow.keys()].find((end) => end >= time_s - 1e-6) ?? Number.NaN;

const valueUpTo = (values: ReadonlyMap<number, number>, time_s: number): number => {
  const end = [...values.keys()].find((t) => t >= time_s - 1e-6);
  return end === undefined ? Number.NaN : values.get(end)!;
};
