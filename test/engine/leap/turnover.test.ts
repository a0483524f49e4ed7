import { describe, expect, it } from 'vitest';
import { counted } from '../../../src/engine/leap/draw.js';
import { turnoverOf } from '../../../src/engine/leap/turnover.js';
import { streamFor } from '../../../src/random/stream.js';
import { solve } from '../../support/master-equation.js';
import { average, centralMoment, meanOf } from '../../support/statistics.js';

/** Loadings of one carrier, from the master equation of (state, loadings), for those that end in the state asked for. */
function oracle(a: number, b: number, h: number, begun: 0 | 1, ended: 0 | 1) {
  const pmf = solve(
    [begun, 0],
    [
      { change: [1, 1], propensity: ([loaded]) => (1 - loaded!) * a },
      { change: [-1, 0], propensity: ([loaded]) => loaded! * b },
    ],
    h,
    ([, n]) => n! < 120,
  ).marginal(([loaded, n]) => 2 * n! + loaded!);
  const joint = Array.from({ length: 120 }, (_, n) => pmf[2 * n + ended] ?? 0);
  const probability = joint.reduce((sum, p) => sum + p, 0);
  const given = joint.map((p) => p / probability);
  return { probability, mean: meanOf(given), variance: centralMoment(given, 2) };
}

describe('loadings of a carrier in a step', () => {
  it.each([
    [1.3, 0.7, 0.4],
    [0.4, 1.7, 9],
    [2, 2, 30],
    [0.01, 3, 5],
  ])('have the mean and variance of the master equation at rates %d and %d over %d s', (a, b, h) => {
    const found = turnoverOf(a, b, h);
    for (const begun of [0, 1] as const)
      for (const ended of [0, 1] as const) {
        const right = oracle(a, b, h, begun, ended);
        const at = 2 * begun + ended;
        const probability = [1 - found.load, found.load, found.unload, 1 - found.unload][at]!;
        expect(probability).toBeCloseTo(right.probability, 9);
        expect(found.mean[at]).toBeCloseTo(right.mean, 7);
        expect(found.variance[at]).toBeCloseTo(right.variance, 6);
      }
  });

  it('are drawn with that mean and variance, and never below nothing', () => {
    const g = streamFor('turnover', 'draws');
    for (const [mean, variance] of [
      [40, 22],
      [3, 2.9999],
      [0.2, 0.15],
    ] as const) {
      const xs = Array.from({ length: 200_000 }, () => counted(g, mean, variance));
      const error = Math.sqrt(variance / xs.length);
      expect(Math.abs(average(xs) - mean)).toBeLessThan(5 * error);
      const found = average(xs.map((x) => (x - mean) ** 2));
      const p = 1 - variance / mean;
      const part = (mean / p) % 1;
      const right = p < 1e-3 ? mean : variance + p * p * part * (1 - part);
      expect(Math.abs(found - right) / right).toBeLessThan(0.02);
      expect(xs.every((x) => x >= 0)).toBe(true);
    }
  });
});
