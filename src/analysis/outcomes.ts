/** A number that sums up one cell's time: the mean of a column over its samples after time 0. */
export interface Outcome {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  /** As shown; a fraction of the dataset is shown as percent. */
  readonly unit: string;
  readonly column: string;
  readonly factor: number;
  /** Told as the ratio to the first condition, twin by twin. */
  readonly fold: boolean;
}

const outcome = (
  id: string,
  title: string,
  short: string,
  unit: string,
  column: string,
  { factor = 1, fold = false } = {},
): Outcome => ({ id, title, short, unit, column, factor, fold });

/** What a physiologist asks of a muscle first, in the order in which leucine's work proceeds. */
export const OUTCOMES: readonly Outcome[] = [
  outcome('leucine', 'leucine in the cell', 'leucine', 'uM', 'leucine_uM'),
  outcome('mtorc1', 'mTORC1 at the lysosome', 'mTORC1', '%', 'mtorc1_lysosomal_fraction', { factor: 100 }),
  outcome('s6k1', 'p-S6K1 as a blot shows it', 'p-S6K1', 'fold', 's6k1_blot_signal', { fold: true }),
  outcome('s6k1_share', 'p-S6K1 of all S6K1', 'p-S6K1', '%', 's6k1_p_fraction', { factor: 100 }),
  outcome('4ebp1', '4E-BP1 hyperphosphorylated', '4E-BP1', '%', 'ebp1_hyper_fraction', { factor: 100 }),
  outcome('fsr', 'protein synthesis (FSR)', 'FSR', '%/h', 'fsr_percent_per_h'),
  outcome('breakdown', 'protein breakdown', 'breakdown', '%/h', 'breakdown_percent_per_h'),
  outcome('oxidation', 'KIC oxidation', 'oxidation', 'molecules/um3/h', 'kic_oxidation_per_um3_h'),
];
