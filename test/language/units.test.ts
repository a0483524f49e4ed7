import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, parseQuantity, quantityIn } from '../../src/language/units.js';

fc.configureGlobal({ seed: 20_260_901 });

const value = (text: string, unit: string): number => {
  const answer = quantityIn(text, unit);
  if (!answer.ok) throw new Error(answer.why);
  return answer.value;
};
const why = (answer: { ok: true } | { ok: false; why: string }) => (answer.ok ? 'ok' : answer.why);

/** Every unit that scenarios use, by what it measures. */
const UNITS = {
  time: ['s', 'min', 'h', 'd', 'ms', 'hours'],
  volume: ['um3', 'µm3', 'µm³', 'um^3', 'fL', 'L', 'mL', 'dL', 'l'],
  concentration: ['M', 'mM', 'uM', 'µM', 'μM', 'nM', 'pM', 'nmol/L', 'umol/L', 'mU/L', 'molecules/um3'],
  mass: ['g', 'mg', 'kg', 'ug'],
  'mass concentration': ['g/L', 'mg/dL'],
  'dose per body mass': ['g/kg', 'mg/kg'],
  'amount per body mass': ['umol/kg', 'mmol/kg'],
  'mass infusion rate': ['mg/kg/h', 'mg/kg/min'],
  'infusion rate': ['umol/kg/h', 'umol/kg/min', 'nmol/kg/min', 'mU/kg/min', 'umol/(kg h)'],
  'zero-order rate': ['molecules/um3/h', 'molecules/um3/s', 'uM/h', 'uM/min'],
  'first-order rate': ['1/s', '/s', '1/min', '/min', '1/h', '/h', 's^-1', 's⁻¹'],
  'second-order rate': [
    '1/(M s)',
    '1/(M*s)',
    '1/(M·s)',
    '1/M/s',
    'M^-1 s^-1',
    'M-1 s-1',
    '1/(uM min)',
    '/(uM min)',
    'um3/min',
    'um3/s',
    'um3/h',
    'um3/molecule/h',
  ],
  ratio: ['fold', '%', 'fraction'],
} as const;
const ALL = Object.entries(UNITS).flatMap(([dimension, units]) => units.map((unit) => ({ dimension, unit })));

describe('parseQuantity', () => {
  it.each(ALL)('reads 2.5 $unit as $dimension', ({ dimension, unit }) => {
    expect(parseQuantity(`2.5 ${unit}`)).toMatchObject({ ok: true, value: 2.5, dimension });
  });
  it.each([
    ['2.5e3 1/(M s)', 2500, '1/(M s)'],
    ['3/min', 3, '/min'],
    ['-3 uM', -3, 'uM'],
    ['.5h', 0.5, 'h'],
    ['1.5 fold', 1.5, 'fold'],
    ['x1.5', 1.5, 'fold'],
    ['1.5x', 1.5, 'fold'],
    ['×1.5', 1.5, 'fold'],
    ['1.5-fold', 1.5, 'fold'],
    ['85 %', 85, '%'],
    ['7', 7, '1'],
    ['250 µM', 250, 'uM'],
  ])('reads %s', (text, number, unit) => {
    expect(parseQuantity(text)).toMatchObject({ ok: true, value: number, unit });
  });
  it.each([
    '',
    'uM',
    'ten uM',
    '3 lightyears',
    '3 m',
    '3 MU',
    '3 toString',
    '3 (uM',
    '3 uM)',
    '3 uM//h',
    '3 *uM',
    '3 /',
    '3 ()',
    '3 x h',
    'x3 uM',
    '1e999 s',
    '1,5 uM',
    '3 uM; 4 uM',
  ])('refuses "%s" and quotes it', (text) => {
    const answer = parseQuantity(text);
    expect(answer.ok).toBe(false);
    expect(why(answer)).toContain(text);
  });
  it('says what to write instead', () => {
    expect(why(parseQuantity('1,5 uM'))).toBe(
      '"1,5 uM" has a comma in its number; write "." for the decimal point',
    );
    expect(why(parseQuantity('3 parsec'))).toBe(
      '"parsec" in "3 parsec" is not a unit; write for example "250 uM", "3 h", "5 um3" or "0.15 1/(uM min)"',
    );
  });
});

