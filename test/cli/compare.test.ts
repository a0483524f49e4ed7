import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableFromIPC } from '@uwdata/flechette';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { main } from '../../src/cli/program.js';
import { writeSmallDataset } from '../support/small-dataset.js';
import { capturedIo } from './captured-io.js';

let cwd: string;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'leucell-cli-compare-'));
  await writeSmallDataset(join(cwd, 'd'), {
    conditions: ['fasted', 'fed'],
    time_s: [0, 3600],
    columns: {
      fsr_percent_per_h: ({ condition, cell }) => [0, 1 + condition + cell / 100],
      leucine_uM: ({ cell }) => [100, 100 + cell],
    },
  });
});
afterAll(() => rmSync(cwd, { recursive: true }));

async function leucell(...argv: string[]) {
  const captured = capturedIo(cwd);
  const exit = await main(argv, captured.io);
  return { exit, out: captured.out(), err: captured.err() };
}

it('prints a table, with who was sampled and how', async () => {
  const { exit, out } = await leucell('compare', 'd', '--baseline', 'fasted');
  expect(exit).toBe(0);
  expect(out).toMatch(/^fed against fasted\n/);
  expect(out).toMatch(
    /synthesis \(FSR\), %\/h +1\.05 +2\.04 .* 1\.96 \[1\.94, 1\.98\] +<0\.001 .* 100 %, 0 % +higher\n/,
  );
  expect(out).toMatch(/leucine in the cell, uM .* equivalent/);
  expect(out).toContain(
    '10 pairs of twins of 1 donor; intervals and p speak of the cells of this donor, not of people',
  );
  expect(out).toContain('corrected by Holm over 2 effects');
});

it('prints the same as Markdown and as JSON', async () => {
  const { out: markdown } = await leucell('compare', 'd', '--markdown');
  expect(markdown).toMatch(/^## fed against fasted\n\n\| outcome /);
  const { out } = await leucell('compare', 'd', '--json', '--margin', '20 %');
  const { baseline, margin, effects } = JSON.parse(out);
  expect({ baseline, margin }).toEqual({ baseline: 'fasted', margin: 0.2 });
  expect(effects[0]).toMatchObject({ condition: 'fed', outcome: 'synthesis', twins: 10, share_up: 1 });
});

it('writes the same rows to an Arrow file that another reader opens, and never over a file', async () => {
  const { exit, out } = await leucell('compare', 'd', '--json', '--arrow', 'effects.arrow');
  expect(exit).toBe(0);
  const table = tableFromIPC(new Uint8Array(readFileSync(join(cwd, 'effects.arrow'))));
  const rows = table.toArray() as Readonly<Record<string, unknown>>[];
  expect(rows.map((row) => ({ ...row }))).toEqual(JSON.parse(out).effects);
  expect(table.schema.metadata?.get('baseline')).toBe('fasted');
  const again = await leucell('compare', 'd', '--arrow', 'effects.arrow');
  expect(again).toMatchObject({ exit: 2, out: '' });
  expect(again.err).toContain('exists and is not overwritten');
});

it('ends with 2 on what cannot be compared', async () => {
  const { exit, err, out } = await leucell('compare', 'd', '--baseline', 'fastde');
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain('there is no condition "fastde"');
  expect((await leucell('compare', 'nowhere')).exit).toBe(2);
  expect((await leucell('compare', 'd', '--margin', 'wide')).err).toContain('"wide" is not a margin');
});
