import { logFactorial } from '../../src/random/factorial.js';

/** Upper regularised incomplete gamma function Q(a, x): series below a + 1, continued fraction above (Lentz). */
export function gammaQ(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; term > sum * 1e-17; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return 1 - front * sum;
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 10_000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return front * h;
}

/** log Gamma(a) for a > 0: Stirling's series, reached by recurrence. */
export function logGamma(a: number): number {
  let shift = 0;
  let z = a;
  for (; z < 15; z++) shift -= Math.log(z);
  const z2 = z * z;
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / z2) / z2) / z2) / z;
  return shift + (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series;
}

/** Probability that |Z| of a standard normal exceeds |z|. */
export const pOfZ = (z: number): number => gammaQ(0.5, (z * z) / 2);

/** Probabilities of 0, 1, 2 ... of a Poisson number, until what is left is below 1e-15. */
export function poissonPmf(mean: number): number[] {
  const top = Math.ceil(mean + 9 * Math.sqrt(mean) + 25);
  return Array.from({ length: top }, (_, k) =>
    mean === 0 ? (k === 0 ? 1 : 0) : Math.exp(k * Math.log(mean) - mean - logFactorial(k)),
  );
}

/** Probabilities of 0 .. n of a binomial number. */
export function binomialPmf(n: number, p: number): number[] {
  return Array.from({ length: n + 1 }, (_, k) =>
    p === 0 || p === 1
      ? Number(k === n * p)
      : Math.exp(
          logFactorial(n) -
            logFactorial(k) -
            logFactorial(n - k) +
            k * Math.log(p) +
            (n - k) * Math.log1p(-p),
        ),
  );
}

/** Probabilities of 0 .. min(good, drawn) good ones among `drawn` taken without return. */
export function hypergeometricPmf(good: number, bad: number, drawn: number): number[] {
  const log = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  return Array.from({ length: Math.min(good, drawn) + 1 }, (_, k) =>
    drawn - k > bad ? 0 : Math.exp(log(good, k) + log(bad, drawn - k) - log(good + bad, drawn)),
  );
}
