import { type Donor, FEWEST_DONORS, type Interval, pairedIntervals } from '../../stats/bootstrap.js';
import { equivalenceP } from '../../stats/equivalence.js';
import { exactDeviation, exactMean } from '../../stats/sum.js';
import { tTest } from '../../stats/t-test.js';
import { signedRankP } from '../../stats/wilcoxon.js';

/** The twins of one donor that lived in both conditions. */
export interface TwinsOfDonor {
  readonly condition: readonly number[];
  readonly baseline: readonly number[];
  /** Change that counts as none, for each twin. */
  readonly margin: readonly number[];
}

/** What a condition did to one outcome, before correction for how many effects were looked at. */
export interface RawEffect {
  readonly twins: number;
  readonly donors: number;
  /** Who was sampled: with fewer than three donors the interval speaks of cells of these donors, not of people. */
  readonly sampled: 'donors' | 'cells';
  readonly baseline: number;
  readonly condition: number;
  readonly difference: number;
  /** Standard error over donors or cells. */
  readonly differenceError: number;
  readonly differenceInterval: Interval;
  /** Of means; NaN where a mean is not above 0, or may change its sign. */
  readonly ratio: number;
  readonly ratioInterval: Interval;
  /** Mean over standard deviation of the twins' differences (Cohen's d for pairs). */
  readonly dz: number;
  readonly p: number;
  readonly pWilcoxon: number;
  readonly pEquivalent: number;
  readonly shareUp: number;
  readonly shareDown: number;
}

/** The effect over paired twins; donors count alike, each through the mean of its cells. What changes sign has no ratio. */
export function effectOf(donors: readonly TwinsOfDonor[], hasRatio = true, resamples?: number): RawEffect {
  const kept = donors.filter(({ condition }) => condition.length > 0);
  const sampled = kept.length >= FEWEST_DONORS ? 'donors' : 'cells';
  const units = (of: (donor: TwinsOfDonor) => readonly number[]): readonly number[] =>
    sampled === 'donors' ? kept.map((donor) => exactMean(of(donor))) : kept.flatMap(of);
  const changeOf = ({ condition, baseline }: TwinsOfDonor) => condition.map((x, i) => x - baseline[i]!);
  const changes = units(changeOf);
  const cells = kept.flatMap(changeOf);
  const margins = kept.flatMap(({ margin }) => margin);
  const [condition, baseline] = [exactMean(units((d) => d.condition)), exactMean(units((d) => d.baseline))];
  const intervals = pairedIntervals(kept.map(pairsOf), resamples);
  return {
    twins: cells.length,
    donors: kept.length,
    sampled,
    baseline,
    condition,
    difference: exactMean(changes),
    differenceError: exactDeviation(changes) / Math.sqrt(changes.length),
    differenceInterval: intervals.difference,
    ratio: hasRatio && condition > 0 && baseline > 0 ? condition / baseline : Number.NaN,
    ratioInterval: hasRatio ? intervals.ratio : { low: Number.NaN, high: Number.NaN },
    dz: exactMean(cells) / exactDeviation(cells),
    p: tTest(changes).p,
    pWilcoxon: signedRankP(changes),
    pEquivalent: equivalenceP(
      changes,
      units((d) => d.margin),
    ),
    shareUp: share(cells, (change, i) => change > margins[i]!),
    shareDown: share(cells, (change, i) => change < -margins[i]!),
  };
}

const pairsOf = ({ condition, baseline }: TwinsOfDonor): Donor =>
  condition.map((x, i) => [x, baseline[i]!] as const);

const share = (changes: readonly number[], is: (change: number, i: number) => boolean): number =>
  changes.filter(is).length / changes.length;
