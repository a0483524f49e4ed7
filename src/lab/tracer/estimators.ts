import { TRACERS } from '../../body/tracer-infusion.js';
import type { TracerProtocol } from '../../scenario/tracer-schema.js';
import type { Estimator } from '../readings.js';
import { type Blood, type Breath, meanOver } from './body.js';
import {
  decayArea,
  dilutionFlux,
  fractionalBreakdown,
  fractionalSynthesis,
  oxidation,
  threePools,
  twoPools,
} from './formulae.js';
import { limbOf, reading, type Sample } from './sampling.js';
import { type Isotopes, type Tissue, total } from './tissue.js';

/** From one biopsy to the next. */
export interface Window {
  readonly from_s: number;
  readonly to_s: number;
}
type Read = (name: string) => number;

/** Everything that is worked out of a window during the infusion, each with its truth. */
export function inWindow(
  { from_s, to_s }: Window,
  tissue: Tissue,
  blood: Blood,
  breath: Breath,
  study: TracerProtocol,
): readonly Estimator[] {
  const { C1, N } = TRACERS[study.infusion.tracer];
  const within = (times: readonly number[]) => times.filter((t) => t >= from_s && t <= to_s);
  const [bled, breathed] = [within(study.blood_s), within(study.breath_s)];
  const mean = (read: Read, what: Sample, times: readonly number[]) =>
    times.reduce((sum, t) => sum + read(reading(what, t)), 0) / times.length;
  const hours = (to_s - from_s) / 3600;
  const plasma: Sample = C1 ? 'plasma leucine 13C' : 'plasma leucine 15N';

  const fsr = (precursor: string, of: (read: Read) => number): Estimator => ({
    quantity: `FSR by ${precursor}`,
    unit: '%/h',
    truth: turnover(tissue, 'synthesis', from_s, to_s),
    from: (read) =>
      fractionalSynthesis(
        read(reading('protein label', from_s)),
        read(reading('protein label', to_s)),
        of(read),
        hours,
      ),
  });
  const found: Estimator[] = [
    fsr('leucyl-tRNA', (read) => mean(read, 'leucyl-tRNA label', [from_s, to_s])),
    fsr('muscle free leucine', (read) => mean(read, 'free leucine label', [from_s, to_s])),
  ];
  if (bled.length === 0) return found;
  if (C1) found.push(fsr('plasma KIC', (read) => mean(read, 'plasma KIC 13C', bled)));
  found.push(fsr('plasma leucine', (read) => mean(read, plasma, bled)));

  const { rate_umol_per_kg_h: i, infusate } = study.infusion;
  const flux = (quantity: string, truth: number, what: Sample): Estimator => ({
    quantity,
    unit: 'umol/kg/h',
    truth,
    from: (read) => dilutionFlux(i, infusate, mean(read, what, bled)),
  });
  const [carbon, nitrogen] = [blood.carbonFlux(from_s, to_s), blood.nitrogenFlux(from_s, to_s)];
  const byKic = flux('C flux Q by plasma KIC', carbon, 'plasma KIC 13C');
  const byN = flux('N flux by plasma leucine', nitrogen, 'plasma leucine 15N');
  if (C1) found.push(byKic, flux('C flux Q by plasma leucine', carbon, 'plasma leucine 13C'));
  if (N) found.push(byN);
  if (C1 && N)
    found.push({
      quantity: 'reamination, N flux - C flux',
      unit: 'umol/kg/h',
      truth: nitrogen - carbon,
      from: (read) => byN.from(read) - byKic.from(read),
    });
  if (C1 && breathed.length > 0) {
    const burnt: Estimator = {
      quantity: 'oxidation by breath 13CO2',
      unit: 'umol/kg/h',
      truth: meanOver(breath.oxidised, from_s, to_s),
      from: (read) =>
        oxidation(
          mean(read, 'breath 13CO2', breathed),
          study.retention,
          mean(read, 'plasma KIC 13C', bled),
          infusate,
        ),
    };
    found.push(burnt, {
      quantity: 'NOLD',
      unit: 'umol/kg/h',
      truth: carbon - burnt.truth,
      from: (read) => byKic.from(read) - burnt.from(read),
    });
  }
  return [...found, ...limbEstimators({ from_s, to_s }, tissue, blood, study, bled, plasma)];
}

