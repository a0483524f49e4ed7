import { describe, expect, it } from 'vitest';
import { to } from '../../src/language/agents.js';
import { english, sentenceOf } from '../../src/language/english.js';
import { evidenceOf, evidenceTable } from '../../src/language/evidence.js';
import { inhibiting, input, proportional } from '../../src/language/inputs.js';
import { notation } from '../../src/language/notation.js';
import { parametersOf } from '../../src/language/parameters.js';
import { calibrated, constant, k } from '../../src/language/rates.js';
import { activated, change, exchange, remove, rule, unbind } from '../../src/language/rules.js';
import { parameterTable, table1 } from '../../src/language/table1.js';
import { because, cytosol, Enzyme, KIC, kd, Leucine, matrix, rules, Sensor, Target, toy } from './toy.js';

const rate = { k: k(3, '1/min', because) };

describe('english', () => {
  it('says a binding and its reverse with the numbers and what they rest on', () => {
    expect(sentenceOf(rules.sense)).toBe(
      'Sensor with an empty pocket binds leucine in the cytosol (0.15 /(uM min), derived from Doe et al. 2001) and lets it go (3 /min, assumed).',
    );
  });
  it('says a catalyst and what slows it', () => {
    expect(sentenceOf(rules.mark)).toBe(
      'Sensor with mark plain turns to mark marked (1e6 /(M s), measured by Doe et al. 2001), by Target with gap on, slowed by KIC in the matrix (Ki 65 uM).',
    );
  });
  it('says where atoms go', () => {
    expect(sentenceOf(rules.lift)).toBe(
      'Enzyme with cofactor PLP and leucine in the matrix become Enzyme with cofactor PMP and KIC in the matrix (1 um3/h, assumed) and back (2 um3/h, assumed), C1 going from Leucine to KIC, N going from Leucine to Enzyme.',
    );
  });
  it('says what is made, what drives it, what moves and what ends', () => {
    expect(sentenceOf(rules.enter)).toBe(
      'Leucine in the cytosol appears (70000 molecules/um3/h, measured by Doe et al. 2001), labelled as drink, saturating with plasma (K 1631 uM), falling with insulin along a Hill curve from 1 to 0.4 (K 60 pM, n 2).',
    );
    expect(sentenceOf(rules.shuttle)).toBe(
      'Leucine moves from the cytosol to the matrix (60 /h, assumed) and back (240 /h, assumed).',
    );
    expect(sentenceOf(rules.burn)).toBe(
      'KIC in the matrix ends as oxidised (at most 2.93 /s, measured by Doe et al. 2001; half of it at 45 uM, assumed), by Enzyme.',
    );
  });
  it('says conditions on partners, alternatives, writes, and that energy is spent', () => {
    const parts = unbind(Sensor({ pocket: 'taken', mark: ['plain', 'marked'] }).target, Target().sensor, {
      b: { gap: 'off' },
    });
    expect(sentenceOf(rule('x', 'x', parts, rate, { driven: true, approximation: 'one step for two' }))).toBe(
      'Sensor with a filled pocket and mark plain or marked, at its target, lets go of Target (3 /min, assumed), which leaves Target with gap off. Energy is spent on it. Approximation: one step for two.',
    );
    const looks = change(
      Sensor,
      { target: to(Target({ gap: 'on' })), pocket: 'Leucine' },
      { mark: 'marked' },
    );
    const laws = [activated(Leucine({ in: cytosol }), constant(2, 'uM', because), { power: 2 })];
    const drug = input('drug', 'uM', 0, 'A drug.');
    const drives = [inhibiting(drug, kd), proportional(drug, { power: 2 })];
    expect(sentenceOf(rule('x', 'x', looks, rate, { laws, drives }))).toBe(
      'Sensor with Target with gap on at its target and leucine in its pocket turns to mark marked (3 /min, assumed), quickened by leucine in the cytosol squared (Ka 2 uM), slowed by drug (K 20 uM), in proportion to drug to the power 2.',
    );
  });
  it('leaves the names of proteins as they are at the start of a sentence', () => {
    const one = rule('x', 'x', remove(KIC({ in: matrix }), 'urine'), rate);
    expect(sentenceOf(one)).toBe('KIC in the matrix ends as urine (3 /min, assumed).');
  });
  it('has a sentence a rule under its chapter', () => {
    const lines = english(toy()).split('\n');
    expect(lines[0]).toBe('Sensing');
    expect(lines.filter((line) => line.endsWith('.'))).toHaveLength(Object.keys(rules).length);
  });
});

