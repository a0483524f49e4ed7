import { stirlingRest } from './factorial.js';
import type { Generator } from './generator.js';
import { uniform53, uniformOpen } from './uniform.js';

/** Number of successes in n trials of probability p, exact; throws if n is not a whole number or p not in [0, 1]. */
export function binomial(g: Generator, n: number, p: number): number {
  if (!(Number.isSafeInteger(n) && n >= 0 && p >= 0 && p <= 1))
    throw new Error(`binomial of ${n} trials with probability ${p}; give a whole n and p between 0 and 1`);
  if (p > 0.5) return n - binomial(g, n, 1 - p);
  return n * p < 10 ? byInversion(g, n, p) : byRejection(g, n, p);
}

function byInversion(g: Generator, n: number, p: number): number {
  const odds = p / (1 - p);
  let k = 0;
  let term = Math.exp(n * Math.log1p(-p));
  let u = uniform53(g);
  while (u >= term && k < n) {
    u -= term;
    k += 1;
    term *= (odds * (n - k + 1)) / k;
    if (term === 0) return k;
  }
  return k;
}

/** BTRS: Hörmann, J. Stat. Comput. Simul. 46, 101, 1993, doi:10.1080/00949659308811496. */
function byRejection(g: Generator, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const quick = 0.92 - 4.2 / b;
  const odds = p / (1 - p);
  const alpha = (2.83 + 5.1 / b) * spread;
  const mode = Math.floor((n + 1) * p);
  for (;;) {
    const u = uniformOpen(g) - 0.5;
    const v = uniformOpen(g);
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + n * p + 0.5);
    if (us >= 0.07 && v <= quick) return k;
    if (k < 0 || k > n) continue;
    if (Math.log((v * alpha) / (a / (us * us) + b)) <= logRatio(n, odds, k, mode)) return k;
  }
}

/** log of P(k) / P(mode). */
function logRatio(n: number, odds: number, k: number, mode: number): number {
  return (
    (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1))) +
    (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) +
    (k + 0.5) * Math.log((odds * (n - k + 1)) / (k + 1)) +
    stirlingRest(mode) +
    stirlingRest(n - mode) -
    stirlingRest(k) -
    stirlingRest(n - k)
  );
}
