/** A worker thread: answers what the runner asks and moves the columns back without copying them. */
import { isMainThread, workerData } from 'node:worker_threads';
import { runCell } from '../src/myocyte/run.js';
import { tableSpecs } from '../src/myocyte/tables.js';
import { answerWith, buffersOf, type CellTask } from '../src/runner/task.js';

/** Answers in the calling thread. */
export const answer = answerWith({ runCell, tableSpecs });

const threads = isMainThread ? undefined : await import('piscina');

/** Answers in a worker thread, whose plan came with it. */
export default function cell(task: CellTask): unknown {
  const reply = answer(workerData, task);
  return threads!.move({ [threads!.transferableSymbol]: buffersOf(reply), [threads!.valueSymbol]: reply });
}
