/** How often one carrier was loaded in a step, given where it began and ended (E empty, L loaded): mean and variance. */
export interface Turnover {
  /** Probability that an empty one ends loaded, and that a loaded one ends empty. */
  load: number;
  unload: number;
  /** By 2 x (began loaded) + (ended loaded). */
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}
export const newTurnover = (): Turnover => ({
  load: 0,
  unload: 0,
  mean: new Float64Array(4),
  variance: new Float64Array(4),
});

/**
 * A molecule of two states that is loaded at rate a and unloaded at rate b, over h seconds: from the generating function of
 * its loadings z, exp(h [[-a, b], [a z, -b]]), whose derivatives at z = 1 are in closed form. a + b > 0.
 */
export function turnoverOf(a: number, b: number, h: number, into = newTurnover()): Turnover {
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
  fill(into, 0, C + d * S, C1 + d * S1, C2 + d * S2);
  fill(into, 1, a * S, a * (S + S1), a * (2 * S1 + S2));
  fill(into, 2, b * S, b * S1, b * S2);
  fill(into, 3, C - d * S, C1 - d * S1, C2 - d * S2);
  into.load = a * S;
  into.unload = b * S;
  return into;
}

function fill(into: Turnover, at: number, probability: number, first: number, second: number): void {
  const m = probability > 0 ? first / probability : 0;
  into.mean[at] = m;
  into.variance[at] = probability > 0 ? Math.max(0, second / probability + m - m * m) : 0;
}
