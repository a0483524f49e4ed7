import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
const NOTEBOOKS = fileURLToPath(new URL('../../notebooks/', import.meta.url));
const notebook = (name: string) => join(NOTEBOOKS, `${name}.ipynb`);

/** Small cells for a short time: the notebooks read any size. */
const SMALL = 'citation: a test\nvolume: 0.1 um3\nsample every: 10 min\nsettle: 1 min\n';
const SHARED = `${SMALL}duration: 1 h\nassays: [census]\n`;
const WASTING = `question: does it add up?\n${SHARED}donors: 3\ncells: 3\nbase: { whey: 25 g }\nconditions: { healthy: {}, cachexia: { inflammation: x1 }, exercise: { exercise: resistance } }\n`;
const DOSE = `question: how much?\n${SHARED}cells: 3\nbase: { EAA: 0 g }\nconditions: { rested: {} }\nsweep: { base.EAA: [0 g, 2 g, 7 g] }\n`;
const TRACER = `question: which precursor?
${SMALL}duration: 3 h
donors: 2
cells: 2
conditions: { fasted: {}, fed: { plasma_leucine: x1.37 } }
assays:
  tracer:
    tracer: L-[1-13C]leucine
    prime: 7.6 umol/kg
    infuse: 7.6 umol/kg/h
    start: 0 h
    stop: 2 h
    blood: { from: 1 h, to: 3 h, every: 20 min }
    biopsies: [1 h, 2 h, 2.5 h, 3 h]
`;
const LABORATORY = `question: what does each method see?
citation: a test
donors: 5
cells: 2
volume: 0.2 um3
duration: 1 h
sample every: 20 min
settle: 1 min
conditions: { fasted: {}, fed: { plasma_leucine: x1.37 } }
follow: { Leucine: 50 }
assays:
  tracer: { tracer: "L-[1-13C]leucine", infuse: 7.6 umol/kg/h, blood: [20 min, 1 h], biopsies: [20 min, 1 h] }
  blot: { lysates: [0 h, 1 h], antibodies: [p-4E-BP1(S65/T70), p-TSC2] }
  enzymes: { homogenates: [1 h] }
  microscopy: { sections: [0 h, 1 h], lysosomes: 10 /um3 }
`;
const ENSEMBLE = `question: how sure?\n${SHARED}cells: 8\nensemble: sets.json\nreplicates: 3\nconditions: { fasted: {}, fed: { whey: 25 g } }\n`;
const SETS = {
  parameters: { 's6k1-dephosphorylation.k': '1/min' },
  sets: [0.3, 0.5, 0.9].map((k) => ({ 's6k1-dephosphorylation.k': k })),
};

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'leucell-notebooks-'));
  writeFileSync(join(cwd, 'sets.json'), JSON.stringify(SETS));
  for (const [name, text] of [
    ['wasting', WASTING],
    ['dose', DOSE],
    ['tracer', TRACER],
    ['ensemble', ENSEMBLE],
    ['laboratory', LABORATORY],
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
type Row = Readonly<Record<string, unknown>>;
const rowsOf = ({ printed }: { printed: string[] }): readonly Row[] =>
  printed
    .join('')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Row);
/** What a command prints as JSON. */
async function said(...args: readonly string[]): Promise<Readonly<Record<string, readonly Row[]>>> {
  const { io, out, err } = capturedIo(cwd);
  expect(await main([...args, '--json'], io), err()).toBe(0);
  return JSON.parse(out()) as Readonly<Record<string, readonly Row[]>>;
}
const compared = async () => (await said('compare', 'wasting', '--baseline', 'healthy')).effects!;
/** Puts it where the laboratory's notebook looks for it. */
const keep = async (assay: string, ...args: readonly string[]) =>
  writeFileSync(join(cwd, `laboratory.${assay}.json`), JSON.stringify(await said(assay, ...args)));
/** That each row has, digit for digit, the values of the one row that agrees with it in the keys. */
function expectSame(rows: readonly Row[], known: readonly Row[], keys: readonly string[]): void {
  for (const row of rows) {
    const like = known.filter((other) => keys.every((key) => other[key] === row[key]));
    expect(like, JSON.stringify(row)).toHaveLength(1);
    expect(row).toEqual(Object.fromEntries(Object.keys(row).map((key) => [key, like[0]![key]])));
  }
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
      const executedNow = executed('wasting-vs-exercise', 'wasting');
      const rows = rowsOf(executedNow);
      expect(rows).toHaveLength(2 * 11);
      expectSame(rows, await compared(), ['condition', 'outcome']);
      expect(rows.every((row) => row.twins === 9 && typeof row.difference === 'number')).toBe(true);
      expect(executedNow.pictures).toBe(1);
    });

    it('draws a dose response', () => {
      const { printed, pictures } = executed('leucine-dose', 'dose');
      expect(printed[0]).toContain('how much? - base.EAA g');
      expect(pictures).toBe(1);
    });

    it('works out a tracer study: the truth from molecules and the estimates from readings, to the last digit', async () => {
      const study = await said('tracer', 'tracer');
      writeFileSync(join(cwd, 'tracer.json'), JSON.stringify(study));
      const executedNow = executed('tracer-study', 'tracer');
      const rows = rowsOf(executedNow);
      expect(rows).toHaveLength(2 * 2 * 4);
      expectSame(rows, study.findings!, ['condition', 'donor', 'from_s', 'to_s', 'quantity']);
      expect(executedNow.pictures).toBe(2);
      expect(executedNow.bytes).toBeLessThan(100_000);
    });

    it('plots every assay of the laboratory, with truths counted from the tables as the commands count them', async () => {
      const assays = ['tracer', 'blot', 'enzymes', 'microscopy', 'metabolites', 'fates'];
      for (const assay of assays) await keep(assay, 'laboratory');
      await keep('power', join(cwd, 'laboratory.yaml'), '--effect', 'fsr', '--dataset', 'laboratory');
      const executedNow = executed('laboratory', 'laboratory');
      const rows = rowsOf(executedNow);
      const read = (assay: string) =>
        JSON.parse(readFileSync(join(cwd, `laboratory.${assay}.json`), 'utf8')) as Readonly<
          Record<string, unknown>
        >[];
      const told = [...read('blot'), ...read('microscopy')];
      expect(rows).toHaveLength(told.length);
      rows.forEach((row, i) => {
        expect(told[i]).toMatchObject({ ...row, truth: expect.closeTo(row.truth as number, 10) });
      });
      expect(executedNow.pictures).toBe(assays.length + 1);
      expect(executedNow.bytes).toBeLessThan(200_000);
    });

    it('keeps apart what cells and what parameters leave open, as compare --draws does', async () => {
      const executedNow = executed('parameter-ensemble', 'ensemble');
      const rows = rowsOf(executedNow);
      expect(rows).toHaveLength(6);
      expectSame(rows, (await said('compare', 'ensemble', '--draws')).draws!, ['condition', 'outcome']);
      expect(rows.every((row) => row.draws === 3 && (row.cellError as number) > 0)).toBe(true);
      expect(executedNow.printed[0]).toContain('3 draws from 3 sets of s6k1-dephosphorylation.k');
      expect(executedNow.pictures).toBe(1);
      expect(executedNow.bytes).toBeLessThan(100_000);
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
  const names = readdirSync(NOTEBOOKS).filter((name) => name.endsWith('.ipynb'));
  expect(names.length).toBeGreaterThan(4);
  for (const name of names) {
    const { cells } = JSON.parse(readFileSync(join(NOTEBOOKS, name), 'utf8')) as {
      cells: { outputs?: unknown[] }[];
    };
    for (const cell of cells) expect(cell.outputs ?? []).toEqual([]);
  }
});
