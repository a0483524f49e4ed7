import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { meanFieldJudge } from '../../src/calibration/mean-field-judge.js';
import { readCalibration } from '../../src/calibration/read-calibration.js';
import { costOf, residualsOf } from '../../src/calibration/residuals.js';
import { judgeSetup } from '../../src/cli/calibration-run.js';
import { modelVocabulary } from '../../src/cli/vocabulary.js';
import { runAverage } from '../../src/myocyte/run.js';
import { tableSpecs } from '../../src/myocyte/tables.js';
import { readEnsemble } from '../../src/scenario/read-ensemble.js';
import { readTargets } from '../../src/validation/read-targets.js';

const textOf = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const targets = readTargets(textOf('validation/targets.yaml'), 'targets.yaml');
if (!targets.ok) throw new Error('the shipped targets are not read');
const asked = readCalibration(
  textOf('calibrations/unmeasured.yaml'),
  'unmeasured.yaml',
  modelVocabulary(),
  targets.targets,
);
if (!asked.ok) throw new Error('the shipped calibration is not read');
const { constants, weights } = asked.calibration;
const shipped = textOf('calibrations/unmeasured.json');
const ensemble = readEnsemble(shipped, 'unmeasured.json', modelVocabulary());
if (!ensemble.ok) throw new Error(JSON.stringify(ensemble.problems));
const { sets } = ensemble;

it('ships at least 50 parameter sets, all different, of the constants and within the bounds of its calibration', () => {
  expect(sets.length).toBeGreaterThanOrEqual(50);
  expect(new Set(sets.map((set) => JSON.stringify(set))).size).toBe(sets.length);
  for (const set of sets) {
    expect(Object.keys(set)).toEqual(constants.map(({ name }) => name));
    for (const { name, from, to } of constants) {
      expect(set[name]! / from).toBeGreaterThan(1 - 1e-9);
      expect(set[name]! / to).toBeLessThan(1 + 1e-9);
    }
  }
});

it('fits with the model as it is; else make it anew: leucell calibrate calibrations/unmeasured.yaml', () => {
  const { cost } = JSON.parse(shipped) as { cost: { optimum: number; margin: number } };
  const setup = judgeSetup(targets.targets.filter(({ id }) => weights.has(id)));
  const judge = meanFieldJudge(setup, { runCell: runAverage, tableSpecs });
  for (const i of [0, 25, 49])
    expect(costOf(residualsOf(judge(sets[i]!), weights)), `set ${i}`).toBeLessThan(
      cost.optimum + cost.margin + 1e-6,
    );
}, 60_000);
