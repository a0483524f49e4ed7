import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  constant,
  multiply,
  points,
  sample,
  scale,
  shift,
  steps,
  until,
  valueAt,
  valueBefore,
} from '../../src/body/courses.js';

const ramp = points([
  [0, 0],
  [100, 10],
]);

describe('a course', () => {
  it('is straight between points and constant outside', () => {
    expect([-5, 0, 25, 100, 200].map((t) => valueAt(ramp, t))).toEqual([0, 0, 2.5, 10, 10]);
  });
  it('takes the value after a step, and the one before just before it', () => {
    const step = steps(1, [[60, 5]]);
    expect([valueBefore(step, 60), valueAt(step, 60), valueAt(step, 59)]).toEqual([1, 5, 1]);
  });
  it('refuses time that runs backwards', () => {
    expect(() =>
      points([
        [10, 1],
        [5, 1],
      ]),
    ).toThrow(/backwards/);
  });
  it('moves in time', () => expect(valueAt(shift(ramp, 50), 100)).toBe(5));
  it('scales', () => expect(valueAt(scale(ramp, 3), 50)).toBe(15));
  it('ends with a step to rest', () => {
    const cut = until(ramp, 50, 1);
    expect([valueBefore(cut, 50), valueAt(cut, 50), valueAt(cut, 100)]).toEqual([5, 1, 1]);
  });
  it('multiplies within its tolerance where both bend', () => {
    const square = multiply(ramp, ramp, 1e-3);
    for (let t = 0; t <= 100; t += 1) expect(Math.abs(valueAt(square, t) - (t / 10) ** 2)).toBeLessThan(0.1);
  });
  it('keeps a step of one factor in a product', () => {
    const product = multiply(ramp, steps(1, [[50, 2]]));
    expect([valueBefore(product, 50), valueAt(product, 50)]).toEqual([5, 10]);
  });
  it('samples a formula within its tolerance', () => {
    const wave = sample((t) => Math.exp(-t / 10) * t, 0, 100, 1e-3);
    for (let t = 0; t <= 100; t += 0.7)
      expect(Math.abs(valueAt(wave, t) - Math.exp(-t / 10) * t)).toBeLessThan(0.01);
  });
});

const anyCourse = fc
  .array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 9 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((pairs) => points([...pairs].sort((a, b) => a[0] - b[0])));

it('adds exactly at every time, on either side of a step', () => {
  fc.assert(
    fc.property(anyCourse, anyCourse, fc.integer({ min: -60, max: 60 }), (a, b, t) => {
      const sum = add(a, b);
      expect(valueAt(sum, t)).toBeCloseTo(valueAt(a, t) + valueAt(b, t), 9);
      expect(valueBefore(sum, t)).toBeCloseTo(valueBefore(a, t) + valueBefore(b, t), 9);
    }),
    { seed: 1, numRuns: 300 },
  );
});

it('is unchanged by adding nothing and by multiplying by one', () => {
  fc.assert(
    fc.property(anyCourse, fc.integer({ min: -60, max: 60 }), (a, t) => {
      expect(valueAt(add(a, constant(0)), t)).toBeCloseTo(valueAt(a, t), 9);
      expect(valueAt(multiply(a, constant(1)), t)).toBeCloseTo(valueAt(a, t), 9);
    }),
    { seed: 2, numRuns: 200 },
  );
});
