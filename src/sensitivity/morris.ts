import { below } from '../random/below.js';
import { streamFor } from '../random/stream.js';
import { exactDeviation, exactMean } from '../stats/sum.js';
import { resampledError } from './resample.js';

/** Levels of the grid on which trajectories walk, and the step of one factor: the choice of Morris that treats levels alike. */
export const LEVELS = 4;
export const STEP = LEVELS / (2 * (LEVELS - 1));

/** What one factor does to an outcome over its whole range, from elementary effects. */
export interface ElementaryEffects {
  readonly mu: number;
  /** Mean of absolute effects (Campolongo, Cariboni and Saltelli 2007, doi:10.1016/j.envsoft.2006.10.004), with a 95 % interval. */
  readonly muStar: number;
  readonly low: number;
  readonly high: number;
  /** Spread of effects: what a factor does depends on the others, or is bent. */
  readonly sigma: number;
  /** Effects that were found. */
  readonly n: number;
}

/**
 * The points of a Morris screening (Technometrics 33, 161, 1991, doi:10.1080/00401706.1991.10484804), in [0, 1]: trajectories
 * of factors + 1 points, of which each differs from the one before it in one factor, by STEP. In the order of trajectories.
 */
export function morrisDesign(
  factors: number,
  trajectories: number,
  seed: string,
): readonly (readonly number[])[] {
  return Array.from({ length: trajectories }, (_, t) => {
    const chance = streamFor(seed, 'morris', t);
    const low = Array.from({ length: factors }, () => below(chance, LEVELS / 2) / (LEVELS - 1));
    const high = low.map((x) => x + STEP);
    const at = low.map((x, j) => (below(chance, 2) === 0 ? x : high[j]!));
    const order = low.map((_, j) => j);
    for (let i = factors - 1; i > 0; i--) {
      const j = below(chance, i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    const points = [[...at]];
    for (const j of order) {
      at[j] = at[j] === low[j] ? high[j]! : low[j]!;
      points.push([...at]);
    }
    return points;
  }).flat();
}

/** Elementary effects of each factor from the outcomes at the points of a design; a NaN costs the effects that it is part of. */
export function elementaryEffects(
  design: readonly (readonly number[])[],
  outcomes: readonly number[],
  seed: string,
): readonly ElementaryEffects[] {
  const factors = design[0]!.length;
  const effects: number[][] = Array.from({ length: factors }, () => []);
  for (let i = 1; i < design.length; i++) {
    if (i % (factors + 1) === 0) continue;
    const [before, after] = [design[i - 1]!, design[i]!];
    const j = after.findIndex((x, k) => x !== before[k]);
    const effect = (outcomes[i]! - outcomes[i - 1]!) / (after[j]! - before[j]!);
    if (!Number.isNaN(effect)) effects[j]!.push(effect);
  }
  return effects.map((of, j) => {
    const sizes = of.map(Math.abs);
    const muStar = exactMean(sizes);
    const half = resampledError(sizes.length, (at) => exactMean(at.map((i) => sizes[i]!)), seed, 'morris', j);
    return {
      mu: exactMean(of),
      muStar,
      low: muStar - half,
      high: muStar + half,
      sigma: exactDeviation(of),
      n: of.length,
    };
  });
}
