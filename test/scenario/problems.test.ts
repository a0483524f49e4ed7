import { expect, it } from 'vitest';
import { problemText } from '../../src/scenario/problems.js';
import { head, parse } from './words.js';

/** Every kind of mistake: what was written, and line, column and words of what must be said. */
const MISTAKES: readonly (readonly [name: string, yaml: string, at: string, says: RegExp])[] = [
  [
    'an unknown key',
    `${head}sampel every: 1 h\nconditions: {a: }`,
    '3:1',
    /no key "sampel every".*"sample every"/,
  ],
  [
    'an unknown key of a condition',
    `${head}conditions: {a: {leucin: 3 g}}`,
    '3:18',
    /"leucin".*mean "leucine"/,
  ],
  [
    'an unknown field',
    `${head}conditions: {a: {leucine: {dose: 3 g, att: 1 h}}}`,
    '3:39',
    /"att" under "leucine".*"at"/,
  ],
  [
    'a missing unit',
    'question: q\nduration: 3\nconditions: {a: }',
    '2:11',
    /"3" has no unit\. Write for example "3 h"/,
  ],
  ['a wrong unit', `${head}conditions: {a: {leucine: 3 uM}}`, '3:27', /"3 uM" is not a mass.*"3\.5 g"/],
  ['a unit that is none', `${head}conditions: {a: {leucine: 3 gallons}}`, '3:27', /"gallons".*is not a unit/],
  [
    'a missing unit of an input',
    `${head}conditions: {a: {insulin: 33}}`,
    '3:27',
    /"33" has no unit.*"33 pM"/,
  ],
  ['a negative amount', `${head}volume: -1 um3\nconditions: {a: }`, '3:9', /"-1 um3" is negative/],
  ['a negative dose', `${head}conditions: {a: {hmb: -1 g}}`, '3:23', /"-1 g" is negative/],
  ['a negative input', `${head}conditions: {a: {insulin: -3 pM}}`, '3:27', /"-3 pM" is negative/],
  [
    'an unknown parameter',
    `${head}conditions: {a: {parameters: {ses2-leu.of: 1 1/s}}}`,
    '3:31',
    /parameter "ses2-leu\.of".*"ses2-leu\.off"/,
  ],
  [
    'a parameter in a wrong unit',
    `${head}conditions: {a: {parameters: {ses2-leu.off: 1 uM}}}`,
    '3:45',
    /"1 uM" is not a first-order rate/,
  ],
  [
    'a parameter without unit',
    `${head}conditions: {a: {parameters: {ses2-leu.off: 1}}}`,
    '3:45',
    /"1" has no unit/,
  ],
  [
    'an unknown forcing',
    `${head}conditions: {a: {insulin: insulin-plasma-glyn2010-3p5g}}`,
    '3:27',
    /no forcing.*"insulin-plasma-glynn2010-3p5g"/,
  ],
  [
    'neither forcing nor quantity',
    `${head}conditions: {a: {insulin: plenty}}`,
    '3:27',
    /"plenty" is neither a quantity in pM nor a known forcing/,
  ],
  [
    'a forcing of something else',
    `${head}conditions: {a: {insulin: akt-p-s473-meta-analysis}}`,
    '3:27',
    /is muscle p-Akt.*cannot be given as insulin\. Choose for example insulin-/,
  ],
  [
    'a forcing in a map',
    `${head}conditions: {a: {insulin: {forcing: nothing}}}`,
    '3:37',
    /"nothing" is neither/,
  ],
  [
    'a condition said twice',
    `${head}conditions:\n  a: {}\n  b: {}\n  a: {leucine: 3 g}`,
    '6:3',
    /"a" is said twice/,
  ],
  ['a key said twice', `${head}conditions: {a: }\nduration: 2 h`, '4:1', /"duration" is said twice/],
  [
    'an empty sweep',
    `${head}conditions: {a: }\nsweep: {volume: []}`,
    '4:17',
    /sweep of "volume" has no values/,
  ],
  ['a sweep of nothing', `${head}conditions: {a: }\nsweep: {}`, '4:8', /has no values/],
  [
    'a sweep that is no list',
    `${head}conditions: {a: }\nsweep: {volume: 3 um3}`,
    '4:17',
    /neither a list nor a range/,
  ],
  [
    'a sweep of what is not there',
    `${head}conditions: {a: }\nsweep: {conditions.a.leucin: [1 g]}`,
    '4:9',
    /cannot be swept.*"conditions\.a\.leucine"/,
  ],
  [
    'a sweep of another condition',
    `${head}conditions: {fed: }\nsweep: {conditions.fet.leucine: [1 g]}`,
    '4:9',
    /"conditions\.fed\.leucine"/,
  ],
  [
    'a sweep without place',
    `${head}conditions: {a: }\nsweep: {leucine: [1 g]}`,
    '4:9',
    /write base\.leucine/,
  ],
  [
    'a sweep of the whole run',
    `${head}conditions: {a: }\nsweep: {cells: [1, 2]}`,
    '4:9',
    /same for the whole run/,
  ],
  [
    'a swept value in a wrong unit',
    `${head}conditions: {a: }\nsweep: {volume: [1 um3, 2 g]}`,
    '4:25',
    /"2 g" is not a volume/,
  ],
  [
    'a range without steps',
    `${head}conditions: {a: }\nsweep: {volume: {from: 1 um3, to: 2 um3}}`,
    '4:9',
    /"steps" is missing/,
  ],
  [
    'a range with a wrong key',
    `${head}conditions: {a: }\nsweep: {volume: {from: 1 um3, to: 2 um3, stps: 3}}`,
    '4:42',
    /"stps" in a range.*"steps"/,
  ],
  [
    'a log range from zero',
    `${head}conditions: {a: {leucine: 1 g}}\nsweep: {conditions.a.leucine: {from: 0 g, to: 2 g, steps: 3, scale: log}}`,
    '4:69',
    /both ends above 0/,
  ],
  [
    'too many steps',
    `${head}conditions: {a: }\nsweep: {volume: {from: 1 um3, to: 2 um3, steps: 1e9}}`,
    '4:49',
    /not a number of values/,
  ],
  [
    'a budget of memory without a unit',
    `${head}conditions: {a: }\nbudget: {memory: 500}`,
    '4:18',
    /"500" is not an amount of memory.*"500 MB"/,
  ],
  [
    'a budget of what is not counted',
    `${head}conditions: {a: }\nbudget: {event: 5}`,
    '4:10',
    /no key "event" under "budget"\. Did you mean "events"/,
  ],
  [
    'a set without axes',
    `${head}conditions: {a: }\nsweep: {sobol: {points: 8}}`,
    '4:16',
    /"sobol" needs points and axes/,
  ],
  [
    'a set without points',
    `${head}conditions: {a: }\nsweep: {sobol: {axes: {volume: {from: 1 um3, to: 2 um3}}}}`,
    '4:9',
    /"points" is missing/,
  ],
  [
    'a set of too many points',
    `${head}conditions: {a: }\nsweep: {latin hypercube: {points: 1e7, axes: {volume: {from: 1 um3, to: 2 um3}}}}`,
    '4:35',
    /not a number of points/,
  ],
  [
    'a set with steps on an axis',
    `${head}conditions: {a: }\nsweep: {sobol: {points: 8, axes: {volume: {from: 1 um3, to: 2 um3, steps: 3}}}}`,
    '4:68',
    /no key "steps" in a range/,
  ],
  [
    'a list as an axis of a set',
    `${head}conditions: {a: }\nsweep: {sobol: {points: 8, axes: {volume: [1 um3]}}}`,
    '4:43',
    /needs its two ends/,
  ],
  [
    'a seed of a Sobol set',
    `${head}conditions: {a: }\nsweep: {sobol: {points: 8, seed: 2, axes: {volume: {from: 1 um3, to: 2 um3}}}}`,
    '4:28',
    /no key "seed" under "sobol"/,
  ],
  [
    'zipped axes of different length',
    `${head}conditions: {a: }\nsweep: {zip: {volume: [1 um3], base.insulin: [1 pM, 2 pM]}}`,
    '4:14',
    /"volume" \(1\).*\(2\) differ in length/,
  ],
  [
    'an axis said twice',
    `${head}conditions: {a: }\nsweep: {base.leucine: [1 g], base.leucine.dose: [2 g]}`,
    '4:30',
    /swept twice/,
  ],
  [
    'a swept part of nothing',
    `${head}conditions: {a: }\nsweep: {conditions.a.leucine.at: [1 h]}`,
    '4:9',
    /"leucine\.dose" is missing/,
  ],
  [
    'a swept dose beyond those written',
    `${head}conditions: {a: {leucine: [1 g, 2 g]}}\nsweep: {conditions.a.leucine.3: [1 g]}`,
    '4:9',
    /beyond the 2 written/,
  ],
  [
    'a time course that goes backwards',
    `${head}conditions: {a: {insulin: [[0 min, 33 pM], [60 min, 90 pM], [30 min, 50 pM]]}}`,
    '3:62',
    /goes backwards: "30 min" comes after "60 min"/,
  ],
  ['a time course without points', `${head}conditions: {a: {insulin: []}}`, '3:27', /no points/],
  [
    'a point that is none',
    `${head}conditions: {a: {insulin: [[0 min, 33 pM], 5 pM]}}`,
    '3:44',
    /"5 pM" is not a point/,
  ],
  [
    'a time in a wrong unit',
    `${head}conditions: {a: {insulin: [[0 uM, 33 pM]]}}`,
    '3:29',
    /"0 uM" is not a time/,
  ],
  ['YAML that is none', `${head}conditions: {a: [}`, '3:18', /this is not YAML/],
  ['a tab for indentation', `${head}conditions:\n\ta: {}`, '4:1', /this is not YAML/],
  ['zero cells', `${head}cells: 0\nconditions: {a: }`, '3:8', /"0" is not a whole number from 1/],
  ['half a cell', `${head}cells: 1.5\nconditions: {a: }`, '3:8', /"1\.5" is not a whole number/],
  ['no duration', 'question: q\nconditions: {a: }', '1:1', /"duration" is missing/],
  ['a duration of zero', 'question: q\nduration: 0 h\nconditions: {a: }', '2:11', /"0 h" is too small/],
  [
    'a sample interval longer than the run',
    `${head}sample every: 4 h\nconditions: {a: }`,
    '3:15',
    /"4 h" is longer than the duration of "3 h"/,
  ],
  ['too many samples', `${head}sample every: 1 ms\nconditions: {a: }`, '3:15', /1\.1e\+7 samples a cell/],
  [
    'an unknown method',
    `${head}method: average\nconditions: {a: }`,
    '3:9',
    /method "average".*exact, hybrid, mean-field/,
  ],
  [
    'molecules to follow without molecules',
    `${head}method: mean-field\nfollow: {KIC: 5}\nconditions: {a: }`,
    '4:1',
    /"follow" needs molecules.*"mean-field".*"method: exact"/,
  ],
  [
    'molecules to follow over leaps',
    `${head}method: hybrid\nfollow: {KIC: 5}\nconditions: {a: }`,
    '4:1',
    /"follow" needs every event.*"hybrid".*"method: exact"/,
  ],
  [
    'an assay of molecules without molecules',
    `${head}method: mean-field\nassays: [fluxes, histories]\nconditions: {a: }`,
    '4:18',
    /assay "histories" needs molecules/,
  ],
  [
    'labels where none are carried',
    `${head}method: mean-field\nconditions: {a: {tracer: tracer-leu-13c}}`,
    '4:18',
    /"tracer" needs labels.*"mean-field"/,
  ],
  ['an unknown assay', `${head}conditions: {a: }\nassays: [flux]`, '4:10', /assay "flux".*"fluxes"/],
  [
    'an assay said twice',
    `${head}conditions: {a: }\nassays: [fluxes, fluxes]`,
    '4:18',
    /"fluxes" is said twice/,
  ],
  [
    'more than a thousand million cells',
    `${head}conditions: {a: }\ncells: 1000000000\ndonors: 2`,
    '4:1',
    /2\.0e\+9 cells; the most is 1e9/,
  ],
  [
    'anchors that explode',
    `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]`,
    '1:1',
    /anchors/,
  ],
  ['an anchor that holds itself', 'question: &a [*a]', '1:1', /anchors/],
  [
    'a number for a question',
    'question: 3\nduration: 3 h\nconditions: {a: }',
    '1:11',
    /"3" is not a sentence/,
  ],
  ['a word for cells', `${head}cells: many\nconditions: {a: }`, '3:8', /"many" is not a whole number/],
  ['a list for conditions', `${head}conditions: [a, b]`, '3:13', /is not a list of named conditions/],
  ['a list for a condition', `${head}conditions: {a: [leucine]}`, '3:17', /is not a list of "key: value"/],
  ['no conditions', `${head}conditions: {}`, '3:13', /no condition to run/],
  ['a name that cannot be one', `${head}conditions: {"a/b": }`, '3:14', /"a\/b" cannot name a condition/],
  ['a list at the top', '- question', '1:1', /a scenario is a list of "key: value"/],
  ['nothing at all', '\n', '1:1', /the scenario is empty/],
  ['an unknown kind', `${head}conditions: {a: {exercise: resistence}}`, '3:28', /"resistence".*"resistance"/],
  [
    'a missing field',
    `${head}conditions: {a: {exercise: {at: 0 h}}}`,
    '3:28',
    /"kind" is missing.*"kind: resistance"/,
  ],
  ['an unknown agent', `${head}conditions: {a: {copies: {MTORC: x2}}}`, '3:27', /agent "MTORC".*"MTORC1"/],
  ['a knock-out of nobody', `${head}conditions: {a: {knock-out: BCAT3}}`, '3:29', /agent "BCAT3".*"BCAT2"/],
  ['an unknown crowd', `${head}conditions: {a: }\nfollow: {leucin: 3}`, '4:10', /crowd "leucin".*"Leucine"/],
  [
    'following half a molecule',
    `${head}conditions: {a: }\nfollow: {Leucine: 0.5}`,
    '4:19',
    /"0\.5" is not how many to follow/,
  ],
  [
    'an unknown source of label',
    `${head}conditions: {a: {labels: {plasma_leu: {C1: 7 %}}}}`,
    '3:27',
    /"plasma_leu".*"plasma_leucine"/,
  ],
  [
    'more label than all',
    `${head}conditions: {a: {labels: {plasma_leucine: {C1: [[0 h, 170 %]]}}}}`,
    '3:55',
    /"170 %" is outside.*0 % to 100 %/,
  ],
  [
    'an unknown part of the variation',
    `${head}variation: {copis: 20 %}\nconditions: {a: }`,
    '3:13',
    /"copis" under "variation".*"copies"/,
  ],
  ['a method that is none', `${head}method: approximate\nconditions: {a: }`, '3:9', /"approximate"/],
  ['an absurd volume', `${head}volume: 1 L\nconditions: {a: }`, '3:9', /outside what is possible/],
];

