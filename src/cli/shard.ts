import { resolve } from 'node:path';
import { Command } from 'commander';
import { readSweep, shardsOf } from '../dataset/sweep-file.js';
import type { PoolOptions } from '../runner/pool.js';
import { liveShard } from '../runner/sweep.js';
import { Exit, Refusal } from './exit.js';
import type { Io } from './io.js';
import { type HowToLive, living } from './live.js';
import * as say from './messages.js';
import { examples, reuseFrom, wholeNumber, withLiving, withReuse } from './options.js';

interface Options extends HowToLive {
  readonly reuse?: readonly string[];
}

/** `leucell shard DIR N`: lives one shard of a sweep, or goes on with it. */
export function shardCommand(io: Io, ends: (code: Exit) => void): Command {
  const command = new Command('shard')
    .description('Live one shard of a sweep, or go on with it; one that is whole is left as it is.')
    .argument('<folder>', 'folder of the sweep, as leucell sweep made it')
    .argument('<shard>', 'which one, from 0', wholeNumber(0));
  return withLiving(withReuse(command))
    .option('--json', 'progress as one JSON object a line')
    .addHelpText('before', examples('leucell shard results/mine.sweep 3'))
    .action(async (folder: string, shard: number, options: Options) => {
      ends(await runShard(io, resolve(io.cwd, folder), shard, options));
    });
}

/** Lives a shard; cells that failed are told at the merge, and are no reason to run it again unless that was asked for. */
export async function runShard(
  io: Io,
  folder: string,
  shard: number,
  options: Options,
  pool: Pick<PoolOptions, 'module'> = {},
): Promise<Exit> {
  const sweep = await readSweep(folder);
  const place = shardsOf(folder, sweep)[shard];
  if (place === undefined) throw new Refusal(say.noShard(shard, sweep.shards));
  const { made, interrupted } = await living(io, options, pool, (live) =>
    liveShard(sweep, place, { ...live, ...reuseFrom(options.reuse, io.cwd), out: place.folder }),
  );
  if (!made.complete) {
    io.err(`${say.shardInterrupted(shard, made.progress.done, made.progress.total)}\n`);
    return interrupted;
  }
  if (!options.quiet && !options.json) io.err(`${say.shardDone(shard, made.progress.total, made.failed)}\n`);
  return options.failFast && made.failed > 0 ? Exit.someCellsFailed : Exit.done;
}
