import type { Comparison } from '../../analysis/compare/compare.js';
import { verdictOf } from '../../analysis/compare/verdict.js';
import { between, chance, figure } from '../format.js';

export const EFFECT_HEAD = [
  'condition',
  'outcome',
  'unit',
  'baseline',
  'mean',
  'difference [95 %]',
  'ratio [95 %]',
  'p (Holm)',
  'equivalent, p',
  'cells up',
  'cells down',
  'verdict',
];

/** The effects at one point of the sweep, as the rows of a table. */
export const effectRows = ({ effects }: Comparison, point: number): readonly (readonly string[])[] =>
  effects
    .filter((e) => e.point === point)
    .map((e) => [
      e.conditionName,
      e.outcome.title,
      e.outcome.unit,
      figure(e.baseline),
      figure(e.condition),
      between(e.difference, e.differenceInterval),
      between(e.ratio, e.ratioInterval),
      chance(e.pHolm),
      chance(e.pEquivalentHolm),
      `${Math.round(100 * e.shareUp)} %`,
      `${Math.round(100 * e.shareDown)} %`,
      verdictOf(e),
    ]);
