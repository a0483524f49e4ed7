import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { summarise } from '../analysis/summary.js';
import { openDataset } from '../dataset/read.js';
import { leucineModel } from '../model/leucine.js';
import { defaultWorkers, type PoolOptions } from '../runner/pool.js';
import { type RunResult, runPlan } from '../runner/run.js';
import { jobCount } from '../scenario/expand.js';
import { Exit } from './exit.js';
import { onInterrupt } from './interrupt.js';
import type { Io } from './io.js';
import { type Loaded, loadPlan } from './load-plan.js';
import * as say from './messages.js';
import { examples, wholeNumber } from './options.js';
import { outputFolder, shown } from './output-folder.js';
import { packageVersion } from './package-info.js';
import { progressDisplay } from './progress-display.js';
import { summaryData, summaryTable } from './summary-table.js';

interface Options {
  readonly out?: string;
  readonly workers?: number;
  readonly cells?: number;
  readonly seed?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `leucell run SCENARIO`: lives every cell, writes the dataset, sums it up. */
export function runCommand(io: Io, ends: (code: Exit) => void): Command {
  return new Command('run')
    .description('Live every cell of a scenario and write what was measured as Arrow files.')
    .argument('<scenario>', 'a scenario file, or the name of a shipped scenario')
    .option('-o, --out <folder>', 'folder of the dataset (default: results/<name>, counted on if it exists)')
    .option(
      '-w, --workers <n>',
      'worker threads; 0 runs in the main thread (default: one a core)',
      wholeNumber(0),
    )
    .option(
      '--cells <n>',
      'cells per donor, condition and sweep point, instead of the scenario’s',
      wholeNumber(1),
    )
    .option('--seed <seed>', 'seed, instead of the scenario’s')
    .option('--json', 'print the summary as JSON, and progress as one JSON object a line')
    .option('-q, --quiet', 'no progress and no messages but problems')
    .addHelpText(
      'before',
      examples(
        'leucell run quick',
        'leucell run mine.yaml --out results/mine --workers 4',
        'leucell run quick --cells 2 --json --quiet | jq .summary',
      ),
    )
    .action(async (given: string, options: Options) => {
      const loaded = loadPlan(given, io.cwd, options);
      ends(await execute(io, loaded, options));
    });
}

/** Runs a plan that has been read; `pool` says which worker module lives the cells. */
export async function execute(
  io: Io,
  { plan, text, warnings }: Loaded,
  options: Options,
  pool: Pick<PoolOptions, 'module'> = {},
): Promise<Exit> {
  const { json = false, quiet = false } = options;
  const out = outputFolder(options.out, plan.name, io.cwd);
  const tell = (message: string) => {
    if (!quiet && !json) io.err(`${message}\n`);
  };
  for (const each of warnings) io.err(`${say.warning(each)}\n`);
  const cells = jobCount(plan);
  const workers = Math.min(options.workers ?? defaultWorkers(), cells);
  if (plan.question !== '') tell(io.colours.err.bold(plan.question));
  tell(say.aboutToRun(plan.name, cells, plan.conditionNames.length, workers));
  const display = progressDisplay(io, { json, quiet });
  const interrupt = onInterrupt(Exit.interrupted, () => {
    display.end();
    tell(say.stopping());
  });
  try {
    const result = await runPlan(plan, {
      ...pool,
      out,
      workers,
      scenario: text,
      versions: { leucell: packageVersion(), model: leucineModel.version },
      facts: { host: hostname(), node: process.versions.node, started: new Date().toISOString() },
      signal: interrupt.signal,
      onProgress: display.show,
    });
    display.end();
    return await report(io, plan.name, result, { json, tell });
  } finally {
    interrupt.release();
  }
}

async function report(
  io: Io,
  name: string,
  result: RunResult,
  { json, tell }: { json: boolean; tell: (message: string) => void },
): Promise<Exit> {
  const { progress, failures } = result;
  const folder = shown(result.folder, io.cwd);
  if (!result.complete) {
    io.err(`${say.interrupted(progress.done, progress.total, folder)}\n`);
    return Exit.interrupted;
  }
  tell(say.finished(progress));
  const dataset = await openDataset(resolve(io.cwd, result.folder));
  const summary = await summarise(dataset);
  const { plan, content_sha256, plan_sha256 } = dataset.manifest;
  if (json) {
    const { done, failed, events, elapsed_s } = progress;
    const data = {
      name,
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
    io.out(`${say.datasetAt(folder)}\n${say.readWith(folder)}\n`);
    io.out(`${say.nextCommand(asTyped(io), name)}\n`);
  }
  if (progress.failed === 0) return Exit.done;
  io.err(`${say.someFailed(progress.failed, progress.total)}\n`);
  for (const { job, reason } of failures) io.err(`${say.failedCellLine(job, reason)}\n`);
  if (progress.failed > failures.length) io.err(`${say.moreFailed(progress.failed - failures.length)}\n`);
  return Exit.someCellsFailed;
}

/** How this program is called from where it was called: a clone of the repository has it through npx only. */
const asTyped = (io: Io): string => (io.env.npm_lifecycle_event === undefined ? 'leucell' : 'npx leucell');
