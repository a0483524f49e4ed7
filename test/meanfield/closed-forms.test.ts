import { expect, it } from 'vitest';
import { bond, crowd, individual, oneOf } from '../../src/language/agents.js';
import { saturable } from '../../src/language/rates.js';
import {
  activated,
  bind,
  by,
  change,
  exchange,
  inhibited,
  make,
  remove,
  rule,
} from '../../src/language/rules.js';
import { meanFieldOf } from '../support/mean-field.js';
import { number, per, tiny, water } from '../support/tiny-model.js';

const w = { in: water };
const X = crowd('X', { description: 'a crowd' });
const Y = crowd('Y', { description: 'another' });
const A = individual('A', {
  sites: { arm: bond(), mood: oneOf('calm', 'busy'), hat: oneOf('off', 'on') },
  in: water,
  description: 'binds',
});
const B = individual('B', { sites: { hand: bond() }, in: water, description: 'is bound' });
const tight = { relative: 1e-9, absolute: 1e-9 };

it('follows birth and death: n = b/d + (n0 - b/d) exp(-d t), and counts both', () => {
  const { path, advance, count, structure } = meanFieldOf(
    tiny('birth and death', {
      crowds: [[X(w), 40]],
      rules: [
        rule('birth', '', make(X(w)), { k: per(30, 'molecules/um3/s') }),
        rule('death', '', remove(X(w), 'gone'), { k: per(0.5, '1/s') }),
      ],
    }),
    1,
    tight,
  );
  for (const t of [0.1, 1, 5, 100]) {
    advance(t);
    expect(path.time_s).toBe(t);
    expect(count(X(w))).toBeCloseTo(60 - 20 * Math.exp(-0.5 * t), 6);
    const fired = Object.fromEntries(structure.channels.map((c, i) => [c.rule.id, path.fired[i]!]));
    expect(fired.birth).toBeCloseTo(30 * t, 5);
    expect(40 + fired.birth! - fired.death!).toBeCloseTo(count(X(w)), 9);
  }
});

it('follows binding: x1, x2 the roots of on (a - x)(b - x) = off x', () => {
  const [a, b, on, off] = [50, 30, 0.02, 0.3];
  const { advance, count } = meanFieldOf(
    tiny('binding', {
      individuals: [
        [A, a],
        [B, b],
      ],
      rules: [rule('bind', '', bind(A().arm, B().hand), { on: per(on, 'um3/s'), off: per(off, '1/s') })],
    }),
    1,
    tight,
  );
  const s = a + b + off / on;
  const root = Math.sqrt(s * s - 4 * a * b);
  const [x1, x2] = [(s - root) / 2, (s + root) / 2];
  for (const t of [0.05, 0.5, 3, 50]) {
    advance(t);
    const e = Math.exp(-on * (x2 - x1) * t);
    expect(count(A({ arm: 'bound' }))).toBeCloseTo((x1 * x2 * (1 - e)) / (x2 - x1 * e), 6);
    expect(count(B({ hand: 'free' }))).toBeCloseTo(b - count(A({ arm: 'bound' })), 9);
  }
});

it('lets like molecules meet: dn/dt = -k n^2 where each meeting takes two at rate k/2', () => {
  const { advance, count } = meanFieldOf(
    tiny('meeting', {
      crowds: [[X(w), 100]],
      rules: [rule('meet', '', exchange([X(w), X(w)], [Y(w)]), { k: per(0.02, 'um3/s') })],
    }),
    1,
    tight,
  );
  advance(10);
  expect(count(X(w))).toBeCloseTo(100 / (1 + 100 * 0.02 * 10), 6);
  expect(count(X(w)) + 2 * count(Y(w))).toBeCloseTo(100, 9);
});

it('counts molecules on sites that no rule mentions together as independent', () => {
  const { advance, count } = meanFieldOf(
    tiny('sites', {
      individuals: [[A, 80]],
      rules: [
        rule('wake', '', change(A, { mood: 'calm' }, { mood: 'busy' }), { k: per(0.2, '1/s') }),
        rule('dress', '', change(A, { hat: 'off' }, { hat: 'on' }), { k: per(0.7, '1/s') }),
      ],
    }),
    1,
    tight,
  );
  advance(2);
  const [busy, on] = [1 - Math.exp(-0.4), 1 - Math.exp(-1.4)];
  expect(count(A())).toBeCloseTo(80, 9);
  expect(count(A({ mood: 'busy', hat: 'on' }))).toBeCloseTo(80 * busy * on, 6);
});

it('obeys laws, catalysts and saturation in the steady state', () => {
  const model = tiny('laws', {
    individuals: [[A, 10]],
    crowds: [
      [X(w), 0],
      [Y(w), 20],
    ],
    rules: [
      rule(
        'make',
        '',
        by(make(X(w)), A({ mood: 'calm' })),
        { k: per(3, '1/s') },
        { laws: [inhibited(X(w), number(25), { power: 2 })] },
      ),
      rule(
        'lose',
        '',
        by(remove(X(w), 'gone'), A({ mood: 'calm' })),
        { k: saturable(per(5, '1/s'), number(40)) },
        { laws: [activated(Y(w), number(20))] },
      ),
    ],
  });
  const { advance, count } = meanFieldOf(model, 1, tight);
  advance(1000);
  const x = count(X(w));
  expect(x).toBeGreaterThan(1);
  expect((10 * 3) / (1 + (x / 25) ** 2)).toBeCloseTo(((10 * 5 * x) / (40 + x)) * 0.5, 6);
});
