import { describe, expect, it } from 'vitest';
import { below } from '../../src/random/below.js';
import { binomial } from '../../src/random/binomial.js';
import { exponential, layerWidths, ZIGGURAT } from '../../src/random/exponential.js';
import { logFactorial } from '../../src/random/factorial.js';
import { loadState } from '../../src/random/generator.js';
import { hypergeometric } from '../../src/random/hypergeometric.js';
import { logNormal } from '../../src/random/log-normal.js';
import { normal } from '../../src/random/normal.js';
import { poisson } from '../../src/random/poisson.js';
import { streamFor } from '../../src/random/stream.js';
import { uint32, uniform53, uniformOpen } from '../../src/random/uniform.js';
import { binomialPmf, gammaQ, hypergeometricPmf, poissonPmf } from '../support/special-functions.js';
import {
  chiSquare,
  compare,
  type Finding,
  kolmogorovSmirnov,
  THRESHOLD,
  uniformity,
} from '../support/statistics.js';

const N = process.env.LEUCELL_DEEP === '1' ? 4_000_000 : 400_000;
const draws = (name: string, draw: (g: ReturnType<typeof streamFor>) => number, n = N) => {
  const g = streamFor('samplers', name);
  return Array.from({ length: n }, () => draw(g));
};
const failed = (findings: readonly Finding[]) => findings.filter((finding) => !(finding.p > THRESHOLD));
const normalCdf = (x: number) => (x < 0 ? gammaQ(0.5, (x * x) / 2) / 2 : 1 - gammaQ(0.5, (x * x) / 2) / 2);

describe('uniforms', () => {
  it('fill [0, 1) evenly, high bits and low', () => {
    const us = draws('uniform', uniform53);
    expect(
      failed([
        kolmogorovSmirnov('uniform53', us, (x) => x),
        uniformity(
          'lowest ten bits',
          us.map((u) => (u * 2 ** 53) % 1024),
          1024,
        ),
      ]),
    ).toEqual([]);
  });

  it('are whole multiples of 2^-53 and use the last bit', () => {
    const whole = draws('bits', uniform53, 1000).map((u) => u * 2 ** 53);
    expect(whole.every(Number.isInteger)).toBe(true);
    expect(whole.some((w) => w % 2 === 1)).toBe(true);
  });

  it('never reach the ends when open, at either extreme of the words drawn', () => {
    for (const word of [0, -1]) {
      const g = { state: wordState(word) };
      const u = uniformOpen(g);
      expect(u).toBeGreaterThan(0);
      expect(u).toBeLessThan(1);
    }
  });

  /** A generator whose next word is all zeros or all ones, found by running the output function backwards. */
  function wordState(word: number): Int32Array {
    const s1 = inverseOutput(word);
    const state = Int32Array.from([0, s1, s1, 1]);
    const probe = loadState([...state]);
    expect(uint32(probe)).toBe(word >>> 0);
    return state;
  }
  function inverseOutput(word: number): number {
    const by9 = Math.imul(word, 954437177);
    return Math.imul((by9 >>> 7) | (by9 << 25), -858993459);
  }
});

describe('exponential', () => {
  const xs = draws('exponential', exponential);

  it('is exponential as a whole, and again beyond the edge of the ziggurat', () => {
    const edge = ZIGGURAT.edge;
    const tail = draws('exponential tail', exponential, 4 * N);
    const beyond = tail.filter((x) => x > edge).map((x) => x - edge);
    expect(
      failed([
        kolmogorovSmirnov('whole', xs, (x) => 1 - Math.exp(-x)),
        uniformity(
          'in 1000 equal parts',
          xs.map((x) => Math.floor(1000 * Math.exp(-x))),
          1000,
        ),
        chiSquare(
          'beyond the edge or not',
          tail.map((x) => Number(x > edge)),
          [1 - Math.exp(-edge), Math.exp(-edge)],
        ),
      ]),
    ).toEqual([]);
    expect(failed([kolmogorovSmirnov('beyond the edge', beyond, (x) => 1 - Math.exp(-x))])).toEqual([]);
  });

  /** Layers meet at these widths: a table that is off would show as a step of the density there. */
  it('has the right weight in every layer between neighbouring widths', () => {
    const widths = [...ZIGGURAT.width].slice(1).reverse();
    const inLayer = xs.map((x) => layerOf(widths, x));
    const pmf = widths.map((w, i) => Math.exp(-w) - Math.exp(-(widths[i + 1] ?? Number.POSITIVE_INFINITY)));
    expect(failed([chiSquare('layers', inLayer, pmf)])).toEqual([]);
  });

  it('closes the ziggurat where the literature does', () => {
    expect(ZIGGURAT.edge).toBeCloseTo(7.69711747013105, 12);
  });

  it('closes the ziggurat at height 1 to the last bit', () => {
    expect(ZIGGURAT.edge).toBe(edgeByBisection(1, 20));
  });

  /** Too far left, the layers are too thick and pass height 1 (not a number) before the last. */
  const edgeByBisection = (low: number, high: number): number => {
    const edge = (low + high) / 2;
    if (edge === low || edge === high) return edge;
    const last = layerWidths(edge)[255]!;
    const top = Math.exp(-last) + ((edge + 1) * Math.exp(-edge)) / last;
    return top < 1 ? edgeByBisection(low, edge) : edgeByBisection(edge, high);
  };

  const layerOf = (widths: readonly number[], x: number): number => {
    const next = widths.findIndex((w) => w > x);
    return (next < 0 ? widths.length : next) - 1;
  };
});

