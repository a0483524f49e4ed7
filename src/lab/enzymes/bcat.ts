import { MOLECULES_PER_UM3_AT_1_UM } from '../../language/unit-table.js';
import { bcatCuvette } from '../../model/cuvettes.js';
import { logNormal } from '../../random/log-normal.js';
import { normal } from '../../random/normal.js';
import { streamFor } from '../../random/stream.js';
import type { EnzymeNoise } from '../../scenario/enzyme-schema.js';
import { type Activity, type Aliquot, MOLECULES_PER_UMOL } from './aliquot.js';
import { assayed } from './assayed.js';
import { michaelisOf, vesselOf } from './vessel.js';

/** Absorbance of NADH at 340 nm, per uM and cm of light path: 6.22 per mM and cm. */
const EXTINCTION_per_uM = 6.22e-3;
const NADH_uM = 200;
const SATURATING_uM = 10_000;
const TITRATION_uM = [250, 500, 1000, 2000, 4000, 8000, 16_000];
/** Enzymes in the part of the cuvette that is simulated: counting error of about 0.3 %. */
const MOST_ENZYMES = 8;
/** Slope at saturation for which the cuvette is diluted, so that little NADH is used up. */
const SATURATED_uM_PER_MIN = 8;
const EVERY_s = 5;
const UNTIL_s = 120;
/** The lag, five times: what the coupling enzyme has not caught up by then is 0.7 %. */
const LAG_s = 25;

const { kcat_per_s, Km_uM } = michaelisOf(bcatCuvette, 'bcat2');
const fill = vesselOf(bcatCuvette);
const TIMES_s = Array.from({ length: UNTIL_s / EVERY_s }, (_, i) => (i + 1) * EVERY_s);

/** BCAT2 of a homogenate by NADH at 340 nm: activity at 10 mM leucine, and Km and Vmax of leucine. U is umol/min. */
export function bcatActivity(
  aliquot: Aliquot,
  noise: EnzymeNoise,
  replicates: number,
  seed: string,
): Activity {
  const enzymes = Math.min(aliquot.enzymes, MOST_ENZYMES);
  const protein_mg = (aliquot.protein_mg * enzymes) / aliquot.enzymes;
  const volume_um3 = (enzymes * kcat_per_s * 60) / (SATURATED_uM_PER_MIN * MOLECULES_PER_UM3_AT_1_UM);
  const perMg = (rate_uM_min: number): number =>
    (rate_uM_min * MOLECULES_PER_UM3_AT_1_UM * volume_um3) / MOLECULES_PER_UMOL / protein_mg;
  const traceOf = (leucine_uM: number, tube: string): readonly number[] => {
    const chance = streamFor(seed, 'noise', 'enzymes', 'BCAT2', ...aliquot.names, tube);
    const filled = { enzymes, substrate: 'Leucine', substrate_uM: leucine_uM };
    const pipetted = volume_um3 / logNormal(chance, noise.pipetting);
    const names = ['BCAT2', ...aliquot.names, tube];
    const seen = fill({ ...filled, volume_um3: pipetted }, TIMES_s, seed, 'cuvette', ...names);
    const [made, lost] = [seen('Hydroxyisocaproate'), seen('LostNADH')];
    return made.map((n, i) => {
      const used_uM = (n + lost[i]!) / (MOLECULES_PER_UM3_AT_1_UM * pipetted);
      return EXTINCTION_per_uM * (NADH_uM - used_uM) + noise.absorbance * normal(chance);
    });
  };
  const blank = fallOf(traceOf(0, 'blank'));
  const rateOf = (leucine_uM: number, tube: string) => perMg(fallOf(traceOf(leucine_uM, tube)) - blank);
  const Vmax = (60 * kcat_per_s * enzymes) / MOLECULES_PER_UMOL / protein_mg;
  return {
    ...assayed({
      unit: 'U/mg',
      Km_uM,
      Vmax,
      substrate_uM: SATURATING_uM,
      titration_uM: TITRATION_uM,
      replicates,
      rateOf,
    }),
    trace: { time_s: TIMES_s, A340: traceOf(SATURATING_uM, 'replicate 0') },
  };
}

/** How fast NADH falls, uM/min: the slope of absorbance by least squares, once the lag is over. */
function fallOf(trace: readonly number[]): number {
  const points = trace.flatMap((A, i) => (TIMES_s[i]! >= LAG_s ? [[TIMES_s[i]! / 60, A] as const] : []));
  const t = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const a = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const above = points.reduce((sum, [x, y]) => sum + (x - t) * (y - a), 0);
  return -above / points.reduce((sum, [x]) => sum + (x - t) ** 2, 0) / EXTINCTION_per_uM;
}