describe('notation', () => {
  it.each([
    [rules.sense, 'Sensor(pocket: empty).pocket + Leucine[cytosol] <-> Sensor.pocket:Leucine'],
    [
      rules.hold,
      'Sensor(pocket: empty).target + Target.sensor <-> Sensor(pocket: empty).target:Target.sensor',
    ],
    [rules.mark, 'Sensor(mark: plain) -> Sensor(mark: marked), by Target(gap: on)'],
    [rules.lift, 'Enzyme(cofactor: PLP) + Leucine[matrix] <-> Enzyme(cofactor: PMP) + KIC[matrix]'],
    [rules.enter, '0 -> Leucine[cytosol] as drink'],
    [rules.burn, 'KIC[matrix] -> oxidised, by Enzyme'],
    [rule('x', 'x', exchange([Enzyme()], []), rate), 'Enzyme -> 0'],
    [
      rule('x', 'x', unbind(Sensor().target, Target().sensor, { b: { gap: 'off' } }), rate),
      'Sensor.target:Target.sensor -> Sensor.target + Target(gap: off).sensor',
    ],
  ])('writes %#', (one, text) => expect(notation(one)).toBe(text));
});

describe('table1', () => {
  it('aligns rules and their numbers as text', () => {
    const text = table1(toy(), 'text');
    expect(text).toContain(
      [
        'rule   what happens                                                                                 number  value  unit        evidence  source',
        'sense  The sensor takes leucine into its pocket                                                     on       0.15  1/(uM min)  derived   Doe et al. 2001',
        '       Sensor(pocket: empty).pocket + Leucine[cytosol] <-> Sensor.pocket:Leucine                    off         3  1/min       assumed',
      ].join('\n'),
    );
  });
  it('marks approximations and writes the factors with the names of their numbers', () => {
    const text = table1(toy(), 'text');
    expect(text).toMatch(/^~burn /m);
    expect(text).toMatch(/^sense /m);
    expect(text).toContain('rate x 1/(1 + KIC[matrix]/Ki)');
    expect(text).toContain(
      'rate x plasma/(K(plasma) + plasma) x (base + amplitude insulin^n/(K(insulin)^n + insulin^n))',
    );
  });
  it('is a table with one row a rule in Markdown, bars escaped', () => {
    const barred = { ...rules.hold, sentence: 'this | that' };
    const lines = table1(toy([rules.sense, barred]), 'markdown').split('\n');
    const rows = lines.filter((line) => line.startsWith('|'));
    const bars = rows.map((line) => line.replaceAll('\\|', '').split('|').length);
    expect(new Set(bars.slice(0, 4))).toEqual(new Set([9]));
    expect(lines.find((line) => line.startsWith('| hold'))).toContain('this \\| that<br>Sensor(');
  });
});

describe('parameters and evidence', () => {
  it('lists every parameter once', () => {
    const names = parameterTable(toy(), 'text')
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(' ')[0]);
    expect(names).toEqual(parametersOf(toy()).map((p) => p.name));
  });
  it('counts what numbers rest on, a shared number once', () => {
    expect(evidenceOf(toy())).toEqual({ measured: 6, derived: 1, calibrated: 0, assumed: 18 });
    const K = constant(1, 'uM', calibrated('by eye'));
    const slow = (id: string) => ({ ...rules.burn, id, laws: [activated(KIC({ in: matrix }), K)] });
    expect(evidenceOf(toy([slow('a'), slow('b')])).calibrated).toBe(1);
  });
  it('adds chapters and amounts up to all', () => {
    const rows = evidenceTable(toy(), 'text').trimEnd().split('\n').slice(1);
    const numbers = rows.map((row) =>
      row
        .trim()
        .split(/\s{2,}/)
        .slice(1)
        .map(Number),
    );
    const sums = numbers.slice(0, -1).reduce((a, b) => a.map((x, i) => x + b[i]!));
    expect(sums).toEqual(numbers.at(-1));
    expect(numbers.at(-1)!.at(-1)).toBe(parametersOf(toy()).length);
  });
});
