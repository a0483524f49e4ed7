import type { System } from './system.js';

/**
 * The coefficients of RODAS, a Rosenbrock method of order 4 with an embedded third-order one, stiffly accurate and
 * L-stable: E. Hairer and G. Wanner, Solving Ordinary Differential Equations II, 2nd ed., Springer 1996, section IV.7,
 * doi:10.1007/978-3-642-05221-7; in the form that needs no product with the Jacobian.
 */
const GAMMA = 0.25;
const LAST = [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895] as const;
const A: readonly (readonly number[])[] = [
  [],
  [1.544],
  [0.9466785280815826, 0.2557011698983284],
  [3.314825187068521, 2.896124015972201, 0.9986419139977817],
  LAST,
  [...LAST, 1],
];
const C: readonly (readonly number[])[] = [
  [],
  [-5.6688],
  [-2.430093356833875, -0.2063599157091915],
  [-0.1073529058151375, -9.594562251023355, -20.47028614809616],
  [7.496443313967647, -10.24680431464352, -33.99990352819905, 11.7089089320616],
  [8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054],
];
const STAGES = A.length;
/**
 * What each stage adds to the firings of a step. They are quadratures along the path: with z = h GAMMA (f + J k) + GAMMA C z for the
 * stages of the firings and m for what the last step takes of them, m z = h GAMMA w (f + J k), w = m + GAMMA w C.
 */
const W: readonly number[] = (() => {
  const w = [...LAST, 1, 1];
  for (let i = STAGES - 1; i >= 0; i--)
    for (let j = i + 1; j < STAGES; j++) w[i]! += GAMMA * C[j]![i]! * w[j]!;
  return w;
})();

/** A step that has been tried, not yet taken: the last stage is the error of the embedded method. */
export interface Trial {
  readonly next: Float64Array;
  readonly error: Float64Array;
  /** Firings during the step, by channel. */
  readonly fired: Float64Array;
}

/** A stepper with its room; `tried` fails (undefined) where the linear system has no solution. */
export function rodas(system: System): {
  readonly begin: (n: Float64Array) => void;
  readonly tried: (n: Float64Array, h_s: number) => Trial | undefined;
} {
  const { species, channels } = system;
  const k = Array.from({ length: STAGES }, () => new Float64Array(species));
  const next = new Float64Array(species);
  const moved = new Float64Array(species);
  const fired = new Float64Array(channels);
  const firing = new Float64Array(channels);
  return {
    begin: (n) => system.linearise(n),
    tried(n, h) {
      if (!system.prepare(1 / (h * GAMMA))) return undefined;
      moved.fill(0);
      fired.fill(0);
      for (let i = 0; i < STAGES; i++) {
        const ki = k[i]!;
        next.set(n);
        for (let j = 0; j < i; j++) addTo(next, A[i]![j]!, k[j]!);
        system.derivative(next, ki, firing);
        addTo(fired, W[i]!, firing);
        for (let j = 0; j < i; j++) addTo(ki, C[i]![j]! / h, k[j]!);
        system.solve(ki);
        addTo(moved, W[i]!, ki);
      }
      addTo(next, 1, k[STAGES - 1]!);
      system.along(moved, firing);
      for (let c = 0; c < channels; c++) fired[c] = h * GAMMA * (fired[c]! + firing[c]!);
      return { next, error: k[STAGES - 1]!, fired };
    },
  };
}

function addTo(sum: Float64Array, factor: number, x: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += factor * x[i]!;
}
