import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { conditionAt } from '../../src/scenario/expand.js';
import { parse } from './words.js';

/** Of processor time, so that a busy machine does not fail it. */
const SLOWEST_ms = 2000;

/** Any text is either a plan of which the first condition can be made, or problems that say where. */
function survives(text: string): void {
  const began = process.cpuUsage();
  const read = parse(text, 'f.yaml');
  if (read.ok) conditionAt(read.plan, 0, 0);
  else {
    expect(read.problems.length).toBeGreaterThan(0);
    for (const { line, column, message } of read.problems)
      expect(line >= 1 && column >= 1 && message.length > 0).toBe(true);
  }
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1000).toBeLessThan(SLOWEST_ms);
}

const WORDS_OF_YAML = [
  'question: q',
  'duration: 3 h',
  'conditions:',
  'sweep:',
  'base:',
  '  a:',
  '    leucine: 3 g',
  '    exercise: {kind: resistance}',
  '  volume: [1 um3]',
  '  zip:',
  '{',
  '}',
  '[',
  ']',
  ': ',
  '- ',
  '&a ',
  '*a',
  '!!binary ',
  '? ',
  '| ',
  '> ',
  '"',
  "'",
  '#',
  '\n',
  '  ',
  '\t',
  '<<: *a',
  '__proto__: 1',
  'constructor: 1',
  'null',
  '~',
  '1e999',
  '-0',
  '.nan',
  '3 g',
  'x2',
  '---\n',
  '%TAG ! x',
  '\u0000',
  '\u2028',
  '😀',
  'toString',
  'assays: [fluxes]',
  'follow: {Leucine: all}',
  'cells: 1e99',
  'duration: 1e308 d',
  'volume: 1e-320 um3',
] as const;

it('survives any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), survives), { seed: 4, numRuns: 300 });
});
it('survives any heap of the words of YAML', () => {
  const heap = fc.array(fc.constantFrom(...WORDS_OF_YAML), { maxLength: 30 }).map((parts) => parts.join(''));
  const lines = fc
    .array(fc.constantFrom(...WORDS_OF_YAML), { maxLength: 30 })
    .map((parts) => parts.join('\n'));
  fc.assert(fc.property(fc.oneof(heap, lines), survives), { seed: 5, numRuns: 500 });
});

const shipped = readdirSync('scenarios')
  .filter((f) => f.endsWith('.yaml'))
  .map((f) => readFileSync(`scenarios/${f}`, 'utf8'));

it('survives shipped scenarios with pieces cut, doubled, moved and replaced', () => {
  const piece = fc.record({
    text: fc.constantFrom(...shipped),
    cuts: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.integer({ min: 0, max: 30 }),
        put: fc.oneof(fc.constantFrom(...WORDS_OF_YAML), fc.constant('')),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  });
  fc.assert(
    fc.property(piece, ({ text, cuts }) => {
      let changed = text;
      for (const { at, length, put } of cuts) {
        const i = Math.floor(at * changed.length);
        changed = changed.slice(0, i) + put + changed.slice(i + length);
      }
      survives(changed);
    }),
    { seed: 6, numRuns: 500 },
  );
});
it('survives any values at any keys', () => {
  const key = fc.constantFrom(
    'question',
    'duration',
    'conditions',
    'sweep',
    'base',
    'cells',
    'follow',
    'assays',
    'variation',
    'a',
    'leucine',
    'insulin',
    'zip',
    'volume',
    'parameters',
    'labels',
    'from',
    '__proto__',
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('3 g', '3 h', 'x2', 'q', '', 'none', 'on', '1 um3'),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 5 }),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(key, value, { maxKeys: 8 }), (scenario) => survives(JSON.stringify(scenario))),
    { seed: 7, numRuns: 500 },
  );
});
it('does not sink in brackets', () => survives('['.repeat(100_000)));
it('does not sink in dashes', () => survives('- '.repeat(60_000)));
it('does not sink in long lines', () => survives(`question: ${'a'.repeat(120_000)}`));
it('does not sink in many keys', () =>
  survives(Array.from({ length: 15_000 }, (_, i) => `k${i}: 1`).join('\n')));
