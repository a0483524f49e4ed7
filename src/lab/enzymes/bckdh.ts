import { MOLECULES_PER_UM3_AT_1_UM } from '../../language/unit-table.js';
import { bckdhVial } from '../../model/cuvettes.js';
import { logNormal } from '../../random/log-normal.js';
import { poisson } from '../../random/poisson.js';
import { streamFor } from '../../random/stream.js';
import type { EnzymeNoise } from '../../scenario/enzyme-schema.js';
import { type Activity, type Aliquot, MOLECULES_PER_UMOL } from './aliquot.js';
import { assayed } from './assayed.js';
import { michaelisOf, vesselOf } from './vessel.js';

const SUBSTRATE_uM = 300;
const TITRATION_uM = [10, 20, 40, 80, 160, 320, 640];
const MOST_ENZYMES = 60;
const MINUTES = 10;
/** Share of the substrate that may be used up. */
const USED = 0.03;
/** What the vial holds, how hot its KIC is, and how long its trap is counted; background is counted as long (assumed). */
const VIAL = { protein_mg: 5, dpm_per_nmol: 5000, trapped: 0.95, counted_min: 10, background_dpm: 30 };

const { kcat_per_s, Km_uM } = michaelisOf(bckdhVial, 'decarboxylation');
const fill = vesselOf(bckdhVial);
const NMOL_PER_UMOL = 1000;

/** Working BCKDH of a homogenate by 14CO2 from [1-14C]KIC: activity at 0.3 mM, and Km and Vmax of KIC, nmol/min/mg. */
export function bckdhActivity(
  aliquot: Aliquot,
  noise: EnzymeNoise,
  replicates: number,
  seed: string,
): Activity {
  const enzymes = Math.min(aliquot.enzymes, MOST_ENZYMES);
  const protein_mg = (aliquot.protein_mg * enzymes) / aliquot.enzymes;
  const Vmax = (60 * kcat_per_s * enzymes * NMOL_PER_UMOL) / MOLECULES_PER_UMOL / protein_mg;
  const rateOf = (substrate_uM: number, vial: string): number => {
    const chance = streamFor(seed, 'noise', 'enzymes', 'BCKDH', ...aliquot.names, vial);
    const per_s = (enzymes * kcat_per_s * substrate_uM) / (Km_uM + substrate_uM);
    const volume_um3 = (per_s * 60 * MINUTES) / (USED * substrate_uM * MOLECULES_PER_UM3_AT_1_UM);
    const filling = { enzymes, volume_um3, substrate: 'KIC', substrate_uM };
    const released = fill(filling, [60 * MINUTES], seed, 'vial', 'BCKDH', ...aliquot.names, vial)('CO2')[0]!;
    const brought = VIAL.protein_mg * logNormal(chance, noise.pipetting);
    const nmol = ((released / MOLECULES_PER_UMOL) * NMOL_PER_UMOL * brought) / protein_mg;
    const dpm = nmol * VIAL.dpm_per_nmol * VIAL.trapped;
    const counted = poisson(chance, (dpm + VIAL.background_dpm) * VIAL.counted_min);
    const blank = poisson(chance, VIAL.background_dpm * VIAL.counted_min);
    const found = (counted - blank) / VIAL.counted_min / VIAL.trapped;
    return found / VIAL.dpm_per_nmol / MINUTES / VIAL.protein_mg;
  };
  return assayed({
    unit: 'nmol/min/mg',
    Km_uM,
    Vmax,
    substrate_uM: SUBSTRATE_uM,
    titration_uM: TITRATION_uM,
    replicates,
    rateOf,
  });
}
