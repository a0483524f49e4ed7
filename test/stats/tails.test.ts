import { expect, it } from 'vitest';
import { normalTail, studentTail } from '../../src/stats/tails.js';

/** Closed forms of Student's t: Abramowitz & Stegun 26.7.3 and 26.7.4 for 1, 2, 3 and 4 degrees of freedom. */
const CLOSED: Readonly<Record<number, (t: number) => number>> = {
  1: (t) => Math.atan2(1, t) / Math.PI,
  2: (t) => (1 - t / Math.sqrt(2 + t * t)) / 2,
  3: (t) => {
    const a = Math.atan(t / Math.sqrt(3));
    return 0.5 - (a + Math.sin(a) * Math.cos(a)) / Math.PI;
  },
  4: (t) => {
    const a = Math.atan(t / 2);
    return 0.5 - (Math.sin(a) * (1 + Math.cos(a) ** 2 / 2)) / 2;
  },
};

it('agrees with the closed forms of the t distribution', () => {
  for (const [df, closed] of Object.entries(CLOSED))
    for (const t of [-8, -2.5, -0.3, 0, 1e-4, 0.7, 1, 2, 5, 12])
      expect(Math.abs(studentTail(t, Number(df)) - closed(t))).toBeLessThan(2e-14);
});

it('goes over into the normal distribution', () => {
  for (const z of [0.1, 1, 2, 4]) expect(studentTail(z, 1e8) / normalTail(z)).toBeCloseTo(1, 5);
});

it('knows the quantiles that every table of the normal distribution prints', () => {
  const table = [
    [0, 0.5],
    [1.2815515655446004, 0.1],
    [1.6448536269514722, 0.05],
    [1.959963984540054, 0.025],
    [2.5758293035489004, 0.005],
    [3.090232306167813, 0.001],
  ] as const;
  for (const [z, p] of table) {
    expect(normalTail(z)).toBeCloseTo(p, 13);
    expect(normalTail(-z)).toBeCloseTo(1 - p, 13);
  }
});
