import pc from 'picocolors';
import { expect, it } from 'vitest';
import { OUTCOMES } from '../../src/analysis/outcomes.js';
import type { Estimate, Summary } from '../../src/analysis/summary.js';
import { summaryData, summaryTable } from '../../src/cli/summary-table.js';
import { tinyPlan } from '../runner/tiny-plan.js';

const plain = pc.createColors(false);
const [leucine, , s6k1] = OUTCOMES;
const estimate = (value: number, half: number): Estimate => ({
  value,
  low: value - half,
  high: value + half,
  n: 6,
});
const of = (point: number, condition: string, a: number, b: number) => ({
  point,
  condition,
  cells: 6,
  estimates: [estimate(a, 10), estimate(b, b === 1 ? 0 : 0.5)],
});

it('sets outcomes against conditions', () => {
  const summary: Summary = {
    outcomes: [leucine!, s6k1!],
    conditions: [of(0, 'a', 120, 1), of(0, 'b', 240, 2.5)],
  };
  expect(summaryTable(summary, tinyPlan({ duration_s: 3600 }), plain)).toBe(`\
Mean over cells with 95 % interval (6 cells per condition, 1.00 h)

                                                 a                  b
leucine in the cell, uM             120 [110, 130]     240 [230, 250]
p-S6K1 as a blot shows it, fold  1.00 [1.00, 1.00]  2.50 [2.00, 3.00]

Fold: blot signal with its background over that of "a", interval by resampling paired twins.
`);
});

it('gives a sweep a row for every point and condition, and no width where there is none', () => {
  const axis = {
    path: 'volume',
    unit: 'um3',
    values: [1, 5],
    dimension: 0,
    target: { kind: 'volume' },
  } as const;
  const alone = { ...of(1, 'a', 3, 1), estimates: [estimate(3, Number.NaN), estimate(1, 0)] };
  const summary: Summary = { outcomes: [leucine!, s6k1!], conditions: [of(0, 'a', 120, 1), alone] };
  const plan = tinyPlan({ axes: [axis], conditionNames: ['a'] });
  expect(summaryTable(summary, plan, plain).split('\n').slice(2, 5)).toEqual([
    'volume, um3  condition  leucine, uM  p-S6K1, fold',
    '1.00                 a    120 ±10.0       1.00 ±0',
    '5.00                 a         3.00       1.00 ±0',
  ]);
  expect(summaryData(summary, plan)[1]).toMatchObject({
    at: { volume: 5 },
    outcomes: { leucine: { value: 3, low: null, high: null, n: 6, unit: 'uM' } },
  });
});
