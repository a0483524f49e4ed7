import { expect, it } from 'vitest';
import { modelVocabulary } from '../../src/cli/vocabulary.js';
import { inputs as modelInputs } from '../../src/model/inputs.js';
import { scenarioParser } from '../../src/scenario/parse.js';
import { armCondition } from '../../src/validation/arm-condition.js';
import type { Arm, Target } from '../../src/validation/target.js';
import { arm, target } from './sample-target.js';

const INPUTS = Object.fromEntries(modelInputs.map((i) => [i.name, i]));
const parse = scenarioParser(modelVocabulary());
const at = (t_min: number) => `${t_min + 60} min`;
const given = (changes: Partial<Arm>, of: Partial<Target> = {}) =>
  armCondition(target(of), arm('a', changes), at, INPUTS);
/** The condition's keys, after they have been accepted as a scenario of the real model. */
function keysOf(changes: Partial<Arm>, of: Partial<Target> = {}): Readonly<Record<string, unknown>> {
  const { keys, reasons } = given(changes, of);
  expect(reasons).toEqual([]);
  const read = parse(JSON.stringify({ question: '?', duration: '5 h', conditions: { a: keys } }), 's.yaml');
  if (!read.ok) throw new Error(read.problems.map((p) => p.message).join('\n'));
  return keys;
}
const taking = (agent: string, dose: number | string | null, unit: string, more = {}) => ({
  interventions: [{ t_min: 0, agent, dose, unit, ...more }],
});

it.each<[string, Partial<Arm>, Readonly<Record<string, unknown>>]>([
  ['nothing', {}, {}],
  ['leucine', taking('leucine', 3.42, 'g', { route: 'oral' }), { leucine: { dose: '3.42 g', at: '60 min' } }],
  [
    'amino acids by leucine',
    taking('EAA', 10, 'g', { leucine_g: 3.5 }),
    { EAA: { leucine: '3.5 g', at: '60 min' } },
  ],
  [
    'amino acids by per cent',
    taking('EAA', 6.7, 'g', { leucine_percent: 26 }),
    { EAA: { leucine: '1.742 g', at: '60 min' } },
  ],
  ['whey', taking('whey protein', 48, 'g'), { whey: { dose: '48 g', at: '60 min' } }],
  ['another protein', taking('egg protein', 20, 'g'), { whey: { dose: '20 g', at: '60 min' } }],
  [
    'an infusion of amino acids whose rate is not said',
    taking('mixed amino acids', null, 'infusion', { route: 'intravenous' }),
    { 'amino acid infusion': { fold: 'x1.7', at: '60 min' } },
  ],
  [
    'an infusion',
    taking('mixed amino acids', 1.7, 'x fasted plasma', { route: 'intravenous', duration_min: 360 }),
    { 'amino acid infusion': { fold: 'x1.7', at: '60 min', for: '360 min' } },
  ],
  [
    'the salt of HMB',
    taking('CaHMB capsule', 1, 'g', { HMB_g: 0.8 }),
    { hmb: { dose: '0.8 g', form: 'calcium salt', at: '60 min' } },
  ],
  [
    'KIC in the medium',
    taking('KIC', 200, 'uM', { route: 'medium' }),
    {
      plasma_kic: [
        ['60 min', '30 uM'],
        ['60 min', '200 uM'],
      ],
    },
  ],
  [
    'a clamp of insulin',
    taking('insulin', 30, 'mU/L', { route: 'clamp' }),
    {
      insulin: [
        ['60 min', '33 pM'],
        ['60 min', '200.1 pM'],
      ],
    },
  ],
  [
    'resistance exercise that ends as the protocol begins',
    { exercise: { type: 'resistance', t_min: 0 } },
    { exercise: { kind: 'resistance', at: '0 min', for: '60 min' } },
  ],
  [
    'endurance exercise that begins with the protocol',
    { exercise: { type: 'endurance' } },
    { exercise: { kind: 'endurance', at: '60 min', for: '180 min' } },
  ],
  ['rapamycin', { drug: { agent: 'rapamycin' } }, { rapamycin: { at: '-1 d' } }],
  ['NV-5138', { drug: { agent: 'NV-5138' } }, { nv5138: { at: '60 min' } }],
  ['age', { state: 'old' }, { ageing: 'consensus' }],
  ['a cast', { state: '14 d cast' }, { disuse: { kind: 'immobilisation', for: '14 d' } }],
  [
    'two states',
    { state: '28 d bed rest + cortisol' },
    { disuse: { kind: 'bed rest', for: '28 d' }, glucocorticoid: 'x0.4' },
  ],
  ['a knock-out', { state: 'N_BCAT2 = 0' }, { 'knock-out': 'BCAT2' }],
  ['a mutant', { state: 'Sestrin2 Kd x 10' }, { parameters: { 'sestrin2-leucine.on': 'x0.1' } }],
  [
    'a mutant in culture',
    { state: 'culture + Sestrin2 Kd x 10' },
    {
      breakdown: 0,
      elongation: 0,
      arginine: 14,
      leucine_inflow: 3,
      parameters: { 'copies.Sestrin': 'x0.2', 'sestrin2-leucine.on': 'x0.1' },
    },
  ],
  [
    'a forcing by id',
    { forcing: { leucine: 'leu-plasma-glynn2010-3p5g (nearest curve)' } },
    { plasma_leucine: { forcing: 'leu-plasma-glynn2010-3p5g', at: '60 min' } },
  ],
  [
    'mixed amino acids by id, arginine with them',
    { forcing: { leucine: 'aa-infusion-bohe2001' } },
    {
      plasma_leucine: { forcing: 'aa-infusion-bohe2001', at: '60 min' },
      arginine: { forcing: 'aa-infusion-bohe2001', at: '60 min' },
    },
  ],
  [
    'a curve of its own, back to fasted after its last point',
    { forcing: { insulin: { t_min: [0, 30], values: [33, 90], unit: 'pM' } } },
    {
      insulin: [
        ['60 min', '33 pM'],
        ['90 min', '90 pM'],
        ['90 min', '33 pM'],
      ],
    },
  ],
  [
    'a step of its own',
    { forcing: { leucine: { steps: [{ t_min: 0, t_end_min: 60, factor: 3 }] } } },
    {
      plasma_leucine: [
        ['60 min', '125 uM'],
        ['60 min', '375 uM'],
        ['120 min', '375 uM'],
        ['120 min', '125 uM'],
      ],
    },
  ],
  [
    'a tracer',
    { forcing: { tracer: 'tracer-leu-13c' } },
    { tracer: { infusion: 'tracer-leu-13c', at: '-1 d' } },
  ],
])('gives %s in the words of a scenario', (_, changes, expected) => {
  expect(keysOf(changes)).toEqual(expected);
});

