import type { Generator } from '../random/generator.js';
import { logNormal } from '../random/log-normal.js';

/** What a method would read without error, and the coefficient of variation with which it reads. */
export interface Reading {
  readonly truth: number;
  readonly cv: number;
}
export type Readings = ReadonlyMap<string, Reading>;
/** What was read, by the same names. */
export type Measured = ReadonlyMap<string, number>;

/** An estimate from measurements, with the truth that it is an estimate of; the interval covers error of measurement alone. */
export interface Finding {
  readonly quantity: string;
  readonly unit: string;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly truth: number;
}
/** How a quantity is worked out from what was read. */
export interface Estimator {
  readonly quantity: string;
  readonly unit: string;
  readonly truth: number;
  readonly from: (read: (name: string) => number) => number;
}

/** Reads everything once, in order, each with a log-normal error of mean 1 of its own. */
export const measure = (readings: Readings, noise: Generator): Measured =>
  new Map([...readings].map(([name, { truth, cv }]) => [name, truth * logNormal(noise, cv)]));

const Z975 = 1.959963984540054;
const STEP = 1e-4;

/** The estimate with its 95 % interval by propagation of error: variance = sum of (df/dx cv x)^2 over what was read. */
export function estimated(
  { quantity, unit, truth, from }: Estimator,
  measured: Measured,
  readings: Readings,
): Finding {
  const used = new Set<string>();
  const readOf = (name: string): number => {
    const value = measured.get(name);
    if (value === undefined) throw new Error(`nothing was read under "${name}"`);
    return value;
  };
  const estimate = from((name) => {
    used.add(name);
    return readOf(name);
  });
  let variance = 0;
  for (const changed of used) {
    const moved = (by: number) => from((name) => readOf(name) * (name === changed ? 1 + by : 1));
    const slope = (moved(STEP) - moved(-STEP)) / (2 * STEP);
    variance += (slope * readings.get(changed)!.cv) ** 2;
  }
  const half = Z975 * Math.sqrt(variance);
  return { quantity, unit, estimate, low: estimate - half, high: estimate + half, truth };
}
