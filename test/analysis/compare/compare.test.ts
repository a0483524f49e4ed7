import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Comparison, compareConditions, FEWEST_TWINS } from '../../../src/analysis/compare/compare.js';
import { overDraws } from '../../../src/analysis/compare/draws.js';
import { measured } from '../../../src/analysis/compare/measure.js';
import { CannotCompare } from '../../../src/analysis/compare/problems.js';
import { effectRecords } from '../../../src/analysis/compare/records.js';
import { verdictOf } from '../../../src/analysis/compare/verdict.js';
import { openDataset } from '../../../src/dataset/read.js';
import { type SmallDataset, type Who, writeSmallDataset } from '../../support/small-dataset.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leucell-compare-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const TIME = [0, 3600, 7200];
/** Baseline of twin c: FSR 1 + c / 100 at every sample after 0; "fed" adds 0.5 to it, "same" a thousandth with alternating sign. */
const synthesis = ({ condition, cell }: Who): number[] => {
  const level = 1 + cell / 100 + [0, 0.5, cell % 2 === 0 ? 1e-3 : -1e-3][condition]!;
  return [1e9, level, level];
};
const SMALL: SmallDataset = {
  conditions: ['fasted', 'fed', 'same'],
  time_s: TIME,
  columns: {
    fsr_percent_per_h: synthesis,
    net_balance_percent_per_h: (who) => synthesis(who).map((x) => x - 1),
    s6k1_p_fraction: ({ condition, cell }) => [0.1, 0.2 + condition / 10 + cell / 1000, 0.15],
    s6k1_blot_signal: ({ condition, cell }) => [1, 2 + condition + cell / 1000, 1],
  },
};
async function made(name: string, changes: Partial<SmallDataset> = {}) {
  await writeSmallDataset(join(folder, name), { ...SMALL, ...changes });
  return openDataset(join(folder, name));
}
const effect = ({ effects }: Comparison, condition: string, id: string) =>
  effects.find((e) => e.conditionName === condition && e.outcome.id === id)!;

describe('a cell is measured', () => {
  const series = { time_s: [-60, 0, 3600, 10800], values: [50, 1, 3, 2] };
  const of = (measure: 'mean' | 'total' | 'area' | 'peak' | 'time to peak', reading: 'rate' | 'level') =>
    measured({ measure, reading, factor: 1 }, series);
  it('as a level by trapezoids and as a rate by the interval before each sample', () => {
    expect(of('area', 'level')).toBe(3600 * 2 + 7200 * 2.5);
    expect(of('mean', 'level')).toBe((3600 * 2 + 7200 * 2.5) / 10800);
    expect(of('total', 'rate')).toBe(3600 * 3 + 7200 * 2);
    expect(of('mean', 'rate')).toBe((3600 * 3 + 7200 * 2) / 10800);
  });
  it('at its peak, of what comes after t = 0', () => {
    expect(of('peak', 'level')).toBe(3);
    expect(of('time to peak', 'level')).toBe(3600);
  });
  it('as nothing where there is nothing', () => {
    const empty = { time_s: [0, 60], values: [Number.NaN, Number.NaN] };
    expect(measured({ measure: 'peak', reading: 'level', factor: 1 }, empty)).toBeNaN();
    expect(measured({ measure: 'mean', reading: 'level', factor: 1 }, empty)).toBeNaN();
  });
});