function limbEstimators(
  { from_s, to_s }: Window,
  tissue: Tissue,
  blood: Blood,
  study: TracerProtocol,
  bled: readonly number[],
  plasma: Sample,
): readonly Estimator[] {
  const { BF } = limbOf(tissue, blood, study, bled[0]!);
  const mean = (read: Read, what: Sample, times = bled) =>
    times.reduce((sum, t) => sum + read(reading(what, t)), 0) / times.length;
  const limb = (read: Read) => ({
    BF,
    Ca: mean(read, 'plasma leucine'),
    Cv: mean(read, 'vein leucine'),
    Ea: mean(read, plasma),
    Ev: mean(read, 'vein leucine label'),
    Em: mean(read, 'free leucine label', [from_s, to_s]),
  });
  const flow = (name: string) =>
    total(tissue.flows.get(name), from_s, to_s).all / tissue.volume_um3 / ((to_s - from_s) / 3600);
  const net = flow('transamination') - flow('reamination');
  const estimator = (quantity: string, truth: number, from: (read: Read) => number): Estimator => ({
    quantity,
    unit: 'molecules/um3/h',
    truth,
    from,
  });
  return [
    estimator('two-pool appearance', flow('breakdown'), (read) => twoPools(limb(read)).Ra),
    estimator('two-pool disappearance', flow('synthesis') + net, (read) => twoPools(limb(read)).Rd),
    estimator('three-pool inward transport', flow('leucine in'), (read) => threePools(limb(read)).inward),
    estimator('three-pool outward transport', flow('leucine out'), (read) => threePools(limb(read)).outward),
    estimator('three-pool appearance', flow('breakdown'), (read) => threePools(limb(read)).appearance),
    estimator(
      'three-pool disappearance',
      flow('synthesis') + net,
      (read) => threePools(limb(read)).disappearance,
    ),
  ];
}

/** Breakdown from the decay after the infusion; nothing where biopsies and blood do not cover it. */
export function inDecay(tissue: Tissue, study: TracerProtocol): (Window & { of: Estimator }) | undefined {
  const { stop_s, tracer } = study.infusion;
  const plasma: Sample = TRACERS[tracer].C1 ? 'plasma leucine 13C' : 'plasma leucine 15N';
  const biopsies = study.biopsies_s.filter((t) => t >= stop_s);
  const [from_s, to_s] = [biopsies[0], biopsies.at(-1)];
  if (from_s !== stop_s || to_s === undefined || biopsies.length < 2) return undefined;
  const bled = study.blood_s.filter((t) => t >= from_s && t <= to_s);
  if (bled[0] !== from_s || bled.at(-1) !== to_s) return undefined;
  const hours = (times: readonly number[]) => times.map((t) => t / 3600);
  const all = (read: Read, what: Sample, times: readonly number[]) =>
    times.map((t) => read(reading(what, t)));
  return {
    from_s,
    to_s,
    of: {
      quantity: 'FBR by tracer decay',
      unit: '%/h',
      truth: turnover(tissue, 'breakdown', from_s, to_s),
      from: (read) => {
        const muscle = all(read, 'free leucine label', biopsies);
        const blood = all(read, plasma, bled);
        return fractionalBreakdown({
          plateauPlasma: blood[0]!,
          plateauMuscle: muscle[0]!,
          muscle1: muscle[0]!,
          muscle2: muscle.at(-1)!,
          plasmaArea: decayArea(hours(bled), blood),
          muscleArea: decayArea(hours(biopsies), muscle),
          freeOverBound: read(reading('free over bound', from_s)),
        });
      },
    },
  };
}

/** True synthesis or breakdown as percent of bound leucine per hour. */
function turnover(tissue: Tissue, flow: string, from_s: number, to_s: number): number {
  const bound = (t: number): Isotopes | undefined => tissue.pools.get('protein-bound leucine')?.get(t);
  const mean = ((bound(from_s)?.all ?? Number.NaN) + (bound(to_s)?.all ?? Number.NaN)) / 2;
  return (100 * total(tissue.flows.get(flow), from_s, to_s).all) / mean / ((to_s - from_s) / 3600);
}
