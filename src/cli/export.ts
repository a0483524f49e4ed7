import { resolve } from 'node:path';
import { Command } from 'commander';
import { exportParquet } from '../dataset/parquet.js';
import { type Exit, Refusal } from './exit.js';
import type { Io } from './io.js';
import { exportedTo, noFormat } from './messages.js';
import { bytes } from './numbers.js';
import { examples } from './options.js';

/** `leucell export DIR --parquet`: the tables of a dataset in another format. */
export function exportCommand(io: Io, _ends: (code: Exit) => void): Command {
  return new Command('export')
    .description('Write the tables of a dataset in another format, into a folder of their own.')
    .argument('<folder>', 'folder of a finished dataset')
    .option('--parquet', 'as Parquet files, compressed with zstd')
    .option('-o, --out <folder>', 'folder to make (default: <folder>.parquet)')
    .addHelpText('before', examples('leucell export results/quick --parquet'))
    .action(async (given: string, options: { parquet?: boolean; out?: string }) => {
      if (!options.parquet) throw new Refusal(noFormat());
      const out = options.out ?? `${given.replace(/[/\\]+$/, '')}.parquet`;
      for (const { file, rows, bytes: size } of await exportParquet(
        resolve(io.cwd, given),
        resolve(io.cwd, out),
      ))
        io.out(`${exportedTo(`${out}/${file}`, rows, bytes(size))}\n`);
    });
}
