import { gammaQ, pOfZ } from './special-functions.js';

/** Probability of a deviation of five standard deviations: nothing right falls below it, and seeds are fixed. */
export const THRESHOLD = pOfZ(5);

/** What one test found. `notices`: the smallest defect that would bring p to the threshold, at this n. */
export interface Finding {
  readonly what: string;
  readonly n: number;
  readonly statistic: string;
  readonly p: number;
  readonly notices: string;
}

/** Probabilities of 0, 1, 2, ... */
export type Pmf = readonly number[];

export const meanOf = (pmf: Pmf): number => pmf.reduce((sum, p, k) => sum + p * k, 0);
export const centralMoment = (pmf: Pmf, order: number): number => {
  const mean = meanOf(pmf);
  return pmf.reduce((sum, p, k) => sum + p * (k - mean) ** order, 0);
};

/** The whole of a distribution: chi-square of the counts, z of the mean, z of the variance with the fourth moment known. */
export function compare(what: string, samples: readonly number[], pmf: Pmf): readonly Finding[] {
  return [chiSquare(what, samples, pmf), zOfMean(what, samples, pmf), zOfVariance(what, samples, pmf)];
}

const LEAST_EXPECTED = 10;

/** Chi-square over values pooled until at least ten samples are expected in each cell; the last cell takes what is beyond. */
export function chiSquare(what: string, samples: readonly number[], pmf: Pmf): Finding {
  const n = samples.length;
  const seen = new Array<number>(pmf.length + 1).fill(0);
  for (const x of samples) seen[Math.min(x, pmf.length)]!++;
  const beyond = Math.max(0, 1 - pmf.reduce((sum, p) => sum + p, 0));
  const cells = pooled([...pmf, beyond], seen, n);
  const chi2 = cells.reduce((sum, { e, o }) => sum + (o - e) ** 2 / e, 0);
  const df = cells.length - 1;
  if (df < 1) throw new Error(`${what}: ${n} samples fill one cell of ${LEAST_EXPECTED}; take more samples`);
  const w = Math.sqrt(Math.max(0, criticalChi2(df) - df) / n);
  return {
    what: `${what}, distribution`,
    n,
    statistic: `chi2(${df}) = ${chi2.toFixed(1)}`,
    p: gammaQ(df / 2, chi2 / 2),
    notices: `probabilities off by ${percent(w)} (root mean square)`,
  };
}

function pooled(pmf: Pmf, seen: readonly number[], n: number): { e: number; o: number }[] {
  const cells: { e: number; o: number }[] = [];
  let e = 0;
  let o = 0;
  for (const [k, p] of pmf.entries()) {
    e += p * n;
    o += seen[k]!;
    if (e >= LEAST_EXPECTED) {
      cells.push({ e, o });
      e = 0;
      o = 0;
    }
  }
  const last = cells.at(-1);
  if (last) {
    last.e += e;
    last.o += o;
  }
  return cells;
}

function criticalChi2(df: number): number {
  let low = df;
  let high = df + 200 + 10 * Math.sqrt(df);
  for (let i = 0; i < 60; i++) {
    const x = (low + high) / 2;
    if (gammaQ(df / 2, x / 2) > THRESHOLD) low = x;
    else high = x;
  }
  return low;
}

/** Chi-square of whole numbers 0 .. k - 1 that should be equally likely. */
export const uniformity = (what: string, samples: readonly number[], k: number): Finding =>
  chiSquare(
    what,
    samples,
    Array.from({ length: k }, () => 1 / k),
  );

export function zOfMean(what: string, samples: readonly number[], pmf: Pmf): Finding {
  const n = samples.length;
  const [mean, sd] = [meanOf(pmf), Math.sqrt(centralMoment(pmf, 2))];
  const z = ((average(samples) - mean) / sd) * Math.sqrt(n);
  return {
    what: `${what}, mean`,
    n,
    statistic: `z = ${z.toFixed(2)}`,
    p: pOfZ(z),
    notices: `mean off by ${percent((5 * sd) / Math.sqrt(n) / mean)}`,
  };
}

export function zOfVariance(what: string, samples: readonly number[], pmf: Pmf): Finding {
  const n = samples.length;
  const [mean, variance] = [meanOf(pmf), centralMoment(pmf, 2)];
  const sd = Math.sqrt((centralMoment(pmf, 4) - variance ** 2) / n);
  const found = average(samples.map((x) => (x - mean) ** 2));
  const z = (found - variance) / sd;
  return {
    what: `${what}, variance`,
    n,
    statistic: `z = ${z.toFixed(2)}`,
    p: pOfZ(z),
    notices: `variance off by ${percent((5 * sd) / variance)}`,
  };
}

/** Kolmogorov-Smirnov against a continuous distribution, asymptotic with Stephens' correction (J. R. Stat. Soc. B 32, 115, 1970). */
export function kolmogorovSmirnov(
  what: string,
  samples: readonly number[],
  cdf: (x: number) => number,
): Finding {
  const n = samples.length;
  const sorted = Float64Array.from(samples).sort();
  let gap = 0;
  for (const [i, x] of sorted.entries()) gap = Math.max(gap, (i + 1) / n - cdf(x), cdf(x) - i / n);
  const root = Math.sqrt(n);
  const lambda = (root + 0.12 + 0.11 / root) * gap;
  return {
    what: `${what}, distribution`,
    n,
    statistic: `D = ${gap.toFixed(5)}`,
    p: kolmogorovTail(lambda),
    notices: `distribution function off by ${percent(Math.sqrt(-Math.log(THRESHOLD / 2) / 2) / root)} somewhere`,
  };
}

export function kolmogorovTail(lambda: number): number {
  if (lambda < 0.3) return 1;
  let sum = 0;
  for (let k = 1; k < 100; k++) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * (k * lambda) ** 2);
  return Math.min(1, Math.max(0, sum));
}

/** Samples needed for a shift of the mean to stand out by ten standard deviations, twice what brings p to the threshold. */
export function samplesFor(shift: number, sd: number): number {
  return Math.ceil(((10 * sd) / shift) ** 2);
}

export const average = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;

const percent = (x: number): string => `${(100 * x).toPrecision(2)} %`;
