import { pOfZ } from './special-functions.js';
import { average, type Finding, kolmogorovTail, THRESHOLD } from './statistics.js';

/** Two samples of one quantity: z of the difference of means, and Kolmogorov-Smirnov of the whole (ties make it cautious). */
export function alike(what: string, a: readonly number[], b: readonly number[]): readonly Finding[] {
  return [sameMean(what, a, b), sameDistribution(what, a, b)];
}

function sameMean(what: string, a: readonly number[], b: readonly number[]): Finding {
  const [meanA, meanB] = [average(a), average(b)];
  const error = Math.sqrt(varianceOf(a, meanA) / a.length + varianceOf(b, meanB) / b.length);
  const z = error === 0 ? (meanA === meanB ? 0 : Number.POSITIVE_INFINITY) : (meanB - meanA) / error;
  return {
    what: `${what}, mean`,
    n: a.length,
    statistic: `z = ${z.toFixed(2)}`,
    p: pOfZ(z),
    notices: `mean off by ${((500 * error) / Math.abs(meanA)).toPrecision(2)} %`,
  };
}

function sameDistribution(what: string, a: readonly number[], b: readonly number[]): Finding {
  const [x, y] = [Float64Array.from(a).sort(), Float64Array.from(b).sort()];
  let gap = 0;
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    const at = Math.min(x[i]!, y[j]!);
    while (x[i] === at) i++;
    while (y[j] === at) j++;
    gap = Math.max(gap, Math.abs(i / x.length - j / y.length));
  }
  const root = Math.sqrt((x.length * y.length) / (x.length + y.length));
  const critical = Math.sqrt(-Math.log(THRESHOLD / 2) / 2) / root;
  return {
    what: `${what}, distribution`,
    n: a.length,
    statistic: `D = ${gap.toFixed(4)}`,
    p: kolmogorovTail((root + 0.12 + 0.11 / root) * gap),
    notices: `distribution function off by ${(100 * critical).toFixed(1)} % somewhere`,
  };
}

const varianceOf = (xs: readonly number[], mean: number): number =>
  xs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (xs.length - 1);
