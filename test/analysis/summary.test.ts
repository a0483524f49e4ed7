import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OUTCOMES } from '../../src/analysis/outcomes.js';
import { type Summary, summarise } from '../../src/analysis/summary.js';
import { openDataset } from '../../src/dataset/read.js';
import { createDataset } from '../../src/dataset/writer.js';
import type { Plan } from '../../src/scenario/plan.js';

const CELLS = 5;
const CONDITIONS = ['fasted', 'fed'];
const leucine = OUTCOMES.find((o) => o.id === 'leucine')!;
const s6k1 = OUTCOMES.find((o) => o.id === 's6k1')!;
/** Cell c of condition k: leucine 100 + 50 k + c, p-S6K1 (1 + 2 k) (1 + c); at time 0 something else; one cell of "fed" fails. */
const FAILED = 9;

let folder: string;
let summary: Summary;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'leucell-summary-'));
  const keys = ['point', 'donor', 'cell'].map((name) => key(name));
  const numbers = ['time_s', leucine.column, s6k1.column].map((name) => ({
    ...key(name),
    type: 'float64' as const,
  }));
  const condition = { ...key('condition'), type: 'dictionary' as const, dictionary: CONDITIONS };
  const writer = await createDataset(join(folder, 'd'), {
    plan: {
      name: 't',
      seed: 's',
      conditionNames: CONDITIONS,
      donors: 1,
      cells: CELLS,
      axes: [],
    } as unknown as Plan,
    jobs: 2 * CELLS,
    specs: [{ name: 'timecourse', description: '', columns: [condition, ...keys, ...numbers] }],
    versions: { leucell: '0', model: '0' },
  });
  for (let job = 0; job < 2 * CELLS; job++) {
    const [k, c] = [Math.floor(job / CELLS), job % CELLS];
    const three = (n: number) => new Int32Array(3).fill(n);
    const timecourse = {
      condition: three(k),
      point: three(0),
      donor: three(0),
      cell: three(c),
      time_s: Float64Array.of(0, 60, 120),
      [leucine.column]: Float64Array.of(1e6, 99 + 50 * k + c, 101 + 50 * k + c),
      [s6k1.column]: Float64Array.of(1e6, (1 + 2 * k) * (1 + c), Number.NaN),
    };
    await writer.append(
      job === FAILED
        ? { job, status: 'failed', reason: 'test', events: 0, tables: {} }
        : { job, status: 'ok', reason: '', events: 1, tables: { timecourse } },
    );
  }
  await writer.finish();
  summary = await summarise(await openDataset(join(folder, 'd')));
});
afterAll(() => rmSync(folder, { recursive: true }));

const key = (name: string) => ({ name, type: 'int32' as const, unit: '1', description: name });

it('keeps the outcomes that the dataset has, and no other', () => {
  expect(summary.outcomes.map((o) => o.id)).toEqual(['leucine', 's6k1']);
});

it('averages each cell over its samples after time 0, then over cells', () => {
  expect(summary.conditions.map((c) => [c.condition, c.cells])).toEqual([
    ['fasted', 5],
    ['fed', 4],
  ]);
  expect(summary.conditions[0]!.estimates[0]!.value).toBeCloseTo(102, 9);
  expect(summary.conditions[1]!.estimates[0]!.value).toBeCloseTo(151.5, 9);
});

it('tells folds twin by twin: a failed cell takes its twin out', () => {
  expect(summary.conditions[0]!.estimates[1]).toMatchObject({ value: 1, low: 1, high: 1 });
  const fed = summary.conditions[1]!.estimates[1]!;
  expect(fed.n).toBe(4);
  for (const x of [fed.value, fed.low, fed.high]) expect(x).toBeCloseTo(3, 9);
});
