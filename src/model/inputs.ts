/**
 * Everything a cell is given. Concentrations come from the body; modifiers are 1 (or 0) in the healthy, rested,
 * fasted state, and each of them bends only the rules named in its description, so that every part of a state
 * (ageing, disuse, exercise, inflammation) can be switched off alone.
 */
import { input, labelSource } from '../language/inputs.js';

export const plasmaLeucine = input(
  'plasma_leucine',
  'uM',
  125,
  'Leucine in plasma; sets inflow, exchange outflow and the plasma half of the sensor rim (leucine-in, leucine-exchange-out, rim-from-plasma).',
);
export const plasmaKic = input(
  'plasma_kic',
  'uM',
  30,
  'Alpha-ketoisocaproate in plasma; sets its inflow (kic-in).',
);
export const plasmaHmb = input(
  'plasma_hmb',
  'uM',
  2,
  'Beta-hydroxy-beta-methylbutyrate in plasma; sets its inflow (hmb-in).',
);
export const insulin = input(
  'insulin',
  'pM',
  33,
  'Insulin in plasma; makes PIP3 (pip3-insulin) and sets the brake on proteolysis (brake-set).',
);
export const arginine = input(
  'arginine',
  'fold',
  1,
  'Arginine as a multiple of its fasted level; keeps CASTOR1 off GATOR2 (castor1-first, castor1-second).',
);
export const rapamycin = input(
  'rapamycin',
  'nM',
  0,
  'Rapamycin (free, as FKBP12 complex former); blocks mTORC1 (rapamycin-on).',
);
export const bt2 = input(
  'bt2',
  'uM',
  0,
  'BT2; inhibits the BCKDH kinase (bckdh-phosphorylation) and takes it off its complex (bdk-lost).',
);
export const nv5138 = input(
  'nv5138',
  'uM',
  0,
  'NV-5138 around the cell; fills the sensor rim and the leucine pocket of Sestrin2 (nv5138-in).',
);

export const leucineInflow = input(
  'leucine_inflow',
  'fold',
  1,
  'Factor on carrier-mediated leucine inflow and on the outflow coupled to it (leucine-in, leucine-exchange-out): blood flow after exercise, transport in ageing.',
);
export const tscRelease = input(
  'tsc_release',
  '1/min',
  0,
  'Rate at which contraction takes TSC off lysosomal Rheb (tsc-mechanical-release); with the return at 0.2 /min the released share is u/(u + 0.2).',
);
export const ragIndependentActivation = input(
  'rag_independent_activation',
  '1/min',
  0,
  'Rate at which contraction activates an mTORC1 without the Rags (mtorc1-exercise-on).',
);
export const refractoryRecovery = input(
  'refractory_recovery',
  'fold',
  1,
  'Factor on the return of refractory ribosomes (ribosome-recovery).',
);
export const breakdown = input(
  'breakdown',
  'fold',
  1,
  'Factor on all pathways of protein breakdown (ups-murf1, ups-mafbx, autophagy, calpain-proteolysis, calpain-damage).',
);
export const ampk = input(
  'ampk',
  'fold',
  1,
  'AMPK activity relative to rest: raises the GAP activity of TSC (rheb-gap) and, through Raptor, lowers Rheb binding (mtorc1-rheb).',
);
export const elongation = input(
  'elongation',
  'fold',
  1,
  'Factor on elongation by every ribosome (synthesis-basal, synthesis-recruited): block during contraction.',
);
export const ppm1kActivity = input(
  'ppm1k_activity',
  'fold',
  1,
  'Factor on the BCKDH phosphatase (bckdh-dephosphorylation): endurance work.',
);
export const bdkActivity = input(
  'bdk_activity',
  'fold',
  1,
  'Factor on the BCKDH kinase (bckdh-phosphorylation): glucocorticoid and inflammation lower it, so that more BCKDH is active.',
);

export const translationCapacity = input(
  'translation_capacity',
  'fold',
  1,
  'Factor on what each ribosome makes, below S6K1 (synthesis-basal, synthesis-recruited): disuse, glucocorticoid.',
);
export const ribosomeContent = input(
  'ribosome_content',
  'fold',
  1,
  'Slow change of ribosome number as a factor on synthesis (synthesis-basal, synthesis-recruited): disuse, training.',
);
export const eif2b = input(
  'eif2b',
  'fold',
  1,
  'Initiation by eIF2B, a factor on basal synthesis and on commitment of recruitable ribosomes (synthesis-basal, ribosome-commit): inflammation, sepsis.',
);

export const insulinSignalling = input(
  'insulin_signalling',
  'fold',
  1,
  'Factor on PIP3 made in answer to insulin (pip3-insulin): insulin resistance of ageing and inflammation.',
);
export const aktActivation = input(
  'akt_activation',
  'fold',
  1,
  'Factor on every activation of Akt (akt-activation): TNF, IL-6, myostatin.',
);
export const tscActivity = input(
  'tsc_activity',
  'fold',
  1,
  'Factor on the GAP activity of TSC (rheb-gap): REDD1 in glucocorticoid excess and hypoxia.',
);
export const mtorc1S6k = input(
  'mtorc1_s6k',
  'fold',
  1,
  'Factor on the phosphorylation of S6K1 by mTORC1 (s6k1-phosphorylation): ageing.',
);
export const constitutiveS6k = input(
  'constitutive_s6k',
  '1/min',
  0,
  'Phosphorylation of S6K1 without mTORC1 (s6k1-constitutive): ageing. A published rate belongs to its own dephosphorylation rate and is to be rescaled to 0.42 /min.',
);

export const insulinBrake = input(
  'insulin_brake',
  'fold',
  1,
  'Factor on the setting of the insulin brake on proteolysis (brake-set): blunted below 1 in inflammation.',
);
export const ubiquitinProteasome = input(
  'ubiquitin_proteasome',
  'fold',
  1,
  'Factor on the ubiquitin-proteasome pathway (ups-murf1, ups-mafbx): inflammation, cachexia.',
);
export const foxo = input(
  'foxo',
  'fold',
  1,
  'Factor on the transcription of MuRF1 and MAFbx by nuclear FoxO (murf1-made, mafbx-made): glucocorticoid, inflammation.',
);
export const eccentricDamage = input(
  'eccentric_damage',
  '1/min',
  0,
  'Rate at which membrane damage after eccentric exercise activates calpain (calpain-raised); weakly evidenced.',
);

export const inputs = [
  plasmaLeucine,
  plasmaKic,
  plasmaHmb,
  insulin,
  arginine,
  rapamycin,
  bt2,
  nv5138,
  leucineInflow,
  tscRelease,
  ragIndependentActivation,
  refractoryRecovery,
  breakdown,
  ampk,
  elongation,
  ppm1kActivity,
  bdkActivity,
  translationCapacity,
  ribosomeContent,
  eif2b,
  insulinSignalling,
  aktActivation,
  tscActivity,
  mtorc1S6k,
  constitutiveS6k,
  insulinBrake,
  ubiquitinProteasome,
  foxo,
  eccentricDamage,
] as const;

export const plasmaLeucineLabel = labelSource(
  'plasma_leucine',
  'Isotopologues of the leucine that enters from plasma.',
);
export const plasmaKicLabel = labelSource('plasma_kic', 'Isotopologues of the KIC that enters from plasma.');
export const labelSources = [plasmaLeucineLabel, plasmaKicLabel] as const;
