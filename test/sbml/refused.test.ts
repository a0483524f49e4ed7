import { describe, expect, test } from 'vitest';
import { machineOf } from '../../src/sbml/machine.js';
import { readSbml } from '../../src/sbml/read.js';
import { mathOf } from './infix.js';
import { lineOf, refusalOf } from './probe.js';
import { type Sketch, sketch } from './sketch.js';

const MODEL: Sketch = {
  species: { X: 10 },
  variables: { p: 1 },
  reactions: { R: { from: 'X', law: 'X' } },
  events: [{ when: 'time >= 1', set: { p: '2' } }],
};

/** Refused with this text at the line of `at`, and nothing else. */
function refuses(text: string, at: string, message: string | RegExp): void {
  const said = refusalOf(() => machineOf(readSbml(text)));
  expect(said.split('\n')).toHaveLength(1);
  expect(said).toMatch(new RegExp(`^${lineOf(text, at)}:`));
  expect(said).toMatch(message);
}
const rules = (text: string) => sketch({ ...MODEL, more: `<listOfRules>\n${text}\n</listOfRules>` });

describe('what a stochastic run cannot do is refused by name and line', () => {
  test('rate rules', () => {
    const text = rules(`<rateRule variable="p">${mathOf('1')}</rateRule>`);
    refuses(text, '<rateRule', /rate rules \(here of "p"\) .*not supported in stochastic runs/);
  });
  test('algebraic rules', () => {
    refuses(
      rules(`<algebraicRule>${mathOf('p - 1')}</algebraicRule>`),
      '<algebraicRule',
      /algebraic rules are not supported/,
    );
  });
  test('delays of events', () => {
    const text = sketch(MODEL).replace('<listOfEventAssignments>', `<delay>${mathOf('1')}</delay>\n$&`);
    refuses(text, '<delay>', /the delay of event "" is not supported/);
  });
  test('delay()', () => {
    refuses(
      sketch({ ...MODEL, reactions: { R: { law: 'delay(X, 1)' } } }),
      '<kineticLaw',
      /delay\(\) needs the past/,
    );
  });
  test('fast reactions', () => {
    const reactions = { R: { from: 'X', law: 'X', more: 'fast="true"' } };
    refuses(sketch({ ...MODEL, version: 1, reactions }), '<reaction', /reaction "R" is fast/);
    const slow = sketch({
      ...MODEL,
      version: 1,
      reactions: { R: { from: 'X', law: 'X', more: 'fast="false"' } },
    });
    expect(machineOf(readSbml(slow)).tables.channels).toBe(1);
  });
  test('constraints', () => {
    const more = `<listOfConstraints>\n<constraint>${mathOf('X > 0')}</constraint>\n</listOfConstraints>`;
    refuses(sketch({ ...MODEL, more }), '<listOfConstraints', /constraints are not supported/);
  });
  test('distributions and other required packages', () => {
    const distrib = 'http://www.sbml.org/sbml/level3/version1/distrib/version1';
    const text = (required: boolean) =>
      sketch(MODEL).replace('<sbml ', `<sbml xmlns:distrib="${distrib}" distrib:required="${required}" `);
    refuses(text(true), '<sbml', /without the package .*distrib\/version1, which is not supported/);
    expect(machineOf(readSbml(text(false))).tables.channels).toBe(1);
  });
  test('draws in formulas', () => {
    const draw =
      '<apply><csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/distrib/normal">normal</csymbol><cn>0</cn><cn>1</cn></apply>';
    const text = sketch(MODEL).replace(
      /<kineticLaw>.*?<\/math>/s,
      `<kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML">${draw}</math>`,
    );
    refuses(
      text,
      '<csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/distrib',
      /csymbol ".*normal" is not supported/,
    );
  });
  test('stoichiometries that change or are missing', () => {
    const use = '<speciesReference species="X"';
    const text = sketch(MODEL).replace(use, `${use} id="n"`);
    const changing = text.replace(
      '</model>',
      `<listOfRules>\n<assignmentRule variable="n">${mathOf('2')}</assignmentRule>\n</listOfRules></model>`,
    );
    refuses(changing, '<assignmentRule', /the stoichiometry "n" changes, which is not supported/);
    refuses(sketch(MODEL).replace('stoichiometry="1"', ''), use, /has no stoichiometry in reaction "R"/);
    refuses(sketch(MODEL).replace('stoichiometry="1"', 'stoichiometry="1.5"'), use, /would move 1.5 of "X"/);
    const math = sketch(MODEL)
      .replace('constant="true"/></listOfReactants>', '')
      .replace(
        /(<speciesReference [^>]*)\/>/,
        `$1>\n<stoichiometryMath>${mathOf('2')}</stoichiometryMath></speciesReference>`,
      );
    refuses(math, '<stoichiometryMath', /the stoichiometryMath of reaction "R" is not supported/);
  });
  test('rates on a curve of time, also through a rule', () => {
    const more: Sketch = { ...MODEL, variables: { p: 1, y: undefined }, rules: { y: '2 + sin(time)' } };
    refuses(
      sketch({ ...more, reactions: { R: { law: 'y' } } }),
      '<reaction',
      /"R" changes continuously in time/,
    );
  });
  test('amounts in moles, and units that do not count', () => {
    refuses(
      sketch(MODEL).replace('substanceUnits="item"', 'substanceUnits="mole"'),
      '<model',
      /does not count molecules/,
    );
    const units = (kind: string) =>
      sketch(MODEL)
        .replace('substanceUnits="item"', 'substanceUnits="mine"')
        .replace(
          '<listOfCompartments>',
          `<listOfUnitDefinitions><unitDefinition id="mine"><listOfUnits><unit kind="${kind}" exponent="1" scale="0" multiplier="1"/></listOfUnits></unitDefinition></listOfUnitDefinitions>\n$&`,
        );
    refuses(units('mole'), '<model', /substanceUnits="mine" does not count molecules/);
    expect(machineOf(readSbml(units('item'))).tables.channels).toBe(1);
  });
});

