import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mergeParts } from '../../src/dataset/merge.js';
import { openDataset } from '../../src/dataset/read.js';
import { shardsOf } from '../../src/dataset/sweep-file.js';
import { resumeRun, runPlan } from '../../src/runner/run.js';
import { liveShard, sweepOf } from '../../src/runner/sweep.js';
import { FAKE, tinyPlan } from './tiny-plan.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'leucell-keep-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const about = { versions: { leucell: '0', model: '0' }, module: FAKE };
const bytesOf = (out: string) =>
  readdirSync(out)
    .filter((file) => file !== 'run.json')
    .map((file) => [file, readFileSync(join(out, file)).toString('base64')]);

it.each(['summary', 'cells'] as const)(
  'keeps the same bytes (%s) with any number of workers, interrupted, and in shards',
  async (keep) => {
    const plan = tinyPlan({ question: 'throw 3', cells: 25, keep });
    const run = async (out: string, workers: number) => {
      await runPlan(plan, { ...about, out: join(cwd, out), workers });
      return bytesOf(join(cwd, out));
    };
    const whole = await run('w0', 0);
    expect(whole.map(([file]) => file)).toEqual([
      'cells.arrow',
      'manifest.json',
      'summary.arrow',
      ...(keep === 'cells' ? ['timecourse_cells.arrow'] : []),
    ]);
    expect(await run('w3', 3)).toEqual(whole);

    const stop = new AbortController();
    const onProgress = ({ done }: { done: number }) => done > 3 && stop.abort();
    const cut = { ...about, out: join(cwd, 'cut'), workers: 0 };
    expect((await runPlan(plan, { ...cut, signal: stop.signal, onProgress })).complete).toBe(false);
    await resumeRun(cut);
    expect(bytesOf(cut.out)).toEqual(whole);

    const sweep = await sweepOf(plan, 7, about);
    const places = shardsOf(join(cwd, 'sweep'), sweep);
    for (const place of places) await liveShard(sweep, place, { ...about, out: place.folder, workers: 0 });
    await mergeParts(join(cwd, 'merged'), sweep.options, places);
    expect(bytesOf(join(cwd, 'merged'))).toEqual(whole);

    const table = await (await openDataset(join(cwd, 'w0'))).table('summary');
    expect([...table.numbers('n')]).toEqual([24, 24, 25, 25]);
  },
);
