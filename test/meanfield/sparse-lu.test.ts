import fc from 'fast-check';
import { expect, it } from 'vitest';
import { luPlan, sparseLu } from '../../src/meanfield/sparse-lu.js';

/** Matrices whose diagonal outweighs its column, as those of a short step do. */
const matrices = fc.integer({ min: 1, max: 12 }).chain((n) =>
  fc.record({
    dense: fc.array(
      fc.array(fc.oneof(fc.constant(0), fc.constant(0), fc.double({ min: -1, max: 1, noNaN: true })), {
        minLength: n,
        maxLength: n,
      }),
      { minLength: n, maxLength: n },
    ),
    x: fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: n, maxLength: n }),
  }),
);

it('solves what it factorises, whatever the pattern', () => {
  fc.assert(
    fc.property(matrices, ({ dense, x }) => {
      const n = dense.length;
      dense.forEach((row, i) => {
        row[i] = n + 1;
      });
      const plan = luPlan(dense.map((row) => new Set([...row.keys()].filter((j) => row[j] !== 0))));
      const lu = sparseLu(plan);
      for (let again = 0; again < 2; again++) {
        lu.values.fill(0);
        dense.forEach((row, i) => {
          row.forEach((a, j) => {
            if (a !== 0) lu.values[plan.at(i, j)] = a;
          });
        });
        expect(plan.diagonal.every((place, i) => lu.values[place] === dense[i]![i])).toBe(true);
        expect(lu.factorise()).toBe(true);
        const b = Float64Array.from(dense, (row) => row.reduce((sum, a, j) => sum + a * x[j]!, 0));
        lu.solve(b);
        b.forEach((found, i) => {
          expect(Math.abs(found - x[i]!)).toBeLessThan(1e-10);
        });
      }
    }),
    { numRuns: 200, seed: 1 },
  );
});

it('says so where a pivot vanishes', () => {
  const lu = sparseLu(luPlan([new Set([0, 1]), new Set([0, 1])]));
  lu.values.fill(1);
  expect(lu.factorise()).toBe(false);
});
