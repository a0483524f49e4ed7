import { describe, expect, test } from 'vitest';
import { refusalOf, valuesOf } from './probe.js';
import type { Sketch } from './sketch.js';

// Nothing here is left to chance but where a test says so: without reactions a run is its events.
const run = (
  events: Sketch['events'],
  variables: Record<string, number> = { x: 0 },
  times = [0, 1, 2, 3, 4, 5],
) => valuesOf({ variables, events: events ?? [] }, times);

describe('triggers of time', () => {
  test('>= holds at the time itself, > only after it', () => {
    expect(run([{ when: 'time >= 2', set: { x: '1' } }]).x).toEqual([0, 0, 1, 1, 1, 1]);
    expect(run([{ when: 'time > 2', set: { x: '1' } }]).x).toEqual([0, 0, 0, 1, 1, 1]);
    expect(run([{ when: '2 <= time', set: { x: '1' } }]).x).toEqual([0, 0, 1, 1, 1, 1]);
    expect(run([{ when: 'time == 2', set: { x: 'x + 1' } }]).x).toEqual([0, 0, 1, 1, 1, 1]);
    expect(run([{ when: 'not(time < 2)', set: { x: '1' } }]).x).toEqual([0, 0, 1, 1, 1, 1]);
  });

  test('fire once each time they turn true', () => {
    const window = '(time >= 1 && time < 2) || (time >= 3 && time < 4)';
    expect(run([{ when: window, set: { x: 'x + 1' } }]).x).toEqual([0, 1, 1, 2, 2, 2]);
  });

  test('fire at exactly the time however it is written', () => {
    for (const when of [
      '0.1*time >= 0.3',
      '2*time - 6 >= 0',
      'time/3 >= 1',
      '3 - time <= 0',
      '-time <= -3',
      'time + 1e6 >= 1000003',
    ])
      expect(run([{ when, set: { x: 'time' } }], { x: 0 }, [5]).x![0]).toBeCloseTo(3, 9);
  });

  test('fire between output times, at their own time', () => {
    expect(run([{ when: 'time >= 2.25', set: { x: 'time' } }]).x).toEqual([0, 0, 0, 2.25, 2.25, 2.25]);
  });

  test('may compare with what changes', () => {
    const events = [
      { when: 'time >= next', set: { next: 'next + 1.5', x: 'x + 1' } },
      { when: 'time >= 4', set: { next: '4.5' } },
    ];
    expect(run(events, { x: 0, next: 1 }).x).toEqual([0, 1, 1, 2, 3, 4]);
  });

  test('on a curve of time are refused', () => {
    expect(refusalOf(() => run([{ when: 'sin(time) > 0.5', set: { x: '1' } }]))).toContain(
      'follows the time on a curve',
    );
    expect(refusalOf(() => run([{ when: 'time', set: { x: '1' } }]))).toContain(
      'follows the time on a curve',
    );
  });
});

