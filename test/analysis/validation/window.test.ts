import { expect, test } from 'vitest';
import { MEASURES } from '../../../src/analysis/validation/measures.js';
import { windowOf } from '../../../src/analysis/validation/window.js';

const clock = { zero_min: 60, fasted: [-60, 0] as const };
const course = { times_min: [0, 30, 60, 90], cells: [Float64Array.of(1, 2, 3, 4)] };
const fasted = { kind: 'fasted' } as const;

test('what is given at the end of fasted time is not fasted any more', () => {
  expect(windowOf(course, fasted, MEASURES.ampk!, clock).times_min).toEqual([-60, -30]);
});

test('a level at the end of fasted time is still the fasted one', () => {
  expect(windowOf(course, fasted, MEASURES.leucine!, clock).times_min).toEqual([-60, -30, 0]);
});

test('a rate stands for the time before it', () => {
  expect(windowOf(course, fasted, MEASURES.fsr!, clock).times_min).toEqual([-30, 0]);
});
