import { logFactorial } from './factorial.js';
import type { Generator } from './generator.js';
import { uniform53, uniformOpen } from './uniform.js';

/** Poisson number of the given mean, exact; throws if the mean is negative or not finite. */
export function poisson(g: Generator, mean: number): number {
  if (!(mean >= 0 && mean < Infinity)) throw new Error(`poisson mean ${mean}; give a number of at least 0`);
  return mean < 10 ? byInversion(g, mean) : byRejection(g, mean);
}

function byInversion(g: Generator, mean: number): number {
  let k = 0;
  let term = Math.exp(-mean);
  let u = uniform53(g);
  while (u >= term) {
    u -= term;
    k += 1;
    term *= mean / k;
    if (term === 0) return k;
  }
  return k;
}

/** PTRS: Hörmann, Insurance Math. Econom. 12, 39, 1993, doi:10.1016/0167-6687(93)90997-4. */
function byRejection(g: Generator, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const quick = 0.9277 - 3.6224 / (b - 2);
  const logMean = Math.log(mean);
  for (;;) {
    const u = uniformOpen(g) - 0.5;
    const v = uniformOpen(g);
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= quick) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const accepted = Math.log((v * inverseAlpha) / (a / (us * us) + b));
    if (accepted <= k * logMean - mean - logFactorial(k)) return k;
  }
}
