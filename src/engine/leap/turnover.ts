/** How often one carrier was loaded in a step, given where it began and ended (E empty, L loaded): mean and variance. */
export interface Turnover {
  /** Probability that an empty one ends loaded, and that a loaded one ends empty. */
  readonly load: number;
  readonly unload: number;
  /** By 2 x (began loaded) + (ended loaded). */
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/**
 * A molecule of two states that is loaded at rate a and unloaded at rate b, over h seconds: from the generating function of
 * its loadings z, exp(h [[-a, b], [a z, -b]]), whose derivatives at z = 1 are in closed form. a + b > 0.
 */
export function turnoverOf(a: number, b: number, h: number): Turnover {
  const s = (a + b) / 2;
  const decay = Math.exp(-2 * s * h);
  const w = (a * b) / 2;
  const C = 0.5 + 0.5 * decay;
  const S = (-0.5 * Math.expm1(-2 * s * h)) / s;
  const C1 = h * w * S;
  const S1 = (w / s ** 2) * (h * C - S);
  const C2 = h * w * S1;
  const S2 = ((-2 * w * w) / s ** 4) * (h * C - S) + (w / s ** 2) * (h * C1 - S1);
  const d = (b - a) / 2;
  const mean = new Float64Array(4);
  const variance = new Float64Array(4);
  const fill = (at: number, probability: number, first: number, second: number): void => {
    if (probability <= 0) return;
    const m = first / probability;
    mean[at] = m;
    variance[at] = Math.max(0, second / probability + m - m * m);
  };
  fill(0, C + d * S, C1 + d * S1, C2 + d * S2);
  fill(1, a * S, a * (S + S1), a * (2 * S1 + S2));
  fill(2, b * S, b * S1, b * S2);
  fill(3, C - d * S, C1 - d * S1, C2 - d * S2);
  return { load: a * S, unload: b * S, mean, variance };
}
