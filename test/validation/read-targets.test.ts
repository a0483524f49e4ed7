import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readTargets } from '../../src/validation/read-targets.js';
import { rowsOf } from '../../src/validation/reading.js';
import { fileOf } from './sample-target.js';

const SHIPPED = readFileSync('validation/targets.yaml', 'utf8');
const problems = (text: string): readonly string[] => {
  const read = readTargets(text, 'f.yaml');
  return read.ok ? [] : read.problems.map((p) => `${p.line}:${p.column} ${p.message}`);
};

it('reads the shipped targets, each with its citation and at least one row', () => {
  const read = readTargets(SHIPPED, 'targets.yaml');
  if (!read.ok) throw new Error(read.problems.map((p) => p.message).join('\n'));
  expect(read.targets.length).toBe(60);
  expect(new Set(read.targets.map((t) => t.id)).size).toBe(60);
  for (const target of read.targets) expect(target.source.length).toBeGreaterThan(0);
});

it('can read every shipped row as a formula', () => {
  const read = readTargets(SHIPPED, 'targets.yaml');
  if (!read.ok) throw new Error('not read');
  const unread = read.targets.flatMap((t) => rowsOf(t).flatMap((row) => (row.formula ? [] : [t.id])));
  expect(unread).toEqual([]);
});

it('takes a file with inequalities in words, ids of forcings and curves of its own', () => {
  const text = fileOf(
    '    accept: {bands: [{arm: main, window: [0, 60], lo: 1, hi: 2}], inequalities: [peak between 1 and 2 min]}\n',
  );
  const own = text.replace(
    '[{id: main}]',
    '[{id: main, forcing: {leucine: {t_min: [0, 9], values: [1, 2], unit: uM}, insulin: some-id}}]',
  );
  expect(problems(text)).toEqual([]);
  expect(problems(own)).toEqual([]);
});

it('says everything that is wrong, each at its place, with what to write', () => {
  const text = fileOf('    accept: {bands: [{arm: other, window: [60, 0], lo: 2, hi: 1}]}\n');
  expect(problems(text)).toEqual([
    expect.stringMatching(/^12:28 the protocol has no arm "other". Known: main.$/),
    expect.stringMatching(/^12:43 the window from 60 to 0 min runs backwards/),
    expect.stringMatching(/^12:22 the band from 2 to 1 is upside down/),
  ]);
});

it('names unknown keys, wrong roles, missing fields and curves with a value too many', () => {
  const accept = '    accept: {bands: [{arm: main, widnow: [0, 60], lo: 1, hi: 2}]}\n';
  expect(problems(fileOf(accept))).toEqual([
    expect.stringMatching(/^12:34 there is no key "widnow".*"window"/),
  ]);
  expect(problems(fileOf(accept).replace('widnow', 'window').replace('calibration', 'training'))).toEqual([
    expect.stringMatching(/^5:11 "training" is not calibration or validation/),
  ]);
  expect(problems(fileOf(''))).toEqual([expect.stringContaining('"accept"')]);
  const uneven = fileOf('    accept: {}\n').replace(
    '[{id: main}]',
    '[{id: main, forcing: {leucine: {t_min: [0], values: [1, 2]}}}]',
  );
  expect(problems(uneven)).toEqual([expect.stringContaining('1 times and 2 values')]);
});

it.each([
  ['', 'no target'],
  ['- a', 'targets: [...]'],
  ['targets: [', 'not YAML'],
  ['schema_version: 2\ntargets: []', 'schema_version: 1'],
])('refuses %j', (text, why) => {
  expect(problems(text).join(' ')).toContain(why);
});
