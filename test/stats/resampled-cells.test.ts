import { expect, it } from 'vitest';
import { intervalOverCells } from '../../src/stats/resampled-cells.js';

const values = Array.from({ length: 100 }, (_, i) => i);
const mean = (pick: (n: number) => readonly number[]) =>
  pick(values.length).reduce((sum, i) => sum + values[i]!, 0) / values.length;

it('has the width that the standard error of a mean asks for', () => {
  const [low, high] = intervalOverCells(mean);
  const standardError = Math.sqrt((100 ** 2 - 1) / 12 / 100);
  expect((high - low) / (2 * 1.96 * standardError)).toBeCloseTo(1, 0);
  expect(low).toBeLessThan(49.5);
  expect(high).toBeGreaterThan(49.5);
});

it('gives the same interval again', () => {
  expect(intervalOverCells(mean)).toEqual(intervalOverCells(mean));
});

it('resamples alike what has the same number of cells', () => {
  expect(intervalOverCells((pick) => pick(5)[0]! - pick(5)[0]!)).toEqual([0, 0]);
});

it('has no interval where the statistic often has no value', () => {
  expect(intervalOverCells(() => Number.NaN)).toEqual([Number.NaN, Number.NaN]);
});
