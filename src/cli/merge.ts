import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { MANIFEST } from '../dataset/manifest.js';
import { mergeParts, missingParts } from '../dataset/merge.js';
import { readSweep, shardsOf } from '../dataset/sweep-file.js';
import { failuresOf } from '../runner/failures.js';
import { Exit, Refusal } from './exit.js';
import { failureTable } from './failure-table.js';
import type { Io } from './io.js';
import * as say from './messages.js';
import { examples } from './options.js';
import { shown } from './output-folder.js';

interface Options {
  readonly quiet?: boolean;
}

/** `leucell merge DIR`: makes the dataset of a sweep's shards, or says which are missing. */
export function mergeCommand(io: Io, ends: (code: Exit) => void): Command {
  return new Command('merge')
    .description('Merge the shards of a sweep into its dataset, or say which shards are missing.')
    .argument('<folder>', 'folder of the sweep, as leucell sweep made it')
    .option('-q, --quiet', 'no messages but problems')
    .addHelpText('before', examples('leucell merge results/mine.sweep'))
    .action(async (folder: string, options: Options) => {
      ends(await mergeSweep(io, resolve(io.cwd, folder), options));
    });
}

/** Merges; exit 75 if shards are missing, 3 if cells of the dataset failed. */
export async function mergeSweep(io: Io, folder: string, { quiet = false }: Options): Promise<Exit> {
  const sweep = await readSweep(folder);
  const places = shardsOf(folder, sweep);
  const missing = await missingParts(sweep.options, places);
  if (missing.length > 0) {
    io.err(
      `${say.shardsMissing(
        missing.map((place) => places.indexOf(place)),
        places.length,
      )}\n`,
    );
    return Exit.resumable;
  }
  const out = folder.replace(/\.sweep$/, '');
  if (out === folder) throw new Refusal(say.notASweep(shown(folder, io.cwd)));
  if (existsSync(join(out, MANIFEST))) {
    if (!quiet) io.err(`${say.alreadyFinished(shown(out, io.cwd))}\n`);
    return Exit.done;
  }
  const { content_sha256 } = await mergeParts(out, sweep.options, places, {
    shards: places.length,
    started: new Date().toISOString(),
  });
  if (!quiet) io.out(`${say.datasetAt(shown(out, io.cwd))}\n${say.contentHash(content_sha256)}\n`);
  const { failed, failures } = await failuresOf(out);
  if (failed === 0) return Exit.done;
  io.err(`${say.someFailed(failed, sweep.options.jobs)}\n${failureTable(sweep.options.plan, failures)}`);
  if (failed > failures.length) io.err(`${say.moreFailed(failed - failures.length)}\n`);
  return Exit.someCellsFailed;
}
