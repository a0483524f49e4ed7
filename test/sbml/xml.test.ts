import { describe, expect, test } from 'vitest';
import { machineOf } from '../../src/sbml/machine.js';
import { readSbml } from '../../src/sbml/read.js';
import { childrenOf, parseXml, textOf } from '../../src/sbml/xml.js';
import { refusalOf } from './probe.js';
import { sketch } from './sketch.js';

const model = sketch({ species: { X: 1 }, reactions: { R: { from: 'X', law: 'X' } } });
const refused = (text: string) => refusalOf(() => readSbml(text));

test('a document becomes a tree with places', () => {
  const root = parseXml('<a xmlns="urn:a">\n  <b c="1 &amp; 2">x &lt; &#65;</b></a>');
  const [b] = childrenOf(root);
  expect(root.namespace).toBe('urn:a');
  expect(b).toMatchObject({ name: 'b', line: 2, column: 3 });
  expect(b!.attributes.get('c')).toBe('1 & 2');
  expect(textOf(b!)).toBe('x < A');
});

test('attributes named like members of objects are attributes', () => {
  const root = parseXml('<a __proto__="1" constructor="2"/>');
  expect([...root.attributes]).toEqual([
    ['__proto__', '1'],
    ['constructor', '2'],
  ]);
});

describe('a hostile file is refused at once', () => {
  const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
    '\n',
  );

  test('a billion laughs', () => {
    const text = `<?xml version="1.0"?>\n<!DOCTYPE sbml [\n<!ENTITY l0 "ha">\n${laughs}\n]>\n<sbml>&l9;</sbml>`;
    expect(refused(text)).toMatch(/^13:\d+ {2}a DOCTYPE is not accepted/);
  });

  test('a reference to a file', () => {
    const text = '<!DOCTYPE sbml [<!ENTITY f SYSTEM "file:///etc/passwd">]><sbml>&f;</sbml>';
    expect(refused(text)).toContain('a DOCTYPE is not accepted');
  });

  test('an entity that nobody defined', () => {
    expect(refused(model.replace('id="X"', 'id="&nbsp;"'))).toMatch(
      /^\d+:\d+ {2}not well-formed XML: undefined entity/,
    );
  });

  test('deep nesting', () => {
    const deep = `<apply><minus/>${'<apply><minus/>'.repeat(100_000)}`;
    expect(refused(model.replace('<ci> X </ci>', deep))).toContain('nested deeper than 200');
  });

  test('formulas that multiply when functions are put in', () => {
    const functions = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `f${i}`,
        ['x', i === 0 ? 'x*x' : `f${i - 1}(x)*f${i - 1}(x)`] as const,
      ]),
    );
    const started = performance.now();
    const text = sketch({ functions, species: { X: 1 }, reactions: { R: { from: 'X', law: 'f39(X)' } } });
    expect(refusalOf(() => machine(text))).toContain('grows beyond 20000 parts');
    const ofNumbers = sketch({ functions, variables: { y: 1 }, initial: { y: 'f39(1)' } });
    expect(refusalOf(() => machine(ofNumbers))).toContain('calls functions more than 100000 times');
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('very long sums are no matter, very many pieces are refused', () => {
    const long = (head: string, item: string) =>
      model.replace('<ci> X </ci>', `<apply><${head}/>${item.repeat(50_000)}</apply>`);
    expect(() => machine(long('plus', '<ci>X</ci>'))).not.toThrow();
    const pieces = model.replace(
      '<ci> X </ci>',
      `<piecewise>${'<piece><cn>1</cn><ci>X</ci></piece>'.repeat(50_000)}</piecewise>`,
    );
    expect(refusalOf(() => machine(pieces))).toContain('<piecewise> has 50000 pieces');
  });

  test('a file that ends too early', () => {
    const cut = model.slice(0, model.indexOf('</kineticLaw>'));
    expect(refused(cut)).toMatch(/^\d+:\d+ {2}not well-formed XML: unclosed tag/);
  });

  test('a huge file', () => {
    const huge = model.replace('</model>', `<annotation>${'x'.repeat(10_000_000)}</annotation></model>`);
    expect(refused(huge)).toMatch(/^1:1 {2}the file has 100\d+ characters, more than the limit of 10000000/);
  });

  test('a missing end tag, twice the same attribute, a second root, an unbound prefix', () => {
    expect(refused(model.replace('</kineticLaw>', ''))).toContain(
      'not well-formed XML: unexpected close tag',
    );
    expect(refused(model.replace('<model ', '<model id="twice" '))).toContain('duplicate attribute: id');
    expect(refused(`${model}<sbml/>`)).toContain('documents may contain only one root');
    expect(refused(model.replace('<model ', '<model x:y="1" '))).toContain('unbound namespace prefix: "x"');
  });

  test('other encodings, no element, nothing', () => {
    expect(refused(model.replace('UTF-8', 'UTF-16'))).toContain('the encoding is "UTF-16"');
    expect(refused('SBML')).toContain('not well-formed XML: text data outside of root node');
    expect(refused(' \n')).toContain('the file is empty');
  });
});

describe('what is no SBML Level 3 model is refused', () => {
  const core = 'http://www.sbml.org/sbml/level3/version2/core';

  test('another root, namespace or level', () => {
    expect(refused('<html/>')).toContain('the document is <html>, not <sbml>');
    expect(refused(model.replace(core, 'http://www.sbml.org/sbml/level2/version4'))).toContain(
      'convert the model',
    );
    expect(refused(model.replace(core, 'http://example.org/sbml'))).toContain('is not SBML Level 3 core');
    expect(refused(model.replace('level="3"', 'level="2"'))).toContain('contradicts the namespace');
    expect(refused(`<sbml xmlns="${core}" level="3" version="2"/>`)).toContain('there is no <model>');
  });

  test('mathematics outside of its namespace', () => {
    const wrong = model.replace('http://www.w3.org/1998/Math/MathML', 'http://www.w3.org/MathML');
    expect(refused(wrong)).toContain('has no kinetic law');
  });

  test('a misspelt list', () => {
    expect(refused(model.replaceAll('listOfSpecies', 'listOfSpecie'))).toContain(
      '<listOfSpecie> is not part of',
    );
  });
});

test('code in names and numbers is never run', () => {
  const evil = 'process.exit(1)';
  expect(refused(model.replaceAll('"X"', `"${evil}"`))).toContain(`"${evil}" is not an identifier`);
  expect(refusalOf(() => machine(model.replace('<ci> X </ci>', `<ci>${evil}</ci>`)))).toContain(
    `called "${evil}"`,
  );
  expect(refused(model.replace('<ci> X </ci>', `<cn>${evil}</cn>`))).toContain('is not a number');
  expect(refused(model.replace('<ci> X </ci>', `<cn type="e-notation">1<sep/>${evil}</cn>`))).toContain(
    'not a number',
  );
});

function machine(text: string): unknown {
  return machineOf(readSbml(text));
}
