import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { ARCHIVE_LIMITS } from '../omex/archive.js';
import { POLICIES, type Policy } from '../omex/kisao.js';
import { OmexError, printSaid, type Said } from '../omex/problems.js';
import { runArchive } from '../omex/run-archive.js';
import { type Exit, Refusal } from './exit.js';
import type { Io } from './io.js';
import { outputExists } from './messages.js';
import { writeReports } from './omex-output.js';
import { examples } from './options.js';
import { nothingWasWritten } from './sbml-messages.js';

interface Options {
  readonly archive?: string;
  readonly outDir?: string;
  readonly seed: string;
  readonly policy: Policy;
  readonly quiet?: boolean;
}

const DEFAULT_POLICY: Policy = 'SIMILAR_VARIABLES';

/** `leucell omex FILE -o DIR`: runs a COMBINE archive, under the command line of BioSimulators too. */
export function omexCommand(io: Io, _ends: (code: Exit) => void): Command {
  return new Command('omex')
    .description('Run the SED-ML experiments of a COMBINE archive, exactly, and write their reports.')
    .argument('[file]', 'COMBINE archive (.omex)')
    .option('-i, --archive <file>', 'the archive, as other simulators have it')
    .option('-o, --out-dir <folder>', 'folder to write reports.h5 and Arrow files into')
    .option('--seed <seed>', 'seed where the archive gives none; the same seed gives the same numbers', '1')
    .addOption(
      new Option('--policy <policy>', 'how far a method may differ from the one asked for')
        .choices(POLICIES)
        .env('ALGORITHM_SUBSTITUTION_POLICY')
        .default(DEFAULT_POLICY),
    )
    .option('-q, --quiet', 'without warnings')
    .addHelpText(
      'before',
      examples('leucell omex study.omex -o results/study', 'leucell omex -i study.omex -o out --policy NONE'),
    )
    .action((file: string | undefined, options: Options) => run(file ?? options.archive, options, io));
}

async function run(given: string | undefined, options: Options, io: Io): Promise<void> {
  if (given === undefined) throw new Refusal('no archive is given; write: leucell omex FILE.omex -o DIR');
  if (options.outDir === undefined) throw new Refusal('no folder is given; add -o DIR');
  const folder = resolve(io.cwd, options.outDir);
  if (existsSync(folder) && !isEmptyFolder(folder)) throw new Refusal(outputExists(options.outDir));
  const told = new Set<string>();
  const warn = (said: Said): void => {
    const text = printSaid(given, said);
    if (!options.quiet && !told.has(text)) io.err(`${text} (warning)\n`);
    told.add(text);
  };
  try {
    const reports = runArchive(bytesOf(given, io.cwd), { seed: options.seed, policy: options.policy, warn });
    for (const path of await writeReports(folder, reports)) io.out(`${options.outDir}/${path}\n`);
  } catch (error) {
    if (!(error instanceof OmexError)) throw error;
    const lines = error.lines(given);
    throw new Refusal(`${lines.join('\n')}\n${nothingWasWritten(lines.length)}`);
  }
}

function bytesOf(file: string, cwd: string): Uint8Array {
  const path = resolve(cwd, file);
  try {
    const { size } = statSync(path);
    if (size > ARCHIVE_LIMITS.packed_bytes)
      throw new Refusal(
        `"${file}" has ${size} bytes, more than the limit of ${ARCHIVE_LIMITS.packed_bytes}.`,
      );
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal(`"${file}" cannot be read: ${why}. Give the path of a COMBINE archive (.omex).`);
  }
}

const isEmptyFolder = (path: string): boolean =>
  statSync(path).isDirectory() && readdirSync(path).length === 0;
