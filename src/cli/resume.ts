import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { wholeOf } from '../dataset/paths.js';
import { datasetStatus } from '../dataset/status.js';
import type { PoolOptions } from '../runner/pool.js';
import { resumeRun } from '../runner/run.js';
import { Exit } from './exit.js';
import type { Io } from './io.js';
import { type HowToLive, living } from './live.js';
import * as say from './messages.js';
import { examples, reuseFrom, withReuse, withRun } from './options.js';
import { shown } from './output-folder.js';
import { reportRun } from './run-report.js';

interface Options extends HowToLive {
  readonly reuse?: readonly string[];
}

/** `leucell resume DIR`: goes on with an unfinished dataset. */
export function resumeCommand(io: Io, ends: (code: Exit) => void): Command {
  const command = new Command('resume')
    .description('Go on with an unfinished dataset; it becomes what an undisturbed run would have written.')
    .argument('<folder>', 'folder of the dataset, with or without .partial');
  return withRun(withReuse(command))
    .addHelpText(
      'before',
      examples('leucell resume results/quick', 'leucell resume results/larger --reuse results/smaller'),
    )
    .action(async (given: string, options: Options) => {
      ends(await resume(io, given, options));
    });
}

/** Resumes; `pool` says which worker module lives the cells. A dataset that is finished is left as it is. */
export async function resume(
  io: Io,
  given: string,
  options: Options,
  pool: Pick<PoolOptions, 'module'> = {},
): Promise<Exit> {
  const folder = resolve(io.cwd, wholeOf(given));
  const tell = (text: string) => {
    if (!options.quiet && !options.json) io.err(`${text}\n`);
  };
  if (existsSync(folder)) {
    await datasetStatus(folder);
    tell(say.alreadyFinished(shown(folder, io.cwd)));
    return Exit.done;
  }
  const { name, done, cells } = await datasetStatus(folder);
  tell(say.resuming(name, done, cells));
  const { made, interrupted } = await living(io, options, pool, (live) =>
    resumeRun({ ...live, ...reuseFrom(options.reuse, io.cwd), out: folder }),
  );
  if (made.reused > 0) tell(say.reused(made.reused, cells));
  return reportRun(io, made, options, interrupted);
}
