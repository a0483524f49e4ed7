import { describe, expect, test } from 'vitest';
import { Law } from '../../src/engine/tables.js';
import { answerTo, machineFor, refusalOf, valuesOf } from './probe.js';
import type { Sketch } from './sketch.js';

const still = (model: Sketch, ...concentrations: string[]) => valuesOf(model, [0], concentrations);

describe('amounts and concentrations', () => {
  const species = {
    A: { amount: 10, dense: true },
    B: { amount: 10 },
    C: { concentration: 10, dense: true },
    D: { concentration: 10 },
  };
  const model: Sketch = { compartments: { Cell: 4 }, species };

  test('are reported as amounts, or as concentrations where asked', () => {
    expect(still(model)).toEqual({ A: [10], B: [10], C: [40], D: [40] });
    expect(still(model, 'A', 'D')).toEqual({ A: [2.5], B: [10], C: [40], D: [10] });
  });

  test('formulas mean the concentration unless a species has only substance units', () => {
    expect(['A', 'B', 'C', 'D'].map((id) => answerTo(id, model))).toEqual([2.5, 10, 10, 40]);
  });

  test('initial assignments and rules of concentrations set amounts', () => {
    const assigned = { ...model, initial: { A: '3', B: '3' } };
    expect(still(assigned)).toMatchObject({ A: [12], B: [3] });
    expect(still({ ...model, rules: { A: '3', B: '3' } })).toMatchObject({ A: [12], B: [3] });
  });

  test('a compartment without size is taken as 1 and said so, where its size matters', () => {
    const dense: Sketch = {
      species: { X: { amount: 10, dense: true } },
      reactions: { R: { from: 'X', law: '2*X' } },
    };
    expect(machineFor(dense).warnings.map((w) => w.text)).toEqual([
      'compartment "Cell" has no size; it is taken as 1',
    ]);
    const plain: Sketch = { species: { X: 10 }, reactions: { R: { from: 'X', law: '2*X' } } };
    expect(machineFor(plain).warnings).toEqual([]);
    expect([...machineFor(dense).tables.rate]).toEqual([2]);
  });
});

describe('values at the start', () => {
  test('are worked out in order of dependency', () => {
    const model: Sketch = {
      parameters: { a: 1 },
      variables: { r: undefined, b: 0, c: undefined },
      initial: { c: 'b*2', b: 'r + a' },
      rules: { r: 'a*5' },
    };
    expect(still(model)).toEqual({ r: [5], b: [6], c: [12] });
  });

  test('that depend on themselves are refused', () => {
    const model = { variables: { a: 1, b: 1 }, initial: { a: 'b', b: 'a' } };
    expect(refusalOf(() => still(model))).toContain('depends on itself');
    expect(refusalOf(() => still({ variables: { a: 1, b: 1 }, rules: { a: 'b', b: 'a' } }))).toMatch(
      /itself/,
    );
  });

  test('that are missing or no whole molecules are refused', () => {
    const reactions = { R: { from: 'X', law: 'X' } };
    expect(refusalOf(() => still({ species: { X: {} }, reactions }))).toContain('species "X" has no amount');
    expect(refusalOf(() => still({ species: { X: 1.5 }, reactions }))).toContain('starts with 1.5 molecules');
    expect(refusalOf(() => still({ species: { X: -1 }, reactions }))).toContain('starts with -1 molecules');
    expect(refusalOf(() => answerTo('p', { variables: { p: undefined } }))).toContain(
      'parameter "p" has no value',
    );
  });

  test('a concentration that is whole up to rounding is whole', () => {
    const X = { concentration: 0.1, dense: true };
    const model = { compartments: { Cell: 30 }, species: { X }, reactions: { R: { from: 'X', law: 'X' } } };
    expect([...machineFor(model).tables.crowdCount]).toEqual([3]);
  });
});

