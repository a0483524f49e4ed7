import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Life, livesAt } from '../../src/analysis/lives.js';
import { main } from '../../src/cli/program.js';
import { openDataset } from '../../src/dataset/read.js';
import { lifeLines } from '../../src/report/chart/life-lines.js';
import { capturedIo } from '../cli/captured-io.js';

const SCENARIO = `question: What becomes of a leucine?
citation: a test
cells: 2
duration: 2 h
sample every: 1 h
settle: 1 min
seed: 2
follow: { Leucine: 40 }
conditions:
  fasted: {}
  insulin: { insulin: 300 pM }
sweep:
  volume: [0.1 um3, 0.2 um3]
`;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'leucell-lives-'));
  writeFileSync(join(folder, 's.yaml'), SCENARIO);
  const { io, err } = capturedIo(folder);
  expect(await main(['run', join(folder, 's.yaml'), '--out', 'd', '-w', '0', '-q'], io), err()).toBe(0);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

it.each([0, 1])(
  'tells the lives of the first cell of each condition at point %i, event by event',
  async (point) => {
    const dataset = await openDataset(join(folder, 'd'));
    const lives = await livesAt(dataset, point, 10);
    expect(lives.map((of) => of.length)).toEqual([10, 10]);
    const rows: { condition: string; molecule: number; time_s: number; now: string }[] = [];
    for await (const row of dataset.rows('molecules'))
      if (row.point === point && row.cell === 0) rows.push(row as unknown as (typeof rows)[number]);
    for (const [c, condition] of ['fasted', 'insulin'].entries())
      for (const { molecule, stays, gone } of lives[c]!) {
        const own = rows.filter((row) => row.condition === condition && row.molecule === molecule);
        const there = own.filter(({ now }) => now !== 'gone');
        expect(stays.map(({ from_s, now }) => [from_s, now])).toEqual(
          there.map(({ time_s, now }) => [time_s, now]),
        );
        expect(gone).toBe(own.length > there.length);
        stays.forEach(({ to_s }, i) => {
          expect(to_s).toBe(own[i + 1]?.time_s ?? 7200);
        });
      }
    const some = lives.flat();
    expect(some.some(({ gone }) => gone) && some.some(({ gone }) => !gone)).toBe(true);
  },
);

it('draws a line a molecule, in words and as numbers too', () => {
  const lives: readonly Life[] = [
    { molecule: 3, gone: true, stays: [{ from_s: 0, to_s: 1800, now: 'Leucine@cytosol' }] },
    {
      molecule: 4,
      gone: false,
      stays: [
        { from_s: 0, to_s: 600, now: 'Leucine@cytosol' },
        { from_s: 600, to_s: 3600, now: 'BoundLeucine@protein' },
      ],
    },
  ];
  const figure = lifeLines('fed', 1, lives, 3600);
  expect(figure.description).toBe(
    'Of 2 molecules 1 were gone before the end. Share of their time: leucine, cytosol 44.4 % and in protein 55.6 %.',
  );
  expect(figure.body.match(/class="ring"/g)).toHaveLength(1);
  expect(figure.csv.split('\r\n')[3]).toBe('fed,4,600,3600,BoundLeucine@protein');
});
