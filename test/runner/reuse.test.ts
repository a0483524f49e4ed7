import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { modelVocabulary } from '../../src/cli/vocabulary.js';
import { mergeParts } from '../../src/dataset/merge.js';
import { shardsOf } from '../../src/dataset/sweep-file.js';
import { resumeRun, runPlan } from '../../src/runner/run.js';
import { liveShard, reusedBy, sweepOf } from '../../src/runner/sweep.js';
import { jobCount } from '../../src/scenario/expand.js';
import { parseScenario } from '../../src/scenario/parse.js';
import type { Plan } from '../../src/scenario/plan.js';

/** The built worker: a thread cannot load TypeScript. */
const BUILT = new URL('../../dist/workers/cell.js', import.meta.url);
const planOf = (text: string): Plan => {
  const read = parseScenario(text, 'reused.yaml', modelVocabulary());
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.plan;
};
const SMALL = `
question: what is there already?
cells: 2
volume: 0.05 um3
settle: 1 min
duration: 10 min
sample every: 5 min
follow: { KIC: 3 }
conditions: { fasted: {}, fed: { leucine: 1 g } }
sweep: { conditions.fed.leucine: [1 g, 3 g], sestrin2-leucine.off: [3 /min, 6 /min] }
`;
/** More cells, a condition before the others, and a value in the middle of the slow axis: every cell stands elsewhere. */
const LARGE = SMALL.replace('cells: 2', 'cells: 3')
  .replace('{ fasted: {},', '{ insulin: { insulin: 90 pM }, fasted: {},')
  .replace('[1 g, 3 g]', '[1 g, 2 g, 3 g]');

let folder: string;
const about = { module: BUILT, workers: 0, versions: { leucell: '0', model: '1' } };
const lived = (out: string, plan: Plan, reuse?: readonly string[], model = '1') =>
  runPlan(plan, {
    out: join(folder, out),
    module: BUILT,
    workers: 0,
    versions: { leucell: '0', model },
    ...(reuse === undefined ? {} : { reuse: reuse.map((each) => join(folder, each)) }),
  });
const bytesOf = (out: string) =>
  readdirSync(join(folder, out))
    .filter((file) => file !== 'run.json')
    .map((file) => [file, readFileSync(join(folder, out, file)).toString('base64')]);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'leucell-reuse-'));
  await lived('small', planOf(SMALL));
  await lived('whole', planOf(LARGE));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('makes of a smaller sweep and what is new the very bytes of the larger one', async () => {
  const { reused, progress } = await lived('larger', planOf(LARGE), ['small']);
  // Those of the smaller one, and at the new dose the fasted cells, which know nothing of it.
  expect(reused).toBe(jobCount(planOf(SMALL)) + 4);
  expect(progress.done).toBe(jobCount(planOf(LARGE)));
  expect(bytesOf('larger')).toEqual(bytesOf('whole'));
});
it('lives nothing where all is there, in several datasets', async () => {
  const { reused } = await lived('again', planOf(SMALL), ['small', 'whole']);
  expect(reused).toBe(jobCount(planOf(SMALL)));
  expect(bytesOf('again')).toEqual(bytesOf('small'));
});
/** Begins the larger sweep out of the smaller one and stops it; returns how many cells are left. */
async function begun(out: string, reuse: string): Promise<number> {
  const stop = new AbortController();
  const { complete, progress } = await runPlan(planOf(LARGE), {
    ...about,
    out: join(folder, out),
    reuse: [join(folder, reuse)],
    signal: stop.signal,
    onProgress: ({ done }) => void (done >= 4 && stop.abort()),
  });
  expect(complete).toBe(false);
  return progress.total - progress.done;
}
it('goes on taking cells when it is resumed, from the same datasets or from others', async () => {
  const left = await begun('begun', 'small');
  const again = await resumeRun({ ...about, out: join(folder, 'begun') });
  expect(again.reused).toBeGreaterThan(0);
  expect(again.reused).toBeLessThan(left);
  expect(bytesOf('begun')).toEqual(bytesOf('whole'));
  await begun('begun-2', 'small');
  const other = await resumeRun({ ...about, out: join(folder, 'begun-2'), reuse: [join(folder, 'whole')] });
  expect(other.reused).toBe(left);
  expect(bytesOf('begun-2')).toEqual(bytesOf('whole'));
});
it('lives the cells of a dataset that is gone when it is resumed, and says so; named anew it must be there', async () => {
  cpSync(join(folder, 'small'), join(folder, 'gone'), { recursive: true });
  await begun('orphan', 'gone');
  rmSync(join(folder, 'gone'), { recursive: true });
  const out = join(folder, 'orphan');
  await expect(resumeRun({ ...about, out, reuse: [join(folder, 'gone')] })).rejects.toThrow(/gone/);
  const told: string[] = [];
  const { reused } = await resumeRun({ ...about, out, onUnusable: (why) => void told.push(why) });
  expect(reused).toBe(0);
  expect(told.join()).toContain(join(folder, 'gone'));
  expect(bytesOf('orphan')).toEqual(bytesOf('whole'));
});
it('takes cells in every shard of a sweep', async () => {
  const plan = planOf(LARGE);
  const sweep = await sweepOf(plan, 3, { ...about, reuse: [join(folder, 'small')] });
  expect(await reusedBy(sweep)).toBe(jobCount(planOf(SMALL)) + 4);
  const places = shardsOf(join(folder, 'large.sweep'), sweep);
  let reused = 0;
  for (const place of places)
    reused += (await liveShard(sweep, place, { ...about, out: place.folder })).reused;
  expect(reused).toBe(jobCount(planOf(SMALL)) + 4);
  await mergeParts(join(folder, 'merged'), sweep.options, places);
  expect(bytesOf('merged')).toEqual(bytesOf('whole'));
});
it.each([
  ['another model', SMALL, '2'],
  ['another seed', `${SMALL}seed: 2\n`, '1'],
  ['another duration', SMALL.replace('duration: 10', 'duration: 15'), '1'],
  ['another settling time', SMALL.replace('settle: 1', 'settle: 2'), '1'],
  ['another spread', `${SMALL}variation: { copies: 0.1 fraction }\n`, '1'],
  ['other molecules to follow', SMALL.replace('KIC: 3', 'KIC: 4'), '1'],
  ['another method', `${SMALL.replace('follow: { KIC: 3 }\n', '')}method: hybrid\n`, '1'],
  [
    'other values',
    SMALL.replace('[1 g, 3 g]', '[1.5 g, 2.5 g]').replace('fasted: {}', 'fasted: { insulin: 60 pM }'),
    '1',
  ],
])('takes no cell of %s', async (what, text, model) => {
  const plan = planOf(text);
  const out = what.replaceAll(' ', '-');
  const { reused } = await lived(out, { ...plan, cells: 1 }, ['small'], model);
  expect(reused).toBe(0);
});
it('refuses a dataset that is damaged, and lives nothing', async () => {
  await lived('damaged', planOf(SMALL), ['small']);
  const path = join(folder, 'damaged', 'timecourse.arrow');
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(path, bytes);
  await expect(lived('none', planOf(SMALL), ['damaged'])).rejects.toThrow(/timecourse.arrow.*leave it out/);
  expect(readdirSync(folder)).not.toContain('none.partial');
});
