import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Look } from '../../src/analysis/validation/evaluate.js';
import type { Formula, Leaf } from '../../src/analysis/validation/formula.js';
import { judgeInequality, noInterval } from '../../src/analysis/validation/judge.js';
import { readTargets } from '../../src/validation/read-targets.js';
import { rowsOf } from '../../src/validation/reading.js';
import type { Target } from '../../src/validation/target.js';
import { arm, target } from './sample-target.js';

const FILE = 'validation/targets.yaml';
const shipped = readTargets(readFileSync(FILE, 'utf8'), FILE);
if (!('targets' in shipped)) throw new Error('the shipped targets cannot be read');
const TARGETS: readonly Target[] = shipped.targets;

const inequalities = (of: Target, said: readonly string[]) =>
  rowsOf({ ...of, accept: { bands: of.accept.bands, inequalities: said } }).filter(
    (row) => row.kind === 'inequality',
  );

it('leaves every inequality of the shipped file as it is written, one row each', () => {
  for (const t of TARGETS)
    expect(inequalities(t, t.accept.inequalities).map((row) => row.text)).toEqual(t.accept.inequalities);
  expect(TARGETS.flatMap((t) => t.accept.inequalities).length).toBeGreaterThan(100);
});

/** A sentence, and the numbers of the shipped formulas of that target that say the same. */
const SAME: readonly (readonly [id: string, sentence: string, formulas: readonly number[]])[] = [
  ['fsr-basal-fractions', 'sarcoplasmic > myofibrillar', [0]],
  ['fsr-eaa-3p5g', 'fed/fasted between 1.2 and 1.9 (1.52 +/- 0.30, errors propagated)', [0]],
  ['hmb-mps', '0 < hmb change <= leucine change', [0, 1]],
  ['rapamycin-eaa-fsr', 'control fed/fasted between 1.3 and 2.0 (about +60 %)', [0]],
  ['rapamycin-eaa-fsr', 'intracellular leucine response equal in both arms within 15 %', [2]],
  ['muscle-full-bolus', 'FSR[0,90] > 1.3 x fasted', [0, 3]],
  ['muscle-full-bolus', 'FSR[90,210] within 0.7-1.3 x fasted', [1, 4]],
  ['muscle-full-bolus', 'FSR[90,210] < FSR[0,90]', [2, 5]],
  ['leu-muscle-drummond', 'intracellular peak later than plasma peak', [0]],
  [
    'leu-muscle-drummond',
    'plasma x7 at 45 min while muscle rises only x2.2 at 120 min: muscle fold < 0.5 x plasma fold at 60 min',
    [1],
  ],
  ['leu-muscle-dickinson', 'value at 60 min > value at 0', [0]],
  ['leu-inflow-3p5g', 'fold at 180 min < 1.6 (back by 180 min)', [0]],
  ['leu-inflow-drummond', 'falls monotonically from 60 to 180 min', [0, 1]],
  ['dose-whey', '0.85 <= 10g/0g <= 1.35', [0]],
  ['dose-whey', '20g > 10g', [1]],
  ['dose-whey', '|40g/20g - 1| < 0.20 (plateau)', [2]],
  ['dose-whey', 'oxidation: 40g > 1.2 x 20g', [3]],
  ['dose-egg', '|FSR(40g)/FSR(20g) - 1| < 0.15 (plateau at 20 g)', [1]],
  ['dose-egg', 'oxidation(40g) > oxidation(20g)', [3]],
  ['ageing-leucine-content', 'old-26 fold < young-26 fold', [0]],
  ['exercise-fasted-time-course', 'net balance (synthesis - breakdown) < 0 at 180 min', [0]],
  ['exercise-fasted-time-course', 'FSR elevation decays monotonically', [1, 2]],
  ['exercise-training-status', 'untrained elevated at 28 h', [0]],
  ['exercise-training-status', 'trained near basal at 28 h', [1]],
  ['ps6k-rest-vs-exercise', 'exercise/rest at 180 min > 1.5', [3]],
  ['ps6k-rest-vs-exercise', 'exercise arm still > 1.5 at 300 min', [4]],
  [
    'ps6k-rest-vs-exercise',
    'p-Akt does not differ between legs: |exercise/rest - 1| < 0.35 at 60 min (rest 1.53, exercise 1.29)',
    [5],
  ],
  ['exercise-imaging', 'eIF4F or initiation-complex association greater in fed than control at 60 min', [5]],
  ['exercise-acute', 'FSR during exercise < rest', [0]],
  ['exercise-acute', 'FSR at 60 and 120 min after > rest', [1, 2]],
  ['exercise-acute', 'p-4E-BP1 T37/46 down immediately after', [3]],
  ['disuse-14d', 'p-mTOR and p-S6K equal in both arms (within 10 %)', [0, 1]],
  ['oxidation-aa-infusion', 'oxidation rises more than synthesis in relative terms', [0]],
  ['ps6k-meta', 'peak between 60 and 120 min', [0]],
  ['ps6k-meta', 'value at 180 min < 1.4', [1]],
  ['ps6k-leucine-3p42g', 'p-S6K1 still above 1.1 at 150 min', [0]],
  ['pakt-leucine-3p42g', 'p-Akt at 150 min below p-Akt at 30 min', [0]],
  ['ps6k-rank-order', 'peak at 60 min among 60, 120, 180 in each arm', [0, 1, 2, 3, 4, 5]],
  ['ps6k-rank-order', 'leu3.5 > leu1.85 at 60 min', [6]],
];

