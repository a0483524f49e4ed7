import { describe, expect, test } from 'vitest';
import { machineOf } from '../../src/sbml/machine.js';
import { readSbml } from '../../src/sbml/read.js';
import { answerTo, refusalOf, valuesOf } from './probe.js';
import { sketch } from './sketch.js';

const NAMED: readonly (readonly [formula: string, value: number])[] = [
  ['1 + 2*3 - 4/8', 6.5],
  ['-(2)', -2],
  ['2 - 3 - 4', -5],
  ['100/2/5', 10],
  ['100/(2/5)', 250],
  ['2^3^2', 512],
  ['sqrt(9)', 3],
  ['root(3, 27)', 3],
  ['root(4, 16)', 2],
  ['exp(1)', Math.E],
  ['ln(exponentiale)', 1],
  ['log(10, 1000)', 3],
  ['log(2, 8)', 3],
  ['log(3, 81)', 4],
  ['abs(-1.5)', 1.5],
  ['floor(-1.5)', -2],
  ['ceiling(-1.5)', -1],
  ['factorial(5)', 120],
  ['min(3, 1, 2)', 1],
  ['max(3, 1, 2)', 3],
  ['quotient(-7, 2)', -3],
  ['rem(-7, 2)', -1],
  ['sin(pi/6)', 0.5],
  ['cos(pi/3)', 0.5],
  ['tan(pi/4)', 1],
  ['sec(pi/3)', 2],
  ['csc(pi/6)', 2],
  ['cot(pi/4)', 1],
  ['sinh(1)', Math.sinh(1)],
  ['cosh(1)', Math.cosh(1)],
  ['tanh(1)', Math.tanh(1)],
  ['sech(1)', 1 / Math.cosh(1)],
  ['csch(1)', 1 / Math.sinh(1)],
  ['coth(1)', 1 / Math.tanh(1)],
  ['arcsin(0.5)', Math.PI / 6],
  ['arccos(0.5)', Math.PI / 3],
  ['arctan(1)', Math.PI / 4],
  ['arcsec(2)', Math.PI / 3],
  ['arccsc(2)', Math.PI / 6],
  ['arccot(1)', Math.PI / 4],
  ['arcsinh(sinh(0.7))', 0.7],
  ['arccosh(cosh(0.7))', 0.7],
  ['arctanh(tanh(0.7))', 0.7],
  ['arcsech(sech(0.7))', 0.7],
  ['arccsch(csch(0.7))', 0.7],
  ['arccoth(coth(0.7))', 0.7],
  ['2 < 3', 1],
  ['2 > 3', 0],
  ['2 <= 2', 1],
  ['2 >= 3', 0],
  ['2 == 2', 1],
  ['2 != 2', 0],
  ['lt(1, 2, 3)', 1],
  ['lt(1, 3, 2)', 0],
  ['true && false', 0],
  ['true || false', 1],
  ['xor(true, true, true)', 1],
  ['not(false)', 1],
  ['implies(true, false)', 0],
  ['implies(false, false)', 1],
  ['and()', 1],
  ['or()', 0],
  ['plus()', 0],
  ['times()', 1],
  ['piecewise(1, 2 < 1, 2, 3 < 4, 5)', 2],
  ['piecewise(1, false, 5)', 5],
  ['1.5e3', 1500],
  ['avogadro', 6.02214179e23],
];

describe.each(NAMED)('%s', (formula, value) => {
  test('as a number', () => expect(answerTo(formula)).toBeCloseTo(value, 12));

  // Numbers are computed while reading; formulas of counts go through the compiler.
  test('as a formula of counts', () => {
    const ofCounts = formula.replace(/\d+\.?\d*(e\d+)?/g, (n) => `(${n}*one)`);
    const model = {
      species: { one: 1, X: 0 },
      parameters: { zero: 0 },
      reactions: { Off: { from: 'one', law: 'zero*one' } },
    };
    expect(answerTo(ofCounts, model)).toBeCloseTo(value, 12);
  });
});

test('time is the time of the run', () => {
  const { y } = valuesOf({ variables: { y: undefined }, rules: { y: '2*time + 1' } }, [0, 1, 2.5]);
  expect(y).toEqual([1, 3, 6]);
});

test('where no piece holds there is no number', () => {
  expect(answerTo('piecewise(1, false)')).toBeNaN();
});

describe('numbers of every notation', () => {
  const read = (cn: string) => {
    const text = sketch({ variables: { y: undefined }, rules: { y: '7' } }).replace('<cn>7</cn>', cn);
    return machineOf(readSbml(text)).observables[0]!.value(new Float64Array(0), 0);
  };
  test.each([
    ['<cn type="integer"> -12 </cn>', -12],
    ['<cn> .5 </cn>', 0.5],
    ['<cn> 1e-3 </cn>', 1e-3],
    ['<cn type="e-notation"> 1.5 <sep/> -3 </cn>', 1.5e-3],
    ['<cn type="rational"> 3 <sep/> 8 </cn>', 0.375],
    ['<semantics><cn>4</cn><annotation>four</annotation></semantics>', 4],
    ['<infinity/>', Number.POSITIVE_INFINITY],
  ])('%s', (cn, value) => expect(read(cn)).toBe(value));

  test.each([
    '<cn> 1 2 </cn>',
    '<cn/>',
    '<cn>0x10</cn>',
    '<cn type="complex">1<sep/>2</cn>',
    '<cn>1<sep/>2</cn>',
  ])('%s is refused', (cn) => expect(refusalOf(() => read(cn))).toMatch(/is not a number of type/));
});

describe('what has no meaning here is refused by name', () => {
  const refused = (formula: string) => refusalOf(() => answerTo(formula));
  test('the past', () => expect(refused('delay(time, 1)')).toContain('delay() needs the past'));
  test('unknown names', () => expect(refused('nobody')).toContain('nothing in the model is called "nobody"'));
  test('unknown functions', () => expect(refused('f(1)')).toContain('there is no function "f"'));
  test('wrong numbers of operands', () => expect(refused('abs(1, 2)')).toContain('<abs> has 2 operands'));
  test('functions that call themselves', () => {
    const model = { functions: { f: ['x', 'f(x)'] as const } };
    expect(refusalOf(() => answerTo('f(1)', model))).toContain('function "f" calls itself');
  });
  test('names that a function was not given', () => {
    const model = { functions: { f: ['x', 'x + k'] as const }, parameters: { k: 1 } };
    expect(refusalOf(() => answerTo('f(1)', model))).toContain('function "f" has no argument "k"');
  });
  test('operators of other sorts', () => {
    const text = sketch({ variables: { y: undefined }, rules: { y: 'abs(1)' } }).replace('<abs/>', '<int/>');
    expect(refusalOf(() => readSbml(text))).toContain('<int> is not an operator');
  });
});
