import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { branch, type Options } from '../../src/cli/branch.js';
import { Exit } from '../../src/cli/exit.js';
import { execute } from '../../src/cli/run.js';
import { modelVocabulary } from '../../src/cli/vocabulary.js';
import type { Manifest } from '../../src/dataset/manifest.js';
import { parseScenario } from '../../src/scenario/parse.js';
import { capturedIo } from './captured-io.js';

const BUILT = new URL('../../dist/workers/cell.js', import.meta.url);
const TEXT = `question: what if?
volume: 0.05 um3
settle: 1 min
duration: 20 min
sample every: 5 min
cells: 2
conditions: { fasted: {}, fed: { leucine: 1 g } }
`;
let cwd: string;
const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(cwd, folder, 'manifest.json'), 'utf8')) as Manifest;

async function branched(folder: string, changes: Partial<Options>, file?: string) {
  const captured = capturedIo(cwd);
  const options = { at: 600, set: [], workers: 0, quiet: true, ...changes };
  const exit = await branch(captured.io, folder, file, options, { module: BUILT });
  return { exit, err: captured.err() };
}

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'leucell-branch-'));
  const read = parseScenario(TEXT, 'parent.yaml', modelVocabulary());
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const options = { workers: 0, quiet: true, out: 'parent' };
  await execute(capturedIo(cwd).io, { plan: read.plan, text: TEXT, warnings: [] }, options, {
    module: BUILT,
  });
}, 120_000);
afterAll(() => rmSync(cwd, { recursive: true }));

it('has the bytes of its parent where nothing is changed, and says so', async () => {
  const { exit, err } = await branched('parent', { out: 'same' });
  expect(exit).toBe(Exit.done);
  expect(err).toContain('nothing is changed');
  expect(manifestOf('same').content_sha256).toBe(manifestOf('parent').content_sha256);
});
it('says in its manifest whose branch it is, and in its scenario what was changed', async () => {
  expect((await branched('parent', { out: 'late', set: ['fed.rapamycin=100 nM'] })).exit).toBe(Exit.done);
  const { content_sha256, plan_sha256 } = manifestOf('parent');
  expect(manifestOf('late').facts.branch).toEqual({ at_s: 600, of: { content_sha256, plan_sha256 } });
  expect(manifestOf('late').content_sha256).not.toBe(content_sha256);
  expect(readFileSync(join(cwd, 'late/scenario.yaml'), 'utf8')).toMatch(
    /^question: what if[\s\S]*# From 600 s on:\n# {3}.*rapamycin": 100 nM/,
  );
});
it.each([
  ['a time beyond the run', { at: 1300 }, /the run ends at 20 min, before 22 min/],
  ['the end of the run', { at: 1200 }, /--set:1:1 .*nothing left to live/],
  ['a condition that is not there', { set: ['fedd.insulin=90 pM'] }, /--set:1:19 .*Did you mean "fed"/],
  ['a word without a value', { set: ['fed'] }, /"fed" is no change/],
  ['a folder that exists', { out: 'parent' }, /"parent" exists/],
])('refuses %s, and lives nothing', async (_, changes, message) => {
  await expect(branched('parent', { out: 'none', ...changes })).rejects.toThrow(message);
  expect(existsSync(join(cwd, 'none'))).toBe(false);
  expect(existsSync(join(cwd, 'none.partial'))).toBe(false);
});
it('refuses changes said twice, a file that is not there, and a folder that is no dataset', async () => {
  await expect(branched('parent', { set: ['fed.insulin=90 pM'] }, 'changes.yaml')).rejects.toThrow(
    /Choose one/,
  );
  await expect(branched('parent', {}, 'changes.yaml')).rejects.toThrow(/"changes.yaml" cannot be read/);
  await expect(branched('nowhere', {})).rejects.toThrow(/nowhere/);
});
it('refuses what other constants have written', async () => {
  const path = join(cwd, 'parent/manifest.json');
  const text = readFileSync(path, 'utf8');
  renameSync(path, `${path}.kept`);
  writeFileSync(path, text.replace(/"model": "1\.0\.0\+[0-9a-f]+"/, '"model": "1.0.0+000000000000"'));
  await expect(branched('parent', { out: 'none' })).rejects.toThrow(
    /written with the model 1.0.0\+0{12} and this is 1.0.0\+[0-9a-f]{12}/,
  );
  renameSync(`${path}.kept`, path);
});
