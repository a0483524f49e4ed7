import { expect, it } from 'vitest';
import { parseFormula } from '../../src/analysis/validation/formula.js';
import { calibrate, type Judge } from '../../src/calibration/calibrate.js';
import type { Calibration } from '../../src/calibration/calibration.js';
import { costOf, residualsOf } from '../../src/calibration/residuals.js';
import type { JudgedRow } from '../../src/validation/judge-targets.js';
import { target } from '../validation/sample-target.js';

const read = parseFormula('1 < 2', 'main');
if (!read.ok) throw new Error('the formula is not read');
const { formula } = read;
const row = (simulated: number, lo: number | null, hi: number | null, size = simulated): JudgedRow => ({
  kind: 'band',
  arm: 'main',
  at: '',
  quantity: '',
  published: null,
  formula,
  lo,
  hi,
  verdict: {
    simulated,
    size,
    interval: [simulated, simulated],
    lo,
    hi,
    pass: (lo ?? -Infinity) <= simulated && simulated <= (hi ?? Infinity),
  },
});
const judged = (rows: readonly JudgedRow[]) => [{ target: target({}), rows, pass: true, notes: [] }];

const constant = (name: string, model: number) => ({ name, unit: '1/min', model, from: 0.01, to: 100 });
const CALIBRATION: Calibration = {
  constants: [constant('a', 1), constant('b', 1)],
  weights: new Map([['t', 1]]),
  seed: '1',
  starts: 2,
  margin: 1,
  sets: 0,
};
/** An exponential that rises to a / b at speed b, in bands about its course under a = 6, b = 0.5. */
const rise: Judge = async ({ a, b }) =>
  judged(
    [0.5, 1, 2, 4, 8].map((t) => {
      const course = (p: number, q: number) => (p / q) * (1 - Math.exp(-q * t));
      return row(course(a!, b!), course(6, 0.5) - 0.3, course(6, 0.5) + 0.3);
    }),
  );
/** Only the ratio of the two is seen. */
const ratio: Judge = async ({ a, b }) => judged([row(a! / b!, 11, 13), row((2 * a!) / b!, 22, 26)]);

it('finds the constants that made the bands, from any start', async () => {
  const { optimum, costBefore, ends, after, directions } = await calibrate(CALIBRATION, rise);
  expect(optimum.values.a).toBeCloseTo(6, 3);
  expect(optimum.values.b).toBeCloseTo(0.5, 3);
  expect(optimum.cost).toBeLessThan(1e-6);
  expect(costBefore).toBeGreaterThan(100);
  expect(ends).toHaveLength(2);
  expect(costOf(after)).toBeCloseTo(optimum.cost, 12);
  expect(directions.every(({ told }) => told)).toBe(true);
});

it('draws sets that all lie within the margin, differ, and reach out to its edge', async () => {
  const { optimum, ensemble } = await calibrate({ ...CALIBRATION, sets: 60 }, rise);
  expect(ensemble).toHaveLength(60);
  for (const { values, cost, holds } of ensemble) {
    const rows = residualsOf(await rise(values), CALIBRATION.weights);
    expect(holds).toEqual(rows.map(({ distance }) => Math.abs(distance) <= 1));
    expect(cost).toBeLessThanOrEqual(optimum.cost + 1);
    expect(costOf(rows)).toBeCloseTo(cost, 9);
  }
  expect(new Set(ensemble.map(({ values }) => values.a)).size).toBe(60);
  // Uniform over an ellipse, the cost is uniform from 0 to the margin: mean 0.5, standard error 0.04 of 60 independent draws.
  const mean = ensemble.reduce((sum, { cost }) => sum + cost, 0) / 60;
  expect(mean).toBeGreaterThan(0.3);
  expect(mean).toBeLessThan(0.7);
});

it('says which constants the rows do not tell apart, and lets the ensemble run along them', async () => {
  const { optimum, directions, ensemble } = await calibrate({ ...CALIBRATION, sets: 40 }, ratio);
  expect(optimum.values.a! / optimum.values.b!).toBeCloseTo(12, 2);
  const [told, loose] = directions;
  expect(told!.told).toBe(true);
  expect(told!.along[0]! * told!.along[1]!).toBeCloseTo(-0.5, 3);
  expect(loose!.told).toBe(false);
  expect(loose!.along[0]! * loose!.along[1]!).toBeCloseTo(0.5, 3);
  // Residuals are (a/b - 12) / 1 and (2 a/b - 24) / 2, so the Hessian along (1, -1) / sqrt 2 is 2 (12 sqrt 2)^2.
  expect(told!.width).toBeCloseTo(1 / Math.sqrt(2 * (12 * Math.SQRT2) ** 2), 4);
  const as = ensemble.map(({ values }) => values.a!);
  expect(Math.max(...as) / Math.min(...as)).toBeGreaterThan(10);
  for (const { values } of ensemble) {
    expect(Math.abs(values.a! / values.b! - 12)).toBeLessThanOrEqual(Math.SQRT1_2 + 1e-3);
    for (const v of Object.values(values)) expect(v >= 0.01 * (1 - 1e-9) && v <= 100 * (1 + 1e-9)).toBe(true);
  }
});

it('stays within the bounds where the least cost is beyond them', async () => {
  const narrow = { ...CALIBRATION, constants: [{ ...constant('a', 1), to: 3 }, constant('b', 1)] };
  const { optimum } = await calibrate(narrow, rise);
  expect(optimum.values.a).toBeLessThanOrEqual(3 * (1 + 1e-12));
  expect(optimum.values.a).toBeGreaterThan(2.9);
});

it('gives the same numbers for the same seed and other draws for another', async () => {
  const asked = { ...CALIBRATION, sets: 5 };
  expect(await calibrate(asked, rise)).toEqual(await calibrate(asked, rise));
  const [one, other] = [await calibrate(asked, rise), await calibrate({ ...asked, seed: '2' }, rise)];
  expect(other.ensemble).not.toEqual(one.ensemble);
});

it('measures distance in half widths of a band, from what was published, and the excess over a single bound', () => {
  const distance = (r: JudgedRow) => residualsOf(judged([r]), new Map([['t', 4]]))[0]!;
  const published = { arm: 'main', mean: 1.2, error: null, error_kind: 'sem', n: null };
  expect(distance(row(1.5, 1, 3)).distance).toBeCloseTo(-0.5, 12);
  expect(distance({ ...row(1.1, 1, 3), published }).distance).toBeCloseTo(-0.5, 12);
  expect(distance({ ...row(2.1, 1, 3), published }).distance).toBeCloseTo(0.5, 12);
  expect(distance(row(5, 3, null)).distance).toBe(0);
  expect(distance(row(2.7, 3, null)).distance).toBeCloseTo(1, 12);
  expect(distance(row(0.5, null, 0, 10)).distance).toBeCloseTo(0.5, 12);
  expect(distance(row(2.7, 3, null)).cost).toBeCloseTo(4, 12);
  const { verdict: _, ...lost } = row(1, 0, 2);
  expect(distance(lost).distance).toBe(100);
  expect(distance(row(2 + 100 * Math.E, 1, 3)).distance).toBeCloseTo(10 * (2 + Math.log(10)), 12);
});
