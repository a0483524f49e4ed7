import type { Moments } from '../../src/sbml/ensemble.js';
import type { Oracle } from './suite-cases.js';

/** How a case did against exact moments. */
export interface Scores {
  readonly z: readonly [least: number, most: number];
  readonly y: readonly [least: number, most: number];
  /** Points with |Z| of 3 or more, with |Y'| of 5 or more, and certain points that are not exact. */
  readonly beyondZ: number;
  readonly beyondY: number;
  readonly inexact: number;
  /** Points that have a Z, and the sum of its squares. */
  readonly points: number;
  readonly squares: number;
}

/**
 * Z = sqrt(n) (mean - mu) / sigma and Y' = sqrt(n/2) (S^2/sigma^2 - 1) / sqrt(1 + kurtosis/2), S^2 about the true mean:
 * the suite's Y takes a normal distribution for granted and fails exact simulators where counts are skewed (00003).
 */
export function scoresOf(found: ReadonlyMap<string, Moments>, oracle: Oracle, n: number): Scores {
  const z: number[] = [];
  const y: number[] = [];
  let inexact = 0;
  for (const [variable, exact] of Object.entries(oracle)) {
    const moments = found.get(variable);
    exact.forEach(({ mean: mu, sd: sigma, kurtosis }, t) => {
      const [mean, sd] = [moments?.mean[t] ?? Number.NaN, moments?.sd[t] ?? Number.NaN];
      if (sigma === 0) {
        if (mean !== mu || sd !== 0) inexact++;
        return;
      }
      z.push((Math.sqrt(n) * (mean - mu)) / sigma);
      const aboutTruth = ((n - 1) * sd * sd + n * (mean - mu) ** 2) / n;
      y.push((Math.sqrt(n / 2) * (aboutTruth / sigma ** 2 - 1)) / Math.sqrt(1 + kurtosis / 2));
    });
  }
  const beyond = (scores: readonly number[], limit: number) =>
    scores.filter((x) => !(Math.abs(x) < limit)).length;
  const range = (scores: readonly number[]) => [Math.min(...scores), Math.max(...scores)] as const;
  return {
    z: range(z),
    y: range(y),
    beyondZ: beyond(z, 3),
    beyondY: beyond(y, 5),
    inexact,
    points: z.length,
    squares: z.reduce((sum, x) => sum + x * x, 0),
  };
}
