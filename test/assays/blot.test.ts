import { expect, it } from 'vitest';
import { antibodiesWithoutSite, blotTargets } from '../../src/model/blot-targets.js';
import { runCell } from '../../src/myocyte/run.js';
import { jobAt } from '../../src/scenario/expand.js';
import { faultsOf, planOf } from '../support/lab.js';

const HEAD = `question: q
cells: 1
volume: 0.5 um3
duration: 20 min
sample every: 10 min
settle: 5 min
conditions: { fasted: {}, fed: { insulin: 200 pM } }
`;
const BLOT = `assays:
  blot:
    lysates: [0 min, 20 min]
    antibodies: [p-S6K1(T389), MuRF1]
`;

it('counts what each antibody binds, as the census does, and changes no molecule', () => {
  const plan = planOf(HEAD + BLOT);
  const { blot, timecourse } = runCell(plan, jobAt(plan, 1)).tables;
  const bare = planOf(`${HEAD}assays: [census, fluxes]\n`);
  const without = runCell(bare, jobAt(bare, 1)).tables;
  expect(timecourse).toEqual(without.timecourse);
  const rows = (name: string) =>
    [...blot!.antibody!.keys()].filter((i) => blotTargets[blot!.antibody![i]!]!.name === name);
  const share = (name: string) => rows(name).map((i) => blot!.bound![i]! / blot!.total![i]!);
  for (const [name, column] of [
    ['p-S6K1(T389)', 's6k1_p_fraction'],
    ['p-4E-BP1(S65/T70)', 'ebp1_hyper_fraction'],
    ['p-4E-BP1(T37/46)', 'ebp1_primed_fraction'],
    ['p-Akt(S473)', 'akt_p_fraction'],
    ['p-TSC2', 'tsc2_p_fraction'],
    ['p-PRAS40(T246)', 'pras40_p_fraction'],
    ['p-IRS1(S636)', 'irs1_ps636_fraction'],
    ['p-ULK1(S757)', 'ulk1_p_fraction'],
    ['p-mTOR(S2448)', 'mtorc1_active_fraction'],
  ] as const)
    expect(share(name), name).toEqual([...timecourse![column]!]);
  share('p-BCKDHA(S293)').forEach((p, i) => {
    expect(1 - p).toBeCloseTo(timecourse!.bckdh_active_fraction![i]!, 12);
  });
  expect(rows('MuRF1').map((i) => blot!.bound![i])).toEqual([...timecourse!.murf1_copies!]);
});

const BAD: readonly (readonly [name: string, text: string, says: RegExp])[] = [
  [
    'no lysates',
    BLOT.replace(/.*lysates.*\n/, ''),
    /"lysates" is missing. Write for example "lysates: \[2 h, 4 h\]"/,
  ],
  ['an unknown antibody', BLOT.replace('T389', 'T390'), /:11:18 +there is no antibody.*p-S6K1\(T389\)/],
  ['a site that the model lacks', BLOT.replace('MuRF1', 'p-Akt(T308)'), /cannot answer.*one step/],
  ['a lysate after the end', BLOT.replace('20 min', '30 min'), /:10:22 +30 min is outside the run/],
  ['a lysate between samples', BLOT.replace('20 min', '15 min'), /:10:22 +15 min is no sample time/],
  ['an unknown control', `${BLOT}    control: fasten\n`, /:12:14 +there is no condition "fasten".*"fasted"/],
  ['the bare name', 'assays: [blot]\n', /the assay "blot" needs to be told/],
];
it.each(BAD)('refuses %s, where it stands', (_, text, says) => {
  expect(faultsOf(HEAD + text)).toMatch(says);
});
it('refuses more lysates than lanes', () => {
  const text = HEAD.replace('sample every: 10 min', 'sample every: 1 min');
  expect(
    faultsOf(text + BLOT.replace('[0 min, 20 min]', '{ from: 0 min, to: 13 min, every: 1 min }')),
  ).toMatch(/28 lysates are more than a gel has lanes \(26\)/);
});
it('says of no antibody both that it is and that it is not', () => {
  expect(blotTargets.filter((t) => Object.hasOwn(antibodiesWithoutSite, t.name))).toEqual([]);
});
