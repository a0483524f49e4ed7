import { resolve } from 'node:path';
import { Command } from 'commander';
import { openDataset } from '../dataset/read.js';
import { type EnzymeFinding, enzymeFindings } from '../lab/enzymes/activities.js';
import type { Estimate } from '../stats/interval.js';
import type { Exit } from './exit.js';
import type { Io } from './io.js';
import { plain } from './numbers.js';
import { examples } from './options.js';
import { textTable } from './text-table.js';

/** `leucell enzymes DATASET`: activities of the enzymes of a dataset's cells, in cuvettes and vials simulated here and now. */
export function enzymesCommand(io: Io, _ends: (code: Exit) => void): Command {
  return new Command('enzymes')
    .description(
      'Assay BCAT2 (NADH at 340 nm) and BCKDH (14CO2) of a dataset’s homogenates, beside the truth.',
    )
    .argument('<folder>', 'folder of a dataset whose scenario asks for the enzymes assay')
    .option('--json', 'print everything as JSON, with titrations and A340 traces')
    .addHelpText('before', examples('leucell enzymes results/enzymes'))
    .action(async (folder: string, options: { json?: boolean }) => {
      const found = await enzymeFindings(await openDataset(resolve(io.cwd, folder)));
      io.out(options.json ? `${JSON.stringify(found, null, 2)}\n` : table(found));
    });
}

function table(found: readonly EnzymeFinding[]): string {
  const rows = found.map((f) => [
    f.assay,
    f.condition,
    String(f.donor),
    plain(f.time_s / 3600),
    f.unit,
    interval(f.activity),
    plain(f.truth),
    interval(f.Km),
    plain(f.trueKm_uM),
    interval(f.Vmax),
    plain(f.trueVmax),
    stateOf(f, found),
  ]);
  const head = 'assay,condition,donor,h,unit,activity,truth,Km uM,truth,Vmax,truth,state %'.split(',');
  return textTable([head, ...rows]);
}

/** Activity state: actual over total, in percent. */
function stateOf(f: EnzymeFinding, all: readonly EnzymeFinding[]): string {
  if (f.assay !== 'BCKDH actual') return '';
  const total = all.find(
    (o) =>
      o.assay === 'BCKDH total' &&
      o.point === f.point &&
      o.condition === f.condition &&
      o.donor === f.donor &&
      o.time_s === f.time_s,
  );
  return total === undefined ? '' : plain((100 * f.activity.value) / total.activity.value);
}

const interval = ({ value, low, high }: Estimate): string =>
  `${plain(value)} [${plain(low)}, ${plain(high)}]`;
