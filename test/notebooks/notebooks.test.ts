import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings } from '../../notebooks/compare-conditions.js';
import { main } from '../../src/cli/program.js';
import { capturedIo } from '../cli/captured-io.js';
import { python, pythonWith } from '../support/python.js';

const LEUCELL = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const RUN = fileURLToPath(new URL('run.py', import.meta.url));
const notebook = (name: string) => fileURLToPath(new URL(`../../notebooks/${name}.ipynb`, import.meta.url));

/** Small cells for a short time: the notebooks read any size. */
const SHARED =
  'citation: a test\nvolume: 0.1 um3\nduration: 1 h\nsample every: 10 min\nsettle: 1 min\nassays: [census]\n';
const WASTING = `question: does it add up?\n${SHARED}donors: 3\ncells: 3\nbase: { whey: 25 g }\nconditions: { healthy: {}, cachexia: { inflammation: x1 }, exercise: { exercise: resistance } }\n`;
const DOSE = `question: how much?\n${SHARED}cells: 3\nbase: { EAA: 0 g }\nconditions: { rested: {} }\nsweep: { base.EAA: [0 g, 2 g, 7 g] }\n`;

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'leucell-notebooks-'));
  for (const [name, text] of [
    ['wasting', WASTING],
    ['dose', DOSE],
  ] as const) {
    writeFileSync(join(cwd, `${name}.yaml`), text);
    execFileSync(process.execPath, [LEUCELL, 'run', `${name}.yaml`, '--out', name, '--workers', '1'], {
      cwd,
      stdio: 'pipe',
    });
  }
}, 120_000);
afterAll(() => rmSync(cwd, { recursive: true }));

const executed = (name: string, dataset: string) => {
  process.env.LEUCELL_DATASET = join(cwd, dataset);
  return JSON.parse(python([RUN, notebook(name)])) as { printed: string[]; pictures: number; bytes: number };
};
async function compared() {
  const { io, out, err } = capturedIo(cwd);
  expect(await main(['compare', 'wasting', '--baseline', 'healthy', '--json'], io), err()).toBe(0);
  return (JSON.parse(out()) as { effects: Readonly<Record<string, unknown>>[] }).effects;
}

describe.skipIf(!pythonWith('nbclient', 'ipykernel', 'matplotlib', 'polars', 'pandas', 'pyarrow'))(
  'executed against a dataset made just now',
  { timeout: 240_000 },
  () => {
    it('reads a dataset', () => {
      const { printed, pictures, bytes } = executed('read-a-dataset', 'wasting');
      expect(printed[0]).toContain('does it add up?');
      expect(printed[0]).toContain('conditions: healthy, cachexia, exercise');
      expect(pictures).toBe(1);
      expect(bytes).toBeLessThan(100_000);
    });

    it('works out the numbers of compare to the last digit', async () => {
      const { printed, pictures } = executed('wasting-vs-exercise', 'wasting');
      const rows = printed
        .join('')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
      const effects = await compared();
      expect(rows).toHaveLength(2 * 11);
      for (const row of rows) {
        const effect = effects.find((e) => e.condition === row.condition && e.outcome === row.outcome)!;
        expect(row).toEqual(Object.fromEntries(Object.keys(row).map((key) => [key, effect[key]])));
      }
      expect(rows.every((row) => row.twins === 9 && typeof row.difference === 'number')).toBe(true);
      expect(pictures).toBe(1);
    });

    it('draws a dose response', () => {
      const { printed, pictures } = executed('leucine-dose', 'dose');
      expect(printed[0]).toContain('how much? - base.EAA g');
      expect(pictures).toBe(1);
    });
  },
);

it('says in TypeScript, through the public API, what compare shows', async () => {
  const lines = await findings(join(cwd, 'wasting'), 'healthy');
  const effects = await compared();
  expect(lines).toHaveLength(effects.length);
  for (const line of lines) {
    const [condition] = line.split(': ');
    expect(
      effects.some(
        (e) =>
          e.condition === condition && line.includes(` [${(e.difference_low as number).toPrecision(3)}, `),
      ),
    ).toBe(true);
  }
});

it('keeps notebooks without outputs', () => {
  for (const name of ['read-a-dataset', 'wasting-vs-exercise', 'leucine-dose'])
    for (const cell of (
      JSON.parse(readFileSync(notebook(name), 'utf8')) as { cells: { outputs?: unknown[] }[] }
    ).cells)
      expect(cell.outputs ?? []).toEqual([]);
});