describe('what contradicts itself is refused', () => {
  test('setting what is constant, ruled, or not there', () => {
    const set = (id: string, more: Sketch = {}) =>
      sketch({ ...MODEL, ...more, events: [{ when: 'time >= 1', set: { [id]: '1' } }] });
    refuses(set('k', { parameters: { k: 1 } }), '<eventAssignment', /"k" is constant/);
    refuses(set('p', { rules: { p: '3' } }), '<eventAssignment', /"p" is set by the rule in line/);
    refuses(set('R'), '<eventAssignment', /"R" is a reaction/);
    refuses(set('nobody'), '<eventAssignment', /nothing in the model is called "nobody"/);
  });
  test('species that react although a rule sets them, or that lie nowhere', () => {
    refuses(
      sketch({ ...MODEL, rules: { X: '5' } }),
      '<speciesReference',
      /"X" is set by the rule .* cannot react/,
    );
    refuses(
      sketch({ ...MODEL, species: { X: { amount: 1, constant: true } } }),
      '<speciesReference',
      /"X" is constant/,
    );
    refuses(
      sketch({ ...MODEL, species: { X: { amount: 1, compartment: 'p' } } }),
      '<species id="X"',
      /not a compartment/,
    );
    refuses(
      sketch({ ...MODEL, reactions: { R: { from: 'p', law: '1' } } }),
      '<speciesReference',
      /"p" is not a species/,
    );
  });
  test('one name for two things, or no kinetic law', () => {
    refuses(sketch({ ...MODEL, parameters: { X: 1 } }), '<parameter id="X"', /"X" is taken already in line/);
    refuses(
      sketch(MODEL).replace(/<kineticLaw>.*?<\/kineticLaw>/s, ''),
      '<reaction',
      /"R" has no kinetic law/,
    );
  });
  test('missing attributes are named', () => {
    refuses(sketch(MODEL).replace('reversible="false"', ''), '<reaction', /<reaction> has reversible=""/);
    refuses(sketch(MODEL).replace('boundaryCondition="false"', ''), '<species', /boundaryCondition/);
    refuses(sketch(MODEL).replace('species="X"', ''), '<speciesReference', /lacks the attribute species/);
  });
});

test('all problems are told at once, in order', () => {
  const text = sketch({
    ...MODEL,
    reactions: { R: { law: 'nobody' }, S: { law: 'noone', from: 'X' }, T: { law: 'sin(X)*time' } },
  });
  const said = refusalOf(() => machineOf(readSbml(text))).split('\n');
  expect(said.slice(0, 2)).toEqual([expect.stringContaining('"nobody"'), expect.stringContaining('"noone"')]);
});
