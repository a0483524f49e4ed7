import { expect, it } from 'vitest';
import { rowsOf } from '../../src/validation/reading.js';
import type { Target } from '../../src/validation/target.js';
import { arm, target } from './sample-target.js';

const text = (changes: Partial<Target>, arms = [arm('main')]) =>
  rowsOf(target(changes, arms)).map((row) => row.text ?? row.reason);
const band = (spot: object, of: Partial<Target> = {}, arms = [arm('main')]) =>
  text({ ...of, accept: { bands: [{ arm: 'main', lo: 0, hi: 1, ...spot }], inequalities: [] } }, arms)[0];
const says = (inequality: string, of: Partial<Target> = {}, arms = [arm('main')]) =>
  text({ ...of, accept: { bands: [], inequalities: [inequality] } }, arms)[0];
const TWO = [arm('main'), arm('other', { exercise: { type: 'resistance' } })];

it.each<[object, Partial<Target>, string]>([
  [{ window: [0, 180] }, {}, 'fsr[main, 0..180]'],
  [{ t_min: 0, quantity: 'fasted' }, {}, 'fsr[main, fasted]'],
  [
    { t_min: 60 },
    { observable: 'p-S6K1 T389, fold of own fasted value', unit: 'fold' },
    's6k[main, 60] / s6k[main, fasted]',
  ],
  [{ t_min: 60 }, { observable: 'p-Akt S473', unit: 'fold' }, 'akt[main, 60] / akt[main, fasted]'],
  [
    { t_min: 60 },
    { observable: 'free leucine in muscle intracellular water', unit: 'uM' },
    'leucine[main, 60]',
  ],
  [
    { t_min: 45, quantity: 'fold' },
    { observable: 'inward transport' },
    'inflow[main, 45] / inflow[main, fasted]',
  ],
  [
    { window: [0, 150] },
    { observable: 'muscle protein breakdown rate', unit: '%', comparison: 'fold vs fasted' },
    '100 * (breakdown[main, 0..150] / breakdown[main, fasted] - 1)',
  ],
  [
    { quantity: 'reamination/transamination' },
    { unit: 'ratio' },
    'reamination[main, fasted] / transamination[main, fasted]',
  ],
  [
    { quantity: 'oxidation/synthesis' },
    { unit: 'ratio' },
    'oxidation_events[main, fasted] / synthesis_events[main, fasted]',
  ],
  [{ window: [0, 240], quantity: 'myofibrillar' }, {}, 'fsr_myofibrillar[main, 0..240]'],
  [{ window: [0, 240] }, { observable: 'sarcoplasmic protein FSR' }, 'fsr_sarcoplasmic[main, 0..240]'],
  [
    {},
    { observable: 'R33 events / (R29 + R33 events)', unit: 'fraction' },
    'hmb_production[main, fasted] / (oxidation[main, fasted] + hmb_production[main, fasted])',
  ],
  [{ quantity: 'peak(s6k[0..60])' }, {}, 'peak(s6k[0..60])'],
])('reads the band %j as a formula', (spot, of, formula) => {
  expect(band(spot, of)).toBe(formula);
});

it('compares with the arm that is named, else with the first', () => {
  const arms = [arm('rest'), arm('main', { exercise: { type: 'endurance' } })];
  expect(band({ quantity: 'ratio to rest' }, { observable: 'leucine oxidation' }, arms)).toBe(
    'oxidation[main, 0..180] / oxidation[rest, 0..180]',
  );
  expect(band({ quantity: 'breakdown ratio' }, {}, [arm('before'), arm('main')])).toBe(
    'breakdown[main, fasted] / breakdown[before, fasted]',
  );
});

it.each([
  ['mitochondrial', /no measure/],
  ['R99 events / R29 events', /no measure/],
  ['Kd', /no measure/],
  ['synthesis/nobody', /no measure/],
])('says that it cannot read the quantity %s', (quantity, why) => {
  expect(band({ quantity })).toMatch(why);
});

it.each<[string, Partial<Target>, string]>([
  ['peak between 60 and 120 min', { observable: 's6k' }, '60 <= peak_time(s6k[main, 0..180]) <= 120'],
  [
    'fed/fasted between 1.2 and 1.9 (errors propagated)',
    {},
    '1.2 <= fsr[main, 0..180] / fsr[main, fasted] <= 1.9',
  ],
  ['fed >= fasted', {}, 'fsr[main, 0..180] >= fsr[main, fasted]'],
  ['value at 60 min > value at 0', { observable: 'leucine' }, 'leucine[main, 60] > leucine[main, fasted]'],
  [
    'fold at 180 min < 1.6 (back by then)',
    { observable: 'inflow' },
    'inflow[main, 180] / inflow[main, fasted] < 1.6',
  ],
  ['p-S6K1 still above 1.1 at 150 min', {}, 's6k[main, 150] / s6k[main, fasted] > 1.1'],
  [
    'KIC still raised at 240 min',
    { observable: 'plasma KIC, fold' },
    'plasma_kic[main, 240] > plasma_kic[main, fasted]',
  ],
  ['p-S6K1 elevated at 3 h', {}, 's6k[main, 180] > s6k[main, fasted]'],
  ['sarcoplasmic > myofibrillar', {}, 'fsr_sarcoplasmic[main, 0..180] > fsr_myofibrillar[main, 0..180]'],
  ['main elevated at 28 h', {}, 'fsr[main, 1680] > fsr[main, fasted]'],
  ['1 <= fsr[0..60] / fsr[fasted]', {}, '1 <= fsr[0..60] / fsr[fasted]'],
])('reads the inequality "%s"', (words, of, formula) => {
  expect(says(words, of)).toBe(formula);
});

it('reads comparisons of arms', () => {
  expect(says('main > other at 60 min', { observable: 's6k' }, TWO)).toBe('s6k[main, 60] > s6k[other, 60]');
  expect(says('oxidation(other) > 1.2 x oxidation(main)', {}, TWO)).toBe(
    'oxidation[other, 0..180] > 1.2 * oxidation[main, 0..180]',
  );
});

it.each([
  ['synthesis is restored in spirit', /is not a formula/],
  ['p-S6K1(main) > p-S6K1(nobody)', /is not a formula/],
  ['glow[0..60] > 1', /is not a formula/],
  ['fsr[nobody, 0..60] > 1', /no arm "nobody"/],
  ['fsr[main, 0..60] > glow[main, 0..60]', /no measure "glow"/],
  ['fsr[main, soon] > 1', /is not a formula/],
])('never guesses at "%s"', (words, why) => {
  expect(says(words)).toMatch(why);
});

it('has a row for a target that asks for nothing', () => {
  expect(text({})).toEqual(['the target has neither a band nor an inequality']);
});

it('reads what a drug does that was given for days once the cell has settled under it', () => {
  const under = [arm('main', { drug: { agent: 'BT2', duration_d: 7 } })];
  const active = { observable: 'activity state = actual/total x 100', comparison: 'absolute', unit: '%' };
  expect(band({}, active, under)).toBe('bckdh_active[main, 600..660]');
  expect(band({ window: [0, 60] }, active, under)).toBe('bckdh_active[main, 0..60]');
});
