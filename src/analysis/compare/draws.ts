import { quantile } from '../../stats/quantile.js';
import { exactDeviation, exactMean } from '../../stats/sum.js';
import type { Comparison } from './compare.js';

/** An effect over draws of the parameters: what the cells leave unsure and what the parameters do, apart. */
export interface DrawnEffect {
  readonly condition: string;
  readonly outcome: string;
  readonly unit: string;
  readonly draws: number;
  /** Mean over draws of the mean difference. */
  readonly difference: number;
  /** Standard error of the difference at one draw, from cell to cell (root mean square over draws); 0 where one cell stands for all. */
  readonly cellError: number;
  /** Standard deviation of the true difference between draws: its variance less that of cells, at least 0. */
  readonly parameterDeviation: number;
  /** Middle 95 % of the differences, draw by draw. */
  readonly low: number;
  readonly high: number;
  /** Share of draws whose difference has the sign of the mean. */
  readonly sameSign: number;
}

/**
 * Takes the points of a sweep as draws of uncertain parameters and keeps the two kinds of uncertainty apart. Twins are the same at
 * every point, so what cells have in common between points is taken off twice: parameterDeviation errs to the low side.
 */
export function overDraws({ effects, conditions, outcomes }: Comparison): readonly DrawnEffect[] {
  return conditions.flatMap((condition) =>
    outcomes.map(({ id, unit }) => {
      const of = effects.filter((e) => e.conditionName === condition && e.outcome.id === id);
      const differences = of.map((e) => e.difference).filter(Number.isFinite);
      const difference = exactMean(differences);
      const errors = of.map((e) => squared(e.differenceError)).filter(Number.isFinite);
      const cells = errors.length === 0 ? 0 : exactMean(errors);
      const sorted = [...differences].sort((a, b) => a - b);
      return {
        condition,
        outcome: id,
        unit,
        draws: differences.length,
        difference,
        cellError: Math.sqrt(cells),
        parameterDeviation: Math.sqrt(Math.max(0, squared(exactDeviation(differences)) - cells)),
        low: quantile(sorted, 0.025),
        high: quantile(sorted, 0.975),
        sameSign:
          differences.filter((d) => Math.sign(d) === Math.sign(difference)).length / differences.length,
      };
    }),
  );
}

/** As a product, which rounds alike everywhere; a power need not. */
const squared = (x: number): number => x * x;
