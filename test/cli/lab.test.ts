import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { main } from '../../src/cli/program.js';
import { temporaryFolder } from '../dataset/sample.js';
import { livedIn, planOf } from '../support/lab.js';
import { capturedIo } from './captured-io.js';

const HEAD = `question: q
donors: 2
cells: 1
volume: 0.3 um3
duration: 40 min
sample every: 10 min
settle: 5 min
conditions: { fasted: {}, fed: { leucine: 3.5 g } }
`;
const LABORATORY = `follow: { Leucine: 50 }
assays:
  tracer:
    tracer: L-[1-13C]leucine
    infuse: 7.6 umol/kg/h
    blood: [20 min, 40 min]
    biopsies: [20 min, 40 min]
  blot: { lysates: [0 min, 40 min] }
  enzymes: { homogenates: [40 min], enzymes: [BCKDH], replicates: 2 }
  microscopy: { sections: [0 min, 40 min], lysosomes: 5 /um3 }
`;
const cwd = temporaryFolder();
async function leucell(...argv: string[]) {
  const captured = capturedIo(cwd);
  const exit = await main(argv, captured.io);
  return { exit, out: captured.out(), err: captured.err() };
}
beforeAll(async () => {
  await livedIn(join(cwd, 'lived'), planOf(HEAD + LABORATORY));
  await livedIn(join(cwd, 'bare'), planOf(`${HEAD}assays: [census]\n`));
}, 60_000);

it('prints what each assay finds beside the truth', async () => {
  expect((await leucell('tracer', 'lived')).out).toMatch(/fed, 0\.333 to 0\.667 h\n.*estimate +truth/);
  expect((await leucell('tracer', 'lived', '--samples')).out).toMatch(/plasma KIC 13C .*APE|APE, %/);
  expect((await leucell('blot', 'lived')).out).toMatch(/p-S6K1\(T389\) +fasted +0 +1\.00 \[1\.00, 1\.00\]/);
  expect((await leucell('enzymes', 'lived')).out).toMatch(/BCKDH total +fed +1 +0\.667 +nmol\/min\/mg/);
  expect((await leucell('microscopy', 'lived')).out).toMatch(
    /mTOR-LAMP2 +fasted +40[\s\S]*on a lysosome[\s\S]*Rheb-TSC2 +fed +40/,
  );
  expect((await leucell('metabolites', 'lived')).out).toMatch(/fed +40\.0/);
  expect((await leucell('fates', 'lived')).out).toMatch(/fed: \d+ leucines\n.*share/);
});
it('begins its help with an example', async () => {
  for (const command of ['tracer', 'blot', 'enzymes', 'microscopy', 'metabolites', 'fates', 'power'])
    expect((await leucell(command, '--help')).out).toMatch(new RegExp(`^Examples:\\n  leucell ${command}`));
});
it('prints the same as JSON', async () => {
  for (const command of ['tracer', 'blot', 'enzymes', 'microscopy', 'metabolites', 'fates']) {
    const { exit, out } = await leucell(command, 'lived', '--json');
    expect(exit, command).toBe(0);
    expect(Object.keys(JSON.parse(out)).length, command).toBeGreaterThan(0);
  }
});
it('writes membranes and bands where it is told, and never over what is there', async () => {
  expect((await leucell('blot', 'lived', '-o', 'membranes')).exit).toBe(0);
  expect(readdirSync(join(cwd, 'membranes')).sort()).toEqual([
    'densitometry.csv',
    'point-0-donor-0.png',
    'point-0-donor-0.svg',
    'point-0-donor-1.png',
    'point-0-donor-1.svg',
  ]);
  const csv = readFileSync(join(cwd, 'membranes/densitometry.csv'), 'utf8').trimEnd().split('\n');
  expect(csv).toHaveLength(1 + 2 * 12 * 3 * 4);
  const again = await leucell('blot', 'lived', '-o', 'membranes');
  expect(again.exit).toBe(2);
  expect(again.err).toContain('is not overwritten');
});
it('writes micrographs, cells and occupancy where it is told, and never over what is there', async () => {
  expect((await leucell('microscopy', 'lived', '-o', 'micrographs')).exit).toBe(0);
  const files = readdirSync(join(cwd, 'micrographs'));
  expect(files.filter((f) => f.endsWith('.png'))).toHaveLength(2 * 2 * 2 * 2);
  expect(files).toContain('000-mTOR-LAMP2-point-0-donor-0.svg');
  const lines = (name: string) =>
    readFileSync(join(cwd, 'micrographs', name), 'utf8')
      .trimEnd()
      .split('\n')
      .map((l) => l.split(','));
  expect(lines('cells.csv')).toHaveLength(1 + 16);
  const occupancy = lines('occupancy.csv').slice(1);
  const of = (pair: string) => occupancy.filter((row) => row[0] === pair);
  const lysosomes = (pair: string) => of(pair).reduce((sum, row) => sum + Number(row[5]), 0);
  expect(lysosomes('mTOR-LAMP2')).toBe(lysosomes('Rheb-TSC2'));
  const again = await leucell('microscopy', 'lived', '-o', 'micrographs');
  expect([again.exit, again.err]).toEqual([2, expect.stringContaining('is not overwritten')]);
});
it('shows membranes and lives in the report, as the commands of the laboratory have them', async () => {
  expect((await leucell('report', 'lived', '-o', 'report.html')).exit).toBe(0);
  const page = readFileSync(join(cwd, 'report.html'), 'utf8');
  expect(page).toContain('href="#blots"');
  const svg = readFileSync(join(cwd, 'membranes/point-0-donor-1.svg'), 'utf8');
  expect(page.split(`<img src="data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}"`)).toHaveLength(
    2,
  );
  expect(page).toMatch(/Of 30 molecules \d+ were gone before the end/);
});
it('says what a dataset lacks and what to write, with exit code 2', async () => {
  for (const command of ['tracer', 'blot', 'enzymes']) {
    const { exit, err } = await leucell(command, 'bare');
    expect(exit, command).toBe(2);
    expect(err, command).toContain(`has no ${command} assay. Name it under "assays:"`);
  }
  const { exit, err } = await leucell('power', 'trial', '--effect', 'fsr', '--dataset', 'lived');
  expect(exit).toBe(2);
  expect(err).toContain('2 donors cannot say how donors vary. Write "donors: 5"');
  expect(existsSync(join(cwd, 'results'))).toBe(false);
});
