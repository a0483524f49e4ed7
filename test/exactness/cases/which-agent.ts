import { bond, individual, oneOf } from '../../../src/language/agents.js';
import { bind, change, rule, unbind } from '../../../src/language/rules.js';
import type { Engine } from '../../support/engine.js';
import { type Finding, kolmogorovSmirnov, uniformity } from '../../support/statistics.js';
import { per, tiny, water } from '../../support/tiny-model.js';
import type { Case, Depth } from '../case.js';

const Wheel = individual('Wheel', {
  sites: { at: oneOf('a', 'b', 'c'), tick: oneOf('0', '1') },
  in: water,
  description: 'turns at one rate whatever its state',
});
const WHEELS = 8;
const TURNS_PER_S = 2;
const turn = (at: 'a' | 'b' | 'c', into: 'a' | 'b' | 'c') =>
  rule(`${at}${into}`, `a wheel turns from ${at} to ${into}`, change(Wheel, { at }, { at: into }), {
    k: per(TURNS_PER_S, '1/s'),
  });
const wheels = tiny('wheels', {
  individuals: [[Wheel, WHEELS]],
  rules: [
    turn('a', 'b'),
    turn('b', 'c'),
    turn('c', 'a'),
    rule('tick', 'a tick that nobody asks about', change(Wheel, { tick: '0' }, { tick: '1' }), {
      forward: per(TURNS_PER_S, '1/s'),
      backward: per(TURNS_PER_S, '1/s'),
    }),
  ],
});

const Dancer = individual('Dancer', {
  sites: { hand: bond() },
  in: water,
  description: 'pairs with any other',
});
const DANCERS = 4;
/** Bound pairs part at once (by far faster than they form), so each meeting finds everybody free. */
const dance = tiny('dance', {
  individuals: [[Dancer, DANCERS]],
  rules: [
    rule('meet', 'two dancers meet', bind(Dancer().hand, Dancer().hand), { on: per(1, 'um3/s') }),
    rule('part', 'they part', unbind(Dancer().hand, Dancer().hand), { k: per(1e7, '1/s') }),
  ],
});

const EVENTS = { quick: 60_000, deep: 2_000_000 };

function turning(engine: Engine, depth: Depth): readonly Finding[] {
  const events = EVENTS[depth];
  const turns: number[] = [];
  const ticks: number[] = [];
  const followedBy: number[] = [];
  const waits: number[] = [];
  let last_s = 0;
  let last = -1;
  engine.simulate({
    model: wheels,
    volume_um3: 1,
    seed: 'wheels',
    sampleAt_s: [events / (2 * WHEELS * TURNS_PER_S)],
    observe: [],
    onEvent: ({ time_s, channel, changed }) => {
      const who = changed[0]!.place;
      waits.push((time_s - last_s) * 2 * WHEELS * TURNS_PER_S);
      last_s = time_s;
      (channel.startsWith('tick') ? ticks : turns).push(who);
      if (last >= 0) followedBy.push(last * WHEELS + who);
      last = who;
    },
  });
  return [
    uniformity('which wheel turns', turns, WHEELS),
    uniformity('which wheel ticks', ticks, WHEELS),
    uniformity('which wheel after which', followedBy, WHEELS * WHEELS),
    kolmogorovSmirnov('waiting times', waits, (x) => 1 - Math.exp(-x)),
  ];
}

function pairing(engine: Engine, depth: Depth): readonly Finding[] {
  const pairs: number[] = [];
  const couples = (DANCERS * (DANCERS - 1)) / 2;
  engine.simulate({
    model: dance,
    volume_um3: 1,
    seed: 'dance',
    sampleAt_s: [EVENTS[depth] / 4 / couples],
    observe: [],
    onEvent: ({ channel, changed }) => {
      if (channel !== 'meet.on') return;
      const [a, b] = changed.map((c) => c.place).sort((x, y) => x - y);
      pairs.push(pairIndex(a!, b!));
    },
  });
  return [uniformity('which two dancers meet', pairs, couples)];
}

/** Number of the pair a < b: 01, 02, 12, 03, 13, 23. */
const pairIndex = (a: number, b: number): number => (b * (b - 1)) / 2 + a;

/** Every eligible individual, and every pair, is as likely to react as any other, whatever came before. */
export const whichAgent: Case = {
  name: 'which agent reacts',
  oracle:
    'closed form: uniform over wheels, over successive wheels, over pairs; waits exponential of rate 2 n k',
  run: (engine, depth) => [...turning(engine, depth), ...pairing(engine, depth)],
};
