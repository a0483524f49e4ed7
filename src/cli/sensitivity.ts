import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { OUTCOMES, type Outcome } from '../analysis/outcomes.js';
import { openDataset } from '../dataset/read.js';
import { tornado } from '../report/chart/tornado.js';
import { standaloneSvg } from '../report/figure.js';
import type { PoolOptions } from '../runner/pool.js';
import { runPlan } from '../runner/run.js';
import { jobCount } from '../scenario/expand.js';
import { METHODS, type Method, type Plan } from '../scenario/plan.js';
import { type Factor, factorsOfSweep, idleFactors, readFactor } from '../sensitivity/factors.js';
import { MOST_FACTORS } from '../sensitivity/sobol-indices.js';
import {
  ANALYSES,
  type Analysis,
  hasMeanField,
  type Question,
  studied,
  studyPlan,
} from '../sensitivity/study.js';
import { Exit, Refusal } from './exit.js';
import type { Io } from './io.js';
import { living } from './live.js';
import { loadPlan } from './load-plan.js';
import * as say from './messages.js';
import { examples, wholeNumber } from './options.js';
import { writeNew } from './report.js';
import { sensitivityData, sensitivityPanels, sensitivityTables } from './sensitivity-output.js';
import { modelVocabulary } from './vocabulary.js';

interface Options {
  readonly outcome: readonly string[];
  readonly vary: readonly string[];
  readonly analysis: Analysis;
  readonly size?: number;
  readonly method?: Method;
  readonly cells?: number;
  readonly seed?: string;
  readonly figure?: string;
  readonly workers?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Trajectories of a screening, rows of an estimate of indices. */
const SIZES: Readonly<Record<Analysis, number>> = { morris: 20, sobol: 128 };

/** `leucell sensitivity SCENARIO`: which factors an outcome hangs on, by screening or by shares of its variance. */
export function sensitivityCommand(io: Io, ends: (code: Exit) => void): Command {
  return new Command('sensitivity')
    .description(
      'Find what an outcome hangs on: Morris screening or Sobol indices over ranges of rates, doses and inputs.',
    )
    .argument('<scenario>', 'a scenario file, or the name of a shipped scenario')
    .requiredOption(
      '--outcome <id>',
      'what is looked at: fsr, breakdown, oxidation, ...; may be repeated',
      collected,
      [],
    )
    .option(
      '--vary <range>',
      'as "base.leucine=1 g..5 g", "sestrin2-leucine.off=0.3 /min..30 /min log", or a rate alone: half to double; may be repeated (default: the scenario’s sweep)',
      collected,
      [],
    )
    .addOption(
      new Option('--analysis <kind>', 'screening, or shares of the variance')
        .choices(ANALYSES)
        .default('morris'),
    )
    .option(
      '--size <n>',
      'trajectories (default 20), or rows of a Sobol design (default 128; best a power of two)',
      wholeNumber(2),
    )
    .addOption(
      new Option(
        '--method <method>',
        'how cells are simulated (default: mean-field where there are no labels)',
      ).choices(METHODS),
    )
    .option(
      '--cells <n>',
      'cells per condition and point (default: by mean field one without variation)',
      wholeNumber(1),
    )
    .option('--seed <seed>', 'seed, instead of the scenario’s')
    .option('--figure <file>', 'write the tornado figure as SVG')
    .option('-w, --workers <n>', 'worker threads; 0 runs in the main thread', wholeNumber(0))
    .option('--json', 'print what was found as JSON')
    .option('-q, --quiet', 'no progress')
    .addHelpText(
      'before',
      examples(
        'leucell sensitivity quick --outcome fsr --vary sestrin2-leucine.off --vary bckdh.k --figure tornado.svg',
        'leucell sensitivity mine.yaml --outcome fsr --outcome oxidation --analysis sobol --size 256',
      ),
    )
    .action(async (given: string, options: Options) => {
      ends(await sensitivity(io, given, options));
    });
}

/** Runs a study; `pool` says which worker module lives the cells. */
export async function sensitivity(
  io: Io,
  given: string,
  options: Options,
  pool: Pick<PoolOptions, 'module'> = {},
): Promise<Exit> {
  const { seed, analysis, quiet, json } = options;
  const { plan, text } = loadPlan(given, io.cwd, seed === undefined ? {} : { seed });
  const outcomes = outcomesOf(options.outcome);
  const factors = factorsOf(plan, options);
  const question: Question = {
    factors,
    analysis,
    size: options.size ?? SIZES[analysis],
    method: options.method ?? (hasMeanField(plan) ? 'mean-field' : plan.method),
    ...(options.cells === undefined ? {} : { cells: options.cells }),
  };
  const study = studyPlan(plan, question);
  if (!quiet && !json)
    io.err(`${say.aboutToStudy(plan.name, jobCount(study), factors.length, question.method)}\n`);
  const folder = mkdtempSync(join(tmpdir(), 'leucell-sensitivity-'));
  try {
    const { made, interrupted } = await living(io, options, pool, (live) =>
      runPlan(study, { ...live, out: join(folder, 'study'), scenario: text }),
    );
    if (!made.complete) return interrupted;
    const responses = await studied(await openDataset(made.folder), question, outcomes);
    if (options.figure !== undefined) {
      const figure = tornado(`What "${plan.name}" hangs on`, '', sensitivityPanels(question, responses));
      writeNew(resolve(io.cwd, options.figure), standaloneSvg(figure));
    }
    io.out(
      json
        ? `${JSON.stringify(sensitivityData(question, responses), null, 2)}\n`
        : `${sensitivityTables(question, responses, io.colours.out)}\n${say.sensitivityNote(analysis)}\n`,
    );
    if (made.failed > 0) io.err(`${say.someFailed(made.failed, jobCount(study))}\n`);
    return made.failed > 0 ? Exit.someCellsFailed : Exit.done;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function outcomesOf(ids: readonly string[]): readonly Outcome[] {
  const known = OUTCOMES.map(({ id }) => id);
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length > 0) throw new Refusal(unknown.map((id) => say.noSuchOutcome(id, known)).join('\n'));
  return OUTCOMES.filter(({ id }) => ids.includes(id));
}

function factorsOf(plan: Plan, { vary, analysis }: Options): readonly Factor[] {
  const vocabulary = modelVocabulary();
  const read = vary.map((given) => readFactor(given, plan, vocabulary));
  const problems = read.flatMap((r) => (r.ok ? [] : [r.message]));
  const factors = vary.length > 0 ? read.flatMap((r) => (r.ok ? [r.factor] : [])) : factorsOfSweep(plan);
  const paths = factors.map(({ path }) => path);
  for (const path of new Set(paths.filter((p, i) => paths.indexOf(p) !== i)))
    problems.push(say.variedTwice(path));
  for (const { path } of idleFactors(plan, factors)) problems.push(say.idleFactor(path));
  if (analysis === 'sobol' && factors.length > MOST_FACTORS)
    problems.push(say.tooManyFactors(factors.length, MOST_FACTORS));
  if (problems.length === 0 && factors.length === 0) problems.push(say.nothingVaried());
  if (problems.length > 0) throw new Refusal(problems.join('\n'));
  return factors;
}

const collected = (value: string, before: readonly string[]): readonly string[] => [...before, value];
