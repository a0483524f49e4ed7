import type { Constant } from './rates.js';

/** Something the cell is given, a function of time that no rule computes: plasma leucine, insulin, a drug, a modifier. */
export interface Input {
  readonly kind: 'input';
  readonly name: string;
  readonly unit: 'uM' | 'nM' | 'pM' | 'fold' | 'fraction' | '1/min';
  /** Value in the fasted reference state. */
  readonly rest: number;
  readonly description: string;
}
/** Declares an input with its value in the fasted reference state. */
export const input = (name: string, unit: Input['unit'], rest: number, description: string): Input => ({
  kind: 'input',
  name,
  unit,
  rest,
  description,
});

/** A pool outside the cell whose members carry label with given probabilities (mole fractions per isotopologue). */
export interface LabelSource {
  readonly kind: 'label-source';
  readonly name: string;
  readonly description: string;
}
/** Declares a source of label. */
export const labelSource = (name: string, description: string): LabelSource => ({
  kind: 'label-source',
  name,
  description,
});

/** How an input bends a rate: a closed set. u is the input, each drive a factor of the rate. */
export type Drive =
  /** u / per: by default the bare value. */
  | { readonly kind: 'proportional'; readonly input: Input; readonly per: number; readonly power: number }
  /** u / (K + u) */
  | { readonly kind: 'saturating'; readonly input: Input; readonly K: Constant }
  /** base + amplitude * u^n / (K^n + u^n) */
  | {
      readonly kind: 'hill';
      readonly input: Input;
      readonly K: Constant;
      readonly n: Constant;
      readonly base: Constant;
      readonly amplitude: Constant;
    }
  /** 1 / (1 + u / K) */
  | { readonly kind: 'inhibiting'; readonly input: Input; readonly K: Constant };

/** The rate goes as (u / per)^power. */
export const proportional = (i: Input, options: { per?: number; power?: number } = {}): Drive => ({
  kind: 'proportional',
  input: i,
  per: options.per ?? 1,
  power: options.power ?? 1,
});
/** The rate goes as u / (K + u). */
export const saturating = (i: Input, K: Constant): Drive => ({ kind: 'saturating', input: i, K });
/** The rate goes as 1 / (1 + u / K). */
export const inhibiting = (i: Input, K: Constant): Drive => ({ kind: 'inhibiting', input: i, K });
/** The rate goes as base + amplitude u^n / (K^n + u^n). */
export const hill = (
  i: Input,
  law: { K: Constant; n: Constant; base: Constant; amplitude: Constant },
): Drive => ({
  kind: 'hill',
  input: i,
  ...law,
});

/** The factor by which a drive multiplies a rate when its input has the value `u` (and its constants the values `c`). */
export function driveFactor(drive: Drive, u: number, c: (x: Constant) => number = (x) => x.value): number {
  switch (drive.kind) {
    case 'proportional':
      return (u / drive.per) ** drive.power;
    case 'saturating':
      return u / (c(drive.K) + u);
    case 'inhibiting':
      return 1 / (1 + u / c(drive.K));
    case 'hill': {
      const up = u ** c(drive.n);
      return c(drive.base) + (c(drive.amplitude) * up) / (c(drive.K) ** c(drive.n) + up);
    }
  }
}
