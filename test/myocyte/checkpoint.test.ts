import { deserialize, serialize } from 'node:v8';
import { expect, it } from 'vitest';
import { modelVocabulary } from '../../src/cli/vocabulary.js';
import type { Keeper, SavedLife } from '../../src/myocyte/keeper.js';
import { runCell } from '../../src/myocyte/run.js';
import { jobAt } from '../../src/scenario/expand.js';
import { parseScenario } from '../../src/scenario/parse.js';
import type { Plan } from '../../src/scenario/plan.js';

/** Everything that a cell can carry through a checkpoint: labels, seats, followed molecules, inputs that move, all assays. */
const SCENARIO = `
question: is a life the same in two pieces?
cells: 1
volume: 0.6 um3
settle: 2 min
duration: 20 min
sample every: 5 min
conditions:
  fed: { leucine: 3.5 g }
assays:
  - tracer: { tracer: "L-[1-13C]leucine", infuse: 7.6 umol/kg/h, start: 0 h, stop: 20 min, blood: { from: 5 min, to: 20 min, every: 5 min }, biopsies: [10 min] }
  - blot: { lysates: [0 min, 10 min], antibodies: [p-S6K1(T389)] }
  - enzymes: { homogenates: [0 min, 10 min] }
`;
const planOf = (text: string): Plan => {
  const read = parseScenario(text, 'pieces.yaml', modelVocabulary());
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.plan;
};
/** Through a file and back. */
const written = (saved: SavedLife): SavedLife => deserialize(serialize(saved)) as SavedLife;

/** Lives a cell in pieces of so many looks, each piece from nothing but what the one before left; says how many there were. */
function inPieces(plan: Plan, looks: number) {
  const steps = new Set<number>();
  let kept: SavedLife | undefined;
  for (let pieces = 1; ; pieces++) {
    let left = looks;
    let saved: SavedLife | undefined;
    const keeper: Keeper = {
      ...(kept === undefined ? {} : { kept }),
      now: () => (--left > 0 ? 'go on' : 'stop'),
      keep: (now) => {
        saved = written(now);
      },
    };
    const record = runCell(plan, jobAt(plan, 0), keeper);
    if (record !== undefined) return { record, pieces, steps };
    steps.add(saved!.step);
    kept = saved;
  }
}

it.each([
  ['exact', `${SCENARIO}follow: { KIC: 20, Leucine: 20 }\n`, 1],
  ['hybrid', `${SCENARIO}method: hybrid\n`, 20],
])('lives the same life in pieces as in one: %s', (_, text, looks) => {
  const plan = planOf(text);
  const whole = runCell(plan, jobAt(plan, 0));
  expect(whole).toMatchObject({ status: 'ok' });
  const { record, pieces, steps } = inPieces(plan, looks);
  expect(record).toEqual(whole);
  expect(pieces).toBeGreaterThan(5);
  expect(steps.size).toBeGreaterThan(3);
  expect(Object.keys(whole.tables)).toEqual(expect.arrayContaining(['tracer_pools', 'blot', 'enzymes']));
  expect(Math.max(...whole.tables.tracer_pools!.molecules_13C!)).toBeGreaterThan(0);
});

it('keeps a state on the way and changes nothing by it', () => {
  const plan = planOf(SCENARIO);
  const kept: SavedLife[] = [];
  const keeper: Keeper = { now: () => 'keep', keep: (saved) => kept.push(written(saved)) };
  const whole = runCell(plan, jobAt(plan, 0));
  expect(runCell(plan, jobAt(plan, 0), keeper)).toEqual(whole);
  expect(kept.length).toBeGreaterThan(5);
  const middle = kept[Math.floor(kept.length / 2)]!;
  expect(runCell(plan, jobAt(plan, 0), { ...keeper, kept: middle })).toEqual(whole);
});
it('counts the time of computing before a stop into the budget', () => {
  const plan = planOf(SCENARIO.replace('assays:', 'budget: { time: 1 h }\nassays:'));
  let kept: SavedLife | undefined;
  runCell(plan, jobAt(plan, 0), {
    now: () => 'stop',
    keep: (saved) => {
      kept = saved;
    },
  });
  const late = { ...kept!, life: { ...(kept!.life as object), computed_s: 3601 } };
  const keeper: Keeper = { kept: late, now: () => 'go on', keep: () => {} };
  expect(runCell(plan, jobAt(plan, 0), keeper)).toMatchObject({
    status: 'failed',
    reason: 'over its budget of 3600 s of computing',
  });
});
