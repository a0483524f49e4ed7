/** Upper tail of Student's t, P(T > t): the incomplete beta function, NIST DLMF 8.17 (https://dlmf.nist.gov/8.17). */
export function studentTail(t: number, df: number): number {
  if (Number.isNaN(t) || !(df > 0)) return Number.NaN;
  if (!Number.isFinite(t)) return t > 0 ? 0 : 1;
  const half = incompleteBeta(df / (df + t * t), (t * t) / (df + t * t), df / 2, 0.5) / 2;
  return t >= 0 ? half : 1 - half;
}

/** Upper tail of the standard normal, P(Z > z): the incomplete gamma function, NIST DLMF 7.11.2 and 8.9.2. */
export function normalTail(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  const upper = z === 0 ? 0.5 : gammaTail(0.5, (z * z) / 2) / 2;
  return z >= 0 ? upper : 1 - upper;
}

const CLOSE = 1e-16;
const TINY = 1e-300;
const MOST_TERMS = 20_000;

/** I_x(a, b) with y = 1 - x given apart, so that neither loses digits near its end. */
function incompleteBeta(x: number, y: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  const front = Math.exp(
    logGamma(a + b) -
      logGamma(a) -
      logGamma(b) +
      a * Math.log(x) +
      b * (x > 0.5 ? Math.log(y) : Math.log1p(-x)),
  );
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(y, b, a)) / b;
}

/** The continued fraction 8.17.22 by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  return lentz(1, (n) => {
    const m = Math.floor(n / 2);
    return n % 2 === 0
      ? [(m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)), 1]
      : [(-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)), 1];
  });
}

/** Q(a, x): the series 8.7.1 below a + 1, the continued fraction 8.9.2 above. */
function gammaTail(a: number, x: number): number {
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x >= a + 1) return front * lentz(x + 1 - a, (n) => [-n * (n - a), x + 2 * n + 1 - a]);
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * CLOSE; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return 1 - front * sum;
}

/** 1 / (b0 + a1 / (b1 + a2 / (b2 + ...))), terms [an, bn] from n = 1. */
function lentz(b0: number, term: (n: number) => readonly [number, number]): number {
  let f = b0 || TINY;
  let c = f;
  let d = 0;
  for (let n = 1; n < MOST_TERMS; n++) {
    const [a, b] = term(n);
    d = 1 / (b + a * d || TINY);
    c = b + a / c || TINY;
    f *= c * d;
    if (Math.abs(c * d - 1) < CLOSE) break;
  }
  return 1 / f;
}

/** log Gamma(a) for a > 0: Stirling's series 5.11.1, reached by recurrence. */
function logGamma(a: number): number {
  let shift = 0;
  let z = a;
  for (; z < 15; z++) shift -= Math.log(z);
  const z2 = z * z;
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / z2) / z2) / z2) / z;
  return shift + (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series;
}
