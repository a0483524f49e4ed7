import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { openDataset } from '../dataset/read.js';
import { type Blots, blotsOf, type FoldFinding, foldFindings } from '../lab/blot/blots.js';
import { pictureOf } from '../lab/blot/picture.js';
import { pngOf } from '../lab/image/png.js';
import { rasterOf } from '../lab/image/raster.js';
import { svgOf } from '../lab/image/svg.js';
import type { Exit } from './exit.js';
import type { Io } from './io.js';
import { plain } from './numbers.js';
import { examples } from './options.js';
import { newFolder } from './output-folder.js';
import { textTable } from './text-table.js';

/** `leucell blot DATASET`: western blots of the pooled cells of a dataset, as numbers and as membranes. */
export function blotCommand(io: Io, _ends: (code: Exit) => void): Command {
  return new Command('blot')
    .description(
      'Blot the lysates of a dataset: folds over the control lane beside the truth, and the membranes.',
    )
    .argument('<folder>', 'folder of a dataset whose scenario asks for the blot assay')
    .option('-o, --out <folder>', 'write the membranes (SVG, PNG) and the densitometry (CSV) there')
    .option('--json', 'print the folds as JSON')
    .addHelpText('before', examples('leucell blot results/blot -o results/blot-membranes'))
    .action(async (folder: string, options: { out?: string; json?: boolean }) => {
      const out = options.out === undefined ? undefined : newFolder(options.out, io.cwd);
      const blots = await blotsOf(await openDataset(resolve(io.cwd, folder)));
      const found = foldFindings(blots);
      if (out !== undefined) writeMembranes(out, blots);
      io.out(options.json ? `${JSON.stringify(found, null, 2)}\n` : foldTable(found));
    });
}

function writeMembranes(out: string, blots: readonly Blots[]): void {
  mkdirSync(out, { recursive: true });
  for (const one of blots) {
    const drawing = pictureOf(one);
    const name = `point-${one.gel.point}-donor-${one.gel.donor}`;
    writeFileSync(join(out, `${name}.svg`), svgOf(drawing));
    const { width, height } = drawing;
    writeFileSync(join(out, `${name}.png`), pngOf(rasterOf(drawing), width, height));
  }
  writeFileSync(join(out, 'densitometry.csv'), densitometry(blots));
}

/** Bands, references and folds of every lane and replicate as CSV. */
export function densitometry(blots: readonly Blots[]): string {
  const head = 'point,donor,condition,time_s,cells,antibody,replicate,band,reference,fold';
  const rows = blots.flatMap(({ gel, probed }) =>
    probed.flatMap(({ probe, membranes, folds }) =>
      membranes.flatMap((lanes, replicate) =>
        lanes.map(({ band, reference }, lane) => {
          const { condition, time_s, cells } = gel.lysates[lane]!;
          const name = `"${condition}"`;
          const numbers = [band, reference, folds[replicate]![lane]!].map((x) => x.toPrecision(6));
          return [gel.point, gel.donor, name, time_s, cells, probe.name, replicate, ...numbers].join(',');
        }),
      ),
    ),
  );
  return `${[head, ...rows].join('\n')}\n`;
}

function foldTable(found: readonly FoldFinding[]): string {
  const rows = found.map(({ point, antibody, condition, time_s, fold, apparent, truth }) => [
    antibody,
    condition,
    String(Number((time_s / 60).toFixed(1))),
    `${plain(fold.value)} [${plain(fold.low)}, ${plain(fold.high)}]`,
    plain(apparent),
    plain(truth),
    ...(point > 0 ? [`point ${point}`] : []),
  ]);
  const head = ['antibody', 'condition', 'min', 'fold by blot', 'with background', 'true fold'];
  return textTable([head, ...rows]);
}
