import { expect, it } from 'vitest';
import { modelVocabulary } from '../../src/cli/vocabulary.js';
import { runCell } from '../../src/myocyte/run.js';
import { tableSpecs } from '../../src/myocyte/tables.js';
import { parameterSetOf } from '../../src/scenario/ensemble.js';
import { jobAt, jobCount } from '../../src/scenario/expand.js';
import { parseScenario } from '../../src/scenario/parse.js';
import type { Plan } from '../../src/scenario/plan.js';

const planOf = (more: string): Plan => {
  const read = parseScenario(
    `question: which set?\nmethod: mean-field\ncells: 1\nvolume: 1 um3\nsettle: 10 min\nduration: 10 min\n${more}\n`,
    'e.yaml',
    modelVocabulary(),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.plan;
};
const NAME = 'leucine-out.k';
const sets = [0.3, 3].map((k) => ({ [NAME]: k }));
const lived = (plan: Plan, index: number) => {
  const { status, reason, tables } = runCell(plan, jobAt(plan, index));
  if (status !== 'ok') throw new Error(reason);
  return tables;
};

it('lives the set that is dealt, number for number what a scenario with those numbers lives', () => {
  const plan: Plan = { ...planOf('conditions: {a: {}}\nreplicates: 2'), ensemble: { sets } };
  const seen = new Set<number>();
  for (let i = 0; i < jobCount(plan); i++) {
    const set = parameterSetOf(plan, jobAt(plan, i))!;
    seen.add(set);
    const same = planOf(
      `conditions: {a: {}}\nreplicates: 2\nbase: {parameters: {${NAME}: ${sets[set]![NAME]} /h}}`,
    );
    const { cells, ...own } = lived(plan, i);
    const { cells: _, ...other } = lived(same, i);
    expect(own).toEqual(other);
    expect([...cells!.parameter_set!]).toEqual([set]);
  }
  expect([...seen].sort()).toEqual([0, 1]);
  const names = (p: Plan) => tableSpecs(p)[0]!.columns.map((c) => c.name);
  expect(names(plan)).toContain('parameter_set');
  expect(names(planOf('conditions: {a: {}}'))).not.toContain('parameter_set');
});

it('lets the scenario say a number over the set, and multiplies the set by its factors', () => {
  const one = { ensemble: { sets: sets.slice(0, 1) } };
  const last = (plan: Plan) => lived(plan, 0).timecourse!.leucine_uM!.at(-1)!;
  const says = (text: string) => planOf(`conditions: {a: {parameters: {${NAME}: ${text}}}}`);
  expect(last({ ...says('3 /h'), ...one })).toBe(last(says('3 /h')));
  expect(last({ ...says('x10'), ...one })).toBeCloseTo(last(says('3 /h')), 9);
  expect(last({ ...says('x10'), ...one })).not.toBeCloseTo(last(says('x10')), 1);
});
