/** A worker thread that judges sets of constants. */
import { workerData } from 'node:worker_threads';
import { type JudgeSetup, meanFieldJudge } from '../src/calibration/mean-field-judge.js';
import { runAverage } from '../src/myocyte/run.js';
import { tableSpecs } from '../src/myocyte/tables.js';
import type { ParameterSet } from '../src/scenario/parameter-set.js';

/** Answers in the calling thread. */
export const answerer = (setup: JudgeSetup) => meanFieldJudge(setup, { runCell: runAverage, tableSpecs });

let judge: ReturnType<typeof answerer> | undefined;

/** Answers in a worker thread, whose targets came with it. */
export default function judged(set: ParameterSet): unknown {
  judge ??= answerer(workerData as JudgeSetup);
  return judge(set);
}
