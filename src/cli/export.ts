import { resolve } from 'node:path';
import { Command } from 'commander';
import { exportParquet } from '../dataset/parquet.js';
import { exportPartitions } from '../dataset/partitions.js';
import { openDataset } from '../dataset/read.js';
import { type About, simulariumText } from '../scene/simularium.js';
import { type Trajectory, trajectoryOf } from '../scene/trajectory.js';
import { type Exit, Refusal } from './exit.js';
import { exportOmex } from './export-study.js';
import type { Io } from './io.js';
import * as say from './messages.js';
import { bytes } from './numbers.js';
import { examples, wholeNumber } from './options.js';
import { writeNew } from './report.js';

interface WhichCell {
  readonly condition?: string;
  readonly point: number;
  readonly donor: number;
  readonly cell: number;
}
interface Options extends WhichCell {
  readonly parquet?: boolean;
  readonly partitioned?: boolean;
  readonly out?: string;
  readonly simularium?: string;
  readonly force?: boolean;
  readonly omex?: string;
}

/** `leucell export DIR --parquet | --partitioned | --simularium FILE`: a dataset, or one of its cells, in another format. */
export function exportCommand(io: Io, _ends: (code: Exit) => void): Command {
  return new Command('export')
    .description('Write the tables of a dataset in another format, or one of its cells for a viewer.')
    .argument('<folder>', 'folder of a finished dataset; with --omex a scenario')
    .option('--parquet', 'as Parquet files, compressed with zstd, into a folder of their own')
    .option(
      '--partitioned',
      'as a folder of Arrow files a table, a million rows each, which readers open as one',
    )
    .option('-o, --out <folder>', 'folder to make (default: <folder>.parquet or <folder>.parts)')
    .option(
      '--simularium <file>',
      'one cell through time for the Simularium viewer; positions are illustrative',
    )
    .option('--omex <file>', 'a scenario as a COMBINE archive of SBML and SED-ML: docs/omex.md')
    .option('--condition <name>', 'condition of that cell (default: the first)')
    .option('--point <n>', 'point of the sweep of that cell', wholeNumber(0), 0)
    .option('--donor <n>', 'donor of that cell', wholeNumber(0), 0)
    .option('--cell <n>', 'number of that cell', wholeNumber(0), 0)
    .option('--force', 'write over the file if it is there')
    .addHelpText(
      'before',
      examples(
        'leucell export results/quick --parquet',
        'leucell export results/large --partitioned',
        'leucell export results/fates --simularium fed.simularium --condition fed',
        'leucell export quick --omex quick.omex',
      ),
    )
    .action(async (given: string, options: Options) => {
      if (options.omex !== undefined) {
        exportOmex(io, given, options.omex, options.force);
        return;
      }
      if (!options.parquet && !options.partitioned && options.simularium === undefined)
        throw new Refusal(say.noFormat());
      const folder = resolve(io.cwd, given);
      if (options.simularium !== undefined) await toSimularium(io, folder, options.simularium, options);
      if (options.parquet && options.partitioned) throw new Refusal(say.oneFormat());
      for (const [asked, ending, write] of [
        [options.parquet, 'parquet', exportParquet],
        [options.partitioned, 'parts', exportPartitions],
      ] as const) {
        if (!asked) continue;
        const out = options.out ?? `${given.replace(/[/\\]+$/, '')}.${ending}`;
        for (const { file, rows, bytes: size } of await write(folder, resolve(io.cwd, out)))
          io.out(`${say.exportedTo(`${out}/${file}`, rows, bytes(size))}\n`);
      }
    });
}

async function toSimularium(io: Io, folder: string, file: string, options: Options): Promise<void> {
  const { trajectory, about } = await cellOf(folder, options);
  const content = simulariumText(trajectory, about);
  writeNew(resolve(io.cwd, file), content, options.force);
  io.out(`${say.framesAt(file, trajectory.frames.length, bytes(Buffer.byteLength(content)))}\n`);
  const { followed, followedDrawn } = trajectory;
  if (followed > followedDrawn) io.err(`${say.notAllDrawn(followedDrawn, followed)}\n`);
}

async function cellOf(
  folder: string,
  { condition, point, donor, cell }: WhichCell,
): Promise<{ readonly trajectory: Trajectory; readonly about: About }> {
  const dataset = await openDataset(folder);
  const { plan, layout, leucell: version } = dataset.manifest;
  const name = condition ?? layout.conditions[0]!;
  const problems = [
    ...(layout.conditions.includes(name) ? [] : [say.noSuchCondition(name, layout.conditions)]),
    ...(point < layout.points ? [] : [say.noSuchPoint(point, layout.points)]),
    ...(donor < layout.donors ? [] : [say.noSuchOne('donor', donor, layout.donors)]),
    ...(cell < layout.cells ? [] : [say.noSuchOne('cell', cell, layout.cells)]),
  ];
  if (problems.length > 0) throw new Refusal(problems.join('\n'));
  const trajectory = await trajectoryOf(dataset, { condition: name, point, donor, cell });
  if (trajectory === undefined) throw new Refusal(say.cellNotMeasured());
  return { trajectory, about: { name: plan.name, question: plan.question, version } };
}