const BOUT = { exercise: { type: 'resistance', t_min: 0 } };
const WORK = { exercise: { type: 'endurance' } };
it.each<[string, Partial<Arm>, string | undefined, string | undefined]>([
  ['a state', { state: 'trained' }, undefined, 'resistance'],
  ['a state and its exercise', { state: 'trained', ...WORK }, undefined, 'endurance'],
  ['a state that says what for', { state: 'endurance-trained', ...BOUT }, undefined, 'endurance'],
  ['the name of the arm', { id: 'trained', ...BOUT }, undefined, 'resistance'],
  ['the people', BOUT, 'resistance-trained young men', 'resistance'],
  ['the people, unless the arm says otherwise', { state: 'untrained', ...BOUT }, 'trained men', undefined],
  ['nobody', BOUT, 'trained and untrained men', undefined],
  ['nobody else', { id: 'untrained', ...BOUT }, 'young men', undefined],
])('takes training from %s', (_, changes, group, kind) => {
  const of = { population: { species: 'human', group } };
  expect(armCondition(target(of), { ...arm('a'), ...changes }, at, INPUTS).keys.training).toBe(kind);
});

it.each<[string | undefined, string, string | undefined]>([
  ['3.5 d fast', 'fasted', '84 h'],
  ['60-h fasted', 'fasted', '60 h'],
  ['starved for 3 days', 'fasted', '72 h'],
  ['fasted 14 h', 'fasted', undefined],
  [undefined, '72 h fast, rest', '72 h'],
  [undefined, 'overnight fasted', undefined],
  ['12 h fasted', '72 h fast', undefined],
])('gives the state %s at the baseline "%s" a fast of %s', (state, baseline, hours) => {
  const of = { protocol: { baseline, arms: [] } };
  expect(armCondition(target(of), arm('a', { state }), at, INPUTS).keys.fast).toBe(hours);
});

it('has no long fast of an animal', () => {
  const rat = { population: { species: 'rat' }, protocol: { baseline: '48 h fast', arms: [] } };
  expect(given({}, rat).keys).not.toHaveProperty('fast');
  expect(given({ state: '48 h fast' }, rat).reasons.join()).toMatch(/no state "48 h fast"/);
});

it('scales a forcing by dose where it says so', () => {
  const changes = { ...taking('HMB', 2.42, 'g'), forcing: { hmb: 'hmb-fit-fa-gel (scaled by dose)' } };
  const { forcing, scale } = keysOf(changes).plasma_hmb as { forcing: string; scale: string };
  expect(forcing).toBe('hmb-fit-fa-gel');
  expect(Number(scale.slice(1))).toBeCloseTo(2.42 / 0.8, 12);
});

it.each<[string, Partial<Arm>, RegExp]>([
  ['an agent', taking('creatine', 5, 'g'), /no word for giving "creatine"/],
  ['a dose', taking('whey protein', null, 'g'), /how much whey protein was given/],
  ['a state', { state: 'weightless' }, /no state "weightless"/],
  ['a drug', { drug: { agent: 'metformin' } }, /no drug "metformin"/],
  ['exercise', { exercise: { type: 'yoga' } }, /no exercise of kind "yoga"/],
  [
    'a forcing',
    { forcing: { leucine: 'leu-plasma-glyn2010-3p5g' } },
    /did you mean "leu-plasma-glynn2010-3p5g"/,
  ],
  ['what a forcing is of', { forcing: { leucine: 'insulin-plasma-glynn2010-3p5g' } }, /is plasma insulin/],
  ['an input', { forcing: { glycogen: 'x' } }, /"glycogen" is not an input/],
])('says why it cannot give %s', (_, changes, why) => {
  expect(given(changes).reasons.join()).toMatch(why);
});

it('does not scale the dose of an animal, unless its plasma curve is given', () => {
  const rat = { population: { species: 'rat' } };
  const dose = taking('leucine', 270, 'mg', { route: 'oral' });
  expect(given(dose, rat).reasons.join()).toMatch(/in "?rat"? has no plasma curve/);
  const forced = given({ ...dose, forcing: { leucine: { steps: [{ t_min: 0, factor: 8 }] } } }, rat);
  expect(forced.reasons).toEqual([]);
  expect(forced.keys).not.toHaveProperty('leucine');
});

it('puts exercise that comes first before the fasted value', () => {
  expect(given({ exercise: { type: 'resistance', t_min: 0 } }).first_min).toBe(-60);
  expect(given(taking('leucine', 3, 'g')).first_min).toBe(0);
});
