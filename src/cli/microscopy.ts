import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { openDataset } from '../dataset/read.js';
import { pngOf } from '../lab/image/png.js';
import { mandersOf } from '../lab/microscopy/colocalisation.js';
import { findingsOf, type MicroscopyFinding, stainsOfDataset } from '../lab/microscopy/findings.js';
import { lettered, micrographOf, micrographSvg } from '../lab/microscopy/picture.js';
import { type Stain, trueOf } from '../lab/microscopy/stains.js';
import type { Estimate } from '../stats/interval.js';
import type { Exit } from './exit.js';
import type { Io } from './io.js';
import { plain } from './numbers.js';
import { examples } from './options.js';
import { newFolder } from './output-folder.js';
import { textTable } from './text-table.js';

/** `leucell microscopy DATASET`: what is together on the lysosomes of a dataset's cells, as numbers and as pictures. */
export function microscopyCommand(io: Io, _ends: (code: Exit) => void): Command {
  return new Command('microscopy')
    .description(
      'Stain and image the sections of a dataset: co-localisation beside the truth, occupancy of lysosomes, pictures.',
    )
    .argument('<folder>', 'folder of a dataset whose scenario asks for the microscopy assay')
    .option('-o, --out <folder>', 'write pictures (SVG, PNG), cells.csv and occupancy.csv there')
    .option('--json', 'print the findings as JSON')
    .addHelpText('before', examples('leucell microscopy results/microscopy -o results/micrographs'))
    .action(async (folder: string, options: { out?: string; json?: boolean }) => {
      const out = options.out === undefined ? undefined : newFolder(options.out, io.cwd);
      const stains = await stainsOfDataset(await openDataset(resolve(io.cwd, folder)));
      const found = findingsOf(stains);
      if (out !== undefined) writePictures(out, stains, found);
      io.out(
        options.json ? `${JSON.stringify(found, null, 2)}\n` : `${table(found)}\n${occupancyTable(found)}`,
      );
    });
}

function writePictures(out: string, stains: readonly Stain[], found: readonly MicroscopyFinding[]): void {
  mkdirSync(out, { recursive: true });
  stains.forEach((stain, i) => {
    const { point, donor } = stain.section;
    const picture = micrographOf(stain);
    const { width, height } = picture;
    const name = `${String(i).padStart(3, '0')}-${stain.pair}-point-${point}-donor-${donor}`;
    writeFileSync(join(out, `${name}.svg`), micrographSvg(picture, pngOf(picture.pixels, width, height)));
    writeFileSync(join(out, `${name}.png`), pngOf(lettered(picture), width, height));
  });
  writeFileSync(join(out, 'cells.csv'), cellsCsv(stains));
  writeFileSync(join(out, 'occupancy.csv'), occupancyCsv(found));
}

function cellsCsv(stains: readonly Stain[]): string {
  const rows = stains.flatMap(({ section, pair, seen }, picture) =>
    seen.map(({ cell, overlap }, i) => {
      const { on, all } = trueOf(section.cells[i]!, pair);
      const numbers = [overlap.pearson, ...mandersOf(overlap)].map((x) => x.toPrecision(6));
      const { point, donor, condition, time_s } = section;
      return [picture, pair, point, donor, `"${condition}"`, time_s, cell, ...numbers, on, all].join(',');
    }),
  );
  return `${['picture,pair,point,donor,condition,time_s,cell,pearson,manders1,manders2,together,all', ...rows].join('\n')}\n`;
}

function occupancyCsv(found: readonly MicroscopyFinding[]): string {
  const rows = found.flatMap(({ pair, point, condition, time_s, occupancy }) =>
    occupancy.map((lysosomes, n) => [pair, point, `"${condition}"`, time_s, n, lysosomes].join(',')),
  );
  return `${['pair,point,condition,time_s,molecules,lysosomes', ...rows].join('\n')}\n`;
}

function table(found: readonly MicroscopyFinding[]): string {
  const rows = found.map((f) => [
    f.pair,
    ...whereOf(f),
    interval(f.pearson),
    interval(f.manders1),
    interval(f.manders2),
    interval(f.fraction),
    plain(f.truth),
    ...(f.point > 0 ? [`point ${f.point}`] : []),
  ]);
  return textTable([
    ['pair', 'condition', 'min', 'Pearson', 'Manders M1', 'Manders M2', 'fraction', 'truth'],
    ...rows,
  ]);
}

function occupancyTable(found: readonly MicroscopyFinding[]): string {
  const rows = found.map((f) => {
    const lysosomes = f.occupancy.reduce((sum, n) => sum + n, 0);
    const at = (share: number) => {
      let sum = 0;
      return f.occupancy.findIndex((n) => {
        sum += n;
        return sum >= share * lysosomes;
      });
    };
    const mean = f.occupancy.reduce((sum, n, i) => sum + n * i, 0) / lysosomes;
    const quantiles = [0.05, 0.25, 0.5, 0.75, 0.95].map((share) => String(at(share)));
    const empty = plain((100 * (f.occupancy[0] ?? 0)) / lysosomes);
    return [f.pair, ...whereOf(f), String(lysosomes), plain(mean), ...quantiles, empty];
  });
  const head = ['on a lysosome', 'condition', 'min', 'lysosomes', 'mean'];
  return textTable([[...head, '5 %', '25 %', '50 %', '75 %', '95 %', 'empty, %'], ...rows]);
}

const whereOf = ({ condition, time_s }: MicroscopyFinding) => [
  condition,
  String(Number((time_s / 60).toFixed(1))),
];
const interval = ({ value, low, high }: Estimate): string =>
  `${plain(value)} [${plain(low)}, ${plain(high)}]`;
