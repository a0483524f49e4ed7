import { resolve } from 'node:path';
import { summarise } from '../analysis/summary.js';
import { openDataset } from '../dataset/read.js';
import type { RunResult } from '../runner/run.js';
import { Exit } from './exit.js';
import { failureTable } from './failure-table.js';
import type { Io } from './io.js';
import * as say from './messages.js';
import { shown } from './output-folder.js';
import { summaryData, summaryTable } from './summary-table.js';

/** Says how a run ended: the summary of a whole dataset, what failed, or how to go on with an unfinished one. */
export async function reportRun(
  io: Io,
  result: RunResult,
  { json = false, quiet = false }: { readonly json?: boolean; readonly quiet?: boolean },
  interrupted: Exit,
): Promise<Exit> {
  const { progress, failures, failed } = result;
  const folder = shown(result.folder, io.cwd);
  if (!result.complete) {
    const stopped = interrupted === Exit.someCellsFailed ? say.stoppedAtFailure : say.interrupted;
    io.err(`${stopped(progress.done, progress.total, folder)}\n${say.resumeWith(asTyped(io), folder)}\n`);
    for (const { job, reason } of failures) io.err(`  cell ${job}: ${reason}\n`);
    return interrupted;
  }
  if (!quiet && !json) io.err(`${say.finished(progress)}\n`);
  const dataset = await openDataset(resolve(io.cwd, result.folder));
  const summary = await summarise(dataset);
  const { plan, content_sha256, plan_sha256 } = dataset.manifest;
  if (json) {
    const { done, events, elapsed_s } = progress;
    const data = {
      name: plan.name,
      dataset: folder,
      plan_sha256,
      content_sha256,
      cells: done,
      failed,
      failures,
      events,
      elapsed_s,
      summary: summaryData(summary, plan),
    };
    io.out(`${JSON.stringify(data, null, 2)}\n`);
  } else {
    io.out(`\n${summaryTable(summary, plan, io.colours.out)}\n`);
    io.out(
      `${say.datasetAt(folder)}\n${say.readWith(folder, plan.keep === undefined ? 'timecourse' : 'summary')}\n`,
    );
    io.out(`${say.nextCommand(asTyped(io), plan.name)}\n`);
  }
  if (failed === 0) return Exit.done;
  io.err(`${say.someFailed(failed, progress.total)}\n${failureTable(plan, failures)}`);
  if (failed > failures.length) io.err(`${say.moreFailed(failed - failures.length)}\n`);
  return Exit.someCellsFailed;
}

/** How this program is called from where it was called: a clone of the repository has it through npx only. */
export const asTyped = (io: Io): string =>
  io.env.npm_lifecycle_event === undefined ? 'leucell' : 'npx leucell';
