import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readJournal } from '../../src/dataset/journal.js';
import { streamPath } from '../../src/dataset/paths.js';
import { openDataset, type Row } from '../../src/dataset/read.js';
import { reducedTables } from '../../src/dataset/reduce.js';
import { tablesOf } from '../../src/dataset/tables.js';
import { verifyDataset } from '../../src/dataset/verify.js';
import { createDataset } from '../../src/dataset/writer.js';
import type { Keep, Plan } from '../../src/scenario/plan.js';
import { appendSample, options, PLAN, TIMECOURSE, temporaryFolder, writeSample } from './sample.js';

const root = temporaryFolder();
const keeping = (keep: Exclude<Keep, 'everything'>): Plan => ({ ...PLAN, keep });

async function rowsOf(folder: string, table: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const row of (await openDataset(folder)).rows(table)) rows.push(row);
  return rows;
}

/** Mean, SD and quantiles in the plainest way. */
function plainly(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const q = (p: number) => {
    const [low, high] = [Math.floor(p * (sorted.length - 1)), Math.ceil(p * (sorted.length - 1))];
    return sorted[low]! + (p * (sorted.length - 1) - low) * (sorted[high]! - sorted[low]!);
  };
  return { n: values.length, mean, sd: Math.sqrt(squares / (values.length - 1)), q };
}

it('keeps of every condition, quantity and time what the full dataset says', async () => {
  await writeSample(join(root, 'full'));
  await writeSample(join(root, 'summary'), { plan: keeping('summary') });
  const full = await rowsOf(join(root, 'full'), 'timecourse');
  const summary = await rowsOf(join(root, 'summary'), 'summary');
  expect((await openDataset(join(root, 'summary'))).tables().toSorted()).toEqual(['cells', 'summary']);
  expect(await rowsOf(join(root, 'summary'), 'cells')).toEqual(await rowsOf(join(root, 'full'), 'cells'));
  expect(await verifyDataset(join(root, 'summary'))).toEqual([]);
  expect(summary).toHaveLength(2 * 5 * 2);
  for (const row of summary) {
    const values = full
      .filter((r) => r.condition === row.condition && r.time_s === row.time_s && r.protein === row.name)
      .map((r) => r[row.quantity as string])
      .filter((x) => x !== null) as number[];
    const { n, mean, sd, q } = plainly(values);
    expect(row.n).toBe(n);
    expect(row.mean).toBeCloseTo(mean, 10);
    expect(row.sd).toBeCloseTo(sd, 10);
    for (const [name, p] of [
      ['q025', 0.025],
      ['q05', 0.05],
      ['q25', 0.25],
      ['q50', 0.5],
      ['q75', 0.75],
      ['q95', 0.95],
      ['q975', 0.975],
    ] as const)
      expect(row[name]).toBeCloseTo(q(p), 10);
    expect(row.unit).toBe(row.quantity === 'copies' ? '1' : 'uM');
  }
  const counts = summary.map(({ n }) => n);
  expect([Math.min(...(counts as number[])), Math.max(...(counts as number[]))]).toEqual([4, 6]);
});

it('keeps one row a cell and name, its mean after time 0', async () => {
  await writeSample(join(root, 'cells'), { plan: keeping('cells') });
  const full = await rowsOf(join(root, 'full'), 'timecourse');
  const kept = await rowsOf(join(root, 'cells'), 'timecourse_cells');
  expect((await openDataset(join(root, 'cells'))).tables().toSorted()).toEqual([
    'cells',
    'summary',
    'timecourse_cells',
  ]);
  expect(kept).toHaveLength(11 * 3);
  for (const row of kept)
    for (const quantity of ['copies', 'leucine_uM']) {
      const values = full
        .filter((r) => ['condition', 'donor', 'cell', 'protein'].every((key) => r[key] === row[key]))
        .filter((r) => Number(r.time_s) > 0)
        .flatMap((r) => (r[quantity] === null ? [] : [Number(r[quantity])]));
      if (values.length === 0) expect(row[quantity]).toBeNull();
      else expect(row[quantity]).toBeCloseTo(plainly(values).mean, 10);
    }
});

it('counts zeros for rows that a sparse table leaves out, and leaves histories out', async () => {
  const folder = join(root, 'sparse');
  const changes = {
    plan: keeping('cells'),
    specs: [
      { ...TIMECOURSE, rows: 'sparse' as const },
      { ...TIMECOURSE, name: 'molecules', rows: 'histories' as const },
    ],
  };
  const writer = await createDataset(folder, options(changes));
  for (let job = 0; job < 12; job++) {
    const keys = {
      condition: Int32Array.of(job < 6 ? 0 : 1),
      point: Int32Array.of(0),
      donor: Int32Array.of(Math.floor(job / 3) % 2),
      cell: Int32Array.of(job % 3),
    };
    const row = {
      ...keys,
      time_s: Float64Array.of(60),
      protein: Int32Array.of(0),
      copies: Int32Array.of(6),
      leucine_uM: Float64Array.of(12),
    };
    const none = Object.fromEntries(Object.entries(row).map(([name, values]) => [name, values.subarray(1)]));
    await writer.append({
      job,
      status: 'ok',
      reason: '',
      events: 1,
      tables: { timecourse: job % 3 === 0 ? row : none, molecules: row },
    });
  }
  await writer.finish();
  const [copies, leucine] = await rowsOf(folder, 'summary');
  expect(copies).toMatchObject({ quantity: 'copies', n: 6, mean: 2, q50: 0, q95: 6 });
  expect(leucine).toMatchObject({ quantity: 'leucine_uM', n: 6, mean: 4 });
  expect((await openDataset(folder)).tables()).not.toContain('molecules_cells');
  expect(await rowsOf(folder, 'timecourse_cells')).toHaveLength(4);
});

it('comes to the same rows when a group is too large to be held', async () => {
  const folder = join(root, 'large');
  const all = options({ plan: keeping('summary') });
  const writer = await createDataset(folder, all);
  await appendSample(writer);
  await writer.abort();
  const progress = await readJournal(join(writer.partial, 'journal.ndjson'), () => true);
  const tables = tablesOf(all);
  const sources = tables.map(({ name }) => [
    { path: streamPath(writer.partial, name), end: progress!.last!.ends[name]! },
  ]);
  const rows = async (mostHeld?: number) => {
    const quantiles: unknown[] = [];
    const [summary] = reducedTables(all, tables, sources, mostHeld);
    for await (const chunk of summary!.chunks)
      for (let row = 0; row < chunk.rows; row++) quantiles.push(chunk.columns.map((column) => column[row]));
    return quantiles;
  };
  const whole = await rows();
  expect(whole).toHaveLength(20);
  expect(await rows(1)).toEqual(whole);
});
