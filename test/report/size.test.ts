/** A report of 6 conditions with 1,000 cells each: at most 10 s of processor time, so that a busy machine fails nothing, and 5 MB. */
import { rmSync, statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { main } from '../../src/cli/program.js';
import { capturedIo } from '../cli/captured-io.js';
import { WHOLE, writeSmallDataset } from '../support/small-dataset.js';

it('takes at most 10 s and 5 MB for 6 conditions of 1,000 cells', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'leucell-size-'));
  await writeSmallDataset(join(folder, 'd'), {
    ...WHOLE,
    conditions: ['a', 'b', 'c', 'd', 'e', 'f'],
    cells: 1000,
    time_s: Array.from({ length: 25 }, (_, i) => i * 600),
    columns: Object.fromEntries(
      Object.keys(WHOLE.columns).map((name) => [
        name,
        ({ condition, cell }) =>
          Array.from({ length: 25 }, (_, i) => 1 + condition / 7 + (cell % 83) / 100 + Math.sin(i / 4) / 9),
      ]),
    ),
  });
  const started = process.cpuUsage();
  const { io, err } = capturedIo(folder);
  expect(await main(['report', 'd', '-o', 'r.html'], io), err()).toBe(0);
  const { user, system } = process.cpuUsage(started);
  const seconds = (user + system) / 1e6;
  const { size } = statSync(join(folder, 'r.html'));
  console.info(`report of 6 x 1,000 cells: ${seconds.toFixed(1)} s, ${(size / 1e6).toFixed(2)} MB`);
  expect(seconds).toBeLessThan(10);
  expect(size).toBeLessThan(5e6);
  rmSync(folder, { recursive: true });
});
