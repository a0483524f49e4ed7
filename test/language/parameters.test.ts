import { describe, expect, it } from 'vitest';
import { proportional, saturating } from '../../src/language/inputs.js';
import { linked } from '../../src/language/linked.js';
import { parametersOf, resolve } from '../../src/language/parameters.js';
import { constant, k, saturable } from '../../src/language/rates.js';
import { exchange, inhibited, rule } from '../../src/language/rules.js';
import { because, cytosol, KIC, Leucine, matrix, paper, plasma, rules, toy } from './toy.js';

describe('parametersOf', () => {
  it('names every number of the toy', () => {
    expect(parametersOf(toy()).map((p) => p.name)).toEqual([
      'sense.on',
      'sense.off',
      'hold.on',
      'hold.off',
      'mark.k',
      'mark.Ki',
      'lift.forward',
      'lift.backward',
      'enter.k',
      'enter.K(plasma)',
      'enter.K(insulin)',
      'enter.n',
      'enter.base',
      'enter.amplitude',
      'shuttle.forward',
      'shuttle.backward',
      'burn.k',
      'burn.Km',
      'feed.k',
      'copies.Sensor',
      'copies.Target',
      'copies.Enzyme',
      'amount.Leucine(cytosol)',
      'amount.Leucine(matrix)',
      'amount.KIC',
    ]);
  });
  it('carries value, unit, evidence, note and sources over', () => {
    expect(parametersOf(toy())[0]).toMatchObject({
      value: 0.15,
      unit: '1/(uM min)',
      evidence: 'derived',
      note: 'off / Kd',
      sources: [paper],
    });
    expect(parametersOf(toy()).find((p) => p.name === 'burn.k')).toMatchObject({ value: 2.93, unit: '1/s' });
  });
  it('says whose a number is only where a rule would have two of one name', () => {
    const Km = (n: number) => constant(n, 'uM', because);
    const both = rule(
      'both',
      'x',
      exchange(
        [Leucine({ in: matrix }), KIC({ in: matrix })],
        [KIC({ in: matrix }), Leucine({ in: matrix })],
      ),
      { forward: saturable(k(1, '1/s', because), Km(1)), backward: saturable(k(2, '1/s', because), Km(2)) },
      { laws: [inhibited(KIC({ in: matrix }), Km(3)), inhibited(Leucine({ in: cytosol }), Km(4))] },
    );
    const names = parametersOf(toy([both])).map((p) => p.name);
    expect(names.slice(0, 6)).toEqual([
      'both.forward',
      'both.Km(forward)',
      'both.backward',
      'both.Km(backward)',
      'both.Ki(KIC)',
      'both.Ki(Leucine)',
    ]);
  });
  it('has no name for a drive without numbers', () => {
    const driven = { ...rules.feed, drives: [proportional(plasma)] };
    expect(
      parametersOf(toy([driven]))
        .filter((p) => p.name.startsWith('feed'))
        .map((p) => p.name),
    ).toEqual(['feed.k']);
  });
});

describe('resolve', () => {
  const model = toy();
  it('gives the model its own numbers', () => {
    const value = resolve(model);
    for (const p of parametersOf(model)) expect(value(p.of)).toBe(p.value);
  });
  it('gives each override to its number and leaves the others alone', () => {
    for (const overridden of parametersOf(model)) {
      const value = resolve(model, { [overridden.name]: 0.125 });
      for (const p of parametersOf(model))
        expect(value(p.of)).toBe(p === overridden || p.of === overridden.of ? 0.125 : p.value);
    }
  });
  it('gives a saturable rate the number of its kcat', () => {
    expect(resolve(model, { 'burn.k': 4 })(rules.burn.rates.k!)).toBe(4);
  });
  it('lets a linked rate follow the three it came from', () => {
    const [a, b] = [1, 2].map((n) => ({ forward: k(n, '1/min', because), backward: k(4, '1/h', because) }));
    const last = linked(a!, b!, a!, { forward: k(3, '1/s', because) });
    const turn = (id: string, rates: typeof last) => ({ ...rules.shuttle, id, rates });
    const own = toy([turn('a', a!), turn('b', b!), turn('c', last)]);
    const backward = last.backward;
    // K(c) = K(a) K(b) / K(a) = (2 /min) / (4 /h) = 30, so c goes back at 0.1 /s.
    expect(resolve(own)(backward)).toBeCloseTo(0.1, 14);
    expect(resolve(own, { 'b.forward': 1 })(backward)).toBeCloseTo(0.2, 14);
    expect(resolve(own, { 'a.forward': 7 })(backward)).toBeCloseTo(0.1, 14);
    expect(resolve(own, { 'c.forward': 6 })(backward)).toBeCloseTo(0.2, 14);
    expect(resolve(own, { 'b.forward': 1, 'c.backward': 9 })(backward)).toBe(9);
  });
  it('takes one number under two names for one, and two answers for a mistake', () => {
    const K = constant(5, 'uM', because);
    const shared = toy([
      { ...rules.feed, id: 'a', drives: [saturating(plasma, K)] },
      { ...rules.feed, id: 'b', drives: [saturating(plasma, K)] },
    ]);
    expect(resolve(shared, { 'a.K': 7 })(K)).toBe(7);
    expect(resolve(shared, { 'a.K': 7, 'b.K': 7 })(K)).toBe(7);
    expect(() => resolve(shared, { 'a.K': 7, 'b.K': 8 })).toThrow(
      '"a.K" and "b.K" are one number in the model and cannot be 7 and 8; override one of them',
    );
  });
  it('refuses a name that is no parameter and a number that is none', () => {
    expect(() => resolve(model, { 'sense.koff': 1 })).toThrow('there is no parameter "sense.koff"');
    expect(() => resolve(model, { toString: 1 })).toThrow('there is no parameter "toString"');
    expect(() => resolve(model, { 'sense.off': -1 })).toThrow(
      'parameter "sense.off" cannot be -1; give a finite number of 1/min, at least 0',
    );
    expect(() => resolve(model, { 'sense.off': Number.NaN })).toThrow('cannot be NaN');
    expect(resolve(model, { 'enter.amplitude': -0.3 })(parametersOf(model)[13]!.of)).toBe(-0.3);
  });
});
