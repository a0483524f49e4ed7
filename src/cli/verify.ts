import { resolve } from 'node:path';
import { Command } from 'commander';
import { verifyDataset } from '../dataset/verify.js';
import { Exit } from './exit.js';
import type { Io } from './io.js';
import { datasetDamaged, datasetSound } from './messages.js';
import { examples } from './options.js';

/** `leucell verify DIR...`: whether datasets are whole and unchanged. */
export function verifyCommand(io: Io, ends: (code: Exit) => void): Command {
  return new Command('verify')
    .description('Check the hashes, rows and gaps of datasets.')
    .argument('<folder...>', 'folders of datasets')
    .option('--json', 'print the findings as JSON')
    .addHelpText('before', examples('leucell verify results/quick'))
    .action(async (folders: string[], options: { json?: boolean }) => {
      const findings = [];
      for (const folder of folders)
        findings.push({ folder, problems: await verifyDataset(resolve(io.cwd, folder)) });
      if (options.json) io.out(`${JSON.stringify(findings, null, 2)}\n`);
      else
        for (const { folder, problems } of findings)
          if (problems.length === 0) io.out(`${datasetSound(folder)}\n`);
          else
            io.err(
              `${[datasetDamaged(folder, problems.length), ...problems.map(({ file, what }) => `  ${file}: ${what}`)].join('\n')}\n`,
            );
      ends(findings.every(({ problems }) => problems.length === 0) ? Exit.done : Exit.yourInput);
    });
}
