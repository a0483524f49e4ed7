import { expect, it } from 'vitest';
import { type Course, evaluate, everyCell } from '../../../src/analysis/validation/evaluate.js';
import { leavesOf, parseFormula } from '../../../src/analysis/validation/formula.js';
import { judgeBand, judgeInequality } from '../../../src/analysis/validation/judge.js';
import { Unmeasured } from '../../../src/analysis/validation/unmeasured.js';

const course = (times_min: readonly number[], ...cells: readonly (readonly number[])[]): Course => ({
  times_min,
  cells: cells.map((c) => Float64Array.from(c)),
});
/** By measure; arms and times play no part here. */
const COURSES: Readonly<Record<string, Course>> = {
  two: course([0], [1], [3]),
  five: course([0], [5], [5]),
  up: course([0, 10, 20, 30], [0, 2, 4, 4], [0, 2, 4, 4]),
  bump: course([0, 10, 20, 30], [1, 3, 2, 1]),
  decay: course([0, 10, 20, 30], [9, 5, 3, 2]),
  mirror: course([0], [-1], [-3]),
  gap: course([0], [2], [Number.NaN]),
  none: course([0], [Number.NaN]),
};
const formula = (text: string) => {
  const parsed = parseFormula(text, 'a');
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed.formula;
};
const look = ({ measure }: { readonly measure: string }) => COURSES[measure]!;
const value = (text: string) => evaluate(formula(text).parts[0]!, look, everyCell);

it.each([
  ['2 + 3 * 4', 14],
  ['(2 + 3) * 4', 20],
  ['-2 - -3', 1],
  ['8 / 2 / 2', 2],
  ['1e3 * 0.5', 500],
  ['abs(2 - 5)', 3],
  ['sqrt(9)', 3],
  ['two[0] * five[a, 0..10]', 10],
  ['gap[0]', 2],
  ['peak(up[0..30])', 4],
  ['low(bump[0..30])', 1],
  ['peak_time(bump[0..30])', 10],
  ['half_time(up[0..30])', 10],
  ['minutes_above(bump[0..30], 2)', 15],
  ['half_life(decay[0..30], 1)', 10],
  ['corr(two[0], mirror[0])', -1],
  ['ec50(1, 0, 10, 2, 1000, 4)', 10],
  ['ec50(1, 0, 100, 4)', 10],
  ['rmse(3, 0, 4, 8)', Math.sqrt(12.5)],
])('%s is %f', (text, expected) => {
  expect(value(text)).toBeCloseTo(expected, 9);
});

it.each([
  ['', 'missing'],
  ['2 +', 'missing'],
  ['(2', ')'],
  ['2 3', 'not expected'],
  ['two[soon]', 'not [arm, time]'],
  ['two[a, b, 0]', 'not [arm, time]'],
  ['two', 'not expected'],
  ['two ~ 3', 'cannot be read'],
])('refuses %j', (text, why) => {
  const parsed = parseFormula(text, 'a');
  expect(parsed.ok ? '' : parsed.why).toContain(why);
});

it('needs an arm where there are several', () => {
  expect(parseFormula('two[0]').ok).toBe(false);
  expect(parseFormula('two[kic-no-bcat2, -60..0]')).toMatchObject({ ok: true });
});

it('names all that it reads', () => {
  const leaves = leavesOf(formula('1 < peak(up[x, 0..9]) / two[fasted] < 3'));
  expect(leaves).toEqual([
    { kind: 'leaf', measure: 'up', arm: 'x', when: { kind: 'window', from_min: 0, to_min: 9 } },
    { kind: 'leaf', measure: 'two', arm: 'a', when: { kind: 'fasted' } },
  ]);
});

it('says what it cannot compute', () => {
  expect(() => value('glow(2)')).toThrow(Unmeasured);
  expect(() => value('peak(2)')).toThrow(Unmeasured);
  expect(() => judgeBand(formula('none[0]'), { lo: 0, hi: 1 }, look)).toThrow(Unmeasured);
});

it('holds a value against a band, ends included', () => {
  expect(judgeBand(formula('two[0]'), { lo: 2, hi: 2 }, look)).toMatchObject({ simulated: 2, pass: true });
  expect(judgeBand(formula('two[0]'), { lo: 2.1, hi: null }, look).pass).toBe(false);
  expect(judgeBand(formula('two[0]'), { lo: null, hi: 1.9 }, look).pass).toBe(false);
});

it('shows an inequality as its live part between bounds, or as a difference', () => {
  expect(judgeInequality(formula('1 <= two[0] < 3'), look)).toMatchObject({
    simulated: 2,
    lo: 1,
    hi: 3,
    pass: true,
  });
  expect(judgeInequality(formula('two[0] > 3'), look)).toMatchObject({
    simulated: 2,
    lo: 3,
    hi: null,
    pass: false,
  });
  expect(judgeInequality(formula('two[0] > five[0]'), look)).toMatchObject({
    simulated: -3,
    lo: 0,
    pass: false,
  });
  expect(judgeInequality(formula('two[0] <= five[0]'), look)).toMatchObject({
    simulated: -3,
    hi: 0,
    pass: true,
  });
});

it('resamples the same cells in what is compared, so that twins stay pairs', () => {
  const { interval } = judgeBand(formula('two[0] + mirror[0]'), { lo: 0, hi: 0 }, look);
  expect(interval).toEqual([0, 0]);
  expect(judgeBand(formula('two[0]'), { lo: 0, hi: 9 }, look).interval).toEqual([1, 3]);
});
