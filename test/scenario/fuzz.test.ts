import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, expect, it, vi } from 'vitest';
import { modelVocabulary } from '../../src/cli/vocabulary.js';
import { conditionAt } from '../../src/scenario/expand.js';
import { scenarioParser } from '../../src/scenario/parse.js';
import { parse } from './words.js';

/** Of processor time, so that a busy machine does not fail it. */
const SLOWEST_ms = 2000;
/** Of each of five kinds: 12,500 by `npm run test:fuzz`, 2,500 by `npm test`. */
const RUNS = process.env.LEUCELL_DEEP === '1' ? 2500 : 500;
const PATIENCE_ms = process.env.LEUCELL_DEEP === '1' ? 1_200_000 : 60_000;
vi.setConfig({ testTimeout: PATIENCE_ms });

/** For docs/reliability.md. */
const tried = { files: 0, plans: 0, slowest_ms: 0 };
afterAll(() => {
  if (process.env.LEUCELL_FUZZ_REPORT !== undefined)
    writeFileSync(process.env.LEUCELL_FUZZ_REPORT, JSON.stringify(tried));
});

/** Any text is either a plan of which the first condition can be made, or problems that say where. */
function survives(text: string, parser = parse): boolean {
  const began = process.cpuUsage();
  const read = parser(text, 'f.yaml');
  if (read.ok) conditionAt(read.plan, 0, 0);
  else {
    expect(read.problems.length).toBeGreaterThan(0);
    for (const { line, column, message } of read.problems)
      expect(line >= 1 && column >= 1 && message.length > 0).toBe(true);
  }
  const { user, system } = process.cpuUsage(began);
  const took_ms = (user + system) / 1000;
  tried.files += 1;
  if (read.ok) tried.plans += 1;
  tried.slowest_ms = Math.max(tried.slowest_ms, took_ms);
  expect(took_ms).toBeLessThan(SLOWEST_ms);
  return read.ok;
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
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void survives(text)),
    { seed: 4, numRuns: RUNS },
  );
});
it('survives any heap of the words of YAML', () => {
  const heap = fc.array(fc.constantFrom(...WORDS_OF_YAML), { maxLength: 30 }).map((parts) => parts.join(''));
  const lines = fc
    .array(fc.constantFrom(...WORDS_OF_YAML), { maxLength: 30 })
    .map((parts) => parts.join('\n'));
  fc.assert(
    fc.property(fc.oneof(heap, lines), (text) => void survives(text)),
    { seed: 5, numRuns: RUNS },
  );
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
    { seed: 6, numRuns: RUNS },
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
    fc.property(
      fc.dictionary(key, value, { maxKeys: 8 }),
      (scenario) => void survives(JSON.stringify(scenario)),
    ),
    { seed: 7, numRuns: RUNS },
  );
});

/** The model's own words, which shipped scenarios are written in. */
const parseWhole = scenarioParser(modelVocabulary());
const LINES = shipped.flatMap((text) =>
  text.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('#')),
);
const QUANTITIES = [
  '0',
  '-1 h',
  '1e400 g',
  '3',
  '3 h',
  '3 parsecs',
  'x1e9',
  '1 uM..',
  '.5 um3',
  '12 mg/kg',
  'none',
  'NaN',
  '1 g, 2 g',
  '"',
  '{from: 1 g}',
  '[]',
  '~',
];

const mutated = fc.constantFrom(...shipped).chain((text) => {
  const lines = text.split('\n');
  const at = fc.nat(lines.length - 1);
  const line = fc.oneof(
    fc.constantFrom(...LINES),
    fc
      .tuple(fc.constantFrom(...LINES), fc.constantFrom(...QUANTITIES))
      .map(([l, q]) => l.replace(/:.*/, `: ${q}`)),
    fc.tuple(fc.constantFrom(...LINES), fc.nat(12)).map(([l, n]) => ' '.repeat(n) + l.trim()),
    fc.constantFrom(
      'keep: summary',
      'keep: none',
      'method: mean-field',
      'follow: { Leucine: all }',
      'replicates: 0',
    ),
  );
  const change = fc.oneof(
    fc.record({ kind: fc.constant('put' as const), at, line }),
    fc.record({ kind: fc.constant('replace' as const), at, line }),
    fc.record({ kind: fc.constant('drop' as const), at, line }),
  );
  return fc.array(change, { minLength: 1, maxLength: 5 }).map((changes) => {
    const now = [...lines];
    for (const { kind, at: place, line: words } of changes)
      now.splice(place, kind === 'put' ? 0 : 1, ...(kind === 'drop' ? [] : [words]));
    return now.join('\n');
  });
});

it(
  'survives whole scenario files with lines put in, replaced and dropped, in the words of the model',
  () => {
    const seen = { plans: 0, refusals: 0 };
    fc.assert(
      fc.property(mutated, (text) => {
        seen[survives(text, parseWhole) ? 'plans' : 'refusals'] += 1;
      }),
      { seed: 8, numRuns: RUNS },
    );
    expect(Math.min(seen.plans, seen.refusals)).toBeGreaterThan(RUNS / 20);
  },
  PATIENCE_ms,
);
it('does not sink in brackets', () => void survives('['.repeat(100_000)));
it('does not sink in dashes', () => void survives('- '.repeat(60_000)));
it('does not sink in long lines', () => void survives(`question: ${'a'.repeat(120_000)}`));
it('does not sink in many keys', () =>
  void survives(Array.from({ length: 15_000 }, (_, i) => `k${i}: 1`).join('\n')));