describe('at time 0', () => {
  const when = 'true';
  test('an initial value of false lets a true trigger fire, true does not', () => {
    expect(run([{ when, initialValue: false, set: { x: '1' } }]).x![0]).toBe(1);
    expect(run([{ when, initialValue: true, set: { x: '1' } }]).x).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('several events at once', () => {
  test('go by priority, highest first', () => {
    const at = (priority: string, set: string) => ({ when: 'time >= 2', priority, set: { x: set } });
    expect(
      run(
        [at('1', 'x*10 + 1'), at('3', 'x*10 + 3'), at('2', 'x*10 + 2')].map((e) => ({
          ...e,
          fromTrigger: false,
        })),
      ).x![2],
    ).toBe(321);
  });

  test('priorities are looked at again after each', () => {
    const events = [
      { when: 'time >= 2', priority: '10', set: { x: 'x*10 + 1', p: '5' }, fromTrigger: false },
      { when: 'time >= 2', priority: '4', set: { x: 'x*10 + 2' }, fromTrigger: false },
      { when: 'time >= 2', priority: 'p', set: { x: 'x*10 + 3' }, fromTrigger: false },
    ];
    expect(run(events, { x: 0, p: 0 }).x![2]).toBe(132);
  });

  test('ties are broken by lot: each order comes up', () => {
    const event = (n: number) => ({
      when: 'time >= 1',
      priority: '1',
      set: { x: `x*10 + ${n}` },
      fromTrigger: false,
    });
    // 40 independent ties a run: a lot that always falls the same way would be seen.
    const pairs = Array.from({ length: 40 }, (_, i) => [
      { ...event(1), when: `time >= ${i + 1}` },
      { ...event(2), when: `time >= ${i + 1}` },
      { when: `time >= ${i + 1.5}`, set: { twelve: 'twelve + (x == 12)', x: '0' } },
    ]).flat();
    const { twelve } = run(pairs, { x: 0, twelve: 0 }, [50]);
    expect(twelve![0]).toBeGreaterThan(4);
    expect(twelve![0]).toBeLessThan(36);
  });

  test('values are those of the trigger, or of the moment of happening', () => {
    const events = (fromTrigger: boolean) => [
      { when: 'time >= 2', priority: '2', set: { x: '100' } },
      { when: 'time >= 2', priority: '1', set: { y: 'x + 1' }, fromTrigger },
    ];
    expect(run(events(true), { x: 7, y: 0 }).y![2]).toBe(8);
    expect(run(events(false), { x: 7, y: 0 }).y![2]).toBe(101);
  });

  test('one that is not persistent is dropped when its trigger turns false before it happens', () => {
    const events = (persistent: boolean) => [
      { when: 'time >= 2', priority: '2', set: { x: '1' } },
      { when: 'time >= 2 && x < 1', priority: '1', set: { y: '1' }, persistent },
    ];
    expect(run(events(false), { x: 0, y: 0 }).y![5]).toBe(0);
    expect(run(events(true), { x: 0, y: 0 }).y![5]).toBe(1);
  });

  test('set all their variables together', () => {
    expect(run([{ when: 'time >= 2', set: { x: 'y', y: 'x' } }], { x: 1, y: 2 })).toMatchObject({
      x: [1, 1, 2, 2, 2, 2],
      y: [2, 2, 1, 1, 1, 1],
    });
  });

  test('set each other off at the same time, but not without end', () => {
    const chain = [
      { when: 'time >= 2', set: { x: '1' } },
      { when: 'x >= 1', set: { y: '1' } },
      { when: 'y >= 1', set: { z: 'time' } },
    ];
    expect(run(chain, { x: 0, y: 0, z: 0 }).z![2]).toBe(2);
    const endless = [
      { when: 'x == 1', set: { x: '0' } },
      { when: 'x == 0', set: { x: '1' } },
    ];
    expect(refusalOf(() => run(endless))).toMatch(/set each other off without end at time 0/);
  });
});

describe('what events set', () => {
  test('a concentration sets the amount with the new size of the compartment; other amounts stay', () => {
    const model: Sketch = {
      compartments: { Cell: 2 },
      species: { A: { amount: 10, dense: true }, B: { amount: 10, dense: true } },
      events: [{ when: 'time >= 1', set: { A: '3', Cell: '4' } }],
    };
    expect(valuesOf(model, [0, 1])).toEqual({ A: [10, 12], B: [10, 10], Cell: [2, 4] });
    expect(valuesOf(model, [0, 1], ['A', 'B'])).toEqual({ A: [5, 3], B: [5, 2.5], Cell: [2, 4] });
  });

  test('rules follow', () => {
    const model: Sketch = {
      variables: { x: 1, y: undefined },
      rules: { y: '2*x' },
      events: [{ when: 'time >= 1', set: { x: 'y' } }],
    };
    expect(valuesOf(model, [0, 1]).y).toEqual([2, 4]);
  });

  test('rates follow at once', () => {
    const model: Sketch = {
      species: { X: 0 },
      variables: { k: 0 },
      reactions: { In: { to: 'X', law: 'k' } },
      events: [
        { when: 'time >= 10', set: { k: '100' } },
        { when: 'time >= 20', set: { k: '0' } },
      ],
    };
    const { X } = valuesOf(model, [10, 20, 30]);
    expect(X![0]).toBe(0);
    expect(X![1]).toBeGreaterThan(800);
    expect(X![2]).toBe(X![1]);
  });

  test('a state that sets an event off is never seen', () => {
    const model: Sketch = {
      species: { X: 0 },
      variables: { resets: 0 },
      reactions: { In: { to: 'X', law: '50' } },
      events: [{ when: 'X > 9', set: { X: '0', resets: 'resets + 1' } }],
    };
    const { X, resets } = valuesOf(
      model,
      Array.from({ length: 200 }, (_, i) => i / 10),
    );
    expect(Math.max(...X!)).toBeLessThanOrEqual(9);
    expect(resets!.at(-1)).toBeGreaterThan(70);
  });

  test('parts of molecules are refused, with the event', () => {
    const model: Sketch = {
      species: { X: 5 },
      reactions: { R: { from: 'X', law: '0*X' } },
      events: [{ when: 'time >= 1', set: { X: 'X/2' } }],
    };
    expect(refusalOf(() => valuesOf(model, [2]))).toMatch(
      /event "event 1" sets "X" to 2.5 molecules at time 1/,
    );
  });
});
