import { expect, test } from 'vitest';
import { WHOLE } from '../../bench/goals.js';
import { type Raw, reportOf, reportText } from '../../bench/report.js';
import { STUDIED } from '../../bench/study.js';

const run = (wall_s: number) => ({ events: 1e6, wall_s, peak_MiB: 100 });

/** A report of one round in which the study's cells took so long. */
const timed = (exact_s: number, hybrid_s: number, size: Raw['size'] = 'small') =>
  reportOf({
    size,
    rounds: 1,
    processor: 'any',
    measured: new Map(),
    whole: new Map([1, 2].map((w) => [w, [run(10 / w)]])),
    memory: new Map([1, 2].map((w) => [w, [run(1)]])),
    studies: new Map([
      ['exact', [run(exact_s)]],
      ['hybrid', [run(hybrid_s)]],
    ]),
    startUps: [0.4],
    overheads: [{ whole_s: 1.04, engine_s: 1 }],
  });

test('minutes of the study grow in proportion to its cells', () => {
  const { whole } = timed(16, 1.6);
  expect(whole[WHOLE.exactStudy]).toBeCloseTo((16 * 1000) / STUDIED.small / 60, 9);
  expect(whole[WHOLE.hybridStudy]).toBeCloseTo((1.6 * 1000) / STUDIED.small / 60, 9);
  expect(timed(16, 1.6, 'large').whole[WHOLE.exactStudy]).toBeCloseTo((16 * 1000) / STUDIED.large / 60, 9);
});

test('10 minutes are wanted of the exact study and 1 of the hybrid one', () => {
  const reached = (exact_s: number, hybrid_s: number) =>
    timed(exact_s, hybrid_s)
      .goals.filter(({ name }) => name === WHOLE.exactStudy || name === WHOLE.hybridStudy)
      .map((goal) => goal.reached);
  const cell_s = 60 / (1000 / STUDIED.small);
  expect(reached(9.9 * cell_s, 0.99 * cell_s)).toEqual([true, true]);
  expect(reached(10.1 * cell_s, 1.01 * cell_s)).toEqual([false, false]);
});

test('the table says from how many cells the minutes were extrapolated', () => {
  expect(reportText(timed(16, 1.6))).toContain('from a run of 32 of them');
  expect(reportText(timed(16, 1.6, 'large'))).toContain('from a run of 128 of them');
});
