import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readCalibration } from '../../src/calibration/read-calibration.js';
import { modelVocabulary } from '../../src/cli/vocabulary.js';
import { readTargets } from '../../src/validation/read-targets.js';

const read = readTargets(readFileSync('validation/targets.yaml', 'utf8'), 'targets.yaml');
if (!read.ok) throw new Error('the shipped targets are not read');
const { targets } = read;
const calibrationOf = (text: string) => readCalibration(text, 'c.yaml', modelVocabulary(), targets);
const problems = (text: string): readonly string[] => {
  const made = calibrationOf(text);
  return made.ok ? [] : made.problems.map((p) => `${p.line}:${p.column} ${p.message}`);
};

it('reads constants with bounds in any unit of their kind, and targets with weights', () => {
  const made = calibrationOf(
    'constants:\n  s6k1-dephosphorylation.k: {from: 3 /h, to: 5 /min}\ntargets: {ps6k-meta: 2}\nseed: a\nsets: 3\n',
  );
  if (!made.ok) throw new Error(made.problems.map((p) => p.message).join('\n'));
  const { constants, weights, seed, starts, margin, sets } = made.calibration;
  expect(constants).toMatchObject([
    { name: 's6k1-dephosphorylation.k', unit: '1/min', from: expect.closeTo(0.05, 12), to: 5 },
  ]);
  expect([...weights]).toEqual([['ps6k-meta', 2]]);
  expect({ seed, starts, margin, sets }).toEqual({ seed: 'a', starts: 1, margin: 1, sets: 3 });
});

it('refuses targets that are kept for validation, and says which are not', () => {
  expect(
    problems('constants: {s6k1-dephosphorylation.k: {from: 1 /h, to: 5 /h}}\ntargets: {fsr-eaa-1p85g: 1}'),
  ).toEqual([
    expect.stringMatching(
      /^2:11 "fsr-eaa-1p85g" is a target of role validation, kept to judge .* Of role calibration are fsr-basal-mixed, /,
    ),
  ]);
});

it('says everything that is wrong, each at its place', () => {
  const text = [
    'constants:',
    '  s6k1-dephosphorilation.k: {from: 1 /h, to: 2 /h}',
    '  s6k1-dephosphorylation.k: {from: 2 /h, to: 1 /h}',
    '  s6k1-phosphorylation.k: {from: 0 um3/min, to: 1 um3/min}',
    '  synthesis-basal.k: {from: 1 uM, to: 1000 /h}',
    '  synthesis-basal.Km: 3 uM',
    'targets: {ps6k-mta: 1, ps6k-meta: -1}',
    'startz: 2',
    'sets: 1.5',
    'margin: 0',
  ].join('\n');
  expect(problems(text)).toEqual([
    expect.stringMatching(/^2:3 there is no parameter.*Did you mean "s6k1-dephosphorylation.k"/),
    expect.stringMatching(/^3:29 the bounds from .* leave no room/),
    expect.stringMatching(/^4:34 constants are fitted as logarithms/),
    expect.stringMatching(/^5:29 .*uM/),
    expect.stringMatching(/^6:23 "synthesis-basal.Km" has no bounds/),
    expect.stringMatching(/^7:11 there is no target "ps6k-mta". Did you mean "ps6k-meta"/),
    expect.stringMatching(/^7:35 "-1" is not a weight/),
    expect.stringMatching(/^8:1 there is no key "startz"/),
    expect.stringMatching(/^9:7 "1.5" is not a whole number/),
    expect.stringMatching(/^10:9 "0" is not a margin/),
  ]);
  expect(problems('{}')).toEqual([
    expect.stringContaining('no constant to fit'),
    expect.stringContaining('no target to fit to'),
  ]);
  expect(problems('[]')).toEqual([expect.stringContaining('the calibration is empty')]);
});

it('reads every shipped calibration', () => {
  expect(problems(readFileSync('calibrations/s6k1.yaml', 'utf8'))).toEqual([]);
});
