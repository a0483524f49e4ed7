import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Exit } from '../../src/cli/exit.js';
import { main } from '../../src/cli/program.js';
import { fileOf } from '../validation/sample-target.js';
import { capturedIo } from './captured-io.js';

const MAIN = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const QUICK = ['--cells', '2', '--volume', '0.05 um3', '--settle', '1 min', '--workers', '0', '--quiet'];
let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'leucell-validate-test-'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

const refused = async (...argv: string[]) => {
  const { io, err } = capturedIo(cwd);
  const exit = await main(['validate', ...argv], io);
  return { exit, err: err() };
};

it('runs a target, reads its dataset and says where the simulation lies, in JSON', () => {
  const out = execFileSync(
    process.execPath,
    [
      MAIN,
      'validate',
      '--target',
      'insulin-breakdown',
      '--json',
      '--out',
      'kept',
      '--html',
      'page.html',
      ...QUICK,
    ],
    { cwd, encoding: 'utf8' },
  );
  const rows = JSON.parse(out) as Record<string, unknown>[];
  expect(rows).toHaveLength(6);
  expect(rows[0]).toMatchObject({
    id: 'insulin-breakdown',
    arm: 'i30',
    published: 0.5,
    lo: 0.35,
    hi: 0.65,
    pass: true,
    formula: 'breakdown[i30, 60..180] / breakdown[i5, 60..180]',
    citation: 'Greenhaff et al. 2008, Am J Physiol E595, PMC2536736',
  });
  expect(rows[0]!.simulated).toBeGreaterThan(0.4);
  expect(rows[0]!.simulated).toBeLessThan(0.6);
  expect(readFileSync(join(cwd, 'page.html'), 'utf8')).toContain('<svg');
  const kept = readdirSync(join(cwd, 'kept'));
  expect(kept.length).toBeGreaterThan(0);
  expect(existsSync(join(cwd, 'kept', kept[0]!, 'manifest.json'))).toBe(true);
});

it('prints one row a band for people, and says what it cannot express', () => {
  const text = fileOf(
    '    accept: {bands: [{arm: main, window: [0, 30], lo: 0, hi: 9}, {arm: main, quantity: glow, lo: 0, hi: 1}]}\n',
  ).replace('[{id: main}]', '[{id: main, interventions: [{agent: whey protein, dose: 20, unit: g}]}]');
  const none = fileOf('    accept: {bands: [{arm: main, window: [0, 30], lo: 0, hi: 9}]}\n')
    .replace('[{id: main}]', '[{id: main, interventions: [{agent: creatine, dose: 5, unit: g}]}]')
    .replace('id: one', 'id: two')
    .replace('schema_version: 1\ntargets:\n', '');
  writeFileSync(join(cwd, 'mine.yaml'), text + none);
  const argv = [MAIN, 'validate', '--targets', 'mine.yaml', ...QUICK];
  const { stdout, status } = spawnSync(process.execPath, argv, { cwd, encoding: 'utf8' });
  expect(stdout).toMatch(/^one +main +0\.\.30 .* PASS /m);
  expect(stdout).toMatch(/^one +main +glow .*not evaluated/m);
  expect(stdout).toMatch(/^two .*no word for giving "creatine".*not evaluated/m);
  expect(stdout).toContain('1 of 1 target hold; 1 could not be evaluated');
  expect(status).toBe(Exit.done);
});

it('refuses before anything runs: targets, files and folders that do not fit', async () => {
  expect(await refused('--target', 'ps6k-mta')).toEqual({
    exit: Exit.yourInput,
    err: 'there is no target "ps6k-mta". Did you mean "ps6k-meta"?\n',
  });
  expect((await refused('--targets', 'gone.yaml')).err).toContain('"gone.yaml" cannot be read (ENOENT)');
  writeFileSync(join(cwd, 'bad.yaml'), fileOf('    accept: {bands: [{arm: x, lo: 1, hi: 2}]}\n'));
  const { exit, err } = await refused('--targets', 'bad.yaml');
  expect(exit).toBe(Exit.yourInput);
  expect(err).toMatch(/^bad\.yaml:12:28 {3}the protocol has no arm "x"/);
});
