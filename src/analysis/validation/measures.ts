/** A thing that a published study measured, and the column of the dataset that stands for it. */
export interface Measure {
  /** What it is, in words. */
  readonly says: string;
  readonly unit: string;
  /** Column of `timecourse`; of `fluxes` the labelled share of a rule's events, or events of rules; an input of the plan. */
  readonly from:
    | { readonly kind: 'column'; readonly column: string; readonly factor: number }
    | { readonly kind: 'label'; readonly rule: string }
    | { readonly kind: 'events'; readonly rules: readonly string[] }
    | { readonly kind: 'given'; readonly input: string };
  /** Where a single time is asked for: the minutes before and after it that are averaged; [0, 0] is that sample alone. */
  readonly around_min: readonly [before: number, after: number];
}

const level = (column: string, unit: string, says: string, factor = 1): Measure => ({
  says,
  unit,
  from: { kind: 'column', column, factor },
  around_min: [0, 0],
});
/** A rate at a time is the mean over the half hour that ends there, as between two biopsies. */
const rate = (
  column: string,
  unit: string,
  says: string,
  around_min: Measure['around_min'] = [30, 0],
): Measure => ({
  says,
  unit,
  from: { kind: 'column', column, factor: 1 },
  around_min,
});
const given = (input: string, unit: string, says: string): Measure => ({
  says,
  unit,
  from: { kind: 'given', input },
  around_min: [0, 0],
});

const events = (rules: readonly string[], says: string): Measure => ({
  says,
  unit: 'events/h',
  from: { kind: 'events', rules },
  around_min: [60, 0],
});

const FLUX = 'molecules/um3/h';

/** By the name that formulas use. */
export const MEASURES: Readonly<Record<string, Measure>> = {
  fsr: rate('fsr_percent_per_h', '%/h', 'fractional synthetic rate'),
  fsr_myofibrillar: rate(
    'fsr_myofibrillar_percent_per_h',
    '%/h',
    'fractional synthetic rate of myofibrillar protein',
  ),
  fsr_sarcoplasmic: rate(
    'fsr_sarcoplasmic_percent_per_h',
    '%/h',
    'fractional synthetic rate of sarcoplasmic protein',
  ),
  breakdown: rate('breakdown_percent_per_h', '%/h', 'fractional breakdown rate'),
  balance: rate('net_balance_percent_per_h', '%/h', 'synthesis less breakdown'),
  leucine: level('leucine_uM', 'uM', 'free leucine in cell water'),
  rim_leucine: level('leucine_rim_uM', 'uM', 'leucine at the sensor'),
  kic: level('kic_uM', 'uM', 'KIC in cell water'),
  hmb: level('hmb_uM', 'uM', 'HMB in cell water'),
  inflow: rate('leucine_inflow_per_um3_h', FLUX, 'inward transport of leucine', [5, 5]),
  outflow: rate('leucine_outflow_per_um3_h', FLUX, 'outward transport of leucine', [5, 5]),
  transamination: rate('transamination_per_um3_h', FLUX, 'leucine to KIC'),
  reamination: rate('reamination_per_um3_h', FLUX, 'KIC to leucine'),
  oxidation: rate('kic_oxidation_per_um3_h', FLUX, 'oxidation of KIC by BCKDH'),
  hmb_production: rate('hmb_production_per_um3_h', FLUX, 'KIC to HMB'),
  kic_release: rate('kic_release_per_um3_h', FLUX, 'net release of KIC to plasma'),
  alanine_export: rate('alanine_export_per_um3_h', FLUX, 'release of alanine'),
  glutamine_export: rate('glutamine_export_per_um3_h', FLUX, 'release of glutamine'),
  s6k: level('s6k1_blot_signal', 'molecules', 'p-S6K1 T389 as a blot shows it'),
  s6k_true: level('s6k1_p_fraction', '1', 'share of S6K1 phosphorylated on T389'),
  akt: level('akt_p_fraction', '1', 'p-Akt'),
  ebp1: level('ebp1_hyper_fraction', '1', '4E-BP1 phosphorylated on S65/T70'),
  ebp1_primed: level('ebp1_primed_fraction', '1', '4E-BP1 phosphorylated on T37/46'),
  eif4f: level('eif4f_fraction', '1', 'eIF4G with eIF4E'),
  lysosomal: level('mtorc1_lysosomal_fraction', '1', 'mTORC1 on Rag pairs at the lysosome'),
  mtor_active: level('mtorc1_active_fraction', '1', 'active mTORC1'),
  mtor_rheb: level('mtorc1_rheb_fraction', '1', 'mTORC1 with Rheb'),
  tsc_rheb: level('tsc_on_rheb_fraction', '1', 'TSC on lysosomal Rheb'),
  sestrin_gator2: level('sestrin_gator2_fraction', '1', 'Sestrin on GATOR2'),
  sestrin_apo: level('sestrin_apo_fraction', '1', 'Sestrin without leucine'),
  bckdh_active: level('bckdh_active_fraction', '%', 'activity state of BCKDH', 100),
  murf1: level('murf1_copies', 'molecules', 'MuRF1'),
  mafbx: level('mafbx_copies', 'molecules', 'MAFbx'),
  leucine_label: {
    says: 'share of labelled leucine among that taken into protein (leucyl-tRNA)',
    unit: '1',
    from: { kind: 'label', rule: 'synthesis-basal.k' },
    around_min: [60, 0],
  },
  synthesis_events: events(['synthesis-basal.k', 'synthesis-recruited.k'], 'leucine built into protein'),
  oxidation_events: events(['bckdh.k'], 'KIC oxidised'),
  plasma_leucine: given('plasma_leucine', 'uM', 'leucine in plasma, given to the cell'),
  plasma_kic: given('plasma_kic', 'uM', 'KIC in plasma, given to the cell'),
  plasma_hmb: given('plasma_hmb', 'uM', 'HMB in plasma, given to the cell'),
  plasma_leucine_label: given('label plasma_leucine C1', '1', 'share of labelled leucine in plasma'),
  plasma_kic_label: given('label plasma_kic C1', '1', 'share of labelled KIC in plasma'),
  insulin: given('insulin', 'pM', 'insulin in plasma, given to the cell'),
  ampk: given('ampk', 'fold', 'AMPK activity, given to the cell'),
  leucine_inflow_factor: given('leucine_inflow', 'fold', 'blood flow and uptake, given to the cell'),
};
