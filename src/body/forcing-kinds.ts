import type { Evidence } from '../language/rates.js';

interface Facts {
  readonly id: string;
  /** What was measured, in words: `plasma leucine`. */
  readonly variable: string;
  readonly unit: 'uM' | 'pM' | 'fold';
  /** What the people had eaten or been given. */
  readonly after: string;
  readonly source: Evidence;
}
/** Points of a figure or table: straight lines between, fasted before the first and after the last. */
export interface MeasuredCurve extends Facts {
  readonly kind: 'measured';
  readonly time_min: readonly number[];
  readonly value: readonly number[];
}
/** rest + rise (t/tau) exp(1 - t/tau) */
export interface GammaFit extends Facts {
  readonly kind: 'gamma';
  readonly rise: number;
  readonly tau_min: number;
}
/** rest + amplitude ka/(ka - ke) (exp(-ke t) - exp(-ka t)) */
export interface BiexponentialFit extends Facts {
  readonly kind: 'bi-exponential';
  readonly amplitude: number;
  readonly ka_per_min: number;
  readonly ke_per_min: number;
}
/** The same with amplitude dose/volume: first-order uptake into and elimination from one compartment. */
export interface OneCompartmentFit extends Facts {
  readonly kind: 'one-compartment';
  readonly dose_g: number;
  readonly ka_per_h: number;
  readonly ke_per_h: number;
  readonly volume_L: number;
}
export type Fit = GammaFit | BiexponentialFit | OneCompartmentFit;
/** `factor` times the fasted value from t = 0 until `end_min`, or for good. */
export interface Steps extends Facts {
  readonly kind: 'steps';
  readonly factor: number;
  readonly end_min?: number;
}
export interface Levels extends Facts {
  readonly kind: 'level';
  readonly level: number;
}
export type Forcing = MeasuredCurve | Fit | Steps | Levels;

export interface Tracer {
  readonly id: string;
  readonly kind: 'tracer';
  readonly plasma_leucine: number;
  readonly plasma_kic: number;
  readonly source: Evidence;
}
