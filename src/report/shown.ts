import type { CourseText } from './chart/time-course.js';

/** A column of the time course that the report draws. */
export interface Shown extends CourseText {
  readonly column: string;
  readonly factor: number;
}

const shown = (
  section: CourseText['section'],
  id: string,
  column: string,
  title: string,
  unit: string,
  {
    factor = unit === '%' ? 100 : 1,
    caption = BAND,
  }: { readonly factor?: number; readonly caption?: string } = {},
): Shown => ({ section, id, column, title, unit, factor, caption, bounds: boundsOf(id, unit) });

/** Shares lie between nothing and all; nothing but the balance falls below 0. */
const boundsOf = (id: string, unit: string): readonly [number, number] => [
  id === 'net-balance' ? Number.NEGATIVE_INFINITY : 0,
  unit === '%' ? 100 : Number.POSITIVE_INFINITY,
];
const BAND = 'Mean over cells, band: 95 % interval of the mean.';
const PER_UM3 = 'molecules/um3/h';

/** In the order in which leucine's work proceeds. */
export const SHOWN: readonly Shown[] = [
  shown('leucine', 'leucine', 'leucine_uM', 'Leucine in the cell', 'uM'),
  shown('leucine', 'leucine-rim', 'leucine_rim_uM', 'Leucine that Sestrin sees', 'uM'),
  shown('leucine', 'inflow', 'leucine_inflow_per_um3_h', 'Leucine into the cell', PER_UM3),
  shown('signalling', 'sestrin', 'sestrin_apo_fraction', 'Sestrin with an empty pocket', '%'),
  shown('signalling', 'gator2', 'gator2_free_fraction', 'GATOR2 free of Sestrin and CASTOR1', '%'),
  shown('signalling', 'gator1', 'gator1_active_fraction', 'GATOR1 active', '%'),
  shown('signalling', 'rag', 'rag_gtp_fraction', 'Rag A/B with GTP', '%'),
  shown('signalling', 'akt', 'akt_p_fraction', 'Akt phosphorylated', '%'),
  shown('signalling', 'rheb', 'rheb_gtp_fraction', 'Rheb with GTP', '%'),
  shown('signalling', 'mtorc1-lysosomal', 'mtorc1_lysosomal_fraction', 'mTORC1 at the lysosome', '%'),
  shown('signalling', 'mtorc1-active', 'mtorc1_active_fraction', 'mTORC1 active', '%'),
  shown('signalling', 's6k1-true', 's6k1_p_fraction', 'p-S6K1, true share', '%', {
    caption: 'Share of S6K1 molecules phosphorylated on T389. Mean over cells with 95 % interval.',
  }),
  shown('signalling', 's6k1-blot', 's6k1_blot_signal', 'p-S6K1 as a blot shows it', 'molecules', {
    caption:
      'With the background of a western blot: compare this one with published blots. Mean over cells with 95 % interval.',
  }),
  shown('signalling', 'ebp1', 'ebp1_hyper_fraction', '4E-BP1 hyperphosphorylated', '%'),
  shown('protein', 'synthesis', 'fsr_percent_per_h', 'Synthesis (FSR)', '%/h'),
  shown('protein', 'breakdown', 'breakdown_percent_per_h', 'Breakdown (FBR)', '%/h'),
  shown('protein', 'net-balance', 'net_balance_percent_per_h', 'Net balance', '%/h'),
  shown('protein', 'eif4f', 'eif4f_fraction', 'eIF4G in eIF4F', '%'),
  shown('protein', 'ribosomes', 'ribosome_committed_fraction', 'Recruited ribosomes', '%'),
  shown('protein', 'murf1', 'murf1_copies', 'MuRF1', 'molecules'),
  shown('oxidation', 'kic', 'kic_uM', 'KIC in the cell', 'uM'),
  shown('oxidation', 'bckdh', 'bckdh_active_fraction', 'BCKDH active', '%'),
  shown('oxidation', 'oxidation', 'kic_oxidation_per_um3_h', 'KIC oxidation', PER_UM3),
  shown('oxidation', 'hmb', 'hmb_uM', 'HMB in the cell', 'uM'),
  shown('oxidation', 'atp', 'atp_from_leucine_per_um3_h', 'ATP from leucine', PER_UM3),
];

/** Outcomes of which the report shows how cells differ, and how they respond to a sweep. */
export const SPREAD: readonly string[] = [
  'net_balance',
  'synthesis',
  'breakdown',
  's6k1_true_area',
  's6k1_blot_area',
  'mtorc1_lysosomal',
  'leucine',
  'oxidation',
];
