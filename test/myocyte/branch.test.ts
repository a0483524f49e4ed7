import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { modelVocabulary } from '../../src/cli/vocabulary.js';
import type { SavedLife } from '../../src/myocyte/keeper.js';
import type { CellRecord, Columns } from '../../src/myocyte/record.js';
import { runCell } from '../../src/myocyte/run.js';
import { branchOff } from '../../src/scenario/branch.js';
import { changesText } from '../../src/scenario/changes.js';
import { jobAt, jobCount } from '../../src/scenario/expand.js';
import { jobKeys } from '../../src/scenario/job-key.js';
import { parseScenario } from '../../src/scenario/parse.js';
import type { Plan } from '../../src/scenario/plan.js';

/** Inputs that move, labels and followed molecules: everything in which a life before the branch could differ. */
const SCENARIO = `
question: what if it had gone on otherwise?
cells: 1
volume: 0.2 um3
settle: 2 min
duration: 20 min
sample every: 5 min
conditions:
  fasted: {}
  fed: { leucine: 3.5 g }
assays:
  - tracer: { tracer: "L-[1-13C]leucine", infuse: 7.6 umol/kg/h, start: 0 h, stop: 20 min, blood: { from: 5 min, to: 20 min, every: 5 min }, biopsies: [10 min] }
`;
const vocabulary = modelVocabulary();
const planOf = (text: string): Plan => {
  const read = parseScenario(text, 'branch.yaml', vocabulary);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.plan;
};
function branched(parent: Plan, at_s: number, text: string): Plan {
  const read = branchOff(parent, at_s, text, 'changes.yaml', vocabulary);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.plan;
}
const problemsOf = (parent: Plan, at_s: number, text: string) => {
  const read = branchOff(parent, at_s, text, 'changes.yaml', vocabulary);
  return read.ok ? [] : read.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
};
const lived = (plan: Plan) => Array.from({ length: jobCount(plan) }, (_, i) => runCell(plan, jobAt(plan, i)));

/** Rows of every table that end at a time or before. */
function until(record: CellRecord, time_s: number): Readonly<Record<string, readonly (readonly number[])[]>> {
  const timed = Object.entries(record.tables).filter(([name]) => name !== 'cells');
  return Object.fromEntries(
    timed.map(([name, columns]) => {
      const when = (columns.to_s ?? columns.time_s)!;
      const rows = Array.from(when, (t, row) => (t <= time_s ? rowOf(columns, row) : []));
      return [name, rows.filter((row) => row.length > 0)];
    }),
  );
}
const rowOf = (columns: Columns, row: number) => Object.values(columns).map((values) => values[row]!);

describe.each([
  ['exact', `${SCENARIO}follow: { KIC: 20 }\n`],
  ['hybrid', `${SCENARIO}method: hybrid\n`],
  ['mean-field', SCENARIO.replace(/assays:[\s\S]*/, 'method: mean-field\n')],
])('a branch (%s)', (_, text) => {
  const parent = planOf(text);
  const whole = lived(parent);

  it.each([
    ['an input', 'conditions: { fed: { rapamycin: 100 nM } }'],
    ['a rate', 'conditions: { fed: { parameters: { leucine-out.k: x3 } } }'],
    ['a constant that saturates', 'conditions: { fed: { parameters: { leucine-in.K: x20 } } }'],
    ['a dose', 'conditions: { fed: { leucine: { dose: 9 g, at: 11 min } } }'],
  ])('is the parent up to its time and another life from then on: %s', (_what, changes) => {
    const [fasted, fed] = lived(branched(parent, 600, changes));
    expect(fasted).toEqual(whole[0]);
    expect(until(fed!, 600)).toEqual(until(whole[1]!, 600));
    expect(until(fed!, 600).timecourse!.length).toBe(3);
    expect(until(fed!, 1200)).not.toEqual(until(whole[1]!, 1200));
  });
  it('may begin between two samples', () => {
    const [fasted, fed] = lived(branched(parent, 437, 'base: { insulin: 90 pM }'));
    for (const [i, record] of [fasted!, fed!].entries()) {
      expect(until(record, 437)).toEqual(until(whole[i]!, 437));
      expect(until(record, 1200)).not.toEqual(until(whole[i]!, 1200));
    }
  });
  it('may have branches itself', () => {
    const first = branched(parent, 300, 'conditions: { fed: { rapamycin: 100 nM } }');
    const second = branched(first, 900, 'conditions: { fed: { parameters: { leucine-out.k: x3 } } }');
    const [firstLived, secondLived] = [lived(first)[1]!, lived(second)[1]!];
    expect(until(secondLived, 300)).toEqual(until(whole[1]!, 300));
    expect(until(secondLived, 900)).toEqual(until(firstLived, 900));
    expect(until(secondLived, 1200)).not.toEqual(until(firstLived, 1200));
  });
});