describe('quantityIn', () => {
  it('meets the factors of the field', () => {
    expect(value('1 uM', 'molecules/um3')).toBeCloseTo(602.2, 10);
    expect(value('1 mU/L', 'pM')).toBeCloseTo(6.67, 10);
    expect(value('128 uM', 'molecules/um3')).toBeCloseTo(77_081.6, 6);
    // 0.15 /(uM min) is 2.5e-4 um3/min, and 2500 /(M s).
    expect(value('0.15 1/(uM min)', 'um3/min')).toBeCloseTo(0.15 / 602.2, 15);
    expect(value('0.15 1/(uM min)', '1/(M s)')).toBeCloseTo(2500, 9);
    expect(value('1 uM/h', 'molecules/um3/h')).toBeCloseTo(602.2, 10);
    expect(value('1 fL', 'um3')).toBe(1);
    expect(value('85 %', 'fraction')).toBe(0.85);
    expect(value('2 g/kg', 'mg/kg')).toBe(2000);
    expect(value('7.2 umol/kg/h', 'nmol/kg/min')).toBeCloseTo(120, 12);
    expect(value('1.5', 'fold')).toBe(1.5);
  });
  it('rounds once between prefixes', () => {
    expect(value('250 nM', 'uM')).toBe(0.25);
    expect(value('0.1 mM', 'uM')).toBe(100);
    expect(value('3 pM', 'nM')).toBe(0.003);
  });
  it('tells a kilogram of substance from one of body', () => {
    expect(value('0.07 kg', 'g')).toBeCloseTo(70, 12);
    expect(value('2 mg kg^-1 h^-1', 'mg/(kg h)')).toBe(2);
    expect(why(quantityIn('70 kg', 'g/kg'))).toBe(
      '"70 kg" is not a dose per body mass; write for example "0.25 g/kg"',
    );
    expect(why(quantityIn('70 kg', 'umol/kg'))).toMatch(/is not an amount per body mass/);
  });
  it('refuses what measures something else, and a number without a unit', () => {
    expect(why(quantityIn('250 uM/s', 'uM'))).toBe(
      '"250 uM/s" is not a concentration; write for example "250 uM"',
    );
    expect(why(quantityIn('250', 'uM'))).toBe('"250" has no unit; write for example "250 uM"');
    expect(why(quantityIn('3.5 g', 'g/kg'))).toBe(
      '"3.5 g" is not a dose per body mass; write for example "0.25 g/kg"',
    );
    expect(why(quantityIn('3 1/min', '1/(M s)'))).toBe(
      '"3 1/min" is not a second-order rate; write for example "0.15 1/(uM min)"',
    );
  });
});

describe('convert', () => {
  const sameDimension = fc
    .constantFrom(...Object.values(UNITS))
    .chain((units) =>
      fc.tuple(fc.constantFrom(...units), fc.constantFrom(...units), fc.constantFrom(...units)),
    );
  const numbers = fc.double({ min: 1e-12, max: 1e12, noNaN: true });
  const into = (x: number, from: string, unit: string): number => {
    const answer = convert(x, from, unit);
    if (!answer.ok) throw new Error(answer.why);
    return answer.value;
  };
  it('comes back from a round trip', () => {
    fc.assert(
      fc.property(sameDimension, numbers, ([a, b], x) => Math.abs(into(into(x, a, b), b, a) / x - 1) < 1e-14),
    );
  });
  it('gives the same by a detour', () => {
    fc.assert(
      fc.property(
        sameDimension,
        numbers,
        ([a, b, c], x) => Math.abs(into(into(x, a, b), b, c) / into(x, a, c) - 1) < 1e-14,
      ),
    );
  });
  it('says what cannot be turned into what', () => {
    expect(why(convert(1, 'h', 'uM'))).toBe(
      '"h" (time) cannot be turned into "uM" (concentration); give a unit of the same kind as "uM"',
    );
    expect(why(convert(1, 'h', 'parsec'))).toBe('"parsec" is not a unit; write for example "uM" or "1/min"');
  });
  it('leaves a number in its own unit untouched', () => {
    fc.assert(fc.property(fc.constantFrom(...ALL), numbers, ({ unit }, x) => into(x, unit, unit) === x));
  });
  it('never turns one dimension into another', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL), fc.constantFrom(...ALL), (a, b) => {
        expect(convert(1, a.unit, b.unit).ok).toBe(a.dimension === b.dimension);
      }),
    );
  });
  it('reads back every number as it is printed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL), numbers, ({ unit }, x) => {
        expect(parseQuantity(`${x} ${unit}`)).toMatchObject({ ok: true, value: x });
      }),
    );
  });
});
