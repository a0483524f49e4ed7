import { describe, expect, it } from 'vitest';

/** A mean over h seconds that gains i a second and is lost at rate k, exactly. */
const relaxed = (n: number, i: number, k: number, h: number): number =>
  n * Math.exp(-k * h) + (k > 0 ? (-i / k) * Math.expm1(-k * h) : i * h);

function settled(step: (n: number) => number): number {
  let n = 1;
  for (let i = 0; i < 100_000; i++) n = step(n);
  return n;
}

/** What the clocks of clocks.ts say of the means that pieces lived in turn come to rest at. */
describe('steps of pieces in turn', () => {
  it.each([
    [0.03, 0.05],
    [0.2, 0.01],
    [0.01, 0.2],
  ])('are off by q (q + k/2) h^2 / 12 of what comes in: k %d, q %d', (k, q) => {
    const h = 1;
    const found = settled((n) => relaxed(relaxed(relaxed(n, 1, k, h / 2), 0, q, h), 1, k, h / 2));
    const off = Math.abs(found * (k + q) - 1);
    expect(off / ((q * (q + k / 2) * h ** 2) / 12)).toBeCloseTo(1, 1);
  });

  it('are off by (k h)^2 / 48 where a crowd gets before it loses, and then loses before it gets; by (k h)^2 / 12 at the end', () => {
    const [k, h] = [0.1, 1];
    const gets = (n: number) => n + h / 2;
    const loses = (n: number) => relaxed(n, 0, k, h / 2);
    const end = settled((n) => gets(loses(loses(gets(n)))));
    const middle = loses(gets(end));
    expect((((end + middle) / 2) * k - 1) / ((k * h) ** 2 / 48)).toBeCloseTo(1, 2);
    expect((end * k - 1) / ((k * h) ** 2 / 12)).toBeCloseTo(1, 2);
  });
});
