import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { calibrate } from '../../src/calibration/calibrate.js';
import type { Calibration } from '../../src/calibration/calibration.js';
import { type JudgeSetup, meanFieldJudge } from '../../src/calibration/mean-field-judge.js';
import { residualsOf } from '../../src/calibration/residuals.js';
import { judgeSetup } from '../../src/cli/calibration-run.js';
import { runAverage, runCell } from '../../src/myocyte/run.js';
import { tableSpecs } from '../../src/myocyte/tables.js';
import { openAnswerers } from '../../src/runner/answerers.js';
import type { ParameterSet } from '../../src/scenario/parameter-set.js';
import type { JudgedTarget } from '../../src/validation/judge-targets.js';
import { readTargets } from '../../src/validation/read-targets.js';

const BUILT = new URL('../../dist/workers/judge.js', import.meta.url);
const read = readTargets(
  readFileSync(fileURLToPath(new URL('../../validation/targets.yaml', import.meta.url)), 'utf8'),
  'targets.yaml',
);
if (!read.ok) throw new Error('the shipped targets are not read');
const setupOf = (...ids: string[]): JudgeSetup =>
  judgeSetup(read.targets.filter(({ id }) => ids.includes(id)));

it('is coarse, and stands for whole cells of both fibre types to 3 thousandths of half a band', () => {
  const ids = ['fsr-eaa-3p5g', 'ps6k-meta', 'muscle-full-infusion', 'insulin-breakdown'];
  const setup = setupOf(...ids);
  const weights = new Map(ids.map((id) => [id, 1]));
  const distances = (cell: typeof runAverage) =>
    residualsOf(
      meanFieldJudge(setup, { runCell: cell, tableSpecs })({ 'pras40-return.k': 2.5 }),
      weights,
    ).map(({ distance }) => distance);
  const [slow, fast] = [0, 1].map((type_II_share) =>
    distances((plan, job) => runCell({ ...plan, variation: { ...plan.variation, type_II_share } }, job)),
  );
  const average = distances(runAverage);
  expect(average.length).toBeGreaterThan(20);
  average.forEach((d, i) => {
    expect(Math.abs(d - (slow![i]! + fast![i]!) / 2)).toBeLessThan(0.003);
  });
}, 60_000);

it('is asked by threads as in the main thread: the same optimum, the same sets', async () => {
  const setup = setupOf('reamination-share');
  const constant = (name: string, model: number, from: number, to: number) => ({
    name,
    unit: '',
    model,
    from,
    to,
  });
  const calibration: Calibration = {
    constants: [
      constant('bckdh-phosphorylation.kic', 65, 20, 200),
      constant('bckdh-dephosphorylation.k', 0.034, 0.015, 0.08),
    ],
    weights: new Map([['reamination-share', 1]]),
    seed: '1',
    starts: 1,
    margin: 1,
    sets: 4,
  };
  const [here, there] = await Promise.all(
    [0, 2].map(async (workers) => {
      const judges = await openAnswerers<ParameterSet, readonly JudgedTarget[]>(BUILT, setup, workers);
      try {
        return await calibrate(calibration, judges.ask);
      } finally {
        await judges.close();
      }
    }),
  );
  expect(there).toEqual(here);
  expect(here!.optimum.cost).toBeLessThan(here!.costBefore);
}, 60_000);
