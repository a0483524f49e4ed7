import { mulberry32 } from '../../src/stats/mulberry32.js';

/** How cells and donors scatter, with mean 0 and standard deviation 1. */
export type Shape = 'normal' | 'skewed';

export interface Design {
  readonly donors: number;
  readonly cells: number;
  /** Standard deviation of a donor's effect, in units of that of cells. */
  readonly donorSd: number;
  readonly shape: Shape;
}

export const DESIGNS: readonly Design[] = [
  { donors: 1, cells: 8, donorSd: 0, shape: 'normal' },
  { donors: 1, cells: 40, donorSd: 0, shape: 'skewed' },
  { donors: 3, cells: 20, donorSd: 0, shape: 'normal' },
  { donors: 4, cells: 10, donorSd: 0.5, shape: 'skewed' },
  { donors: 8, cells: 10, donorSd: 0.5, shape: 'normal' },
];
export const nameOf = ({ donors, cells, donorSd, shape }: Design): string =>
  `${donors} x ${cells} cells, donors ${donorSd}, ${shape}`;

/** Differences of twins by donor around `effect`, or pairs with that effect on a baseline of 10. */
export function syntheticDonors({ donors, cells, donorSd, shape }: Design, effect: number, seed: number) {
  const uniform = mulberry32(seed * 7919 + 17);
  const draw = shape === 'normal' ? () => normal(uniform) : () => skewed(uniform);
  return Array.from({ length: donors }, () => {
    const own = donorSd * draw();
    return Array.from({ length: cells }, () => {
      const baseline = 10 + normal(uniform);
      return { baseline, condition: baseline + effect + own + draw() };
    });
  });
}

const normal = (uniform: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());

/** Log-normal with sigma 0.5 (skewness 1.75), standardised. */
function skewed(uniform: () => number): number {
  const mean = Math.exp(0.125);
  return (Math.exp(0.5 * normal(uniform)) - mean) / (mean * Math.sqrt(Math.exp(0.25) - 1));
}
