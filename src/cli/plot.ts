import { extname, resolve } from 'node:path';
import { Command } from 'commander';
import { openDataset } from '../dataset/read.js';
import { standaloneSvg } from '../report/figure.js';
import { figuresOf } from '../report/figures.js';
import { type Exit, Refusal } from './exit.js';
import type { Io } from './io.js';
import { noPngWriter, noSuchFigure, unknownImageType } from './messages.js';
import { examples, wholeNumber } from './options.js';
import { findingsFor, writeNew } from './report.js';
import { givenOf } from './report-data.js';

interface Options {
  readonly figure?: string;
  readonly out?: string;
  readonly baseline?: string;
  readonly point: number;
  readonly force?: boolean;
}

/** `leucell plot DATASET --figure NAME -o FILE`: one figure as SVG, PNG or its numbers as CSV. */
export function plotCommand(io: Io, _ends: (code: Exit) => void): Command {
  return new Command('plot')
    .description(
      'Write one figure of a dataset as SVG or PNG, or its numbers as CSV; without --figure, list the figures.',
    )
    .argument('<dataset>', 'folder of a dataset')
    .option('--figure <name>', 'which figure')
    .option('-o, --out <file>', 'file ending in .svg, .png or .csv (default: SVG to standard output)')
    .option('--baseline <name>', 'condition to compare with (default: the first)')
    .option('--point <n>', 'point of the sweep that time courses show', wholeNumber(0), 0)
    .option('--force', 'write over the file if it is there')
    .addHelpText(
      'before',
      examples(
        'leucell plot results/wasting-vs-exercise',
        'leucell plot results/wasting-vs-exercise --figure forest -o forest.svg',
        'leucell plot results/wasting-vs-exercise --figure synthesis -o synthesis.png',
      ),
    )
    .action(async (folder: string, { figure: name, out, force, ...options }: Options) => {
      const dataset = await openDataset(resolve(io.cwd, folder));
      const type = out === undefined ? '.svg' : extname(out).toLowerCase();
      if (!['.svg', '.png', '.csv'].includes(type)) throw new Refusal(unknownImageType(out!));
      const findings = await findingsFor(dataset, options);
      const figures = figuresOf(findings, givenOf(dataset.manifest.plan, options.point), options.point);
      if (name === undefined) {
        io.out(figures.map(({ id, title }) => `${id.padEnd(28)}${title}\n`).join(''));
        return;
      }
      const figure = figures.find(({ id }) => id === name);
      if (figure === undefined)
        throw new Refusal(
          noSuchFigure(
            name,
            figures.map(({ id }) => id),
          ),
        );
      const content = type === '.csv' ? figure.csv : standaloneSvg(figure);
      if (out === undefined) io.out(content);
      else writeNew(resolve(io.cwd, out), type === '.png' ? await pngOf(content) : content, force);
    });
}

/** The renderer is an optional package, because it is native code. */
async function pngOf(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js').catch((cause: unknown) => {
    throw new Refusal(noPngWriter(cause instanceof Error ? cause.message : String(cause)));
  });
  return new Resvg(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    font: { loadSystemFonts: true, sansSerifFamily: 'DejaVu Sans', defaultFontFamily: 'DejaVu Sans' },
  })
    .render()
    .asPng();
}
