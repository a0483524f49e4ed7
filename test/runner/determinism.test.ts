import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { modelVocabulary } from '../../src/cli/vocabulary.js';
import { openDataset } from '../../src/dataset/read.js';
import { runPlan } from '../../src/runner/run.js';
import { parseScenario } from '../../src/scenario/parse.js';

/** The built worker: a thread cannot load TypeScript. */
const BUILT = new URL('../../dist/workers/cell.js', import.meta.url);
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

it('writes the same bytes of real cells with 0, 1 and 2 workers, and others with another seed', async () => {
  const read = parseScenario(SCENARIO, 'same.yaml', modelVocabulary());
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const folder = mkdtempSync(join(tmpdir(), 'leucell-same-'));
  const hashOf = async (out: string, workers: number, seed: string) => {
    const options = {
      out: join(folder, out),
      module: BUILT,
      workers,
      versions: { leucell: '0', model: '0' },
    };
    const { progress } = await runPlan({ ...read.plan, seed }, options);
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
});
