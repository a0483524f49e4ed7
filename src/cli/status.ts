import { resolve } from 'node:path';
import { Command } from 'commander';
import { wholeOf } from '../dataset/paths.js';
import { type DatasetStatus, datasetStatus } from '../dataset/status.js';
import type { Exit } from './exit.js';
import type { Io } from './io.js';
import * as say from './messages.js';
import { examples } from './options.js';

/** `leucell status DIR...`: how far datasets are, finished or not. */
export function statusCommand(io: Io, _ends: (code: Exit) => void): Command {
  return new Command('status')
    .description('Say how far datasets are: finished, being written, or to be resumed.')
    .argument('<folder...>', 'folders of datasets, with or without .partial')
    .option('--json', 'print the findings as JSON')
    .addHelpText('before', examples('leucell status results/quick', 'leucell status results/* --json'))
    .action(async (folders: string[], options: { json?: boolean }) => {
      const found: (DatasetStatus & { folder: string })[] = [];
      for (const given of folders) {
        const folder = wholeOf(given);
        found.push({ folder, ...(await datasetStatus(resolve(io.cwd, folder))) });
      }
      if (options.json) io.out(`${JSON.stringify(found, null, 2)}\n`);
      else for (const each of found) io.out(`${lineOf(each)}\n`);
    });
}

const lineOf = ({ folder, state, done, cells, failed, holder }: DatasetStatus & { folder: string }): string =>
  say.statusLine(
    folder,
    holder === undefined ? state : say.writtenBy(holder.pid, holder.host),
    done,
    cells,
    failed,
  );