describe('conditions are compared', () => {
  let comparison: Comparison;
  beforeAll(async () => {
    comparison = await compareConditions([await made('small')], { baseline: 'fasted' });
  });
  it('in the outcomes that the dataset has, against the baseline only', () => {
    expect(comparison.conditions).toEqual(['fed', 'same']);
    expect([...new Set(comparison.effects.map((e) => e.outcome.id))]).toEqual([
      'net_balance',
      'synthesis',
      's6k1_true_peak',
      's6k1_true_time_to_peak',
      's6k1_true_area',
      's6k1_blot_peak',
      's6k1_blot_area',
    ]);
  });
  it('with the known difference of every twin', () => {
    const fed = effect(comparison, 'fed', 'synthesis');
    expect(fed).toMatchObject({ twins: 10, donors: 1, sampled: 'cells', shareUp: 1, shareDown: 0 });
    expect(fed.baseline).toBeCloseTo(1.045, 12);
    expect(fed.difference).toBeCloseTo(0.5, 12);
    expect(fed.ratio).toBeCloseTo(1.545 / 1.045, 12);
    expect(fed.pHolm).toBeLessThan(1e-6);
    expect(verdictOf(fed)).toBe('higher');
    expect(effect(comparison, 'fed', 's6k1_true_peak').difference).toBeCloseTo(10, 10);
    expect(effect(comparison, 'fed', 's6k1_blot_peak').difference).toBeCloseTo(1, 10);
    expect(effect(comparison, 'fed', 's6k1_true_time_to_peak')).toMatchObject({
      condition: 1,
      difference: 0,
      p: 1,
    });
  });
  it('as equivalent where no twin changes by more than the margin', () => {
    const same = effect(comparison, 'same', 'synthesis');
    expect(same).toMatchObject({ shareUp: 0, shareDown: 0 });
    expect(same.p).toBeGreaterThan(0.9);
    expect(verdictOf(same)).toBe('equivalent');
  });
  it('takes the margin of the net balance from synthesis and gives no ratio of what changes sign', () => {
    const net = effect(comparison, 'fed', 'net_balance');
    expect(net.difference).toBeCloseTo(1, 10); // 0.5 %/h over two hours
    expect(net.ratio).toBeNaN();
    expect(effect(comparison, 'same', 'net_balance').pEquivalent).toBeLessThan(1e-6);
  });
  it('as rows without numbers that JSON has not', () => {
    const [row] = effectRecords(comparison);
    expect(row).toMatchObject({
      condition: 'fed',
      outcome: 'net_balance',
      unit: '%',
      ratio: null,
      twins: 10,
    });
    expect(JSON.stringify(effectRecords(comparison))).not.toMatch(/NaN|Infinity/);
  });
});

it('leaves a twin out where one of the two failed', async () => {
  const dataset = await made('failed', { fails: ({ condition, cell }) => condition === 1 && cell === 3 });
  const { effects } = await compareConditions([dataset], { outcomes: ['synthesis'] });
  expect(effects.map((e) => [e.conditionName, e.twins])).toEqual([
    ['fed', 9],
    ['same', 10],
  ]);
});

it('counts donors alike and speaks of them from three on', async () => {
  const dataset = await made('donors', { donors: 4, fails: ({ donor, cell }) => donor === 0 && cell > 1 });
  const { effects } = await compareConditions([dataset], { outcomes: ['synthesis'] });
  expect(effects[0]).toMatchObject({ twins: 32, donors: 4, sampled: 'donors' });
  expect(effects[0]!.baseline).toBeCloseTo((1.005 + 3 * 1.045) / 4, 12);
});

it('compares conditions of several datasets of the same twins, under names that tell them apart', async () => {
  const both = [await made('one'), await made('two', { conditions: ['fasted', 'rapamycin'] })];
  const { conditions, effects } = await compareConditions(both, {
    baseline: `${join(folder, 'one')}: fasted`,
    outcomes: ['synthesis'],
  });
  expect(conditions).toEqual(['fed', 'same', `${join(folder, 'two')}: fasted`, 'rapamycin']);
  expect(effects.map((e) => e.difference.toFixed(3))).toEqual(['0.500', '0.000', '0.000', '0.500']);
});

