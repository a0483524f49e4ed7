/**
 * False findings and coverage on synthetic datasets with known effects. Of 4,000 datasets a true 5 % lies within 4 to 6 % with
 * probability 0.996 for one design, and a method that errs in 7 % of cases is found out with 0.998. A true coverage of
 * 94.5 % lies within 93 to 97 % with 0.99997, and one of 92 % is found out with 0.99. Seeds are fixed. Over 20,000 datasets
 * of 1,000 resamples these designs came to 4.97 to 5.09 % false findings and 94.2 to 94.8 % coverage.
 */
import { describe, expect, it } from 'vitest';
import { effectOf, type TwinsOfDonor } from '../../src/analysis/compare/effect.js';
import { pairedIntervals } from '../../src/stats/bootstrap.js';
import { quantile } from '../../src/stats/quantile.js';
import { tTest } from '../../src/stats/t-test.js';
import { DESIGNS, type Design, nameOf, syntheticDonors } from './synthetic.js';

const DATASETS = 4000;
const RESAMPLES = 600;
const NULL_DESIGNS = DESIGNS.filter(({ shape }) => shape === 'normal');

describe.each(NULL_DESIGNS.map((d) => [nameOf(d), d] as const))('%s', (_, design) => {
  it('finds an effect in 5 % of datasets without one', () => {
    const found = counts(0, design, ({ p }) => p < 0.05);
    expect(found).toBeGreaterThanOrEqual(0.04);
    expect(found).toBeLessThanOrEqual(0.06);
  });
  it('finds equivalence in at most 5 % of datasets that lie on the margin', () => {
    const found = counts(1, design, ({ pEquivalent }) => pEquivalent < 0.05);
    expect(found).toBeLessThanOrEqual(0.06);
  });
});

describe.each(DESIGNS.map((d) => [nameOf(d), d] as const))('%s', (_, design) => {
  it('covers the true difference and the true ratio with 93 to 97 % of intervals', {
    timeout: 60_000,
  }, () => {
    const covered = { difference: 0, ratio: 0 };
    for (let seed = 0; seed < DATASETS; seed++) {
      const pairs = syntheticDonors(design, 2, seed).map((cells) =>
        cells.map(({ condition, baseline }) => [condition, baseline] as const),
      );
      const { difference, ratio } = pairedIntervals(pairs, RESAMPLES);
      if (difference.low <= 2 && 2 <= difference.high) covered.difference++;
      if (ratio.low <= 1.2 && 1.2 <= ratio.high) covered.ratio++;
    }
    for (const n of Object.values(covered)) {
      expect(n / DATASETS).toBeGreaterThanOrEqual(0.93);
      expect(n / DATASETS).toBeLessThanOrEqual(0.97);
    }
  });
});

it('would notice cells taken for donors, and an interval that is not studentised', () => {
  const design: Design = { donors: 4, cells: 10, donorSd: 0.5, shape: 'normal' };
  let asIfAlone = 0;
  let percentile = 0;
  for (let seed = 0; seed < DATASETS; seed++) {
    const changes = syntheticDonors(design, 0, seed).map((cells) =>
      cells.map(({ condition, baseline }) => condition - baseline),
    );
    if (tTest(changes.flat()).p < 0.05) asIfAlone++;
    const means = changes.map((cells) => cells.reduce((sum, x) => sum + x, 0) / cells.length);
    const draws = Float64Array.from({ length: 256 }, (_, i) =>
      [0, 1, 2, 3].reduce((sum, place) => sum + means[(i >> (2 * place)) & 3]! / 4, 0),
    ).sort();
    if (quantile(draws, 0.025) <= 0 && 0 <= quantile(draws, 0.975)) percentile++;
  }
  expect(asIfAlone / DATASETS).toBeGreaterThan(0.1);
  expect(percentile / DATASETS).toBeLessThan(0.9);
});

/** Share of datasets of which `is` holds; the margin is 10 % of the baseline's true mean of 10. */
function counts(
  effect: number,
  design: Design,
  is: (effect: { p: number; pEquivalent: number }) => boolean,
): number {
  let n = 0;
  for (let seed = 0; seed < DATASETS; seed++) {
    const donors = syntheticDonors(design, effect, seed).map(
      (cells): TwinsOfDonor => ({
        condition: cells.map((c) => c.condition),
        baseline: cells.map((c) => c.baseline),
        margin: cells.map((c) => 0.1 * c.baseline),
      }),
    );
    if (is(effectOf(donors, false, 2))) n++;
  }
  return n / DATASETS;
}
