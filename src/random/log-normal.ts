import type { Generator } from './generator.js';
import { normal } from './normal.js';

/** Log-normal factor of mean 1 and coefficient of variation `cv`; draws as often whatever the cv, so streams stay in step. */
export function logNormal(g: Generator, cv: number): number {
  const variance = Math.log1p(cv * cv);
  return Math.exp(Math.sqrt(variance) * normal(g) - variance / 2);
}
