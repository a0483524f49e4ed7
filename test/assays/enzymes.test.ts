import { expect, it } from 'vitest';
import { laboratory } from '../../src/model/laboratory.js';
import { runCell } from '../../src/myocyte/run.js';
import { jobAt } from '../../src/scenario/expand.js';
import { faultsOf, planOf } from '../support/lab.js';

const HEAD = `question: q
cells: 1
volume: 0.5 um3
duration: 20 min
sample every: 10 min
settle: 5 min
conditions: { fasted: {} }
`;
const ENZYMES = `assays:
  enzymes:
    homogenates: [0 min, 20 min]
`;

it('counts the enzymes that are there and those that work, and changes no molecule', () => {
  const [plan, bare] = [planOf(HEAD + ENZYMES), planOf(`${HEAD}assays: [census, fluxes]\n`)];
  const { enzymes, timecourse } = runCell(plan, jobAt(plan, 0)).tables;
  expect(timecourse).toEqual(runCell(bare, jobAt(bare, 0)).tables.timecourse);
  const rows = (name: string) => {
    const index = laboratory.enzymes.findIndex((e) => e.name === name);
    return [...enzymes!.enzyme!.keys()].filter((i) => enzymes!.enzyme![i] === index);
  };
  rows('BCKDH').forEach((i, sample) => {
    expect(enzymes!.active![i]! / enzymes!.total![i]!).toBe(timecourse!.bckdh_active_fraction![sample]);
  });
  for (const i of rows('BCAT2')) expect(enzymes!.active![i]).toBe(enzymes!.total![i]);
  expect(Math.min(...enzymes!.total!)).toBeGreaterThan(0);
});

const BAD: readonly (readonly [name: string, text: string, says: RegExp])[] = [
  ['no homogenates', ENZYMES.replace(/ {4}homog.*\n/, '    replicates: 3\n'), /"homogenates" is missing/],
  ['a homogenate after the end', ENZYMES.replace('20 min', '1 h'), /:10:26 +60 min is outside the run/],
  ['an unknown enzyme', `${ENZYMES}    enzymes: [BCAT1]\n`, /:11:15 +there is no enzyme "BCAT1".*"BCAT2"/],
  ['one replicate', `${ENZYMES}    replicates: 1\n`, /:11:17 +"1" is not a whole number from 2/],
  ['the bare name', 'assays: [enzymes]\n', /the assay "enzymes" needs to be told/],
];
it.each(BAD)('refuses %s, where it stands', (_, text, says) => {
  expect(faultsOf(HEAD + text)).toMatch(says);
});
