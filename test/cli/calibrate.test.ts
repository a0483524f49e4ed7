import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Exit } from '../../src/cli/exit.js';
import { main } from '../../src/cli/program.js';
import { fileOf } from '../validation/sample-target.js';
import { capturedIo } from './captured-io.js';

const MAIN = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'leucell-calibrate-test-'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

const refused = async (file: string, text: string, ...argv: string[]) => {
  writeFileSync(join(cwd, file), text);
  const { io, out, err } = capturedIo(cwd);
  const exit = await main(['calibrate', file, ...argv], io);
  return { exit, out: out(), err: err() };
};
const FILE = `constants:
  leucine-out.k: {from: 0.1 /h, to: 10 /h}
targets: {one: 1}
sets: 4
`;

it('brings a fasted pool to where a target has it, and writes sets that all fit', () => {
  const band = '    accept: {bands: [{arm: main, window: [0, 10], lo: 190, hi: 210}]}\n';
  writeFileSync(join(cwd, 'targets.yaml'), fileOf(band).replace('observable: fsr', 'observable: leucine'));
  writeFileSync(join(cwd, 'c.yaml'), FILE);
  const argv = ['calibrate', 'c.yaml', '--targets', 'targets.yaml', '--out', 'e.json', '--json', '--quiet'];
  const run = () => execFileSync(process.execPath, [MAIN, ...argv], { cwd, encoding: 'utf8' });
  const found = JSON.parse(run());
  expect(found.rows[0]).toMatchObject({ id: 'one', pass: true, lo: 190, hi: 210 });
  expect(Math.abs(found.rows[0].after - 200)).toBeLessThan(0.1);
  expect(Math.abs(found.rows[0].before - 200)).toBeGreaterThan(10);
  expect(found.cost.after).toBeLessThan(found.cost.before / 100);
  const kept = JSON.parse(readFileSync(join(cwd, 'e.json'), 'utf8'));
  expect(kept.parameters).toEqual({ 'leucine-out.k': '1/h' });
  expect(kept.sets).toEqual(found.ensemble.sets.map((set: { values: unknown }) => set.values));
  expect(kept.sets).toHaveLength(4);
  rmSync(join(cwd, 'e.json'));
  expect(JSON.parse(run())).toEqual(found);
}, 120_000);

it('goes on after Ctrl-C from what it had tried, to the same sets', async () => {
  writeFileSync(join(cwd, 'long.yaml'), FILE.replace('sets: 4', 'sets: 40'));
  const argv = ['calibrate', 'long.yaml', '--targets', 'targets.yaml', '--json', '--workers', '1'];
  const trials = join(cwd, 'cut.json.trials');
  const child = spawn(process.execPath, [MAIN, ...argv, '--out', 'cut.json'], { cwd });
  const ended = once(child, 'exit');
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const lines = () => (existsSync(trials) ? readFileSync(trials, 'utf8').split('\n').length - 2 : 0);
  while (lines() < 20 && child.exitCode === null) await new Promise((r) => setTimeout(r, 5));
  child.kill('SIGINT');
  expect(await ended).toEqual([Exit.interrupted, null]);
  expect(said).toContain('what was tried is kept in "cut.json.trials"');
  expect(existsSync(join(cwd, 'cut.json'))).toBe(false);
  const kept = lines();
  expect(kept).toBeGreaterThanOrEqual(20);
  const run = (...more: string[]) =>
    spawnSync(process.execPath, [MAIN, ...argv, ...more], { cwd, encoding: 'utf8' });
  const goneOn = run('--out', 'cut.json');
  expect(goneOn.stderr).toContain(`going on from ${kept} trials`);
  expect(existsSync(trials)).toBe(false);
  expect(JSON.parse(goneOn.stdout)).toEqual(JSON.parse(run().stdout));
}, 120_000);

it('confirms the optimum with cells of the stochastic engine', () => {
  writeFileSync(join(cwd, 'fit.yaml'), FILE.replace('sets: 4', 'sets: 0'));
  const argv = ['calibrate', 'fit.yaml', '--targets', 'targets.yaml', '--confirm', '12', '--json', '--quiet'];
  const out = execFileSync(process.execPath, [MAIN, ...argv], { cwd, encoding: 'utf8' });
  const [row] = JSON.parse(out).confirmed;
  expect(row).toMatchObject({ id: 'one', lo: 190, hi: 210 });
  // The model's own constants give 125; the mean of 12 cells has a standard error of 12.
  expect(Math.abs(row.simulated - 200)).toBeLessThan(36);
}, 120_000);

it('refuses before anything runs: files, targets, names of one number, and an ensemble that exists', async () => {
  expect((await refused('a.yaml', FILE)).err).toMatch(/^a\.yaml:3:11 {3}there is no target "one"/);
  const twice = FILE.replace('{one: 1}', '{fsr-basal-mixed: 1}').replace(
    '  leucine-out.k: {from: 0.1 /h, to: 10 /h}',
    '  synthesis-basal.k: {from: 1 /h, to: 1e4 /h}\n  synthesis-recruited.k: {from: 1 /h, to: 1e4 /h}',
  );
  expect((await refused('b.yaml', twice)).err).toContain('are one number in the model');
  writeFileSync(join(cwd, 'there.json'), 'mine');
  const { exit, out, err } = await refused('a.yaml', FILE, '--out', 'there.json');
  expect({ exit, out }).toEqual({ exit: Exit.yourInput, out: '' });
  expect(err).toContain('"there.json" exists and is not overwritten');
  expect(readFileSync(join(cwd, 'there.json'), 'utf8')).toBe('mine');
  const { io, err: said } = capturedIo(cwd);
  expect(await main(['calibrate', 'gone.yaml'], io)).toBe(Exit.yourInput);
  expect(said()).toContain('"gone.yaml" cannot be read (ENOENT)');
  expect(existsSync(join(cwd, 'gone.yaml'))).toBe(false);
});
