import type { Formula, Operator } from './formula.js';

const SIGN: Readonly<Record<Operator, string>> = {
  plus: ' + ',
  minus: ' - ',
  times: '*',
  divide: '/',
  power: '^',
};
const BINDS: Readonly<Record<Operator, number>> = { plus: 1, minus: 1, times: 2, divide: 2, power: 3 };

/** A formula in one line, in brackets where they are needed. */
export function infix(formula: Formula, outside = 0): string {
  if (formula.is === 'name') return formula.id;
  if (formula.is === 'time') return 'time';
  if (formula.is === 'pieces') {
    const pieces = formula.pieces.map(({ until_s, value }) => `${infix(value)}, time < ${until_s}`);
    return `piecewise(${[...pieces, infix(formula.after)].join(', ')})`;
  }
  if (formula.is === 'number') return formula.value < 0 ? `(${formula.value})` : String(formula.value);
  const binds = BINDS[formula.of];
  const parts = formula.parts.map((part, i) =>
    infix(part, i > 0 && formula.of !== 'plus' ? binds + 0.5 : binds),
  );
  const text = parts.join(SIGN[formula.of]);
  return binds < outside || (formula.of === 'power' && outside >= 3) ? `(${text})` : text;
}
