import { expect, it } from 'vitest';
import type { Comparison, Effect } from '../../../src/analysis/compare/compare.js';
import { overDraws } from '../../../src/analysis/compare/draws.js';
import { COMPARED } from '../../../src/analysis/compare/outcomes.js';
import { mulberry32 } from '../../../src/stats/mulberry32.js';

const uniform = mulberry32(3);
const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
const outcome = COMPARED[1]!;

/** Draws around a true effect of 5 with these standard deviations between draws and from cell to cell. */
function drawn(draws: number, parameters: number, cells: number) {
  const effects = Array.from({ length: draws }, (_, point) => ({
    point,
    conditionName: 'fed',
    outcome,
    difference: 5 + parameters * normal() + cells * normal(),
    differenceError: cells,
  })) as unknown as readonly Effect[];
  const comparison = {
    conditions: ['fed'],
    outcomes: [outcome],
    points: draws,
    effects,
  } as unknown as Comparison;
  return overDraws(comparison)[0]!;
}

// With 4,000 draws the standard error of a standard deviation is 1.1 %: 5 % is 4.5 of them.
it('tells the spread of parameters from the noise of cells', () => {
  const found = drawn(4000, 2, 1);
  expect(found.parameterDeviation / 2).toBeCloseTo(1, 1);
  expect(Math.abs(found.parameterDeviation / 2 - 1)).toBeLessThan(0.05);
  expect(found.cellError).toBe(1);
  expect(Math.abs(found.difference - 5)).toBeLessThan(0.16);
  expect(Math.abs(found.high - found.low - 2 * 1.96 * Math.sqrt(5))).toBeLessThan(0.6);
  expect(found.sameSign).toBeGreaterThan(0.97);
});

it('puts nothing on the parameters where cells explain it all', () => {
  expect(drawn(4000, 0, 1).parameterDeviation).toBeLessThan(0.2);
});
