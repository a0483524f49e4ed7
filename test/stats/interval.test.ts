import { expect, it } from 'vitest';
import { meanInterval } from '../../src/stats/interval.js';
import { t975 } from '../../src/stats/student-t.js';

// scipy.stats.t.ppf(0.975, df)
const TABLE = [
  [1, 12.706204736],
  [2, 4.3026527297],
  [3, 3.1824463053],
  [4, 2.7764451052],
  [5, 2.5705818356],
  [10, 2.2281388519],
  [30, 2.0422724563],
  [1000, 1.9623390808],
] as const;

it('gives the quantiles of Student’s t within 0.2 %', () => {
  for (const [df, exact] of TABLE) expect(Math.abs(t975(df) / exact - 1)).toBeLessThan(0.002);
});

it('refuses less than one degree of freedom', () => {
  expect(() => t975(0)).toThrow('0 degrees of freedom');
});

it('gives the mean with its interval', () => {
  // mean 3, sd sqrt(2.5), n 5: half width 2.776 * sqrt(0.5)
  const { value, low, high, n } = meanInterval([1, 2, 3, 4, 5]);
  expect([value, n]).toEqual([3, 5]);
  expect(high - value).toBeCloseTo(2.7764 * Math.sqrt(0.5), 2);
  expect(value - low).toBeCloseTo(high - value, 12);
});

it('leaves out what was not measured, and gives no interval of one value', () => {
  expect(meanInterval([Number.NaN, 7])).toEqual({ value: 7, low: Number.NaN, high: Number.NaN, n: 1 });
  expect(meanInterval([])).toEqual({ value: Number.NaN, low: Number.NaN, high: Number.NaN, n: 0 });
});