it('may live longer than its parent, as if that had been asked for at first', () => {
  const parent = planOf(SCENARIO.replace(/assays:[\s\S]*/, ''));
  const longer = branched(parent, 1200, 'duration: 30 min');
  expect(lived(longer)).toEqual(lived({ ...parent, duration_s: 1800 }));
});
it('is the parent where nothing is changed', () => {
  const parent = planOf(SCENARIO);
  expect(branched(parent, 600, '')).toBe(parent);
  expect(branched(parent, 600, 'conditions: { fed: { leucine: 3.5 g } }')).toBe(parent);
});
it('has the keys of its parent for the cells that are not changed', () => {
  const parent = planOf(SCENARIO);
  const branch = branched(parent, 600, 'conditions: { fed: { rapamycin: 100 nM } }');
  const keys = [parent, branch].map((plan) =>
    [0, 1].map((i) => jobKeys(plan, { model: '1' })(jobAt(plan, i))),
  );
  expect(keys[1]![0]).toBe(keys[0]![0]);
  expect(keys[1]![1]).not.toBe(keys[0]![1]);
});
it('can be kept in the middle of its life, after other constants have come into force', () => {
  const parent = planOf(SCENARIO.replace('0.2 um3', '0.5 um3'));
  const plan = branched(parent, 300, 'conditions: { fed: { parameters: { leucine-in.K: x20 } } }');
  const whole = runCell(plan, jobAt(plan, 1));
  const kept: SavedLife[] = [];
  runCell(plan, jobAt(plan, 1), {
    now: () => 'keep',
    keep: (saved) => kept.push(deserialize(serialize(saved)) as SavedLife),
  });
  for (const at of [kept[1]!, kept.at(-1)!])
    expect(runCell(plan, jobAt(plan, 1), { kept: at, now: () => 'go on', keep: () => {} })).toEqual(whole);
});
it('refuses what cannot change at a time, every problem with its place', () => {
  const swept = planOf(`${SCENARIO}sweep: { conditions.fed.leucine: [1 g, 2 g] }\n`);
  const changes = `duration: 5 min
conditions:
  fed: { leucine: 2 g, copies: { S6K1: x2 } }
  fasted: { parameters: { copies.S6K1: x2 } }
  starved: {}
`;
  expect(problemsOf(swept, 600, changes)).toEqual([
    '5:3 there is no condition "starved". Known: fasted, fed.',
    expect.stringMatching(/^3:24 "copies" is what a cell has from its start/),
    expect.stringMatching(/^4:27 "copies.S6K1" is what a cell has from its start/),
    expect.stringMatching(/^3:10 "conditions.fed.leucine" is swept in the parent/),
  ]);
  expect(problemsOf(swept, 600, 'duration: 5 min')).toEqual([
    expect.stringMatching(/^1:11 a branch at 10 min of a run of 20 min has nothing left/),
  ]);
});
it('reads changes from words on the command line', () => {
  const names = ['leucine-in.K'];
  expect(
    changesText(
      ['fed.rapamycin=100 nM', 'conditions.fed.leucine.dose = 2 g', 'base.leucine-in.K=x2', 'duration=3 h'],
      names,
    ),
  ).toEqual({
    text: '{ "conditions": { "fed": { "rapamycin": 100 nM, "leucine": { "dose": 2 g } } }, "base": { "parameters": { "leucine-in.K": x2 } }, "duration": 3 h }\n',
  });
  for (const bad of ['fed', 'fed=', '=3', 'fed.=1', 'insulin=3'])
    expect(changesText([bad], names)).toEqual({ bad });
});
