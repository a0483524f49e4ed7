import type { Estimate } from '../../stats/interval.js';
import { t975 } from '../../stats/student-t.js';

export interface Titration {
  readonly Km: Estimate;
  readonly Vmax: Estimate;
}

const MOST_STEPS = 200;

/**
 * Km and Vmax of v = Vmax S/(Km + S) by least squares of relative error (each rate is as precise in percent), in the logarithms
 * of both by Gauss-Newton steps; 95 % intervals by Student's t on n - 2 degrees of freedom. NaN where fewer than three rates are above 0.
 */
export function titrated(substrate: readonly number[], rate: readonly number[]): Titration {
  const points = substrate.flatMap((S, i) => (S > 0 && rate[i]! > 0 ? [{ S, y: Math.log(rate[i]!) }] : []));
  const n = points.length;
  const none = { value: Number.NaN, low: Number.NaN, high: Number.NaN, n };
  if (n < 3) return { Km: none, Vmax: none };
  const sorted = points.map((p) => p.S).sort((a, b) => a - b);
  let logKm = Math.log(sorted[n >> 1]!);
  let logVmax = Math.max(...points.map((p) => p.y)) + Math.LN2;
  let normal = normalOf(points, logKm, logVmax);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { a, b, c, u, w } = normal;
    const det = a * c - b * b;
    if (!(det > 0)) return { Km: none, Vmax: none };
    const [dKm, dVmax] = [(c * u - b * w) / det, (a * w - b * u) / det];
    const damp = Math.min(1, 1 / Math.max(Math.abs(dKm), Math.abs(dVmax), 1e-300));
    logKm += damp * dKm;
    logVmax += damp * dVmax;
    normal = normalOf(points, logKm, logVmax);
    if (Math.abs(dKm) + Math.abs(dVmax) < 1e-12) break;
  }
  const { a, b, c, squares } = normal;
  const det = a * c - b * b;
  const t = t975(n - 2) * Math.sqrt(squares / (n - 2));
  const about = (log: number, variance: number): Estimate => {
    const half = t * Math.sqrt(variance);
    return { value: Math.exp(log), low: Math.exp(log - half), high: Math.exp(log + half), n };
  };
  return { Km: about(logKm, c / det), Vmax: about(logVmax, a / det) };
}

/** Sums of the derivatives of log v by log Km and by log Vmax, with each other and with what is left over. */
function normalOf(
  points: readonly { readonly S: number; readonly y: number }[],
  logKm: number,
  logVmax: number,
) {
  const Km = Math.exp(logKm);
  let [a, b, c, u, w, squares] = [0, 0, 0, 0, 0, 0];
  for (const { S, y } of points) {
    const byKm = -Km / (Km + S);
    const rest = y - (logVmax + Math.log(S) - Math.log(Km + S));
    a += byKm * byKm;
    b += byKm;
    c += 1;
    u += byKm * rest;
    w += rest;
    squares += rest * rest;
  }
  return { a, b, c, u, w, squares };
}
