import { expect, it } from 'vitest';
import { valueAt } from '../../src/body/courses.js';
import { toPlan } from '../../src/cli/targets.js';
import { modelInputs } from '../../src/cli/vocabulary.js';
import { conditionAt } from '../../src/scenario/expand.js';
import { programmeOf } from '../../src/validation/programme.js';
import { WHOLE } from '../../src/validation/size.js';
import type { Arm, Target } from '../../src/validation/target.js';
import { arm, target } from './sample-target.js';

const INPUTS = modelInputs();
const WHEY = { t_min: 0, agent: 'whey protein', dose: 48, unit: 'g', route: 'oral' };
const FORCED = arm('main', {
  interventions: [WHEY],
  forcing: { leucine: 'leu-plasma-atherton2010-whey48g', insulin: 'insulin-plasma-atherton2010-whey48g' },
});

/** What the arm of a target that asks for this is given, and what is said of it. */
function run(formula: string, changes: Partial<Target> = {}, of: Arm = FORCED) {
  const asked = target({ accept: { bands: [], inequalities: [formula] }, ...changes }, [of]);
  const { batches, places } = programmeOf([asked], INPUTS, WHOLE, toPlan());
  const place = places.get('t main')!;
  const { inputs, provenance } = conditionAt(batches[0]!.plan, 0, 0);
  const at = (input: string, t_min: number) => valueAt(inputs[input]!, (t_min + place.clock.zero_min) * 60);
  return { at, provenance, notes: place.notes, curves: place.curves };
}
const ATHERTON = { source: [{ authors: 'Atherton et al.', year: 2010, journal: 'Am J Clin Nutr' }] };

it('foretells plasma KIC where it is observed, after the plasma leucine that was measured', () => {
  const { at, provenance, notes, curves } = run('plasma_kic[60] > plasma_kic[fasted]', ATHERTON);
  expect(provenance.plasma_kic).toMatch(/^intake model, after leu-plasma-atherton2010-whey48g/);
  expect(curves).not.toHaveProperty('plasma_kic');
  expect(at('plasma_leucine', 60)).toBeCloseTo(501, 6);
  expect(at('plasma_kic', 60)).not.toBeCloseTo(51.1 - 30.6 + 30, 1);
  expect(notes).toEqual(['A test of the intake model, which gives plasma kic and was fitted to this study.']);
});

it('gives what was measured where muscle is observed', () => {
  const { at, provenance, notes } = run('kic[60] > kic[fasted]', ATHERTON);
  expect(provenance.plasma_kic).toMatch(/^kic-plasma-atherton2010-whey48g/);
  expect(at('plasma_kic', 60)).toBeCloseTo(51.1 - 30.6 + 30, 6);
  expect(notes).toEqual([]);
  expect(run('leucine[60] > 0.5 * plasma_leucine[60]').at('plasma_leucine', 60)).toBeCloseTo(501, 6);
});

it('drops the curve of the observed quantity itself, and says where the model was not fitted to the study', () => {
  const { at, provenance, notes } = run('plasma_leucine[60] > plasma_leucine[fasted]');
  expect(provenance.plasma_leucine).toBe('intake model, 48 g whey protein');
  expect(provenance.insulin).toBe('insulin-plasma-atherton2010-whey48g');
  expect(at('plasma_leucine', 60)).not.toBeCloseTo(501, 0);
  expect(notes).toEqual([
    'A test of the intake model, which gives plasma leucine and was not fitted to this study.',
  ]);
});

it('keeps a curve that nothing foretells', () => {
  const clamp = arm('main', { forcing: { leucine: 'leu-plasma-moore2009-whey25g' } });
  const { provenance, notes } = run('plasma_leucine[60] > plasma_leucine[fasted]', {}, clamp);
  expect(provenance.plasma_leucine).toBe('leu-plasma-moore2009-whey25g');
  expect(notes).toEqual([]);
});

it('tests the kinetics of HMB by the dose that was taken', () => {
  const gel = { t_min: 0, agent: 'HMB free acid gel', dose: 0.8, unit: 'g', route: 'oral' };
  const of = arm('main', { interventions: [gel], forcing: { hmb: 'hmb-fit-fa-gel' } });
  const source = [{ authors: 'Fuller et al.', year: 2011 }];
  const { provenance, notes } = run('peak(plasma_hmb[0..600]) > 100', { source }, of);
  expect(provenance.plasma_hmb).toBe('hmb-fit-fa-gel x 1');
  expect(notes[0]).toContain('was fitted to this study');
});
