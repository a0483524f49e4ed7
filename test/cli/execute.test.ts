import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Exit } from '../../src/cli/exit.js';
import { again } from '../../src/cli/replay.js';
import { resume } from '../../src/cli/resume.js';
import { execute } from '../../src/cli/run.js';
import { lineOf } from '../../src/dataset/journal.js';
import type { Plan } from '../../src/scenario/plan.js';
import { FAKE, tinyPlan } from '../runner/tiny-plan.js';
import { capturedIo } from './captured-io.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'leucell-execute-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

async function run(changes: Partial<Plan>, options: object = {}, surroundings = {}) {
  const captured = capturedIo(cwd, surroundings);
  const loaded = { plan: tinyPlan(changes), text: '', warnings: [] };
  const exit = await execute(captured.io, loaded, { workers: 0, ...options }, { module: FAKE });
  return { exit, out: captured.out(), err: captured.err() };
}

it('prints the table, the folder and the next command to stdout, and messages to stderr', async () => {
  const { exit, out, err } = await run({});
  expect(exit).toBe(Exit.done);
  expect(out).toMatch(/leucine in the cell, uM +\d/);
  expect(out).toContain('Dataset: results/tiny\n');
  expect(out).toContain('Next:    leucell ');
  expect(err).toContain('tiny: 12 cells in 2 conditions, in the main thread');
  expect(err).toContain('12 cells, 186 events');
  expect(existsSync(join(cwd, 'results/tiny/manifest.json'))).toBe(true);
});

it('does not overwrite: a second run goes beside the first', async () => {
  await run({});
  expect((await run({})).out).toContain('Dataset: results/tiny-2\n');
});

it('ends with 3 when cells failed, and says which and why', async () => {
  const { exit, err } = await run({ question: 'throw 3' });
  expect(exit).toBe(Exit.someCellsFailed);
  expect(err).toContain('1 of 12 cells failed');
  expect(err).toMatch(/condition +point +donor +cell +reason\n +a +0 +0 +3 +ran out of leucine/);
});

it('prints with --json one JSON value to stdout and progress as JSON lines to stderr', async () => {
  const { out, err } = await run({}, { json: true });
  const data = JSON.parse(out);
  expect(data).toMatchObject({ dataset: 'results/tiny', cells: 12, failed: 0, events: 186 });
  expect(data.summary.map((s: { condition: string }) => s.condition)).toEqual(['a', 'b']);
  expect(data.summary[0].outcomes.leucine).toMatchObject({ unit: 'uM', n: 6 });
  const lines = err
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.at(-1).progress).toMatchObject({ done: 12, total: 12 });
});

it('writes the same summary whether it is read as JSON or as a table', async () => {
  const { value } = JSON.parse((await run({}, { json: true })).out).summary[1].outcomes.leucine;
  expect((await run({})).out).toContain(` ${value.toPrecision(3)} [`);
});

it('says nothing but problems with --quiet', async () => {
  expect((await run({}, { quiet: true })).err).toBe('');
  expect((await run({ question: 'throw 3' }, { quiet: true })).err).toContain('ran out of leucine');
});

it('draws progress on a terminal only', async () => {
  expect((await run({}, {}, { terminal: true })).err).toMatch(/\r.*12 of 12 cells/);
  expect((await run({})).err).not.toContain('\r');
});

it('writes no escape codes without colour, and some with it', async () => {
  const plain = await run({});
  expect(plain.out + plain.err).not.toContain('\x1b');
  expect((await run({}, {}, { colour: true })).out).toContain('\x1b[1m');
});

it('stops with --fail-fast at the first cell that fails, and goes on behind it when resumed', async () => {
  const question = 'throw 3';
  const { exit, err } = await run({ question, cells: 5000 }, { failFast: true, out: 'here' });
  expect(exit).toBe(Exit.someCellsFailed);
  expect(err).toMatch(
    /stopped at a cell that failed.*\n.*leucell resume here\n {2}cell 3: ran out of leucine/,
  );
  const captured = capturedIo(cwd);
  expect(await resume(captured.io, 'here.partial/', { workers: 0 }, { module: FAKE })).toBe(
    Exit.someCellsFailed,
  );
  expect(captured.err()).toMatch(/tiny: \d+ of 10000 cells are there already/);
  expect(captured.err()).toMatch(/a +0 +0 +3 +ran out of leucine/);
  await run({ question, cells: 5000 }, { out: 'undisturbed' });
  const [here, undisturbed] = ['here', 'undisturbed'].map((name) => bytesOf(join(cwd, name)));
  expect(here).toEqual(undisturbed);
});

it('leaves a finished dataset as it is when asked to resume it', async () => {
  await run({}, { out: 'here' });
  const before = bytesOf(join(cwd, 'here'));
  const captured = capturedIo(cwd);
  expect(await resume(captured.io, 'here', {}, { module: FAKE })).toBe(Exit.done);
  expect(captured.err()).toBe('"here" is finished already.\n');
  expect(bytesOf(join(cwd, 'here'))).toEqual(before);
});

it('does not resume what another version began', async () => {
  await run({ question: 'throw 3', cells: 5000 }, { failFast: true, out: 'here' });
  const journal = join(cwd, 'here.partial/journal.ndjson');
  const [first, ...others] = readFileSync(journal, 'utf8').split('\n');
  const head = JSON.parse(first!).value;
  const older = { ...head, versions: { ...head.versions, leucell: '0.0.9' } };
  writeFileSync(journal, lineOf(older) + others.join('\n'));
  await expect(resume(capturedIo(cwd).io, 'here', { workers: 0 }, { module: FAKE })).rejects.toThrow(
    /was written with leucell 0\.0\.9 and this is/,
  );
  expect(existsSync(join(cwd, 'here.partial/cells.arrows'))).toBe(true);
});

it('replays a dataset, and says which table differs', async () => {
  await run({}, { out: 'here' });
  const replayed = capturedIo(cwd);
  expect(await again(replayed.io, 'here', { workers: 0 }, { module: FAKE })).toBe(Exit.done);
  expect(replayed.out()).toMatch(
    /^same +[0-9a-f]{64} {2}cells\nsame +[0-9a-f]{64} {2}timecourse\nhere: lived again/,
  );
  expect(readdirSync(cwd)).toEqual(['here']);
  const path = join(cwd, 'here/manifest.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('"question": ""', '"question": "throw 3"'));
  const differs = capturedIo(cwd);
  expect(await again(differs.io, 'here', { workers: 0 }, { module: FAKE })).toBe(Exit.ourFault);
  expect(differs.out()).toMatch(/^DIFFERS [0-9a-f]{64} {2}cells\n/);
  expect(existsSync(join(cwd, 'here.replay'))).toBe(true);
});

const bytesOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => !['run.json', 'ro-crate-metadata.json'].includes(file))
      .map((file) => [file, readFileSync(join(folder, file)).toString('base64')]),
  );
