import { resolve } from 'node:path';
import { Command } from 'commander';
import { openDataset } from '../dataset/read.js';
import { type Fates, fatesOf } from '../lab/fates/fates.js';
import type { Estimate } from '../stats/interval.js';
import type { Exit } from './exit.js';
import type { Io } from './io.js';
import { plain } from './numbers.js';
import { examples } from './options.js';
import { textTable } from './text-table.js';

/** `leucell fates DATASET`: what became of the leucines that a scenario followed. */
export function fatesCommand(io: Io, _ends: (code: Exit) => void): Command {
  return new Command('fates')
    .description('Tell what became of followed leucines: fates, cycles through KIC, times of residence.')
    .argument('<folder>', 'folder of a dataset whose scenario follows leucine')
    .option('--json', 'print them as JSON')
    .addHelpText('before', examples('leucell fates results/fates'))
    .action(async (folder: string, options: { json?: boolean }) => {
      const found = await fatesOf(await openDataset(resolve(io.cwd, folder)));
      io.out(options.json ? `${JSON.stringify(found, null, 2)}\n` : found.map((f) => told(f, io)).join('\n'));
    });
}

function told({ point, condition, molecules, split, cycles, byCycles, residence }: Fates, io: Io): string {
  const title = `${condition}${point > 0 ? `, point ${point}` : ''}: ${molecules} leucines`;
  const turns = byCycles.slice(0, 6).map((share, k) => `${k}: ${plain(100 * share)} %`);
  const rows = [
    ['fate', 'share, %'],
    ...split.map(({ fate, share }) => [fate, interval(share, 100)]),
    ['', ''],
    ['cycles before the end', interval(cycles, 1)],
    ['', turns.join('  ')],
    ['', ''],
    ['place', 'mean stay, min'],
    ...residence.map(({ place, stay_s }) => [place, interval(stay_s, 1 / 60)]),
  ];
  return `${io.colours.out.bold(title)}\n${textTable(rows)}`;
}

const interval = ({ value, low, high }: Estimate, factor: number): string =>
  `${plain(value * factor)} [${plain(low * factor)}, ${plain(high * factor)}]`;