it.each(MISTAKES)('says where %s is and what to write', (_name, yaml, at, says) => {
  const read = parse(yaml, 'f.yaml');
  if (read.ok) throw new Error('it was taken as right');
  const [line, column] = at.split(':').map(Number);
  const there = read.problems.filter((p) => p.line === line && p.column === column).map((p) => p.message);
  expect(there, problemText(read.problems)).toContainEqual(expect.stringMatching(says));
});

it.each(MISTAKES)(
  'begins what it says of %s in lower case or with a quote and ends it with a stop',
  (_name, yaml) => {
    const read = parse(yaml, 'f.yaml');
    for (const { message } of read.ok ? [] : read.problems) expect(message).toMatch(/^[a-z"][\s\S]*[.?]$/);
  },
);

it('says all problems at once, in order of place', () => {
  const read = parse(
    'question: q\nduration: 3\ncells: 0\nvolum: 1 um3\nconditions: {a: {leucine: 3 uM, insulin: 5}}\nsweep: {volume: []}',
    'f.yaml',
  );
  expect(read.ok ? [] : read.problems.map((p) => p.line)).toEqual([2, 3, 4, 5, 5, 6]);
});

it('prints problems in columns, with their number', () => {
  const read = parse('question: q\nduration: 3\ncells: 0\nconditions: {a: }', 'f.yaml');
  expect(problemText(read.ok ? [] : read.problems)).toBe(
    [
      'f.yaml:2:11   "3" has no unit. Write for example "3 h".',
      'f.yaml:3:8    "0" is not a whole number from 1 to 1000000000. Write for example 10.',
      '2 problems; nothing was run.',
    ].join('\n'),
  );
});
