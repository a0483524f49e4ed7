import { OUTCOMES, type Outcome } from '../../analysis/outcomes.js';
import type { Dataset } from '../../dataset/read.js';
import { below } from '../../random/below.js';
import type { Generator } from '../../random/generator.js';
import { logNormal } from '../../random/log-normal.js';
import { streamFor } from '../../random/stream.js';
import { type Estimate, meanOf } from '../../stats/interval.js';
import { tTest } from '../../stats/t-test.js';
import { noSuchCondition, noSuchEffect, tooFewDonors } from '../problems.js';
import { proportion } from '../proportion.js';

/** Fewer simulated donors do not say how donors vary. */
export const LEAST_DONORS = 5;

export interface Trial {
  /** Which outcome, by its id: fsr, breakdown, oxidation, ... */
  readonly effect: string;
  readonly from: string;
  readonly to: string;
  readonly alpha: number;
  /** Error of one measurement, log-normal. */
  readonly cv: number;
  readonly most: number;
  readonly trials: number;
  /** Power that is aimed at. */
  readonly aim: number;
}
export interface Power {
  readonly outcome: Outcome;
  readonly donors: number;
  /** Mean of the simulated donors' true differences, and their spread. */
  readonly difference: number;
  readonly spread: number;
  /** By number of donors from 2 up: how many trials found a difference. */
  readonly curve: readonly { readonly n: number; readonly power: Estimate }[];
  /** The fewest donors from which on power is at least what is aimed at; absent where the curve does not get there. */
  readonly enough: number | undefined;
}
/** The true outcome of one donor in the two conditions. */
export type Donor = readonly [from: number, to: number];

/** Simulates trials on the donors of a dataset. Throws a LabProblem on an unknown effect or condition, or too few donors. */
export async function powerOf(dataset: Dataset, trial: Trial): Promise<Power> {
  const { plan, layout } = dataset.manifest;
  const columns = dataset.describe('timecourse').columns.map((c) => c.name);
  const known = OUTCOMES.filter((o) => columns.includes(o.column));
  const outcome = known.find((o) => o.id === trial.effect);
  if (outcome === undefined)
    throw noSuchEffect(
      trial.effect,
      known.map((o) => o.id),
    );
  for (const name of [trial.from, trial.to])
    if (!layout.conditions.includes(name)) throw noSuchCondition(name, layout.conditions);
  if (layout.donors < LEAST_DONORS) throw tooFewDonors(layout.donors, LEAST_DONORS);
  const donors = await donorsOf(dataset, outcome, trial);
  const differences = donors.map(([a, b]) => b - a);
  const mean = meanOf(differences);
  const curve = Array.from({ length: trial.most - 1 }, (_, i) => {
    const n = i + 2;
    const chance = streamFor(plan.seed, 'noise', 'power', trial.effect, trial.from, trial.to, n);
    return { n, power: detected(donors, n, trial, chance) };
  });
  const short = curve.findLastIndex(({ power }) => power.value < trial.aim);
  return {
    outcome,
    donors: donors.length,
    difference: mean,
    spread: Math.sqrt(differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / (donors.length - 1)),
    curve,
    enough: curve[short + 1]?.n,
  };
}

/**
 * Share of trials of n donors in which a paired t test finds p < alpha: donors are drawn from those simulated, with
 * replacement and with their deviations from the mean widened by sqrt(m/(m - 1)), as m donors show less than their
 * whole spread; each is measured once in each condition.
 */
export function detected(
  donors: readonly Donor[],
  n: number,
  { alpha, cv, trials }: Pick<Trial, 'alpha' | 'cv' | 'trials'>,
  chance: Generator,
): Estimate {
  const m = donors.length;
  const widen = Math.sqrt(m / (m - 1));
  const [from, to] = [meanOf(donors.map((d) => d[0])), meanOf(donors.map((d) => d[1]))];
  let found = 0;
  for (let trial = 0; trial < trials; trial++) {
    const differences = Array.from({ length: n }, () => {
      const [a, b] = donors[below(chance, m)]!;
      const before = (from + widen * (a - from)) * logNormal(chance, cv);
      return (to + widen * (b - to)) * logNormal(chance, cv) - before;
    });
    if (tTest(differences).p < alpha) found += 1;
  }
  return proportion(found, trials);
}

/** Means over cells of means over time after 0, donor by donor. */
async function donorsOf(
  dataset: Dataset,
  { column, factor }: Outcome,
  { from, to }: Trial,
): Promise<Donor[]> {
  const sums = new Map<string, { sum: number; n: number }>();
  for await (const row of dataset.rows('timecourse')) {
    const value = row[column];
    if ((row.time_s as number) <= 0 || row.point !== 0 || typeof value !== 'number') continue;
    const key = `${row.donor} ${row.condition}`;
    const kept = sums.get(key) ?? { sum: 0, n: 0 };
    sums.set(key, { sum: kept.sum + factor * value, n: kept.n + 1 });
  }
  const mean = (donor: number, condition: string): number => {
    const kept = sums.get(`${donor} ${condition}`);
    return kept === undefined ? Number.NaN : kept.sum / kept.n;
  };
  return Array.from(
    { length: dataset.manifest.layout.donors },
    (_, donor): Donor => [mean(donor, from), mean(donor, to)],
  ).filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b));
}
