/**
 * What must not compile: the type check fails where an error that is expected here does not occur. Run time sees that the
 * same mistakes, made where no type looks, are refused at load (check.test.ts).
 */
import { expect, it } from 'vitest';
import { present } from '../../src/language/model.js';
import { constant, k, measured } from '../../src/language/rates.js';
import { bind, by, change, exchange, make, move, remove, rule, unbind } from '../../src/language/rules.js';
import { because, cytosol, Enzyme, KIC, Leucine, matrix, paper, Sensor, Target } from './toy.js';

const first = k(1, '1/min', because);
const second = k(1, 'um3/min', because);
const zeroth = k(1, 'uM/h', because);
const leucine = Leucine({ in: cytosol });

const orders = () => [
  // @ts-expect-error a second-order constant on a first-order event
  rule('x', 'x', change(Sensor, { mark: 'plain' }, { mark: 'marked' }), { k: second }),
  // @ts-expect-error a first-order constant on a binding
  rule('x', 'x', bind(Sensor().pocket, leucine), { on: first, off: first }),
  // @ts-expect-error a second-order constant on a parting
  rule('x', 'x', unbind(Sensor().pocket, leucine), { k: second }),
  // @ts-expect-error a first-order constant on what comes from nowhere
  rule('x', 'x', make(leucine), { k: first }),
  // @ts-expect-error a catalysed change is of second order
  rule('x', 'x', by(change(Sensor, {}, { mark: 'marked' }), Target()), { k: first }),
  // @ts-expect-error two meet in this exchange
  rule('x', 'x', exchange([Enzyme(), leucine], [Enzyme()]), { k: first }),
  // @ts-expect-error the way back is of first order
  rule('x', 'x', exchange([Enzyme(), leucine], [Enzyme()]), { forward: second, backward: second }),
  // @ts-expect-error a zeroth-order constant on a removal
  rule('x', 'x', remove(leucine, 'gone'), { k: zeroth }),
];
const names = () => [
  // @ts-expect-error a binding has on and off, not k
  rule('x', 'x', bind(Sensor().pocket, leucine), { k: second }),
  // @ts-expect-error one way there without the way back
  rule('x', 'x', move(Leucine, cytosol, matrix), { forward: first }),
  // @ts-expect-error a rate is missing
  rule('x', 'x', remove(leucine, 'gone'), {}),
];
const meetings = () => [
  // @ts-expect-error two and a catalyst are three
  rule('x', 'x', by(bind(Sensor().pocket, leucine), Target()), { k: second }),
  // @ts-expect-error a catalyst of a catalysed event
  by(by(change(Sensor, {}, { mark: 'marked' }), Target()), Enzyme()),
];
const words = () => [
  // @ts-expect-error an unknown site
  Sensor({ colour: 'red' }),
  // @ts-expect-error an unknown state
  Sensor({ mark: 'red' }),
  // @ts-expect-error the pocket holds no KIC
  Sensor({ pocket: 'KIC' }),
  // @ts-expect-error an unknown state is written
  change(Sensor, { mark: 'plain' }, { mark: 'red' }),
  // @ts-expect-error a seat is not written
  change(Sensor, {}, { pocket: 'Leucine' }),
  // @ts-expect-error a value is no place to bind
  Sensor().mark,
  // @ts-expect-error a crowd is somewhere
  Leucine({}),
];
const sources = () => [
  // @ts-expect-error a rate without a source
  k(1, '1/s'),
  // @ts-expect-error a constant without a source
  constant(1, 'uM'),
  // @ts-expect-error measured by nobody
  measured(),
  // @ts-expect-error a citation without a year
  measured({ authors: 'Doe et al.' }),
  // @ts-expect-error an unknown unit
  k(1, '1/fortnight', because),
  // @ts-expect-error copies without a source
  present(Sensor, 3),
];
/** The right forms of the above compile, so that the errors expected are errors of what they name. */
const right = () => [
  rule('x', 'x', change(Sensor, { mark: 'plain' }, { mark: 'marked' }), { k: first }),
  rule('x', 'x', bind(Sensor().pocket, leucine), { on: second, off: first }),
  rule('x', 'x', bind(Sensor().target, Target().sensor), { on: second }),
  rule('x', 'x', unbind(Sensor().pocket, leucine), { k: first }),
  rule('x', 'x', make(leucine), { k: zeroth }),
  rule('x', 'x', by(change(Sensor, {}, { mark: 'marked' }), Target()), { k: second }),
  rule('x', 'x', exchange([Enzyme(), leucine], [Enzyme()]), { forward: second, backward: first }),
  rule('x', 'x', exchange([leucine], [KIC({ in: cytosol })]), { k: first }),
  rule('x', 'x', move(Leucine, cytosol, matrix), { forward: first, backward: first }),
  rule('x', 'x', remove(leucine, 'gone'), { k: first }),
  Sensor({ mark: ['plain', 'marked'], pocket: 'taken', target: 'bound' }),
  k(1, '1/(M s)', measured(paper)),
];

it('compiles what is right and refuses what is wrong', () => {
  expect(right()).toHaveLength(12);
  expect([orders, names, meetings, words, sources].every((wrong) => typeof wrong === 'function')).toBe(true);
});