describe('refuses, with every reason at once,', () => {
  const refusal = async (...given: Parameters<typeof compareConditions>): Promise<readonly string[]> => {
    const error = await compareConditions(...given).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(CannotCompare);
    return (error as CannotCompare).problems;
  };
  it('another model, another seed and a baseline that is not there', async () => {
    const problems = await refusal([await made('a'), await made('b', { model: 'other', seed: '2' })], {
      baseline: 'fastde',
    });
    expect(problems).toHaveLength(3);
    expect(problems[0]).toMatch(/different models \(.*a: test; .*b: other\)/);
    expect(problems[1]).toMatch(
      /no twins .*: seed is 2 there and 1 here; run both scenarios with the same seed/,
    );
    expect(problems[2]).toMatch(/no condition "fastde".* one of ".*fed"/);
  });
  it('too few cells, planned or left', async () => {
    expect(await refusal([await made('few', { cells: 3 })])).toEqual([
      expect.stringMatching(/^3 cells a condition are too few.* --cells 8/),
    ]);
    const died = await made('died', { fails: ({ condition, cell }) => condition === 2 && cell > 4 });
    expect(await refusal([died])).toEqual([
      expect.stringContaining(
        `of "same" and its baseline only 5 twins lived to the end and at least ${FEWEST_TWINS}`,
      ),
    ]);
  });
  it('one condition alone, unknown outcomes and margins', async () => {
    expect((await refusal([await made('alone', { conditions: ['fed'] })]))[0]).toContain('only condition');
    const dataset = await openDataset(join(folder, 'alone'));
    expect(await refusal([await made('c')], { outcomes: ['fsr', 'net_balance'] })).toEqual([
      expect.stringContaining('there is no outcome "fsr"; there are "net_balance", "synthesis"'),
    ]);
    expect((await refusal([await made('d')], { margin: 10 }))[0]).toContain('for example 0.1');
    expect(dataset.tables()).toContain('timecourse');
  });
  it('tables without the columns that are compared', async () => {
    const other = await made('other', { columns: { temperature_K: () => [1, 2, 3] } });
    expect((await refusal([other]))[0]).toContain('none of the columns that are compared');
  });
});

it('takes donors one by one where each is a draw of parameters', async () => {
  const dataset = await made('draws', {
    donors: 3,
    columns: {
      fsr_percent_per_h: ({ condition, donor, cell }) => {
        const level = 1 + cell / 100 + (condition === 1 ? (donor + 1) / 10 : 0);
        return [1e9, level, level];
      },
    },
  });
  const comparison = await compareConditions([dataset], { outcomes: ['synthesis'], byDonor: true });
  const fed = comparison.effects.filter((e) => e.conditionName === 'fed');
  expect(comparison.points).toBe(3);
  expect(fed.map((e) => [e.point, e.twins, e.donors])).toEqual([0, 1, 2].map((d) => [d, 10, 1]));
  fed.forEach((e, d) => {
    expect(e.difference).toBeCloseTo((d + 1) / 10, 12);
  });
  const [drawn] = overDraws(comparison).filter((d) => d.condition === 'fed');
  expect(drawn).toMatchObject({ draws: 3, difference: expect.closeTo(0.2, 12) });
  expect(drawn!.parameterDeviation).toBeCloseTo(0.1, 12);
});

it('takes one cell as a draw where cells have neither chance nor spread, and not elsewhere', async () => {
  const of: Partial<SmallDataset> = {
    donors: 3,
    cells: 1,
    columns: { fsr_percent_per_h: ({ condition, donor }) => [1e9, 1, 1 + (condition * (donor + 1)) / 10] },
  };
  const options = { outcomes: ['synthesis'], byDonor: true, drawn: true };
  const alike = await made('alike', { ...of, alike: true });
  const [drawn] = overDraws(await compareConditions([alike], options));
  expect(drawn).toMatchObject({ draws: 3, cellError: 0 });
  expect(drawn!.parameterDeviation / drawn!.difference).toBeCloseTo(0.5, 12);
  const whole = await made('unlike', of);
  for (const [dataset, asked] of [
    [whole, options],
    [alike, { ...options, drawn: false }],
  ] as const)
    await expect(compareConditions([dataset], asked)).rejects.toThrow('too few to compare');
});
