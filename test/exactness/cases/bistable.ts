import { crowd } from '../../../src/language/agents.js';
import { activated, inhibited, make, remove, rule } from '../../../src/language/rules.js';
import { solve } from '../../support/master-equation.js';
import { compare } from '../../support/statistics.js';
import { number, per, tiny, water } from '../../support/tiny-model.js';
import { type Case, cellsFor, replicate } from '../case.js';

const X = crowd('X', { description: 'makes itself' })({ in: water });
const A = crowd('A', { description: 'keeps B down' })({ in: water });
const B = crowd('B', { description: 'keeps A down' })({ in: water });

/** Low state near 3, high state near 29, and a start between them. */
const [SELF, SELF_K, LEAK, START] = [40, 20, 2, 10];
const selfMade = tiny('a crowd that makes itself', {
  crowds: [[X, START]],
  rules: [
    rule(
      'self',
      'X makes X',
      make(X),
      { k: per(SELF, 'molecules/um3/s') },
      {
        laws: [activated(X, number(SELF_K), { power: 2 })],
      },
    ),
    rule('leak', 'some X comes anyway', make(X), { k: per(LEAK, 'molecules/um3/s') }),
    rule('loss', 'X goes', remove(X, 'gone'), { k: per(1, '1/s') }),
  ],
});
const selfMadeAt = (time_s: number, factor = 1) =>
  solve(
    [START],
    [
      { change: [1], propensity: ([x]) => (factor * SELF * x! ** 2) / (SELF_K ** 2 + x! ** 2) + LEAK },
      { change: [-1], propensity: ([x]) => x! },
    ],
    time_s,
    ([x]) => x! < 120,
  ).marginal(([x]) => x!);

const [MADE, KI] = [10, 2];
const toggle = tiny('two crowds that keep each other down', {
  crowds: [
    [A, 0],
    [B, 0],
  ],
  rules: [
    rule(
      'make-a',
      'A comes unless B',
      make(A),
      { k: per(MADE, 'molecules/um3/s') },
      {
        laws: [inhibited(B, number(KI), { power: 2 })],
      },
    ),
    rule(
      'make-b',
      'B comes unless A',
      make(B),
      { k: per(MADE, 'molecules/um3/s') },
      {
        laws: [inhibited(A, number(KI))],
      },
    ),
    rule('lose-a', 'A goes', remove(A, 'gone'), { k: per(1, '1/s') }),
    rule('lose-b', 'B goes', remove(B, 'gone'), { k: per(1, '1/s') }),
  ],
});
const toggleAt = (time_s: number, factor = 1) =>
  solve(
    [0, 0],
    [
      { change: [1, 0], propensity: ([, b]) => (factor * MADE) / (1 + (b! / KI) ** 2) },
      { change: [0, 1], propensity: ([a]) => MADE / (1 + a! / KI) },
      { change: [-1, 0], propensity: ([a]) => a! },
      { change: [0, -1], propensity: ([, b]) => b! },
    ],
    time_s,
    ([a, b]) => a! < 35 && b! < 35,
  ).marginal(([a]) => a!);

/** Two-humped distributions, where the mean says little: self-activation, and mutual inhibition. */
export const bistable: Case = {
  name: 'bistable models',
  oracle: 'master equation on 120 and 1225 states',
  run: (engine, depth) =>
    [
      { model: selfMade, pattern: X, at: selfMadeAt, time_s: 3, what: 'self-activation' },
      { model: toggle, pattern: A, at: toggleAt, time_s: 3, what: 'mutual inhibition' },
    ].flatMap(({ model, pattern, at, time_s, what }) => {
      const n = cellsFor(depth, (factor) => at(time_s, factor), what === 'mutual inhibition' ? 0.1 : 0.05);
      const counts = replicate(engine, n, {
        model,
        volume_um3: 1,
        sampleAt_s: [time_s],
        observe: [{ pattern }],
      });
      return compare(`${what} at ${time_s} s`, counts[0]![0]!, at(time_s));
    }),
};
