import { describe, expect, test } from 'vitest';
import { loadNative } from './native.js';
import { chainMoments } from './oracle-chain.js';
import { type Exact, linearMoments } from './oracle-linear.js';
import { scoresOf } from './scores.js';
import { type Sketch, sketch } from './sketch.js';
import type { Oracle } from './suite-cases.js';
import { DIMERS, WRONG_MODELS } from './wrong-models.js';

// Exact cases for what the suite leaves out, by the suite's criterion. Times 0 .. 50 by 1.
const RUNS = 4_000;
const { gridTimes, machineOf, readSbml, runEnsemble } = await loadNative();

function scores(model: Sketch, oracle: Oracle, concentrations: readonly string[] = [], runs = RUNS) {
  const machine = machineOf(readSbml(sketch(model)), new Set(concentrations));
  const found = runEnsemble(machine, { times_s: gridTimes(50, 1), runs, seed: 'exact', name: 'exact' });
  return scoresOf(found, oracle, runs);
}
function passes(model: Sketch, oracle: Oracle, concentrations: readonly string[] = []): void {
  const found = scores(model, oracle, concentrations);
  expect(found.beyondZ).toBeLessThanOrEqual(3);
  expect(found.beyondY).toBe(0);
  expect(found.inexact).toBe(0);
}
const times = Array.from({ length: 51 }, (_, t) => t);
const scaled = (exact: readonly Exact[], by: number, from = 0): Exact[] =>
  exact.map((e) => ({ mean: from + by * e.mean, sd: Math.abs(by) * e.sd, kurtosis: e.kurtosis }));
const poisson = (mean: number): Exact => ({ mean, sd: Math.sqrt(mean), kurtosis: mean > 0 ? 1 / mean : 0 });

test('A + B <-> C: a reversible rate, a difference in a compartment of size 2, gives two channels', () => {
  const C = chainMoments({ top: 15, up: (n) => 0.004 * (20 - n) * (15 - n), down: (n) => 0.05 * n }, 50);
  passes(
    {
      compartments: { Cell: 2 },
      species: {
        A: { amount: 20, dense: true },
        B: { amount: 15, dense: true },
        C: { amount: 0, dense: true },
      },
      parameters: { on: 0.008, off: 0.05 },
      functions: { net: ['a,b,c,kf,kr', 'kf*a*b - kr*c'] },
      reactions: { Bind: { from: 'A + B', to: 'C', law: 'Cell*net(A, B, C, on, off)', reversible: true } },
    },
    { C: scaled(C, 0.5), A: scaled(C, -1, 20) },
    ['C'],
  );
});

test('three A at once', () => {
  const fired = chainMoments(
    { top: 10, up: (n) => (2e-4 * (30 - 3 * n) * (29 - 3 * n) * (28 - 3 * n)) / 6, down: () => 0 },
    50,
  );
  passes(
    {
      species: { A: 30, B: 0 },
      parameters: { k: 2e-4 },
      reactions: { R: { from: '3 A', to: 'B', law: 'k*A*(A - 1)*(A - 2)/6' } },
    },
    { A: scaled(fired, -3, 30), B: fired },
  );
});

test('Michaelis-Menten, a law that is not mass action', () => {
  const P = chainMoments({ top: 40, up: (n) => (2 * (40 - n)) / (10 + 40 - n), down: () => 0 }, 50);
  passes(
    {
      species: { S: 40, P: 0 },
      parameters: { V: 2, K: 10 },
      reactions: { R: { from: 'S', to: 'P', law: 'V*S/(K + S)' } },
    },
    { P, S: scaled(P, -1, 40) },
  );
});

