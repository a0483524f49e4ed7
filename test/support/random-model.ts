import fc from 'fast-check';
import { bond, compartment, crowd, individual, oneOf, seat, to } from '../../src/language/agents.js';
import { input, labelSource, proportional } from '../../src/language/inputs.js';
import type { Model } from '../../src/language/model.js';
import {
  activated,
  bind,
  by,
  change,
  exchange,
  inhibited,
  make,
  move,
  type Rule,
  remove,
  rule,
  unbind,
} from '../../src/language/rules.js';
import { number, per, tiny, water } from './tiny-model.js';

/**
 * Small models drawn at random: a subset of a menu in which every verb appears in every form, with random rates and
 * random starting amounts.
 */
const corner = compartment('corner', 0.4, 'part of the cell');
export const X = crowd('X', { atoms: ['C1', 'N'], description: 'has both atoms' });
export const Y = crowd('Y', { atoms: ['C1'], description: 'has the carbon' });
export const Z = crowd('Z', { atoms: ['N'], description: 'has the nitrogen' });
export const A = individual('A', {
  sites: { arm: bond(), leg: bond(), state: oneOf('low', 'mid', 'high'), flag: oneOf('down', 'up') },
  in: water,
  description: 'binds B and other A',
});
export const B = individual('B', {
  sites: { hand: bond(), power: oneOf('off', 'on') },
  in: water,
  description: 'binds A',
});
export const C = individual('C', {
  sites: { pocket: seat('X', 'Y'), mood: oneOf('calm', 'busy') },
  in: water,
  description: 'seats',
});
export const E = individual('E', {
  sites: { cofactor: oneOf('empty', 'full') },
  carries: ['N'],
  in: water,
  description: 'ping-pong enzyme',
});
export const outside = labelSource('outside', 'labelled X');
export const drug = input('drug', 'uM', 1, 'a drug');

const w = { in: water };
type Recipe = (k: number) => Rule;
const s = (k: number) => per(k, '1/s');
const m = (k: number) => per(k / 10, 'um3/s');

/** Name by name so that a failing model can be read. Rates are about one event a second and molecule. */
const MENU: Readonly<Record<string, Recipe>> = {
  inflow: (k) => rule('inflow', '', make(X(w), outside), { k: per(4 * k, 'molecules/um3/s') }),
  outflow: (k) => rule('outflow', '', remove(X(w), 'out'), { k: s(k) }),
  burn: (k) =>
    rule(
      'burn',
      '',
      remove(Y(w), 'CO2'),
      { k: s(k) },
      { laws: [inhibited(A({ state: 'high' }), number(2))] },
    ),
  move: (k) => rule('move', '', move(X, water, corner), { forward: s(k), backward: s(2 * k) }),
  split: (k) =>
    rule('split', '', exchange([X(w)], [Y(w), Z(w)], { C1: [['X', 'Y']], N: [['X', 'Z']] }), {
      forward: s(k),
      backward: m(k),
    }),
  swap: (k) =>
    rule(
      'swap',
      '',
      by(exchange([X(w)], [Y(w)], { C1: [['X', 'Y']], N: [['X', 'lost']] }), A({ flag: 'up' })),
      { k: m(k) },
    ),
  pong: (k) =>
    rule(
      'pong',
      '',
      exchange([E({ cofactor: 'empty' }), X(w)], [E({ cofactor: 'full' }), Y(w)], {
        C1: [['X', 'Y']],
        N: [['X', 'E']],
      }),
      {
        forward: m(k),
        backward: m(k),
      },
    ),
  ping: (k) =>
    rule(
      'ping',
      '',
      exchange([E({ cofactor: 'full' })], [E({ cofactor: 'empty' }), Z(w)], { N: [['E', 'Z']] }),
      { k: s(k) },
    ),
  sit: (k) => rule('sit', '', bind(C().pocket, X(w)), { on: m(k), off: s(k) }),
  sitToo: (k) => rule('sit-too', '', bind(C({ mood: 'calm' }).pocket, Y(w)), { on: m(k) }),
  rise: (k) =>
    rule('rise', '', unbind(C({ mood: 'busy' }).pocket, Y(w), { a: { mood: 'calm' } }), { k: s(k) }),
  mood: (k) => rule('mood', '', change(C, { pocket: 'taken' }, { mood: 'busy' }), { k: s(k) }),
  calm: (k) => rule('calm', '', change(C, { mood: 'busy', pocket: 'empty' }, { mood: 'calm' }), { k: s(k) }),
  hold: (k) => rule('hold', '', bind(A().arm, B().hand), { on: m(k), off: s(k) }),
  holdHigh: (k) =>
    rule('hold-high', '', bind(A({ state: ['mid', 'high'] }).arm, B({ power: 'on' }).hand), { on: m(3 * k) }),
  drop: (k) =>
    rule('drop', '', unbind(A().arm, B({ power: 'on' }).hand, { a: { state: 'low' }, b: { power: 'off' } }), {
      k: s(k),
    }),
  pair: (k) => rule('pair', '', bind(A({ state: 'low' }).leg, A({ state: 'low' }).leg), { on: m(k) }),
  unpair: (k) => rule('unpair', '', unbind(A().leg, A().leg), { k: s(k) }),
  unpairHigh: (k) =>
    rule('unpair-high', '', unbind(A({ state: 'high' }).leg, A({ state: 'low' }).leg), { k: s(k) }),
  climb: (k) =>
    rule('climb', '', change(A, { state: 'low' }, { state: 'mid' }), { forward: s(k), backward: s(k) }),
  jump: (k) =>
    rule(
      'jump',
      '',
      change(A, { state: ['low', 'mid'] }, { state: 'high' }),
      { k: s(k) },
      { drives: [proportional(drug)] },
    ),
  fall: (k) => rule('fall', '', change(A, { leg: 'free' }, { state: 'low' }), { k: s(k) }),
  told: (k) => rule('told', '', change(A, { arm: to(B({ power: 'on' })) }, { flag: 'up' }), { k: s(k) }),
  toldDown: (k) =>
    rule('told-down', '', change(B, { hand: to(A({ state: 'high' })), power: 'on' }, { power: 'off' }), {
      k: s(k),
    }),
  peer: (k) =>
    rule('peer', '', change(A, { leg: to(A({ state: 'high' })), flag: 'up' }, { flag: 'down' }), { k: s(k) }),
  flagDown: (k) => rule('flag-down', '', change(A, { flag: 'up' }, { flag: 'down' }), { k: s(k) }),
  power: (k) =>
    rule(
      'power',
      '',
      change(B, { power: 'off' }, { power: 'on' }),
      { forward: s(k), backward: s(k) },
      { laws: [activated(X(w), number(5), { power: 2 })] },
    ),
  kinase: (k) =>
    rule('kinase', '', by(change(B, { power: 'off' }, { power: 'on' }), A({ state: 'high' })), { k: m(k) }),
  wake: (k) =>
    rule('wake', '', by(change(A, { flag: 'down' }, { flag: 'up' }), X({ in: corner })), { k: m(k) }),
  spark: (k) => rule('spark', '', by(make(Z(w)), C({ mood: 'busy' })), { k: s(k) }),
  eat: (k) =>
    rule(
      'eat',
      '',
      exchange([C({ pocket: 'empty' }), Z(w)], [C({ mood: 'busy' })], { N: [['Z', 'eaten']] }),
      { k: m(k) },
    ),
  born: (k) => rule('born', '', make(B({ power: 'on' })), { k: per(k, 'molecules/um3/s') }),
  die: (k) => rule('die', '', remove(B({ hand: 'free', power: 'off' }), 'gone'), { k: s(k) }),
  hatch: (k) =>
    rule('hatch', '', exchange([Z(w)], [B({ power: 'on' })], { N: [['Z', 'eaten']] }), { k: s(k) }),
  rot: (k) => rule('rot', '', exchange([B({ hand: 'free' })], [Z(w), Y(w)]), { k: s(k) }),
  devour: (k) =>
    rule('devour', '', exchange([A({ state: 'high' }), B({ hand: 'free' })], [A({ flag: 'up' })]), {
      k: m(k),
    }),
  fuse: (k) => rule('fuse', '', exchange([Z(w), Z(w)], [Y(w)], { N: [['Z', 'lost']] }), { k: m(k) }),
};

