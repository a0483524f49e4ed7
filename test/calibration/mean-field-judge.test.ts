import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { calibrate } from '../../src/calibration/calibrate.js';
import type { Calibration } from '../../src/calibration/calibration.js';
import { type JudgeSetup, meanFieldJudge } from '../../src/calibration/mean-field-judge.js';
import { judgeSetup } from '../../src/cli/calibration-run.js';
import { runCell, runCoarsely } from '../../src/myocyte/run.js';
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

it('is coarse, and moves no row of a meal, an infusion or a clamp by 1e-3 of itself', () => {
  const setup = setupOf('fsr-eaa-3p5g', 'ps6k-meta', 'muscle-full-infusion', 'insulin-breakdown');
  const rowsBy = (cell: typeof runCoarsely) =>
    meanFieldJudge(setup, { runCell: cell, tableSpecs })({ 'pras40-return.k': 2.5 }).flatMap(({ rows }) =>
      rows.map(({ verdict }) => verdict!),
    );
  const fine = rowsBy((plan, job) => runCell(plan, job));
  rowsBy(runCoarsely).forEach(({ simulated }, i) => {
    const { simulated: exact, size } = fine[i]!;
    expect(Math.abs(simulated - exact)).toBeLessThan(1e-3 * Math.max(Math.abs(exact), size));
  });
  expect(fine).toHaveLength(23);
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
