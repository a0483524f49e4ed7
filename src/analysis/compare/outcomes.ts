/** What is made of a column over one cell's time, from t = 0 on. */
export type Measure = 'mean' | 'total' | 'area' | 'peak' | 'time to peak';

/** One number a cell, to be compared between conditions. */
export interface ComparedOutcome {
  /** Stable, for `--outcomes` and as a key in JSON and Arrow. */
  readonly id: string;
  readonly title: string;
  /** Of the number as it is given, after `factor`. */
  readonly unit: string;
  readonly column: string;
  readonly measure: Measure;
  /** A rate holds over the interval before its sample; a level is read at its sample. */
  readonly reading: 'rate' | 'level';
  /** From the dataset's unit to `unit`; a time is in seconds. */
  readonly factor: number;
  /** The column whose baseline the margin of equivalence is a share of, where a share of its own makes no sense. */
  readonly marginOf: string;
}

interface Details {
  readonly measure?: Measure;
  readonly reading?: 'rate' | 'level';
  readonly factor?: number;
  readonly marginOf?: string;
}
const outcome = (
  id: string,
  title: string,
  unit: string,
  column: string,
  { measure = 'mean', reading = 'level', factor = 1, marginOf = column }: Details = {},
): ComparedOutcome => ({ id, title, unit, column, measure, reading, factor, marginOf });

const rate: Details = { reading: 'rate' };
const percent: Details = { factor: 100 };
const SHARE = 's6k1_p_fraction';
const BLOT = 's6k1_blot_signal';

/**
 * What a physiologist compares, in the order of what matters to muscle. p-S6K1 stands twice: as the true share of
 * molecules, and as a blot shows it, with the background that a laboratory cannot take off.
 */
export const COMPARED: readonly ComparedOutcome[] = [
  outcome('net_balance', 'net balance over the window', '%', 'net_balance_percent_per_h', {
    ...rate,
    measure: 'total',
    factor: 1 / 3600,
    marginOf: 'fsr_percent_per_h',
  }),
  outcome('synthesis', 'synthesis (FSR)', '%/h', 'fsr_percent_per_h', rate),
  outcome('breakdown', 'breakdown (FBR)', '%/h', 'breakdown_percent_per_h', rate),
  outcome('s6k1_true_peak', 'p-S6K1, true share, peak', '%', SHARE, { ...percent, measure: 'peak' }),
  outcome('s6k1_true_time_to_peak', 'p-S6K1, true share, time to peak', 'h', SHARE, {
    measure: 'time to peak',
    factor: 1 / 3600,
  }),
  outcome('s6k1_true_area', 'p-S6K1, true share, area', '% h', SHARE, {
    measure: 'area',
    factor: 100 / 3600,
  }),
  outcome('s6k1_blot_peak', 'p-S6K1, as blotted, peak', 'molecules', BLOT, { measure: 'peak' }),
  outcome('s6k1_blot_area', 'p-S6K1, as blotted, area', 'molecules h', BLOT, {
    measure: 'area',
    factor: 1 / 3600,
  }),
  outcome('mtorc1_lysosomal', 'mTORC1 at the lysosome', '%', 'mtorc1_lysosomal_fraction', percent),
  outcome('ebp1_hyper', '4E-BP1 hyperphosphorylated', '%', 'ebp1_hyper_fraction', percent),
  outcome('leucine', 'leucine in the cell', 'uM', 'leucine_uM'),
  outcome('kic', 'KIC in the cell', 'uM', 'kic_uM'),
  outcome('hmb', 'HMB in the cell', 'uM', 'hmb_uM'),
  outcome('oxidation', 'KIC oxidation', 'molecules/um3/h', 'kic_oxidation_per_um3_h', rate),
  outcome('murf1', 'MuRF1', 'molecules', 'murf1_copies'),
  outcome('atp', 'ATP from leucine', 'molecules/um3/h', 'atp_from_leucine_per_um3_h', rate),
];
