import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parameterSetOf } from '../../src/scenario/ensemble.js';
import { jobAt, jobCount } from '../../src/scenario/expand.js';
import { planHash } from '../../src/scenario/plan-hash.js';
import { readScenario } from '../../src/scenario/read.js';
import { readEnsemble } from '../../src/scenario/read-ensemble.js';
import { parse, planOf, WORDS } from './words.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leucell-ensemble-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const HEAD = 'question: does it?\nduration: 1 h\ncells: 2\nconditions: {a: {}, b: {}}\n';
const SETS = [1, 2, 3, 4, 5].map((off) => ({ 'ses2-leu.off': off }));
const plan = (more: string, seed = '1') => ({
  ...planOf(`${HEAD}seed: ${seed}\n${more}\n`),
  ensemble: { sets: SETS },
});
const setsOf = (p: ReturnType<typeof plan>) =>
  Array.from({ length: jobCount(p) }, (_, i) => ({ ...jobAt(p, i), set: parameterSetOf(p, jobAt(p, i)) }));

it('deals every set once before any again, to replicates in all their donors and conditions', () => {
  const made = setsOf(plan('replicates: 10\ndonors: 3'));
  const byPoint = Array.from({ length: 10 }, (_, point) => [
    ...new Set(made.filter((m) => m.point === point).map(({ set }) => set)),
  ]);
  expect(byPoint.every((sets) => sets.length === 1)).toBe(true);
  const dealt = byPoint.flat();
  expect([...dealt.slice(0, 5)].sort()).toEqual([0, 1, 2, 3, 4]);
  expect(dealt.slice(5)).toEqual(dealt.slice(0, 5));
});

it('deals to donors where there are no replicates, the same whatever else is asked for', () => {
  const few = setsOf(plan('donors: 2'));
  const many = setsOf(plan('donors: 5'));
  const of = (made: typeof few, donor: number) => [
    ...new Set(made.filter((m) => m.donor === donor).map(({ set }) => set)),
  ];
  for (const donor of [0, 1]) expect(of(many, donor)).toEqual(of(few, donor));
  expect([0, 1, 2, 3, 4].flatMap((d) => of(many, d)).sort()).toEqual([0, 1, 2, 3, 4]);
  const orders = ['1', '2', '3', '4'].map((seed) =>
    setsOf(plan('donors: 5', seed))
      .map(({ set }) => set)
      .join(),
  );
  expect(new Set(orders).size).toBeGreaterThan(1);
});

it('draws each order of three sets equally often', () => {
  const counts = new Map<string, number>();
  const three = { ...plan('donors: 3'), ensemble: { sets: SETS.slice(0, 3) } };
  for (let seed = 0; seed < 6000; seed++) {
    const p = { ...three, seed: String(seed) };
    const order = [0, 1, 2].map((donor) =>
      parameterSetOf(p, { index: 0, point: 0, condition: 0, donor, cell: 0 }),
    );
    counts.set(order.join(), (counts.get(order.join()) ?? 0) + 1);
  }
  // Chi-square with 5 degrees of freedom: 20.5 has p = 0.001.
  const chi2 = [...counts.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
  expect(counts.size).toBe(6);
  expect(chi2).toBeLessThan(20.5);
});

it('reads the file beside the scenario, and the numbers belong to the plan', () => {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('s.yaml', `${HEAD}ensemble: e.json\n`);
  const ensemble = (sets: unknown) => JSON.stringify({ parameters: { 'ses2-leu.off': '1/s' }, sets });
  const read = () => readScenario(join(folder, 's.yaml'), WORDS);
  const gone = read();
  expect(gone.ok ? [] : gone.problems).toMatchObject([
    { line: 5, column: 11, message: expect.stringContaining('there is no file') },
  ]);
  write('e.json', ensemble(SETS));
  const one = read();
  write('e.json', ensemble(SETS.slice(1)));
  const other = read();
  if (!one.ok || !other.ok) throw new Error('not read');
  expect(one.plan.ensemble).toEqual({ sets: SETS });
  expect(planHash(one.plan)).not.toBe(planHash(other.plan));
  write('e.json', ensemble([{ 'ses2-leu.of': 1 }]));
  const bad = read();
  expect(bad.ok ? [] : bad.problems.map((p) => p.file)).toEqual(['e.json']);
  const named = `${HEAD}ensemble: shipped\n`;
  write('named.yaml', named);
  mkdirSync(join(folder, 'ensembles'));
  write('ensembles/shipped.json', ensemble(SETS));
  const byName = readScenario(join(folder, 'named.yaml'), WORDS, join(folder, 'ensembles'));
  expect(byName.ok && byName.plan.ensemble).toEqual({ sets: SETS });
  write('shipped', ensemble(SETS.slice(1)));
  const mine = readScenario(join(folder, 'named.yaml'), WORDS, join(folder, 'ensembles'));
  expect(mine.ok && mine.plan.ensemble).toEqual({ sets: SETS.slice(1) });
  const alone = parse(`${HEAD}ensemble: e.json\n`, 'none.yaml');
  expect(alone.ok ? [] : alone.problems[0]!.message).toContain('this scenario comes from none');
});

it('says everything that is wrong with an ensemble, each at its place', () => {
  const text = [
    'parameters: {ses2-leu.off: 1/min, ses2-lew.on: 1/(M s)}',
    'sets:',
    '  - {ses2-leu.off: 1, ses2-lew.on: much}',
    '  - {ses2-leu.off: 1}',
    '  - 3',
    'note: mine',
  ].join('\n');
  const read = readEnsemble(text, 'e.yaml', WORDS);
  expect(read.ok ? [] : read.problems.map((p) => `${p.line}:${p.column} ${p.message}`)).toEqual([
    expect.stringMatching(/^1:28 .*the model has it in "1\/s"/),
    expect.stringMatching(/^1:48 there is no parameter "ses2-lew.on"/),
    expect.stringMatching(/^3:36 "much" is not a number/),
    expect.stringMatching(/^4:5 a set gives each of ses2-leu.off, ses2-lew.on a number/),
    expect.stringMatching(/^5:5 a set gives each/),
    expect.stringMatching(/^6:1 there is no key "note"/),
  ]);
  const none = readEnsemble('parameters: {}\nsets: []\n', 'e.yaml', WORDS);
  expect(none.ok ? '' : none.problems[0]!.message).toContain('no ensemble');
});
