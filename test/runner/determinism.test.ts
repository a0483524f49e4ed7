import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { modelVocabulary } from '../../src/cli/vocabulary.js';
import { openDataset } from '../../src/dataset/read.js';
import { runPlan } from '../../src/runner/run.js';
import { parseScenario } from '../../src/scenario/parse.js';
import { planHash } from '../../src/scenario/plan-hash.js';

/** The built worker: a thread cannot load TypeScript. */
const BUILT = new URL('../../dist/workers/cell.js', import.meta.url);
const planOf = (text: string) => {
  const read = parseScenario(text, 'same.yaml', modelVocabulary());
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.plan;
};
const SCENARIO = `
question: are the bytes the same?
cells: 3
donors: 2
volume: 0.1 um3
settle: 1 min
duration: 20 min
sample every: 10 min
follow: { KIC: 5 }
conditions: { fasted: {}, fed: { leucine: 3.5 g } }
`;

it.each([
  ['exact', SCENARIO],
  ['hybrid', SCENARIO.replace('follow: { KIC: 5 }', 'method: hybrid')],
])(
  'writes the same bytes of real cells (%s) with 0, 1 and 2 workers, and others with another seed',
  async (_, text) => {
    const plan = planOf(text);
    const folder = mkdtempSync(join(tmpdir(), 'leucell-same-'));
    const hashOf = async (out: string, workers: number, seed: string) => {
      const options = {
        out: join(folder, out),
        module: BUILT,
        workers,
        versions: { leucell: '0', model: '0' },
      };
      const { progress } = await runPlan({ ...plan, seed }, options);
      expect(progress).toMatchObject({ done: 12, failed: 0 });
      const hash = createHash('sha256');
      for (const file of readdirSync(options.out).sort())
        if (file !== 'run.json') hash.update(file).update(readFileSync(join(options.out, file)));
      return hash.digest('hex');
    };
    try {
      const main = await hashOf('w0', 0, 'a');
      expect(await hashOf('w1', 1, 'a')).toBe(main);
      expect(await hashOf('w2', 2, 'a')).toBe(main);
      expect(await hashOf('b', 2, 'b')).not.toBe(main);
      const cells = await (await openDataset(join(folder, 'w2'))).table('cells');
      expect(Math.min(...cells.numbers('events'))).toBeGreaterThan(1000);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

it('writes the values of the sweep beside every cell, and lives replicates of one twin with other chance', async () => {
  const plan = planOf(
    `${SCENARIO.replace('donors: 2', 'replicates: 2').replace('cells: 3', 'cells: 1')}\nsweep: { conditions.fed.leucine: [1 g, 2 g] }\n`,
  );
  const folder = mkdtempSync(join(tmpdir(), 'leucell-swept-'));
  try {
    const out = join(folder, 'out');
    await runPlan(plan, { out, module: BUILT, workers: 0, versions: { leucell: '0', model: '0' } });
    const dataset = await openDataset(out);
    const cells = await dataset.table('cells');
    expect(dataset.manifest.plan_sha256).toBe(planHash(plan));
    expect(cells.column('conditions.fed.leucine').unit).toBe('g');
    expect([...cells.numbers('conditions.fed.leucine')]).toEqual([1, 1, 1, 1, 2, 2, 2, 2]);
    expect([...cells.numbers('replicate')]).toEqual([0, 0, 1, 1, 0, 0, 1, 1]);
    const [volumes, events] = [cells.numbers('volume_um3'), cells.numbers('events')];
    expect(new Set(volumes).size).toBe(1);
    expect(new Set([events[0], events[2]]).size).toBe(2);
    expect(events[0]).toBe(events[4]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
