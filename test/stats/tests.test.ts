import { expect, it } from 'vitest';
import { equivalenceP } from '../../src/stats/equivalence.js';
import { holm } from '../../src/stats/holm.js';
import { exactSum } from '../../src/stats/sum.js';
import { tTest } from '../../src/stats/t-test.js';
import { signedRankP } from '../../src/stats/wilcoxon.js';

it('adds without rounding on the way, in any order', () => {
  expect(exactSum([1e100, 1, -1e100])).toBe(1);
  expect(exactSum(new Array(10).fill(0.1))).toBe(1);
  expect(exactSum([1e16, 1, 1e-16])).toBe(10000000000000002); // half to even but for the last term
  expect(exactSum([])).toBe(0);
  expect(exactSum([1, Number.NaN])).toBeNaN();
  const values = Array.from({ length: 500 }, (_, i) => Math.sin(i) * 10 ** (i % 31));
  expect(exactSum([...values].reverse())).toBe(exactSum(values));
  expect(exactSum([...values, ...values.map((x) => -x)])).toBe(0);
});

it("gives the t and p of Student's own sleep data (Biometrika 6, 1908, table of additional hours)", () => {
  const gained = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];
  const { t, df, p } = tTest(gained);
  expect(df).toBe(9);
  expect(t).toBeCloseTo(4.0621, 4); // R's help page of t.test, paired
  expect(p).toBeCloseTo(0.002833, 6);
  expect(tTest([0, 0, 0]).p).toBe(1);
  expect(tTest([2, 2, 2]).p).toBe(0);
});

it('counts all signs of all ranks for the exact signed-rank test', () => {
  const values = [0.3, -1.1, 2.2, 2.9, -0.2, 3.5, 4.1];
  expect(signedRankP(values)).toBeCloseTo(bySigns(values), 14);
  expect(signedRankP([1, 2, 3, 4, 5, 6])).toBe(2 / 64);
  expect(signedRankP([0, 0])).toBe(1);
});

it('stays near the exact signed-rank test where it goes over into the normal one', () => {
  const values = Array.from({ length: 14 }, (_, i) => (i % 3 === 0 ? -1 : 1) * (1 + Math.floor(i / 2)));
  expect(Math.abs(signedRankP(values) - bySigns(values))).toBeLessThan(0.01);
});

it('corrects the example of Holm-like steps: order kept, never falling, never above 1', () => {
  expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
  expect(holm([0.5, 0.9, Number.NaN])).toEqual([1, 1, Number.NaN]);
});

it('finds equivalence only inside the margin, on both sides', () => {
  const around = (centre: number) => [-2, -1, 0, 1, 2, -1.5, 1.5, 0.5, -0.5].map((x) => centre + 0.2 * x);
  const margins = new Array(9).fill(1);
  expect(equivalenceP(around(0), margins)).toBeLessThan(1e-4);
  for (const centre of [1, -1]) expect(equivalenceP(around(centre), margins)).toBeCloseTo(0.5, 10);
  for (const centre of [2, -2]) expect(equivalenceP(around(centre), margins)).toBeGreaterThan(0.99);
});

/** Every assignment of signs is as likely as any other. */
function bySigns(values: readonly number[]): number {
  const sizes = values.map(Math.abs);
  const rank = (x: number) =>
    (1 + sizes.filter((y) => y < x).length + sizes.filter((y) => y <= x).length) / 2;
  const sum = (sign: (i: number) => boolean) => sizes.reduce((s, x, i) => (sign(i) ? s + rank(x) : s), 0);
  const centre = sum(() => true) / 2;
  const seen = Math.abs(sum((i) => values[i]! > 0) - centre);
  let asFar = 0;
  for (let signs = 0; signs < 2 ** sizes.length; signs++)
    if (Math.abs(sum((i) => (signs >> i) % 2 === 1) - centre) >= seen - 1e-9) asFar++;
  return asFar / 2 ** sizes.length;
}
