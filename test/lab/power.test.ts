import { expect, it } from 'vitest';
import { type Donor, detected } from '../../src/lab/power/power.js';
import { proportion } from '../../src/lab/proportion.js';
import { normal } from '../../src/random/normal.js';
import { streamFor } from '../../src/random/stream.js';

/** Donors whose difference has exactly the mean and a spread of 1, from a large normal sample. */
function donorsWith(mean: number): readonly Donor[] {
  const chance = streamFor('donors');
  const raw = Array.from({ length: 4000 }, () => normal(chance));
  const middle = raw.reduce((a, b) => a + b, 0) / raw.length;
  const spread = Math.sqrt(raw.reduce((sum, x) => sum + (x - middle) ** 2, 0) / (raw.length - 1));
  return raw.map((x): Donor => [10, 10 + mean + (x - middle) / spread]);
}
const power = (mean: number, n: number, cv = 0) =>
  detected(donorsWith(mean), n, { alpha: 0.05, cv, trials: 2000 }, streamFor('trials', mean, n)).value;

/** 2000 trials tell a power of 0.8 to 0.9 %; 4.5 of that is 4 %. */
it('finds the power of a paired t test: 34 donors detect half a spread with 0.808 (Cohen 1988; noncentral t)', () => {
  expect(Math.abs(power(0.5, 34) - 0.808)).toBeLessThan(0.04);
  expect(Math.abs(power(0.8, 15) - 0.821)).toBeLessThan(0.04);
});
it('finds nothing where there is nothing more often than alpha', () => {
  expect(Math.abs(power(0, 12) - 0.05)).toBeLessThan(4.5 * Math.sqrt((0.05 * 0.95) / 2000));
});
it('loses power to the error of measurement', () => {
  expect(power(0.8, 15, 0.2)).toBeLessThan(power(0.8, 15) - 0.3);
});
it('says how sure a share is: 0 of 20 is at most 0.161, 10 of 20 lies from 0.299 to 0.701 (Wilson)', () => {
  expect(proportion(0, 20).high).toBeCloseTo(0.161, 3);
  expect(proportion(10, 20).low).toBeCloseTo(0.299, 3);
  expect(proportion(10, 20).high).toBeCloseTo(0.701, 3);
  expect(proportion(0, 0).value).toBeNaN();
});
