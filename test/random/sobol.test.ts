import { describe, expect, it } from 'vitest';
import { latinHypercube } from '../../src/random/latin-hypercube.js';
import { SOBOL_COORDINATES, sobol } from '../../src/random/sobol.js';
import { python, pythonWith } from '../support/python.js';
import { THRESHOLD, uniformity } from '../support/statistics.js';

const points = (n: number, d: number, from = 0) =>
  Array.from({ length: n }, (_, i) => Array.from({ length: d }, (_, j) => sobol(from + i, j)));

describe('the Sobol sequence', () => {
  it.skipIf(!pythonWith('scipy'))('is that of scipy.stats.qmc in every coordinate', () => {
    const script = [
      'import json, warnings; from scipy.stats import qmc',
      'warnings.simplefilter("ignore")',
      `s = qmc.Sobol(${SOBOL_COORDINATES}, scramble=False)`,
      'first = s.random(1100); s.fast_forward(10**6 - 1100)',
      'print(json.dumps([first.tolist(), s.random(50).tolist()]))',
    ].join('\n');
    const [first, late] = JSON.parse(python(['-c', script])) as number[][][];
    expect(points(1100, SOBOL_COORDINATES)).toEqual(first);
    expect(points(50, SOBOL_COORDINATES, 1e6)).toEqual(late);
  });
  it('puts one of every 2^k points into each of 2^k strata of every coordinate', () => {
    for (let j = 0; j < SOBOL_COORDINATES; j++)
      for (const k of [1, 4, 9]) {
        const strata = new Set(points(2 ** k, j + 1).map((p) => Math.floor(p[j]! * 2 ** k)));
        expect(strata.size).toBe(2 ** k);
      }
  });
  it('has no coordinate beyond those of its table', () => {
    expect(() => sobol(0, SOBOL_COORDINATES)).toThrow(RangeError);
    expect(() => sobol(-1, 0)).toThrow(RangeError);
  });
});

describe('a Latin hypercube', () => {
  it('has one point in every stratum of every coordinate, and other points with another seed', () => {
    for (const n of [2, 7, 1000])
      for (const coordinate of [0, 1, 5]) {
        const at = latinHypercube('a', [coordinate], n);
        const values = Array.from({ length: n }, (_, i) => at(i));
        expect(new Set(values.map((x) => Math.floor(x * n))).size).toBe(n);
        expect(values).not.toEqual(
          Array.from({ length: n }, (_, i) => latinHypercube('b', [coordinate], n)(i)),
        );
      }
  });
  it('has every order of its strata equally often', () => {
    const all = ['012', '021', '102', '120', '201', '210'];
    const seen = Array.from({ length: 6000 }, (_, seed) => {
      const at = latinHypercube(String(seed), [0], 3);
      return all.indexOf([0, 1, 2].map((i) => Math.floor(3 * at(i))).join(''));
    });
    expect(uniformity('order of three strata', seen, 6).p).toBeGreaterThan(THRESHOLD);
  });
  it('is uniform within its strata', () => {
    const n = 8000;
    const at = latinHypercube('within', [0], n);
    const tenths = Array.from({ length: n }, (_, i) => Math.floor(10 * ((at(i) * n) % 1)));
    expect(uniformity('tenth of its stratum', tenths, 10).p).toBeGreaterThan(THRESHOLD);
  });
});
