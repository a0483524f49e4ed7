import type { Calibration } from '../calibration/calibration.js';
import type { JudgeSetup } from '../calibration/mean-field-judge.js';
import { hashOf } from '../dataset/hash.js';
import { type Answerers, openAnswerers } from '../runner/answerers.js';
import { defaultWorkers } from '../runner/pool.js';
import type { ParameterSet } from '../scenario/parameter-set.js';
import type { Size } from '../validation/batches.js';
import type { JudgedTarget } from '../validation/judge-targets.js';
import { programmeOf } from '../validation/programme.js';
import { WHOLE } from '../validation/size.js';
import type { Target } from '../validation/target.js';
import { versions } from './live.js';
import { toPlan } from './targets.js';
import { modelInputs } from './vocabulary.js';

/** One average cell a condition, as differential equations. */
export const MEAN_FIELD: Size = { ...WHOLE, cells: 1, method: 'mean-field' };

const JUDGE_MODULE = new URL('../../workers/judge.js', import.meta.url);

/** What is to be judged: the protocols of targets in the mean field. */
export const judgeSetup = (targets: readonly Target[]): JudgeSetup => ({
  targets,
  programme: programmeOf(targets, modelInputs(), MEAN_FIELD, toPlan()),
});

/** Opens threads that judge sets of constants. */
export const openJudges = (
  setup: JudgeSetup,
  workers: number | undefined,
): Promise<Answerers<ParameterSet, readonly JudgedTarget[]>> =>
  openAnswerers(JUDGE_MODULE, setup, workers ?? defaultWorkers());

/** By what trials of a calibration are known for its own: equal where a set of constants has equal residuals. */
export const trialsOf = ({ constants, weights }: Calibration, setup: JudgeSetup): string =>
  hashOf({
    ...versions(),
    constants: constants.map(({ name }) => name),
    weights: [...weights],
    targets: setup.targets,
    batches: setup.programme.batches.map(({ text }) => text),
  });