test('transport between two compartments', () => {
  const moments = linearMoments(
    {
      start: [30, 10],
      reactions: [
        { change: [-1, 1], slope: [0.1, 0] },
        { change: [1, -1], slope: [0, 0.3] },
      ],
    },
    50,
  );
  passes(
    {
      compartments: { Outside: 2, Inside: 0.5 },
      species: {
        O: { amount: 30, dense: true, compartment: 'Outside' },
        I: { amount: 10, dense: true, compartment: 'Inside' },
      },
      parameters: { P: 0.2, Q: 0.15 },
      reactions: { In: { from: 'O', to: 'I', law: 'P*O' }, Out: { from: 'I', to: 'O', law: 'Q*I' } },
    },
    { O: moments.map((m) => m[0]!), I: moments.map((m) => m[1]!) },
  );
});

describe('rates that change in steps of time', () => {
  // Immigration at 2/s until 10.5 s, then at 0.5/s; each leaves at 0.1/s: the count is Poisson.
  const mean = (t: number) => {
    const until = Math.min(t, 10.5);
    const first = 20 * (Math.exp(-0.1 * (t - until)) - Math.exp(-0.1 * t));
    return first + 5 * (1 - Math.exp(-0.1 * (t - until)));
  };
  const oracle = { X: times.map((t) => poisson(mean(t))) };
  const reactions = { In: { to: 'X', law: 'k' }, Out: { from: 'X', law: '0.1*X' } };

  test('through a rule', () => {
    const rules = { k: 'piecewise(2, time < 10.5, 0.5)' };
    passes({ species: { X: 0 }, variables: { k: undefined }, rules, reactions }, oracle);
  });
  test('through an event', () => {
    const events = [{ when: 'time >= 10.5', set: { k: '0.5' } }];
    passes({ species: { X: 0 }, variables: { k: 2 }, events, reactions }, oracle);
  });
});

test('a run is watched step by step without changing what it does', () => {
  // The event never happens, but its trigger looks at X after every firing.
  const moments = linearMoments(
    {
      start: [50],
      reactions: [
        { change: [1], slope: [0.1] },
        { change: [-1], slope: [0.12] },
      ],
    },
    50,
  );
  passes(
    {
      species: { X: 50 },
      variables: { x: 0 },
      reactions: { Birth: { from: 'X', to: '2 X', law: '0.1*X' }, Death: { from: 'X', law: '0.12*X' } },
      events: [{ when: 'X > 1e9', set: { x: '1' } }],
    },
    { X: moments.map((m) => m[0]!) },
  );
});

describe('wrong models are caught', () => {
  test.each(WRONG_MODELS)('%s: at least %d points beyond 3', (_, least, model) => {
    const { beyondZ } = scores(model, DIMERS, [], 10_000);
    if (least === 0) expect(beyondZ).toBeLessThanOrEqual(3);
    else expect(beyondZ).toBeGreaterThan(least);
  });
});

describe('streams', () => {
  const machine = () =>
    machineOf(readSbml(sketch({ species: { X: 50 }, reactions: { R: { from: 'X', law: '0.1*X' } } })));
  const runs = (n: number, seed: string, name = 'a') => {
    const all: string[] = [];
    runEnsemble(machine(), {
      times_s: gridTimes(10, 1),
      runs: n,
      seed,
      name,
      eachRun: (_, v) => all.push(v.join()),
    });
    return all;
  };
  test('the same seed gives the same runs, however many', () => {
    expect(runs(20, '7').slice(0, 5)).toEqual(runs(5, '7'));
  });
  test('every run, seed and name has its own', () => {
    expect(new Set([...runs(20, '7'), ...runs(20, '8'), ...runs(20, '7', 'b')]).size).toBe(60);
  });
});

describe('output times', () => {
  test.each([
    [50, 1, 51],
    [1, 0.1, 11],
    [5, 2, 3],
    [0.3, 0.1, 4],
  ])('until %d every %d: %d', (until, every, n) => {
    const grid = gridTimes(until, every);
    expect(grid).toHaveLength(n);
    expect(grid[0]).toBe(0);
    expect(grid[1]).toBe(every);
  });
});