/** A bond that no rule makes cannot be parted: such a model is refused. */
const BINDERS: Readonly<Record<string, readonly string[]>> = {
  drop: ['hold', 'holdHigh'],
  unpair: ['pair'],
  unpairHigh: ['pair'],
};
const partsOnlyWhatBinds = (chosen: readonly string[]): boolean =>
  chosen.every((name) => BINDERS[name]?.some((binder) => chosen.includes(binder)) ?? true);

const KINDS = Object.keys(MENU).length;

export interface Recipes {
  readonly chosen: readonly string[];
  readonly rates: readonly number[];
  readonly copies: readonly number[];
}
export const recipes: fc.Arbitrary<Recipes> = fc.record({
  chosen: fc.subarray(Object.keys(MENU), { minLength: 6 }).filter(partsOnlyWhatBinds),
  rates: fc.array(fc.double({ min: 0.3, max: 3, noNaN: true }), { minLength: KINDS, maxLength: KINDS }),
  copies: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 7, maxLength: 7 }),
});

export function cook({ chosen, rates, copies }: Recipes): Model {
  const [a, b, c, e, x, y, z] = copies as [number, number, number, number, number, number, number];
  return tiny(chosen.join(' '), {
    individuals: [
      [A, a],
      [B, b],
      [C, c],
      [E, e],
    ],
    crowds: [
      [X(w), x],
      [X({ in: corner }), 0],
      [Y(w), y],
      [Z(w), z],
    ],
    inputs: [drug],
    sources: [outside],
    rules: chosen.map((name, i) => MENU[name]!(rates[i]!)),
  });
}

/** What can be counted in any such model. */
export const LOOKED_AT = [
  X(w),
  X({ in: corner }),
  Y(w),
  Z(w),
  A({ state: 'low' }),
  A({ state: 'high' }),
  A({ flag: 'up' }),
  A({ arm: 'bound' }),
  A({ leg: 'bound' }),
  B(),
  B({ power: 'on' }),
  C({ pocket: 'taken' }),
  C({ mood: 'busy' }),
  E({ cofactor: 'full' }),
];
