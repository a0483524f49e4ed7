import { expect, it } from 'vitest';
import { pairedRatio } from '../../src/stats/ratio.js';

const below = Array.from({ length: 40 }, (_, i) => 10 + 5 * Math.sin(i));

it('knows a ratio exactly where every twin has it', () => {
  const { value, low, high, n } = pairedRatio(
    below.map((x) => 2 * x),
    below,
  );
  expect([value, low, high].map((x) => Math.round(x * 1e9) / 1e9)).toEqual([2, 2, 2]);
  expect(n).toBe(40);
});

it('agrees with the delta method for paired means', () => {
  const above = below.map((x, i) => 2 * x + Math.cos(3 * i));
  const { value, low, high } = pairedRatio(above, below);
  const meanBelow = below.reduce((a, b) => a + b) / 40;
  const residual = above.map((a, i) => a - value * below[i]!);
  const se = Math.sqrt(residual.reduce((s, r) => s + r * r, 0) / 39 / 40) / meanBelow;
  expect((high - low) / (2 * 1.96 * se)).toBeGreaterThan(0.85);
  expect((high - low) / (2 * 1.96 * se)).toBeLessThan(1.15);
});

it('leaves out pairs of which one is missing, and gives the same interval each time', () => {
  const a = [2, 4, Number.NaN, 8];
  const b = [1, 2, 3, Number.NaN];
  expect(pairedRatio(a, b)).toEqual(pairedRatio(a, b));
  expect(pairedRatio(a, b)).toMatchObject({ value: 2, n: 2 });
});
