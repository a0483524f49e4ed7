import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { main } from '../../src/cli/program.js';
import { modelVocabulary } from '../../src/cli/vocabulary.js';
import { ASSAYS } from '../../src/myocyte/prepared.js';
import { capturedIo } from './captured-io.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'leucell-cli-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

async function leucell(...argv: string[]) {
  const captured = capturedIo(cwd);
  const exit = await main(argv, captured.io);
  return { exit, out: captured.out(), err: captured.err() };
}
const file = (name: string, text: string): string => {
  writeFileSync(join(cwd, name), text);
  return join(cwd, name);
};
const VALID = 'question: is it valid?\nduration: 1 h\nconditions: { fasted: {}, fed: { leucine: 3.5 g } }\n';

it('prints its version with those of node and arrow', async () => {
  const { exit, out } = await leucell('--version');
  expect(exit).toBe(0);
  expect(out).toMatch(/^leucell \d+\.\d+\.\d+ \(node \d+\.\d+\.\d+, apache-arrow \d+\.\d+\.\d+\)\n$/);
});

it('begins the help of every command with examples that name it', async () => {
  for (const command of [
    'run',
    'plan',
    'check',
    'model',
    'schema',
    'compare',
    'report',
    'plot',
    'verify',
    'doctor',
  ]) {
    const { exit, out } = await leucell(command, '--help');
    expect(exit).toBe(0);
    expect(out).toMatch(new RegExp(`^Examples:\\n  leucell ${command}`));
    expect(out).toContain('--no-color');
  }
});

it('ends with 2 and a hint on what it does not understand', async () => {
  expect(await leucell('rnu', 'quick')).toMatchObject({ exit: 2, out: '' });
  expect((await leucell('rnu', 'quick')).err).toContain('Did you mean run?');
  expect(await leucell('run')).toMatchObject({ exit: 2 });
  const { exit, err } = await leucell('run', 'quick', '--workers', 'two');
  expect(exit).toBe(2);
  expect(err).toContain('"two" is not a whole number of at least 0');
  expect((await leucell('plan', 'quick', '--cells', '0')).exit).toBe(2);
});

it('says of a scenario that is not there which there are', async () => {
  const { exit, err } = await leucell('run', 'quikc');
  expect(exit).toBe(2);
  expect(err).toContain('there is no scenario "quikc"');
});

it('checks several files: every problem with its place, 2 if there is one', async () => {
  const good = file('good.yaml', VALID);
  const bad = file('bad.yaml', 'question: q\nduraton: 1 h\nconditions: { a: {} }\n');
  expect(await leucell('check', good)).toMatchObject({ exit: 0, err: '' });
  const { exit, out, err } = await leucell('check', good, bad);
  expect(exit).toBe(2);
  expect(out).toContain('good.yaml: valid');
  expect(err).toMatch(/bad\.yaml:2:1 +there is no key "duraton"/);
  expect(JSON.parse((await leucell('check', '--json', good, bad)).out)).toHaveLength(2);
});

it('refuses a bad scenario before anything is run or written', async () => {
  const { exit, err } = await leucell('run', file('bad.yaml', 'question: q\n'), '--out', join(cwd, 'out'));
  expect(exit).toBe(2);
  expect(err).toContain('nothing was run');
});

it('refuses an output folder that exists, and one that cannot be made', async () => {
  mkdirSync(join(cwd, 'there'));
  const good = file('good.yaml', VALID);
  expect(await leucell('run', good, '--out', 'there')).toMatchObject({ exit: 2, out: '' });
  const { exit, err } = await leucell(
    'run',
    good,
    '--cells',
    '1',
    '--workers',
    '0',
    '--out',
    join(good, 'below'),
  );
  expect(exit).toBe(2);
  expect(err).toContain('cannot create');
});

it('prints plans as text and as JSON, without living cells when told so', async () => {
  const good = file('good.yaml', VALID);
  const text = await leucell('plan', good, '--no-estimate', '--cells', '7');
  expect(text.out).toMatch(/conditions +fasted, fed\n/);
  expect(text.out).toMatch(/cells in all +14\n/);
  const data = JSON.parse(
    (await leucell('plan', good, '--no-estimate', '--cells', '7', '--seed', 'x', '--json')).out,
  );
  expect(data).toMatchObject({ conditions: ['fasted', 'fed'], cells: 14, duration_s: 3600, seed: 'x' });
  expect(data.plan_sha256).toMatch(/^[0-9a-f]{64}$/);
});

it('prints the model in every view', async () => {
  expect((await leucell('model')).out).toContain('rapamycin-on');
  expect((await leucell('model', '--english')).out).toContain('mTORC1');
  expect((await leucell('model', '--parameters')).out).toMatch(/rapamycin-on\.k/);
  const counts = JSON.parse((await leucell('model', '--evidence', '--json')).out);
  expect(Object.keys(counts)).toEqual(['measured', 'derived', 'calibrated', 'assumed']);
  const { rules, count } = JSON.parse((await leucell('model', '--json')).out);
  expect(rules).toHaveLength(count);
});

it('writes the model for other tools, in a volume that is one', async () => {
  const [small, usual] = [
    await leucell('model', '--sbml', '--volume', '1 um3'),
    await leucell('model', '--sbml'),
  ];
  expect(small.out).toMatch(/^<\?xml[\s\S]*<compartment id="cytosol"[^>]* size="1"/);
  expect(usual.out).toMatch(/<compartment id="cytosol"[^>]* size="5"/);
  expect((await leucell('model', '--antimony')).out).toMatch(/\nmodel \w+\(\)\n/);
  const rules = await leucell('model', '--bngl', '--whole');
  expect(rules.out).toContain('begin reaction rules');
  expect(rules.out).toMatch(/\n {2}Leucine\(in~cytosol\) \d+\n/);
  const wrong = await leucell('model', '--sbml', '--volume', '3');
  expect(wrong.exit).toBe(2);
  expect(wrong.out).toBe('');
  expect(wrong.err).toMatch(/"3" has no unit.*"5 um3"/s);
});

it('prints a JSON Schema that knows the model’s parameters', async () => {
  const { out } = await leucell('schema');
  expect(JSON.parse(out).$schema).toContain('json-schema.org');
  for (const { name } of modelVocabulary().parameters) expect(out).toContain(JSON.stringify(name));
});

it('verifies datasets and says what is none', async () => {
  const { exit, err } = await leucell('verify', cwd);
  expect(exit).toBe(2);
  expect(err).toContain('manifest.json');
});

it('finds this machine well', async () => {
  const { exit, out } = await leucell('doctor', '--json');
  expect(exit).toBe(0);
  expect(JSON.parse(out).findings.map((f: { well: boolean }) => f.well)).not.toContain(false);
});

it('lets scenarios ask for every assay of the laboratory, and for no other', () => {
  expect(modelVocabulary().assays).toEqual(ASSAYS.map((a) => a.name));
});
