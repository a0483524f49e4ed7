import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedScenarios } from '../../src/cli/find-scenario.js';
import { ASKED } from '../../src/cli/gallery-figures.js';
import { packageFile } from '../../src/cli/package-info.js';
import { main } from '../../src/cli/program.js';
import { modelVocabulary } from '../../src/cli/vocabulary.js';
import { SHOWN, SPREAD } from '../../src/report/shown.js';
import { planHash } from '../../src/scenario/plan-hash.js';
import { readScenario } from '../../src/scenario/read.js';
import { WHOLE, writeSmallDataset } from '../support/small-dataset.js';
import { capturedIo } from './captured-io.js';

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'leucell-init-'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

async function leucell(...argv: string[]) {
  const captured = capturedIo(cwd);
  const exit = await main(argv, captured.io);
  return { exit, out: captured.out(), err: captured.err() };
}
const hashOf = (path: string): string => {
  const read = readScenario(path, modelVocabulary(), packageFile('calibrations'));
  expect(read.ok, JSON.stringify(read)).toBe(true);
  return read.ok ? planHash(read.plan) : '';
};

describe('init', () => {
  it('lists every shipped question, at least twelve', async () => {
    const { out } = await leucell('init', '--json');
    const known = JSON.parse(out) as { name: string; question: string }[];
    expect(known.length).toBeGreaterThanOrEqual(12);
    for (const name of [
      'anabolic-resistance',
      'hmb-disuse',
      'leucine-timing',
      'bcka',
      'pulse-vs-bolus',
      'rapamycin',
      'bt2',
      'sestrin2-agonist',
    ])
      expect(known.map((k) => k.name)).toContain(name);
    for (const { question } of known) expect(question).toMatch(/\?$/);
    expect((await leucell('init')).out.trim().split('\n')).toHaveLength(known.length);
  });
  it('writes every one with comments, meaning the same', async () => {
    for (const name of shippedScenarios()) {
      expect(await leucell('init', name)).toMatchObject({ exit: 0, out: '' });
      const text = readFileSync(join(cwd, `${name}.yaml`), 'utf8');
      expect(text).toContain('# Simulated time after t = 0.');
      expect(hashOf(join(cwd, `${name}.yaml`))).toBe(hashOf(join('scenarios', `${name}.yaml`)));
    }
  });
  it('shows what else could be said in words that are valid', async () => {
    const text = readFileSync(join(cwd, 'rapamycin.yaml'), 'utf8');
    const [said, more] = text.split('take the first "# " away:\n');
    const examples = more!.split('\n').filter((line) => /^# [a-z ]+: /.test(line));
    expect(examples.length).toBeGreaterThanOrEqual(6);
    writeFileSync(join(cwd, 'all.yaml'), said + examples.map((line) => line.slice(2)).join('\n'));
    hashOf(join(cwd, 'all.yaml'));
  });
  it('writes over nothing, and refuses questions that it has not', async () => {
    const { exit, err } = await leucell('init', 'hmb');
    expect(exit).toBe(2);
    expect(err).toContain('exists and is not overwritten');
    expect((await leucell('init', 'hbm')).err).toContain('there is no question "hbm". Give one of: ');
  });
});

it('builds a page of all scenarios, with an answer and a figure where one has been run', async () => {
  await writeSmallDataset(join(cwd, 'results', 'hmb'), WHOLE);
  const { exit, err } = await leucell('gallery', '--out', 'page');
  expect(exit, err).toBe(0);
  expect(err).toMatch(/\(\d+ scenarios, 1 of them with a figure\)/);
  const page = readFileSync(join(cwd, 'page/gallery.md'), 'utf8');
  for (const name of shippedScenarios()) expect(page).toContain(`## ${name}\n`);
  expect(page).toContain('Not run yet: `leucell run rapamycin`.');
  expect(page).toMatch(
    /Over 3 h, net balance .*\(12 cells a condition, method exact, seed 1, model test\)\n\n!\[Synthesis \(FSR\), %\/h\. Over 3 h\. .*\]\(hmb\.svg\)\n!\[Breakdown .*\]\(hmb-2\.svg\)\n/,
  );
  const figure = readFileSync(join(cwd, 'page/hmb.svg'), 'utf8');
  expect(figure).toMatch(/^<svg/);
  expect(figure).toMatch(/>12 cells a condition, method exact, seed 1, model test</);
});

it('runs what is not there for the page, once, and nothing where something else is in the way', async () => {
  const gallery = (...args: readonly string[]) =>
    leucell('gallery', ...args, '--results', 'r', '--out', 'shown', '--workers', '0');
  const first = await gallery('quick', '--run', '--cells', '1');
  expect(first, first.err).toMatchObject({ exit: 0 });
  expect(first.err).toContain('quick (1 of 1)');
  const page = readFileSync(join(cwd, 'shown/gallery.md'), 'utf8');
  expect(page).toMatch(/\(1 cells a condition, method exact, seed 1, model [^)]+\)\n\n!\[.*\]\(quick\.svg\)/);
  const made = readFileSync(join(cwd, 'r/quick/run.json'), 'utf8');
  const second = await gallery('quick', '--run', '--cells', '1');
  expect(second.err).not.toContain('quick (1 of 1)');
  expect(readFileSync(join(cwd, 'r/quick/run.json'), 'utf8')).toBe(made);
  const third = await gallery('quick', '--run', '--cells', '2');
  expect(third).toMatchObject({ exit: 2, out: '' });
  expect(third.err).toContain('exists and is not overwritten');
  expect((await gallery('hbm', '--run')).err).toContain('there is no question "hbm". Give one of: ');
}, 60_000);

it('knows of every shipped scenario which figures its question asks for', () => {
  expect(Object.keys(ASKED).sort()).toEqual(shippedScenarios());
  const spread = SPREAD.map((id) => id.replaceAll('_', '-')).join('|');
  const others = new RegExp(`^(forest|precursors|lives-\\d|cells-(${spread})|dose-(${spread})(-\\d)?)$`);
  for (const id of Object.values(ASKED).flat())
    expect(SHOWN.some((shown) => shown.id === id) || others.test(id), id).toBe(true);
});
