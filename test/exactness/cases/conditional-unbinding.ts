import { bond, individual, oneOf, to } from '../../../src/language/agents.js';
import { bind, change, rule, unbind } from '../../../src/language/rules.js';
import { solve } from '../../support/master-equation.js';
import { compare } from '../../support/statistics.js';
import { per, tiny, water } from '../../support/tiny-model.js';
import { type Case, cellsFor, replicate } from '../case.js';

const A = individual('A', {
  sites: { arm: bond(), mark: oneOf('plain', 'marked') },
  in: water,
  description: 'is marked by a partner that is on',
});
const B = individual('B', {
  sites: { hand: bond(), power: oneOf('off', 'on') },
  in: water,
  description: 'lets go more easily when on',
});
const COPIES = 3;
const [BIND, LOOSE, TIGHT, ON, OFF, MARK, CLEAR] = [0.8, 4, 0.3, 1, 1.5, 3, 2];
const TIME_S = 1.2;

const model = tiny('letting go of a partner that is on', {
  individuals: [
    [A, COPIES],
    [B, COPIES],
  ],
  rules: [
    rule('bind', 'A holds B', bind(A().arm, B().hand), { on: per(BIND, 'um3/s') }),
    rule('loose', 'A lets go of B that is on', unbind(A().arm, B({ power: 'on' }).hand), {
      k: per(LOOSE, '1/s'),
    }),
    rule(
      'tight',
      'A hardly lets go of B that is off, and is cleared as it does',
      unbind(A().arm, B({ power: 'off' }).hand, { a: { mark: 'plain' } }),
      { k: per(TIGHT, '1/s') },
    ),
    rule('switch', 'B turns on and off, bound or not', change(B, { power: 'off' }, { power: 'on' }), {
      forward: per(ON, '1/s'),
      backward: per(OFF, '1/s'),
    }),
    rule(
      'mark',
      'B that is on marks the A that holds it',
      change(A, { arm: to(B({ power: 'on' })), mark: 'plain' }, { mark: 'marked' }),
      { k: per(MARK, '1/s') },
    ),
    rule('clear', 'a free A loses its mark', change(A, { arm: 'free', mark: 'marked' }, { mark: 'plain' }), {
      k: per(CLEAR, '1/s'),
    }),
  ],
});

/** State: free A plain and marked, free B off and on, pairs (plain off, plain on, marked off, marked on). */
function reactions(factor: number) {
  const NAMES = ['a', 'A', 'b', 'B', 'ab', 'aB', 'Ab', 'AB'];
  const step = (from: string, into: string, k: number) => {
    const change = NAMES.map(() => 0);
    const reactants = from.split(' + ').map((name) => NAMES.indexOf(name));
    for (const i of reactants) change[i]!--;
    for (const name of into.split(' + ')) change[NAMES.indexOf(name)]!++;
    return { change, propensity: (x: readonly number[]) => reactants.reduce((a, i) => a * x[i]!, k) };
  };
  return [
    ...['a', 'A'].flatMap((x) => ['b', 'B'].map((y) => step(`${x} + ${y}`, x + y, factor * BIND))),
    ...['a', 'A'].map((x) => step(`${x}B`, `${x} + B`, LOOSE)),
    ...['a', 'A'].map((x) => step(`${x}b`, 'a + b', TIGHT)),
    ...['', 'a', 'A'].flatMap((x) => [step(`${x}b`, `${x}B`, ON), step(`${x}B`, `${x}b`, OFF)]),
    step('aB', 'AB', MARK),
    step('A', 'a', CLEAR),
  ];
}
const solution = (factor = 1) => solve([COPIES, 0, COPIES, 0, 0, 0, 0, 0], reactions(factor), TIME_S);
const held = (factor = 1) => solution(factor).marginal((x) => x[4]! + x[5]! + x[6]! + x[7]!);

/** Rules that ask about the partner: who is held, who is held by a partner that is on, who is marked. */
export const conditionalUnbinding: Case = {
  name: 'conditional unbinding',
  oracle: 'master equation over free and paired molecules of every state',
  run: (engine, depth) => {
    const n = cellsFor(depth, held, 0.1);
    const [counts] = replicate(engine, n, {
      model,
      volume_um3: 1,
      sampleAt_s: [TIME_S],
      observe: [
        { pattern: A({ arm: 'bound' }) },
        { pattern: A({ arm: to(B({ power: 'on' })) }) },
        { pattern: A({ mark: 'marked' }) },
      ],
    });
    const right = solution();
    return [
      ...compare('held', counts![0]!, held()),
      ...compare(
        'held by a partner that is on',
        counts![1]!,
        right.marginal((x) => x[5]! + x[7]!),
      ),
      ...compare(
        'marked',
        counts![2]!,
        right.marginal((x) => x[1]! + x[6]! + x[7]!),
      ),
    ];
  },
};
