import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { CannotCompare } from '../analysis/compare/problems.js';
import { type Findings, findingsOf } from '../analysis/findings.js';
import { type Dataset, openDataset } from '../dataset/read.js';
import { reportPage } from '../report/page/page.js';
import { type Exit, Refusal } from './exit.js';
import type { Io } from './io.js';
import { noSuchPoint, outputFileExists, reportAt } from './messages.js';
import { bytes } from './numbers.js';
import { examples, wholeNumber } from './options.js';
import { givenOf, provenanceOf } from './report-data.js';
import { membranesOf } from './report-membranes.js';

interface Options {
  readonly baseline?: string;
  readonly point: number;
  readonly out?: string;
  readonly force?: boolean;
}

/** `leucell report DATASET`: one HTML page that needs nothing else. */
export function reportCommand(io: Io, _ends: (code: Exit) => void): Command {
  return new Command('report')
    .description('Write a dataset as one HTML page: answer, figures, effects, provenance. Opens offline.')
    .argument('<dataset>', 'folder of a dataset')
    .option('--baseline <name>', 'condition to compare with (default: the first)')
    .option('--point <n>', 'point of the sweep that time courses show', wholeNumber(0), 0)
    .option('-o, --out <file>', 'where to write (default: report.html in the dataset)')
    .option('--force', 'write over the file if it is there')
    .addHelpText(
      'before',
      examples(
        'leucell report results/wasting-vs-exercise',
        'leucell report results/hmb --baseline fasted -o hmb.html',
      ),
    )
    .action(async (folder: string, options: Options) => {
      const dataset = await openDataset(resolve(io.cwd, folder));
      const findings = await findingsFor(dataset, options);
      const page = reportPage(findings, {
        point: options.point,
        given: givenOf(dataset.manifest.plan, options.point),
        provenance: provenanceOf(dataset),
        membranes: await membranesOf(dataset, options.point),
      });
      const path = resolve(io.cwd, options.out ?? `${folder}/report.html`);
      writeNew(path, page, options.force);
      io.err(`${reportAt(path, bytes(Buffer.byteLength(page)))}\n`);
    });
}

/** What a report or a plot of this dataset shows; refuses a baseline or point that is not there. */
export async function findingsFor(
  dataset: Dataset,
  { baseline, point }: { readonly baseline?: string; readonly point: number },
): Promise<Findings> {
  const { points } = dataset.manifest.layout;
  if (point >= points) throw new Refusal(noSuchPoint(point, points));
  return findingsOf(dataset, baseline, point).catch((error: unknown) => {
    throw error instanceof CannotCompare ? new Refusal(error.message) : error;
  });
}

/** Writes a file that is not there yet, or that may be replaced. */
export function writeNew(path: string, content: string | Uint8Array, force = false): void {
  try {
    writeFileSync(path, content, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new Refusal(outputFileExists(path));
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}
