import { infix } from './infix.js';
import type { Portrait, ReactionOf } from './portrait.js';
import { UNITS } from './units.js';

/** The same as Antimony text, which tellurium and antimony read: amounts in items, times in seconds. */
export function antimony(portrait: Portrait): string {
  const { id, remarks, compartments, parameters, species, reactions } = portrait;
  const lines = [
    ...Object.entries(UNITS).map(([unit, factors]) => `unit ${unit} = ${factors.map(unitText).join(' * ')};`),
    'unit substance = item;',
    'unit extent = item;',
    'unit time_unit = second;',
    'unit volume = 1e-15 litre;',
    '',
    ...compartments.map((c) => `compartment ${c.id} = ${c.size_um3}; // ${oneLine(c.description)}`),
    '',
    ...species.map(
      (s) => `substanceOnly species ${s.id} in ${s.compartment} = ${s.amount}; // ${oneLine(s.title)}`,
    ),
    '',
    ...parameters.map(
      (p) => `const ${p.id} = ${p.value}; ${p.id} has ${p.unit}; // ${oneLine(p.description)}`,
    ),
    '',
    ...reactions.map(
      (r) => `${r.id}: ${side(r.reactants)} -> ${side(r.products)}; ${infix(r.law)}; // ${oneLine(r.title)}`,
    ),
  ];
  return [
    ...remarks.map((remark) => `// ${oneLine(remark)}`),
    `model ${id}()`,
    ...lines.map((line) => (line === '' ? '' : `  ${line}`)),
    'end',
    '',
  ].join('\n');
}

const side = (terms: ReactionOf['reactants']): string =>
  terms.map((t) => (t.stoichiometry === 1 ? t.species : `${t.stoichiometry} ${t.species}`)).join(' + ');

const unitText = ([kind, exponent, scale, multiplier]: readonly [string, number, number, number]): string => {
  const base = `${multiplier * 10 ** scale === 1 ? '' : `${multiplier}e${scale} `}${kind}`;
  return exponent === 1 ? base : `(${base})^${exponent}`;
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
