import { Command, InvalidArgumentError } from 'commander';
import { gridTimes, type Moments, runEnsemble } from '../sbml/ensemble.js';
import type { Machine } from '../sbml/machine.js';
import { SbmlError } from '../sbml/problems.js';
import { type Exit, Refusal } from './exit.js';
import type { Io } from './io.js';
import { examples, wholeNumber } from './options.js';
import { outputFolder } from './output-folder.js';
import { loadSbml } from './sbml-load.js';
import { notAPositiveNumber, nothingWasRun, withFile } from './sbml-messages.js';
import { openRuns, writeMoments } from './sbml-output.js';

interface Options {
  readonly until: number;
  readonly every: number;
  readonly runs: number;
  readonly seed: string;
  readonly concentration: readonly string[];
  readonly json?: boolean;
  readonly out?: string;
  readonly eachRun?: boolean;
}

/** What was found for one model. */
interface Case {
  readonly name: string;
  readonly moments: ReadonlyMap<string, Moments>;
}

/** `leucell sbml run MODEL...`: any SBML Level 3 model on leucell's engine, many times over. */
export function sbmlCommand(io: Io, _ends: (code: Exit) => void): Command {
  const run = new Command('run')
    .description('Run SBML Level 3 models many times, exactly, and print means and standard deviations.')
    .argument('<model...>', 'SBML files')
    .option('--until <t>', 'last time, in the time unit of the model', positive, 50)
    .option('--every <t>', 'time between two values', positive, 1)
    .option('--runs <n>', 'runs of each model', wholeNumber(1), 1000)
    .option('--seed <seed>', 'seed; the same seed gives the same numbers', '1')
    .option('--concentration <ids>', 'species to report as concentrations, by commas', list, [])
    .option('--json', 'print JSON instead of a table by commas')
    .option('--out <folder>', 'also write the results there, as Arrow files')
    .option('--each-run', 'with --out: also write the values of every run')
    .addHelpText(
      'before',
      examples(
        'leucell sbml run model.xml --until 50 --every 1 --runs 10000 --seed 7 --json',
        'leucell sbml run model.xml --runs 100 --out results/model --each-run',
      ),
    )
    .exitOverride()
    .showHelpAfterError('(add --help for the options and examples)')
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .action((files: string[], options: Options) => runModels(files, options, io));
  return new Command('sbml').description('Work with SBML models.').addCommand(run);
}

function runModels(files: readonly string[], options: Options, io: Io): void {
  const models = loadAll(files, options, io);
  const times_s = gridTimes(options.until, options.every);
  const folder = options.out === undefined ? undefined : outputFolder(options.out, 'sbml', io.cwd);
  const cases = models.map(({ file, name, machine }): Case => {
    const runs =
      folder !== undefined && options.eachRun ? openRuns(folder, name, machine, times_s) : undefined;
    const { seed } = options;
    const spec = { times_s, runs: options.runs, seed, name, ...(runs ? { eachRun: runs.write } : {}) };
    const moments = naming(file, () => runEnsemble(machine, spec));
    runs?.end();
    if (folder !== undefined) writeMoments(folder, name, times_s, moments);
    return { name, moments };
  });
  io.out(options.json ? asJson(cases, options.runs) : cases.map((c) => asTable(c, times_s)).join('\n'));
}

/** All problems of all files are told before anything runs. */
function loadAll(files: readonly string[], options: Options, io: Io) {
  const models: { readonly file: string; readonly name: string; readonly machine: Machine }[] = [];
  const told: string[] = [];
  for (const file of files) {
    try {
      const machine = loadSbml(file, io.cwd, new Set(options.concentration));
      for (const warning of machine.warnings) io.err(`${withFile(file, [warning])} (warning)\n`);
      models.push({ file, name: caseName(file), machine });
    } catch (error) {
      if (!(error instanceof SbmlError)) throw error;
      told.push(...error.problems.map((p) => withFile(file, [p])));
    }
  }
  if (told.length > 0) throw new Refusal(`${told.join('\n')}\n${nothingWasRun(told.length)}`);
  return models;
}

function naming<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof SbmlError ? new Refusal(withFile(file, error.problems)) : error;
  }
}

const asJson = (cases: readonly Case[], n: number): string =>
  `${JSON.stringify(
    cases.map(({ name, moments }) => ({
      case: name,
      n,
      vars: Object.fromEntries(
        [...moments].map(([id, { mean, sd }]) => [id, { mean: [...mean], sd: [...sd] }]),
      ),
    })),
  )}\n`;

function asTable({ moments }: Case, times_s: readonly number[]): string {
  const columns = [...moments];
  const head = ['time', ...columns.map(([id]) => `${id}-mean`), ...columns.map(([id]) => `${id}-sd`)];
  const rows = times_s.map((time_s, t) => [
    time_s,
    ...columns.map(([, { mean }]) => mean[t]),
    ...columns.map(([, { sd }]) => sd[t]),
  ]);
  return [head, ...rows].map((row) => `${row.join(',')}\n`).join('');
}

/** The suite's 00001-sbml-l3v2.xml is case 00001. */
const caseName = (file: string): string =>
  file.replace(/^.*[/\\]/, '').replace(/(-sbml-l\dv\d)?\.(xml|sbml)$/i, '');

const list = (given: string): string[] => given.split(',').map((id) => id.trim());

function positive(given: string): number {
  const x = Number(given);
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) throw new InvalidArgumentError(notAPositiveNumber(given));
  return x;
}
