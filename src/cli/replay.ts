import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command } from 'commander';
import type { PoolOptions } from '../runner/pool.js';
import { replay } from '../runner/replay.js';
import { Exit } from './exit.js';
import type { Io } from './io.js';
import { type HowToLive, living } from './live.js';
import * as say from './messages.js';
import { examples, wholeNumber } from './options.js';
import { outputFolder, shown } from './output-folder.js';

/** `leucell replay DIR`: lives a dataset again from its manifest and compares the bytes. */
export function replayCommand(io: Io, ends: (code: Exit) => void): Command {
  return new Command('replay')
    .description(
      'Live a dataset again from its manifest alone and prove that every table has the same bytes.',
    )
    .argument('<folder>', 'folder of a finished dataset')
    .option('-w, --workers <n>', 'worker threads; 0 runs in the main thread', wholeNumber(0))
    .option('--json', 'print the hashes as JSON, and progress as one JSON object a line')
    .option('-q, --quiet', 'no progress and no messages but problems')
    .addHelpText('before', examples('leucell replay results/quick'))
    .action(async (given: string, options: HowToLive) => {
      ends(await again(io, given, options));
    });
}

/** Replays into `<folder>.replay`, which is kept only if it differs. */
export async function again(
  io: Io,
  given: string,
  options: HowToLive,
  pool: Pick<PoolOptions, 'module'> = {},
): Promise<Exit> {
  const folder = resolve(io.cwd, given);
  const out = outputFolder(`${folder}.replay`, '', io.cwd);
  const { made, interrupted } = await living(io, options, pool, (live) => replay(folder, { ...live, out }));
  const { run, tables, same } = made;
  if (same || !run.complete) await rm(run.folder, { recursive: true });
  if (!run.complete) return interrupted;
  if (options.json) io.out(`${JSON.stringify({ folder: given, same, tables }, null, 2)}\n`);
  else
    for (const { table, kept, again: now } of tables) io.out(`${say.replayed(table, kept === now, now)}\n`);
  if (!same) {
    io.err(`${say.replayDiffers(given, shown(out, io.cwd))}\n`);
    return Exit.ourFault;
  }
  if (!options.json) io.out(`${say.replayHolds(given)}\n`);
  return Exit.done;
}
