import { expect, it } from 'vitest';
import type { Bench } from '../../src/assays/assay.js';
import { tracer } from '../../src/assays/tracer.js';
import type { Cell } from '../../src/engine/cell.js';
import { laboratory } from '../../src/model/laboratory.js';
import { assaysOf, structure } from '../../src/myocyte/prepared.js';
import { runCell } from '../../src/myocyte/run.js';
import { streamFor } from '../../src/random/stream.js';
import { jobAt } from '../../src/scenario/expand.js';
import { faultsOf, planOf } from '../support/lab.js';

const HEAD = `question: q
cells: 1
volume: 0.2 um3
duration: 1 h
sample every: 10 min
settle: 5 min
conditions: { fasted: {} }
`;
const STUDY = `assays:
  tracer:
    tracer: L-[1-13C,15N]leucine
    infuse: 7.6 umol/kg/h
    prime: 7.6 umol/kg
    blood: [10 min, 45 min]
    biopsies: [10 min, 50 min]
`;

it('counts the molecules and labels that are there, pool by pool, and what flowed since', () => {
  const bench = assaysOf(planOf(HEAD + STUDY)).find(({ assay }) => assay === tracer)!.bench as Bench;
  const q = bench.crowds.indexOf('Leucine@cytosol');
  const c = structure.channels.findIndex(({ rule }) => rule.id === 'kic-in');
  const cell = {
    time_s: 0,
    count: new Float64Array(bench.crowds.length),
    labelled: new Float64Array(4 * bench.crowds.length),
    fired: new Float64Array(bench.channels.length),
    firedLabelled: new Float64Array(4 * bench.channels.length),
  };
  cell.count[q] = 100;
  cell.labelled.set([0, 7, 5, 3], 4 * q);
  cell.fired[c] = 40;
  const sitting = tracer.observe(bench, { volume_um3: 1, noise: streamFor('1'), own: streamFor('1') });
  sitting.sample(cell as unknown as Cell);
  Object.assign(cell, { time_s: 600 });
  cell.fired[c] = 65;
  cell.firedLabelled.set([0, 4, 0, 2], 4 * c);
  sitting.sample(cell as unknown as Cell);
  const { tracer_pools: pools, tracer_flows: flows } = sitting.finish(cell as unknown as Cell);
  const free = laboratory.pools.findIndex((p) => p.name === 'free leucine');
  const row = (table: typeof pools, i: number) =>
    Object.fromEntries(Object.entries(table!).map(([name, column]) => [name, column[i]]));
  expect(row(pools, free)).toEqual({
    time_s: 0,
    pool: free,
    molecules: 100,
    molecules_13C: 10,
    molecules_15N: 8,
    molecules_13C15N: 3,
  });
  const into = laboratory.flows.findIndex((f) => f.name === 'KIC in');
  expect(row(flows, into)).toEqual({
    from_s: 0,
    to_s: 600,
    flow: into,
    events: 25,
    events_13C: 6,
    events_15N: 2,
    events_13C15N: 2,
  });
  expect(flows!.events).toHaveLength(laboratory.flows.length);
});

it('names rules that the model has', () => {
  const known = new Set(structure.channels.map(({ rule, rate }) => `${rule.id}.${rate}`));
  const named = laboratory.flows.flatMap((f) => f.firings.map(({ rule, rate }) => `${rule}.${rate}`));
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

it('changes no molecule: a cell with the tracer lives the life of one without, whatever its label does', () => {
  const [bare, traced, otherwise] = ['', STUDY, STUDY.replace('7.6 umol/kg\n', '1 umol/kg\n')].map(
    (study) => {
      const plan = planOf(HEAD + (study === '' ? 'assays: [census, fluxes]\n' : study));
      return runCell(plan, jobAt(plan, 0)).tables;
    },
  );
  expect(traced!.timecourse).toEqual(bare!.timecourse);
  expect(traced!.cells).toEqual(bare!.cells);
  expect(traced!.fluxes!.events).toEqual(bare!.fluxes!.events);
  expect(traced!.tracer_pools!.molecules).toEqual(otherwise!.tracer_pools!.molecules);
  expect(traced!.tracer_pools!.molecules_13C).not.toEqual(otherwise!.tracer_pools!.molecules_13C);
  expect(Math.max(...traced!.tracer_pools!.molecules_13C15N!)).toBeGreaterThan(0);
});

/** What was written after the head of seven lines, and what is said of it. */
const BAD: readonly (readonly [name: string, text: string, says: RegExp])[] = [
  ['no protocol', 'assays: [tracer]', /:8:10 +the assay "tracer" needs to be told/],
  ['a prime without infusion', STUDY.replace(/.*infuse.*\n/, ''), /:11:12 +there is a prime but no infusion/],
  ['no infusion', STUDY.replace(/.*(infuse|prime).*\n/g, ''), /"infuse" is missing.*7\.6 umol\/kg\/h/],
  ['a sample before', STUDY.replace('[10 min, 45', '[-5 min, 45'), /:13:13 +a sample at -5 min precedes/],
  ['a biopsy after', STUDY.replace('50 min', '70 min'), /:14:24 +70 min is outside the run.*60 min/],
  ['a biopsy unseen', STUDY.replace('50 min', '55 min'), /:14:24 +55 min is no sample time.*10 min/],
  ['an unknown tracer', STUDY.replace('15N]', '14N]'), /:10:13 +there is no tracer .*mean "L-\[1-13C,15N\]/],
  [
    'another amino acid',
    STUDY.replace(/tracer: .*leucine.*/, 'tracer: L-[ring-13C6]phenylalanine'),
    /:10:13 +the model cannot carry the tracer "L-\[ring-13C6\]phenylalanine": .*has leucine only.*"L-\[1-13C\]leucine"/,
  ],
  ['an unknown key', STUDY.replace('prime', 'priem'), /:12:5 +there is no key "priem".*"prime"/],
  ['a backward list', STUDY.replace('[10 min, 45 min]', '[45 min, 10 min]'), /goes backwards/],
  ['an early stop', `${STUDY}    start: 20 min\n    stop: 10 min\n`, /:16:11 +the infusion stops at 10 min/],
  ['an amount for a rate', STUDY.replace('kg/h', 'kg'), /:11:13 +"7\.6 umol\/kg" is not an infusion rate/],
];
it.each(BAD)('refuses %s, where it stands', (_, text, says) => {
  expect(faultsOf(HEAD + text)).toMatch(says);
});
it('refuses a condition with label of its own', () => {
  const text = HEAD.replace('fasted: {}', 'fasted: { tracer: tracer-leu-13c }') + STUDY;
  expect(faultsOf(text)).toMatch(/labels of their own/);
});
it('needs no protocol where nobody asks', () => {
  expect(planOf(HEAD).assays.map((a) => a.assay)).not.toContain('tracer');
});