describe('propensities', () => {
  const lawOf = (law: string, more: Sketch = {}) => {
    const { tables } = machineFor({
      compartments: { Cell: 2 },
      species: { A: 3, B: 5, D: { amount: 4, dense: true } },
      parameters: { k: 0.5 },
      reactions: { R: { from: 'A', to: 'B', law }, S: { from: 'B', to: 'A + D', law: 'k*B' } },
      ...more,
    });
    return { law: tables.law[0], rate: tables.rate[0], qa: tables.qa[0], qb: tables.qb[0] };
  };

  test.each([
    ['k*A', { law: Law.first, rate: 0.5, qa: 0 }],
    ['Cell*k*A', { law: Law.first, rate: 1, qa: 0 }],
    ['A*k/Cell', { law: Law.first, rate: 0.25, qa: 0 }],
    ['k*A + 2*A', { law: Law.first, rate: 2.5, qa: 0 }],
    ['-(-(k*A))', { law: Law.first, rate: 0.5, qa: 0 }],
    ['k*A*B', { law: Law.second, rate: 0.5, qa: 0, qb: 1 }],
    ['k*A*D', { law: Law.second, rate: 0.25, qa: 0, qb: 2 }],
    ['k*A*(A - 1)', { law: Law.pair, rate: 1, qa: 0 }],
    ['k*A*(A - 1)/2', { law: Law.pair, rate: 0.5, qa: 0 }],
    ['Cell*k*(A/Cell)*(A/Cell - 1/Cell)', { law: Law.pair, rate: 0.5, qa: 0 }],
  ])('%s is mass action', (law, expected) => expect(lawOf(law)).toMatchObject(expected));

  test.each([
    'k*A*A',
    'k*A/(1 + A)',
    'k',
    'k*B',
    'k*A*(A - 1)*(A - 2)',
    'k*A^2',
    'k*A*(A + 1)',
    'A*(time < 3)',
  ])('%s is a function of its own', (law) => expect(lawOf(law).law).toBe(Law.custom));

  test('local parameters shadow global ones, and functions are put in', () => {
    const reactions = { R: { from: 'A', law: 'k*A', locals: { k: 7 } } };
    expect(lawOf('', { reactions })).toMatchObject({ law: Law.first, rate: 7 });
    const functions = { mass: ['c,s', 'c*s'] as const };
    expect(lawOf('mass(k, A)', { functions })).toMatchObject({ law: Law.first, rate: 0.5 });
  });

  test('a reaction that takes more than its law asks to be there is watched', () => {
    expect(lawOf('', { reactions: { R: { from: '2 A', law: 'k*A' } } }).law).toBe(Law.custom);
    expect(lawOf('', { reactions: { R: { from: '2 A', law: 'k*A*(A - 1)' } } }).law).toBe(Law.pair);
  });
});

describe('reactions move whole molecules', () => {
  test('three and more at once, of several species', () => {
    const model: Sketch = {
      species: { A: 30, B: 30, C: 0 },
      reactions: { R: { from: '3 A + 2 B', to: '4 C', law: '100*A*(A - 1)*(A - 2)*B*(B - 1)' } },
    };
    expect(valuesOf(model, [0, 100])).toEqual({ A: [30, 0], B: [30, 10], C: [0, 40] });
  });

  test('multiplied by a conversion factor', () => {
    const model: Sketch = {
      species: { A: { amount: 10, more: 'conversionFactor="two"' }, B: 0 },
      parameters: { two: 2, three: 3 },
      modelAttributes: 'conversionFactor="three"',
      reactions: { R: { from: 'A', to: 'B', law: '100*A*(A - 1)' } },
    };
    expect(valuesOf(model, [0, 100])).toEqual({ A: [10, 0], B: [0, 15] });
    const half = { ...model, parameters: { two: 0.5, three: 3 } };
    expect(refusalOf(() => machineFor(half))).toContain('reaction "R" would move 0.5 of "A"');
  });

  test('boundary and constant species are never changed, nor do they hold a reaction up', () => {
    const model: Sketch = {
      species: { S: { amount: 0, boundary: true }, K: { amount: 2, boundary: true, constant: true }, X: 0 },
      reactions: { R: { from: 'S + K', to: 'X', law: '50*K' } },
    };
    const { S, K, X } = valuesOf(model, [0, 10]);
    expect([S, K]).toEqual([
      [0, 0],
      [2, 2],
    ]);
    expect(X![1]).toBeGreaterThan(800);
  });

  test('a reaction without its reactants, or with a negative rate, stops the run', () => {
    const run = (law: string, more: Sketch = {}) =>
      refusalOf(() =>
        valuesOf({ species: { X: 5, Y: 0 }, reactions: { R: { from: 'X', to: 'Y', law } }, ...more }, [100]),
      );
    expect(run('10')).toMatch(
      /^\d+:\d+ {2}reaction "R" goes on at time [\d.]+ with 0 of its reactant "X" left/,
    );
    expect(run('3*X - 4*Y')).toMatch(/the rate of reaction "R" is -\d+ at time/);
    expect(run('ln(X - 5)')).toContain('the rate of reaction "R" is -Infinity at time 0');
    expect(run('X/Y')).toContain('the rate of reaction "R" is Infinity');
  });
});

test('nothing in the model may be a reaction all the same', () => {
  expect(valuesOf({}, [0, 1])).toEqual({});
  expect(valuesOf({ species: { X: 3 } }, [0, 1])).toEqual({ X: [3, 3] });
});
