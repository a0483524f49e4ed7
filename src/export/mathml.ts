import type { Formula } from './formula.js';
import { element } from './xml.js';

/** A formula as content MathML with the units of its numbers. */
export const mathml = (formula: Formula): string => math(written(formula));

/** That a time has come: `time >= time_s`. */
export const timeReached = (time_s: number): string =>
  math(element('apply', {}, '<geq/>', TIME, seconds(time_s)));

const math = (inside: string): string =>
  element(
    'math',
    {
      xmlns: 'http://www.w3.org/1998/Math/MathML',
      'xmlns:sbml': 'http://www.sbml.org/sbml/level3/version2/core',
    },
    inside,
  );

const TIME = '<csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/time"> t </csymbol>';
const seconds = (value: number): string => written({ is: 'number', value, unit: 'second' });

function written(formula: Formula): string {
  switch (formula.is) {
    case 'name':
      return `<ci> ${formula.id} </ci>`;
    case 'number': {
      const [mantissa, exponent] = String(formula.value).split('e');
      return exponent === undefined
        ? `<cn sbml:units="${formula.unit}"> ${mantissa} </cn>`
        : `<cn sbml:units="${formula.unit}" type="e-notation"> ${mantissa} <sep/> ${Number(exponent)} </cn>`;
    }
    case 'time':
      return TIME;
    case 'pieces':
      return element(
        'piecewise',
        {},
        ...formula.pieces.map(({ until_s, value }) =>
          element('piece', {}, written(value), element('apply', {}, '<lt/>', TIME, seconds(until_s))),
        ),
        element('otherwise', {}, written(formula.after)),
      );
    case 'call':
      return element('apply', {}, `<${formula.of}/>`, ...formula.parts.map(written));
  }
}
