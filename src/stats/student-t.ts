/** Standard normal quantile at 0.975. */
const Z = 1.959963984540054;

/**
 * The 97.5 % quantile of Student's t: exact for 1 and 2 degrees of freedom, else the expansion in 1/df of
 * Abramowitz & Stegun, Handbook of Mathematical Functions (1964), 26.7.5, within 0.2 %.
 */
export function t975(df: number): number {
  if (!(df >= 1)) throw new Error(`t with ${df} degrees of freedom is not defined; give at least 2 values`);
  if (df === 1) return Math.tan(Math.PI * 0.475);
  if (df === 2) return 0.95 * Math.sqrt(2 / (1 - 0.95 ** 2));
  const z2 = Z * Z;
  const g1 = (Z * (z2 + 1)) / 4;
  const g2 = (Z * ((5 * z2 + 16) * z2 + 3)) / 96;
  const g3 = (Z * (((3 * z2 + 19) * z2 + 17) * z2 - 15)) / 384;
  const g4 = (Z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945)) / 92160;
  return Z + (g1 + (g2 + (g3 + g4 / df) / df) / df) / df;
}
