import { resolve } from 'node:path';
import { Command } from 'commander';
import { openDataset } from '../dataset/read.js';
import { type MetaboliteReading, meanMeasured, metabolitesOf } from '../lab/metabolites.js';
import { LIMITS } from '../scenario/limits.js';
import type { Exit } from './exit.js';
import type { Io } from './io.js';
import { plain } from './numbers.js';
import { examples, quantityOf } from './options.js';
import { textTable } from './text-table.js';

/** Of plasma and biopsy amino acids: assumed. */
const CV = 0.05;

/** `leucell metabolites DATASET`: free amino acids and keto acids of muscle and plasma, with the error of an analyser. */
export function metabolitesCommand(io: Io, _ends: (code: Exit) => void): Command {
  return new Command('metabolites')
    .description(
      'Measure leucine, KIC, HMB, glutamate, alanine and glutamine of a dataset’s muscle and plasma.',
    )
    .argument('<folder>', 'folder of a dataset')
    .option('--cv <cv>', 'coefficient of variation of a measurement', quantityOf(LIMITS.variation), CV)
    .option('--json', 'print every reading with its truth as JSON')
    .addHelpText(
      'before',
      examples('leucell metabolites results/quick', 'leucell metabolites results/quick --cv "8 %"'),
    )
    .action(async (folder: string, options: { cv: number; json?: boolean }) => {
      const found = await metabolitesOf(await openDataset(resolve(io.cwd, folder)), options.cv);
      io.out(options.json ? `${JSON.stringify(found, null, 2)}\n` : table(found));
    });
}

/** Means over donors. */
function table(found: readonly MetaboliteReading[]): string {
  const names = [...new Set(found.map((r) => r.metabolite))];
  const place = (r: MetaboliteReading) => JSON.stringify([r.point, r.condition, r.time_s]);
  const rows = [...new Set(found.map(place))].map((key) => {
    const own = found.filter((r) => place(r) === key);
    const [first] = own as [MetaboliteReading];
    return [
      first.condition,
      plain(first.time_s / 60),
      ...names.map((name) => plain(meanMeasured(own, name))),
    ];
  });
  return textTable([['condition', 'min', ...names.map((n) => `${n}, uM`)], ...rows]);
}
