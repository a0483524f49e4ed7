import { below } from '../src/random/below.js';
import type { Generator } from '../src/random/generator.js';

/** Values of one variable: by run, then time. */
export type Sample = readonly ArrayLike<number>[];
/** exp(i u x) of every run at every point of evaluation, for each variable and time at which runs differ. */
export type Waves = readonly { readonly re: Float64Array; readonly im: Float64Array }[];

const EVALUATIONS = 100;
const PERIODS = 5;

/**
 * What the empirical characteristic functions of samples are made of: 100 points from 0 to 2 pi 5 over the standard deviation
 * of all runs, as in libSSR, the library of "EFECT: A Method to Quantify the Reproducibility of Stochastic Simulations"
 * (arXiv:2406.16820).
 */
export function wavesOf(samples: readonly Sample[]): Waves {
  return samples.flatMap((sample) => {
    const n = sample.length;
    return Array.from({ length: sample[0]!.length }, (_, t) => t).flatMap((t) => {
      const sd = spread(sample.map((run) => run[t]!));
      if (!(sd > 0)) return [];
      const [re, im] = [new Float64Array(EVALUATIONS * n), new Float64Array(EVALUATIONS * n)];
      for (let i = 0; i < EVALUATIONS; i++) {
        const u = (2 * PERIODS * Math.PI * i) / ((EVALUATIONS - 1) * sd);
        sample.forEach((run, r) => {
          re[i * n + r] = Math.cos(u * run[t]!);
          im[i * n + r] = Math.sin(u * run[t]!);
        });
      }
      return [{ re, im }];
    });
  });
}

/** EFECT error of two halves: the largest distance of their characteristic functions over all points, times and variables; 0 to 2. */
export function halvesError(waves: Waves, order: readonly number[]): number {
  const n = order.length;
  const half = Math.floor(n / 2);
  let worst = 0;
  for (const { re, im } of waves)
    for (let i = 0; i < EVALUATIONS; i++) {
      let [x, y] = [0, 0];
      order.forEach((run, place) => {
        const weight = place < half ? 1 / half : -1 / (n - half);
        x += weight * re[i * n + run]!;
        y += weight * im[i * n + run]!;
      });
      worst = Math.max(worst, Math.hypot(x, y));
    }
  return worst;
}

/** Mean and standard deviation of the error over random halves. */
export function selfError(
  waves: Waves,
  runs: number,
  times: number,
  stream: Generator,
): readonly [number, number] {
  const errors = Array.from({ length: times }, () => halvesError(waves, shuffled(runs, stream)));
  const mean = errors.reduce((sum, e) => sum + e, 0) / times;
  return [mean, Math.sqrt(errors.reduce((sum, e) => sum + (e - mean) ** 2, 0) / (times - 1))];
}

function spread(values: readonly number[]): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length);
}

function shuffled(n: number, stream: Generator): readonly number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = below(stream, i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
