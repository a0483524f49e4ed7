import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { modelVocabulary } from '../../src/cli/vocabulary.js';
import { conditionAt, jobCount } from '../../src/scenario/expand.js';
import { MOST_BYTES, planName } from '../../src/scenario/parse.js';
import { pointCount } from '../../src/scenario/points.js';
import { problemText } from '../../src/scenario/problems.js';
import { readScenario } from '../../src/scenario/read.js';
import { scenarioJsonSchema } from '../../src/scenario/schema.js';
import { WORDS } from './words.js';

const folder = mkdtempSync(join(tmpdir(), 'leucell-'));
afterAll(() => rmSync(folder, { recursive: true }));
function refusalOf(name: string, content?: string | Uint8Array): string {
  const path = join(folder, name);
  if (content !== undefined) writeFileSync(path, content);
  const read = readScenario(path, WORDS);
  if (read.ok) throw new Error('it was taken as right');
  expect(read.problems[0]).toMatchObject({ file: path, line: 1, column: 1 });
  return read.problems[0]!.message;
}

describe('a file that is no scenario', () => {
  it('is missing', () => expect(refusalOf('none.yaml')).toMatch(/there is no file/));
  it('is beneath a file', () => {
    refusalOf('plain.yaml', ' ');
    expect(refusalOf('plain.yaml/x.yaml')).toMatch(/there is no file/);
  });
  it('is a folder', () => expect(refusalOf('.')).toMatch(/is a folder/));
  it('holds a NUL', () => expect(refusalOf('a.bin', 'question: \0')).toMatch(/is not a text file/));
  it('is not UTF-8', () =>
    expect(refusalOf('b.bin', Uint8Array.of(0x71, 0xff, 0xfe))).toMatch(/is not a text file/));
  it('is too large', () =>
    expect(refusalOf('c.yaml', 'x'.repeat(MOST_BYTES + 1))).toMatch(/has 131073 bytes/));
  it.skipIf(process.getuid?.() === 0)('may not be read', () => {
    writeFileSync(join(folder, 'd.yaml'), 'question: q');
    chmodSync(join(folder, 'd.yaml'), 0);
    expect(refusalOf('d.yaml')).toMatch(/cannot be read \(EACCES\)/);
  });
});

it('names a plan after its file', () => {
  expect(['a/b/hmb.yaml', 'C:\\x\\meal.YML', 'odd'].map(planName)).toEqual(['hmb', 'meal', 'odd']);
});

const shipped = readdirSync('scenarios').filter((f) => f.endsWith('.yaml'));
const vocabulary = modelVocabulary();

describe.each(shipped)('scenarios/%s', (file) => {
  const text = readFileSync(join('scenarios', file), 'utf8');
  const read = readScenario(join('scenarios', file), vocabulary, 'calibrations');

  it('is right', () => {
    expect(read.ok ? '' : problemText(read.problems)).toBe('');
    expect(read.ok && read.warnings).toEqual([]);
  });
  it('gives every condition at every point', () => {
    if (!read.ok) throw new Error('see above');
    expect(jobCount(read.plan)).toBeGreaterThan(0);
    for (let point = 0; point < pointCount(read.plan); point++)
      read.plan.conditionNames.forEach((name, i) => {
        expect(conditionAt(read.plan, point, i).name).toBe(name);
      });
  });
  it('opens with its schema, its question and its citation', () => {
    const [first, second] = text.split('\n');
    expect(first).toBe('# yaml-language-server: $schema=../schema/scenario.schema.json');
    expect(second).toMatch(/^# .*\?$/);
    expect(read.ok && read.plan.citation).toMatch(/(19|20)\d\d/);
  });
  it('fits the JSON Schema', () => {
    const schema = z.fromJSONSchema(scenarioJsonSchema(vocabulary) as Parameters<typeof z.fromJSONSchema>[0]);
    expect(schema.safeParse(parseYaml(text)).error?.issues).toBeUndefined();
  });
});

it('ships the six questions', () => {
  const asked = ['anabolic-resistance', 'hmb', 'leucine-dose', 'meal', 'quick', 'wasting-vs-exercise'];
  expect(shipped.map(planName)).toEqual(expect.arrayContaining(asked));
});

it('keeps schema/scenario.schema.json in step with the model; else run "leucell schema > schema/scenario.schema.json"', () => {
  const kept: unknown = JSON.parse(readFileSync('schema/scenario.schema.json', 'utf8'));
  expect(kept).toEqual(JSON.parse(JSON.stringify(scenarioJsonSchema(vocabulary))));
});
