import { expect, it } from 'vitest';
import type { Course } from '../../src/analysis/validation/evaluate.js';
import { judgeTargets } from '../../src/validation/judge-targets.js';
import type { ArmPlace } from '../../src/validation/place.js';
import { rowsOf } from '../../src/validation/reading.js';
import { arm, target } from './sample-target.js';

const place = (changes: Partial<ArmPlace> = {}): ArmPlace => ({
  clock: { zero_min: 60, fasted: [-60, 0] },
  batch: 'b',
  condition: 'c',
  curves: {},
  notes: [],
  reasons: [],
  ...changes,
});
/** Leucine 100 before and 200 after time 0 in both cells. */
const leucine: Course = {
  times_min: [0, 30, 60, 90, 120],
  cells: [90, 110].map((x) => Float64Array.of(x, x, x, x + 100, x + 100)),
};
const observed = new Map([
  [
    'b',
    new Map([
      [
        'c',
        new Map([
          ['leucine', leucine],
          ['plasma_kic', leucine],
        ]),
      ],
    ]),
  ],
]);

function rows(inequalities: readonly string[], where = place(), arms = [arm('main')]) {
  const of = target({ accept: { bands: [], inequalities } }, arms);
  const programme = { batches: [], rows: new Map([['t', rowsOf(of)]]), places: new Map([['t main', where]]) };
  return judgeTargets([of], programme, observed)[0]!;
}

it('judges rows by protocol time, and the target by all of them', () => {
  const { pass, rows: judged } = rows(['leucine[30..60] / leucine[fasted] > 1.9', 'leucine[fasted] > 150']);
  expect(judged.map((r) => r.verdict?.pass)).toEqual([true, false]);
  expect(judged[0]!.verdict?.simulated).toBeCloseTo(2, 12);
  expect(pass).toBe(false);
});

it('leaves rows that cannot be read out of the judgement, but not out of sight', () => {
  const { pass, rows: judged } = rows(['leucine[30] > 150', 'the cell is well']);
  expect(pass).toBe(true);
  expect(judged[1]).toMatchObject({ reason: expect.stringContaining('the cell is well') });
});

it('says why an arm was not simulated, and what was not measured', () => {
  expect(
    rows(['leucine[30] > 1'], place({ reasons: ['the model has no state "x"'] })).rows[0]!.reason,
  ).toContain('no state "x"');
  expect(rows(['leucine[900] > 1']).rows[0]!.reason).toMatch(/no sample/);
  expect(rows(['fsr[30] > 1'])).toMatchObject({ pass: null });
});

it('does not test a measured curve that was given against itself', () => {
  const given = place({ curves: { plasma_kic: 'kic-plasma-x' } });
  expect(rows(['plasma_kic[30] > plasma_kic[fasted]'], given).rows[0]!.reason).toContain('kic-plasma-x');
  expect(rows(['plasma_kic[30] > leucine[fasted]'], given).pass).toBe(true);
});