describe('below', () => {
  it.each([1, 2, 3, 7, 1000, 2 ** 21, 2 ** 21 + 1, 3_000_000_000, 2 ** 40 + 12_345, 2 ** 53])(
    'is even over 0 .. %d - 1',
    (n) => {
      const parts = Math.min(n, 50);
      const xs = draws(`below ${n}`, (g) => below(g, n), 100_000);
      expect(xs.every((x) => Number.isInteger(x) && x >= 0 && x < n)).toBe(true);
      if (parts === 1) return;
      const part = xs.map((x) => Math.floor(x / (n / parts)));
      const pmf = Array.from(
        { length: parts },
        (_, i) => (Math.ceil(((i + 1) * n) / parts) - Math.ceil((i * n) / parts)) / n,
      );
      expect(failed([chiSquare(`below ${n}`, part, pmf)])).toEqual([]);
    },
  );

  /** With 3 x 2^30 a plain remainder of a 32-bit word would give the lower third twice as often. */
  it('has no bias where words do not divide evenly', () => {
    const n = 3 * 2 ** 30;
    const thirds = draws('thirds', (g) => below(g, n)).map((x) => Math.floor(x / 2 ** 30));
    expect(failed([uniformity('thirds', thirds, 3)])).toEqual([]);
  });
});

describe('normal and log-normal', () => {
  it('are what they are called', () => {
    const sigma = Math.sqrt(Math.log1p(0.3 ** 2));
    expect(
      failed([
        kolmogorovSmirnov('normal', draws('normal', normal), normalCdf),
        kolmogorovSmirnov(
          'log-normal of mean 1 and cv 0.3',
          draws('log-normal', (g) => logNormal(g, 0.3)),
          (x) => normalCdf((Math.log(x) + sigma ** 2 / 2) / sigma),
        ),
      ]),
    ).toEqual([]);
  });

  it('gives 1 for a cv of 0, and draws as often as for any other', () => {
    const [a, b] = [streamFor('cv'), streamFor('cv')];
    expect(logNormal(a, 0)).toBe(1);
    logNormal(b, 0.5);
    expect(a.state).toEqual(b.state);
  });
});

describe('whole-number samplers', () => {
  it.each([0, 0.2, 3, 9.99, 10, 40, 1000])('poisson of mean %d', (mean) => {
    const xs = draws(`poisson ${mean}`, (g) => poisson(g, mean), 100_000);
    if (mean === 0) expect(new Set(xs)).toEqual(new Set([0]));
    else expect(failed(compare('poisson', xs, poissonPmf(mean)))).toEqual([]);
  });

  it.each([
    [0, 0.5],
    [5, 0],
    [5, 1],
    [10, 0.3],
    [20, 0.5],
    [40, 0.26],
    [1000, 0.004],
    [1000, 0.3],
    [1000, 0.95],
  ])('binomial of %d trials at %d', (n, p) => {
    const xs = draws(`binomial ${n} ${p}`, (g) => binomial(g, n, p), 100_000);
    if (n * p * (1 - p) === 0) expect(new Set(xs)).toEqual(new Set([n * p]));
    else expect(failed(compare('binomial', xs, binomialPmf(n, p)))).toEqual([]);
  });

  it.each([
    [5, 3, 4],
    [40, 60, 8],
    [30, 70, 60],
    [400, 700, 300],
    [700, 400, 900],
    [30_000, 2_000_000_000, 400_000],
  ])('hypergeometric of %d and %d, %d drawn', (good, bad, drawn) => {
    const xs = draws(
      `hypergeometric ${good} ${bad} ${drawn}`,
      (g) => hypergeometric(g, good, bad, drawn),
      100_000,
    );
    expect(failed(compare('hypergeometric', xs, hypergeometricPmf(good, bad, drawn)))).toEqual([]);
  });

  it('refuse what is no mean, no number of trials, no probability', () => {
    const g = streamFor('refused');
    expect(() => poisson(g, -1)).toThrow(/poisson mean -1/);
    expect(() => poisson(g, Number.NaN)).toThrow(/poisson mean NaN/);
    expect(() => binomial(g, 1.5, 0.5)).toThrow(/1.5 trials/);
    expect(() => binomial(g, 3, 1.1)).toThrow(/probability 1.1/);
    expect(() => hypergeometric(g, 3, 4, 8)).toThrow(/8 from 3 and 4/);
  });

  it('log k! is that of the factorial', () => {
    let exact = 0;
    for (let k = 1; k <= 170; k++) {
      exact += Math.log(k);
      expect(logFactorial(k)).toBeCloseTo(exact, 11);
    }
    expect(logFactorial(0)).toBeCloseTo(0, 15);
  });
});
