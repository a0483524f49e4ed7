/** What is done to a muscle before t = 0 is in its cells at t = 0. */
import { expect, it } from 'vitest';
import { runCell } from '../../src/myocyte/run.js';
import { jobAt } from '../../src/scenario/expand.js';
import { planOf } from '../scenario/words.js';

const at0 = (condition: string, column: string): number => {
  const plan = planOf(
    `question: is it there?\nvolume: 20 um3\ncells: 1\nduration: 10 min\nsettle: 1 h\nconditions: {a: ${condition}}\n`,
  );
  const record = runCell(plan, jobAt(plan, 0));
  expect(record.reason).toBe('');
  return record.tables.timecourse![column]![0]!;
};

it('a drug taken before has done its work', () => {
  expect(at0('{}', 'ebp1_hyper_fraction')).toBeGreaterThan(0.1);
  expect(at0('{rapamycin: {level: 20 nM, at: -1 h}}', 'ebp1_hyper_fraction')).toBeLessThan(0.1);
});

it('a disease has long begun', () => {
  const healthy = at0('{}', 'bckdh_active_fraction');
  expect(at0('{inflammation: x1}', 'bckdh_active_fraction')).toBeGreaterThan(1.3 * healthy);
});

it('a bout an hour ago has taken TSC off Rheb', () => {
  const rested = at0('{}', 'tsc_on_rheb_fraction');
  const bout = at0('{exercise: {kind: resistance, at: -1 h, for: 50 min}}', 'tsc_on_rheb_fraction');
  expect(bout).toBeLessThan(0.75 * rested);
});
