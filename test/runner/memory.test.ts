import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { runPlan } from '../../src/runner/run.js';
import { FAKE, tinyPlan } from './tiny-plan.js';

const CELLS = 16_000;
/** Batches that wait are part of it; what every cell had left behind before came to twice as much. */
const BOUND_MB = 12;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

it(`keeps nothing of ${CELLS} cells that are written`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'leucell-memory-'));
  const heap: number[] = [];
  const look = ({ done, total }: { done: number; total: number }) => {
    if (done !== 0 && done !== total) return;
    collectGarbage();
    heap.push(process.memoryUsage().heapUsed / 1e6);
  };
  try {
    await runPlan(tinyPlan({ cells: CELLS / 2 }), {
      out: join(folder, 'out'),
      module: FAKE,
      workers: 2,
      versions: { leucell: '0', model: '0' },
      onProgress: look,
    });
    expect(heap.at(-1)! - heap[0]!).toBeLessThan(BOUND_MB);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
