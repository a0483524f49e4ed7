import { expect, it } from 'vitest';
import { crowd } from '../../src/language/agents.js';
import { exchange, rule } from '../../src/language/rules.js';
import { rodas } from '../../src/meanfield/rodas.js';
import { leucineModel } from '../../src/model/leucine.js';
import { meanFieldOf } from '../support/mean-field.js';
import { per, tiny, water } from '../support/tiny-model.js';

const w = { in: water };
const [Y1, Y2, Y3] = ['Y1', 'Y2', 'Y3'].map((name) => crowd(name, { description: 'of Robertson' })) as [
  ReturnType<typeof crowd>,
  ReturnType<typeof crowd>,
  ReturnType<typeof crowd>,
];
/** Robertson 1966 with 1e6 molecules for an amount of 1: y1 > y2 (0.04), 2 y2 > y3 + y2 (3e7), y2 + y3 > y1 + y3 (1e4). */
const SCALE = 1e6;
const robertson = tiny('Robertson', {
  crowds: [
    [Y1(w), SCALE],
    [Y2(w), 0],
    [Y3(w), 0],
  ],
  rules: [
    rule('slow', '', exchange([Y1(w)], [Y2(w)]), { k: per(0.04, '1/s') }),
    rule('fastest', '', exchange([Y2(w), Y2(w)], [Y3(w), Y2(w)]), { k: per((2 * 3e7) / SCALE, 'um3/s') }),
    rule('fast', '', exchange([Y2(w), Y3(w)], [Y1(w), Y3(w)]), { k: per(1e4 / SCALE, 'um3/s') }),
  ],
});
/** From the test set for initial value problems of Mazzia and Magherini (release 2.4, 2008): solution at t = 1e11. */
const AT_1E11 = [0.2083340149701255e-7, 0.8333360770334713e-13, 0.999999979166505];

it('integrates Robertson to t = 1e11 within a relative error of 1e-6', () => {
  const { path, advance } = meanFieldOf(robertson, 1, { relative: 1e-9, absolute: 1e-14 });
  advance(1e11);
  AT_1E11.forEach((y, i) => {
    expect(Math.abs(path.n[i]! / SCALE / y - 1)).toBeLessThan(1e-6);
  });
});

it('is of fourth order: half the step, a sixteenth of the error', () => {
  const { system, path } = meanFieldOf(
    tiny('meeting', {
      crowds: [[Y1(w), 100]],
      rules: [rule('meet', '', exchange([Y1(w), Y1(w)], [Y2(w)]), { k: per(0.02, 'um3/s') })],
    }),
  );
  const errors = [16, 32, 64].map((steps) => {
    const stepper = rodas(system);
    const n = path.n.slice();
    for (let i = 0; i < steps; i++) {
      stepper.begin(n);
      n.set(stepper.tried(n, 1 / steps)!.next);
    }
    return Math.abs(n[0]! - 100 / 3);
  });
  for (const ratio of [errors[0]! / errors[1]!, errors[1]! / errors[2]!]) {
    expect(ratio).toBeGreaterThan(12);
    expect(ratio).toBeLessThan(20);
  }
});

it('has the Jacobian of its derivative, also on the leucine model', () => {
  const { system, path, advance } = meanFieldOf(leucineModel);
  advance(600);
  const n = path.n;
  system.linearise(n);
  const size = system.species;
  const firing = new Float64Array(system.channels);
  const [up, down] = [new Float64Array(size), new Float64Array(size)];
  const moved = n.slice();
  for (let j = 0; j < size; j++) {
    const h = 1e-4 * Math.max(1, n[j]!);
    moved[j] = n[j]! + h;
    system.derivative(moved, up, firing);
    moved[j] = n[j]! - h;
    system.derivative(moved, down, firing);
    moved[j] = n[j]!;
    // (shift I - J) e_j with shift 1 must give e_j back when it is solved for.
    const column = up.map((u, i) => (i === j ? 1 : 0) - (u - down[i]!) / (2 * h));
    expect(system.prepare(1)).toBe(true);
    system.solve(column);
    column.forEach((x, i) => {
      expect(Math.abs(x - (i === j ? 1 : 0))).toBeLessThan(1e-3);
    });
  }
});

it('keeps its promise on the leucine model: six hours at the default tolerance within 1e-5 of a thousandfold finer one', () => {
  const [coarse, fine] = [
    meanFieldOf(leucineModel),
    meanFieldOf(leucineModel, 1, { relative: 1e-10, absolute: 1e-10 }),
  ];
  for (const { advance } of [coarse, fine]) advance(6 * 3600);
  fine.path.n.forEach((n, i) => {
    expect(Math.abs(coarse.path.n[i]! - n)).toBeLessThan(1e-5 * Math.max(1, n));
  });
  fine.path.fired.forEach((n, i) => {
    expect(Math.abs(coarse.path.fired[i]! - n)).toBeLessThan(1e-5 * Math.max(1, n));
  });
});
