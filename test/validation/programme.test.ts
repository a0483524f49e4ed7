import { expect, it } from 'vitest';
import { toPlan } from '../../src/cli/targets.js';
import { modelInputs } from '../../src/cli/vocabulary.js';
import { programmeOf } from '../../src/validation/programme.js';
import { WHOLE } from '../../src/validation/size.js';
import type { Arm, Target } from '../../src/validation/target.js';
import { arm, target } from './sample-target.js';

const INPUTS = modelInputs();
const programme = (...targets: Target[]) => programmeOf(targets, INPUTS, WHOLE, toPlan());
const asking = (id: string, formulas: readonly string[], arms?: readonly Arm[]): Target =>
  target({ id, accept: { bands: [], inequalities: formulas } }, arms);
const fed = arm('fed', { interventions: [{ t_min: 0, agent: 'whey protein', dose: 20, unit: 'g' }] });

it('runs arms that are the same protocol once, as long as any of them needs', () => {
  const { batches, places } = programme(
    asking('a', ['fsr[0..60] > 1'], [fed]),
    asking('b', ['fsr[0..170] > 1'], [{ ...fed, id: 'other' }]),
    asking('c', ['fsr[fasted] > 1']),
  );
  expect(batches.flatMap((b) => b.plan.conditionNames)).toHaveLength(2);
  expect(places.get('a fed')?.condition).toBe(places.get('b other')?.condition);
  const batch = batches.find((b) => b.name === places.get('a fed')?.batch)!;
  expect(batch.plan.duration_s).toBe((60 + 170) * 60);
});

it('lives only the arms that a row reads', () => {
  const { places } = programme(asking('a', ['fsr[fed, 0..60] > 1'], [fed, arm('idle')]));
  expect([...places.keys()]).toEqual(['a fed']);
});

it('samples at every time that is asked for', () => {
  const { batches } = programme(asking('a', ['s6k[2] > 1']));
  expect(batches[0]!.plan.sampleEvery_s).toBe(120);
});

it('spends fewer cells on protocols that take days, and one on what no cell changes', () => {
  const cellsOf = (formula: string) => programme(asking('a', [formula])).batches[0]!.plan.cells;
  expect(cellsOf('fsr[0..60] > 1')).toBe(WHOLE.most);
  expect(cellsOf('fsr[2880] > 1')).toBe(WHOLE.least);
  expect(cellsOf('plasma_hmb[60] > 1')).toBe(1);
});

it('measures the fasted value before exercise', () => {
  const bout = arm('main', { exercise: { type: 'resistance', t_min: 0 } });
  const clock = (of: Arm) =>
    programme(asking('a', ['fsr[0..60] > fsr[fasted]'], [of])).places.get('a main')?.clock;
  expect(clock(bout)).toMatchObject({ zero_min: 120, fasted: [-120, -60] });
  expect(clock(arm('main'))).toMatchObject({ zero_min: 60, fasted: [-60, 0] });
});

it('reports a protocol that it cannot express, and runs the others', () => {
  const { batches, places } = programme(
    asking('a', ['fsr[0..60] > 1'], [arm('main', { state: 'weightless' })]),
    asking('b', ['fsr[0..60] > 1']),
  );
  expect(places.get('a main')?.reasons).toEqual(['the model has no state "weightless"']);
  expect(batches).toHaveLength(1);
});
