import { Command } from 'commander';
import { defaultWorkers, type PoolOptions } from '../runner/pool.js';
import { runPlan } from '../runner/run.js';
import { jobCount } from '../scenario/expand.js';
import type { Exit } from './exit.js';
import type { Io } from './io.js';
import { type HowToLive, living } from './live.js';
import { type Loaded, loadPlan, type PlanChanges } from './load-plan.js';
import * as say from './messages.js';
import { examples, reuseFrom, withChanges, withReuse, withRun } from './options.js';
import { outputFolder } from './output-folder.js';
import { reportRun } from './run-report.js';

interface Options extends HowToLive, PlanChanges {
  readonly out?: string;
  readonly watch?: boolean;
  readonly reuse?: readonly string[];
}

/** `leucell run SCENARIO`: lives every cell, writes the dataset, sums it up. */
export function runCommand(io: Io, ends: (code: Exit) => void): Command {
  const command = new Command('run')
    .description('Live every cell of a scenario and write what was measured as Arrow files.')
    .argument('<scenario>', 'a scenario file, or the name of a shipped scenario')
    .option('-o, --out <folder>', 'folder of the dataset (default: results/<name>, counted on if it exists)')
    .option('--watch', 'show the run live on a page of this machine, whose address is printed');
  return withRun(withReuse(withChanges(command)))
    .addHelpText(
      'before',
      examples(
        'leucell run quick',
        'leucell run mine.yaml --out results/mine --workers 4',
        'leucell run mine.yaml --cells 40 --reuse results/mine',
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
  const out = outputFolder(options.out, plan.name, io.cwd);
  for (const each of warnings) io.err(`${say.warning(each)}\n`);
  const cells = jobCount(plan);
  const workers = Math.min(options.workers ?? defaultWorkers(), cells);
  if (!options.quiet && !options.json) {
    if (plan.question !== '') io.err(`${io.colours.err.bold(plan.question)}\n`);
    io.err(`${say.aboutToRun(plan.name, cells, plan.conditionNames.length, workers)}\n`);
  }
  const page = options.watch ? (await import('./watch.js')).pageOfRun(io, out, options.json) : undefined;
  const { made, interrupted } = await living(io, { ...options, workers }, pool, ({ onProgress, ...live }) =>
    runPlan(plan, {
      ...live,
      out,
      scenario: text,
      ...reuseFrom(options.reuse, io.cwd),
      onProgress(progress) {
        page?.begin();
        onProgress?.(progress);
      },
    }),
  ).finally(() => page?.end());
  if (options.reuse !== undefined && !options.quiet && !options.json)
    io.err(`${say.reused(made.reused, cells)}\n`);
  return reportRun(io, made, options, interrupted);
}