it.each(SAME)('reads in %s "%s" as the formulas that stand there by hand', (id, sentence, numbers) => {
  const of = TARGETS.find((t) => t.id === id)!;
  const read = inequalities(of, [sentence]).map((row) => row.formula ?? row.reason);
  const byHand = inequalities(
    of,
    numbers.map((n) => of.accept.inequalities[n]!),
  ).map((row) => row.formula!);
  const worlds = Array.from({ length: 400 }, (_, world) => world);
  const held = (formulas: readonly unknown[]) =>
    worlds.map((world) => formulas.map((f) => holds(f as Formula, world)).every(Boolean));
  expect(read.filter((f) => typeof f === 'string')).toEqual([]);
  expect(held(read)).toEqual(held(byHand));
  expect(new Set(byHand.flatMap((f) => worlds.map((world) => holds(f, world)))).size).toBe(2);
});

const holds = (formula: Formula, world: number): boolean =>
  judgeInequality(formula, lookIn(world), noInterval).pass;

/** A world in which every measure has in every arm some value at every time, each its own. */
function lookIn(world: number): Look {
  const spread = 2 ** -(world % 5);
  const at = (leaf: Leaf, t: number | 'fasted') => {
    const value = 1 + spread * (hashed(`${world} ${leaf.measure} ${leaf.arm} ${t}`) - 0.5) * 1.8;
    return leaf.measure === 'balance' ? value - 1 : value;
  };
  return (leaf) => {
    const { when } = leaf;
    if (when.kind === 'fasted') return { times_min: [0], cells: [Float64Array.of(at(leaf, 'fasted'))] };
    const [from, to] = when.kind === 'at' ? [when.t_min, when.t_min] : [when.from_min, when.to_min];
    const times_min = Array.from({ length: Math.floor((to - from) / 10) + 1 }, (_, i) => from + 10 * i);
    return { times_min, cells: [Float64Array.from(times_min, (t) => at(leaf, t))] };
  };
}

/** A number from 0 to 1 for every text (FNV-1a, mixed). */
function hashed(text: string): number {
  let h = 0x811c9dc5;
  for (const c of text) h = Math.imul(h ^ c.charCodeAt(0), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 2 ** 32;
}

const fed = { interventions: [{ agent: 'whey', dose: 20, unit: 'g', t_min: 0 }] };
const PAIR = [arm('control'), arm('whey', fed)];
const DOSES = [
  arm('low', { interventions: [{ agent: 'EAA', dose: 10, unit: 'g', leucine_g: 1.8 }] }),
  arm('high', { interventions: [{ agent: 'EAA', dose: 10, unit: 'g', leucine_g: 3.5 }] }),
];
const said = (sentence: string, changes: Partial<Target>, arms = PAIR) =>
  inequalities(target(changes, arms), [sentence]).map((row) => row.text ?? `? ${row.reason}`);

it.each<[string, Partial<Target>, typeof PAIR, string[]]>([
  [
    'p-S6K(whey) > 1.2 x control; p-Akt unchanged',
    {},
    PAIR,
    [
      's6k[whey, 0..180] > 1.2 * s6k[control, 0..180]',
      'abs(akt[whey, 0..180] / akt[control, 0..180] - 1) <= 0.1',
    ],
  ],
  ['fed(1.8 g) < fed(3.5 g)', {}, DOSES, ['fsr[low, 0..180] < fsr[high, 0..180]']],
  [
    'FSR higher in whey than control at 60 and 120 min',
    {},
    PAIR,
    ['fsr[whey, 60] > fsr[control, 60]', 'fsr[whey, 120] > fsr[control, 120]'],
  ],
  ['peak(low) <= peak(high)', {}, DOSES, ['peak(fsr[low, 0..180]) <= peak(fsr[high, 0..180])']],
  [
    'Rheb:mTOR unaffected by whey (within 5 %)',
    {},
    PAIR,
    ['abs(mtor_rheb[whey, 0..180] / mtor_rheb[control, 0..180] - 1) <= 0.05'],
  ],
  [
    'lysosomal fraction peaks by 30 min in each arm',
    {},
    DOSES,
    ['peak_time(lysosomal[low, 0..180]) <= 30', 'peak_time(lysosomal[high, 0..180]) <= 30'],
  ],
  [
    'p-S6K and p-Akt raised at 60 min in both arms',
    {},
    DOSES,
    [
      's6k[low, 60] > s6k[low, fasted]',
      'akt[low, 60] > akt[low, fasted]',
      's6k[high, 60] > s6k[high, fasted]',
      'akt[high, 60] > akt[high, fasted]',
    ],
  ],
])('reads "%s"', (sentence, changes, arms, formulas) => {
  expect(said(sentence, changes, arms).sort()).toEqual([...formulas].sort());
});

it.each<[string, Partial<Target>, typeof PAIR]>([
  ['whey near control', {}, PAIR],
  ['fed(7 g) > fed(1.8 g)', {}, DOSES],
  ['p-S6K higher in spirit than control', {}, PAIR],
  ['amino acids x3 at 5 mU/L: breakdown ratio 0.9-1.1', {}, PAIR],
  ['p-S6K(whey) > leucine(whey)', {}, PAIR],
  ['whey > control', { observable: 'FSR; breakdown' }, PAIR],
  ['fsr-like signal of whey raised', {}, PAIR],
  ['leucine(whey) > 2', {}, PAIR],
  ['whey > control without insulin', {}, PAIR],
  ['p-S6K(a) > p-S6K(b)', {}, [arm('a'), arm('b')]],
  ['FSR raised but not in the whey arm', {}, DOSES],
  ['net balance > 0 when fed, < 0 when fasted', {}, PAIR],
])('leaves "%s" unread', (sentence, changes, arms) => {
  for (const row of said(sentence, changes, arms)) expect(row).toMatch(/^\? /);
});
