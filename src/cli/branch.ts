import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { type Origin, originOf } from '../dataset/origin.js';
import { defaultWorkers, type PoolOptions } from '../runner/pool.js';
import { runPlan } from '../runner/run.js';
import { checkVersions } from '../runner/same.js';
import { branchOff } from '../scenario/branch.js';
import { changesText } from '../scenario/changes.js';
import { jobCount } from '../scenario/expand.js';
import type { Plan } from '../scenario/plan.js';
import { problemText } from '../scenario/problems.js';
import { type Exit, Refusal } from './exit.js';
import type { Io } from './io.js';
import { type HowToLive, living, versions } from './live.js';
import * as say from './messages.js';
import { examples, timeSpan, withRun } from './options.js';
import { outputFolder, shown } from './output-folder.js';
import { reportRun } from './run-report.js';
import { modelVocabulary } from './vocabulary.js';

export interface Options extends HowToLive {
  readonly at: number;
  readonly set: readonly string[];
  readonly out?: string;
}

/** `leucell branch DIR [CHANGES]`: lives the cells of a dataset again up to a time, and from there on under other conditions. */
export function branchCommand(io: Io, ends: (code: Exit) => void): Command {
  const command = new Command('branch')
    .description('Go on from a time in a dataset under other conditions: the same cells, another end.')
    .argument('<folder>', 'folder of a dataset, finished or not')
    .argument('[changes]', 'a YAML file with base: and conditions: as in a scenario, of what is new')
    .requiredOption('--at <time>', 'from when on, as "2 h"', timeSpan)
    .option(
      '--set <path=value>',
      'one change, as --set fed.rapamycin="100 nM" or --set duration="6 h"; may be repeated',
      (one: string, before: readonly string[]) => [...before, one],
      [],
    )
    .option('-o, --out <folder>', 'folder of the new dataset (default: results/<name>-branch, counted on)');
  return withRun(command)
    .addHelpText(
      'before',
      examples(
        'leucell branch results/meal --at "2 h" --set meal.rapamycin="100 nM"',
        'leucell branch results/meal changes.yaml --at "2 h" --out results/late-rapamycin',
      ),
    )
    .action(async (folder: string, changes: string | undefined, options: Options) => {
      ends(await branch(io, folder, changes, options));
    });
}

/** Branches; `pool` says which worker module lives the cells. */
export async function branch(
  io: Io,
  folder: string,
  changes: string | undefined,
  options: Options,
  pool: Pick<PoolOptions, 'module'> = {},
): Promise<Exit> {
  const parent = await originOf(resolve(io.cwd, folder));
  checkVersions(folder, parent.versions, versions());
  const { text, file } = changesOf(io, changes, options.set);
  const plan = branched(parent, text, file, options.at);
  const out = outputFolder(options.out, `${plan.name}-branch`, io.cwd);
  const cells = jobCount(plan);
  const workers = Math.min(options.workers ?? defaultWorkers(), cells);
  if (plan === parent.plan) io.err(`${say.branchUnchanged()}\n`);
  if (!options.quiet && !options.json)
    io.err(`${say.aboutToBranch(shown(resolve(io.cwd, folder), io.cwd), options.at, cells, workers)}\n`);
  const { made, interrupted } = await living(io, { ...options, workers }, pool, (live) =>
    runPlan(plan, {
      ...live,
      out,
      scenario: noted(parent, text, options.at),
      ...reusable(parent, resolve(io.cwd, folder)),
      manifestFacts: {
        branch: {
          at_s: options.at,
          of: { plan_sha256: parent.plan_sha256, content_sha256: parent.content_sha256 ?? null },
        },
      },
    }),
  );
  return reportRun(io, made, options, interrupted);
}

function branched({ plan }: Origin, text: string, file: string, at_s: number): Plan {
  if (at_s > plan.duration_s) throw new Refusal(say.branchBeyond(at_s, plan.duration_s));
  const read = branchOff(plan, at_s, text, file, modelVocabulary());
  if (!read.ok) throw new Refusal(problemText(read.problems));
  return read.plan;
}

function changesOf(
  io: Io,
  path: string | undefined,
  sets: readonly string[],
): { text: string; file: string } {
  if (path !== undefined && sets.length > 0) throw new Refusal(say.changesTwice());
  if (path === undefined) {
    const made = changesText(
      sets,
      modelVocabulary().parameters.map(({ name }) => name),
    );
    if ('bad' in made) throw new Refusal(say.notASetting(made.bad));
    return { text: made.text, file: '--set' };
  }
  try {
    return { text: readFileSync(resolve(io.cwd, path), 'utf8'), file: path };
  } catch (error) {
    throw new Refusal(say.unreadableChanges(path, (error as NodeJS.ErrnoException).code ?? String(error)));
  }
}

/** Conditions that are not changed are the parent's to the byte, so their cells need not be lived again. */
const reusable = ({ plan, content_sha256 }: Origin, folder: string) =>
  content_sha256 === undefined || plan.keep !== undefined ? {} : { reuse: [folder] };

/** The parent's scenario, and behind it as comments what was changed when. */
const noted = ({ scenario = '' }: Origin, text: string, at_s: number): string =>
  [
    scenario.trimEnd(),
    `# From ${at_s} s on:`,
    ...text
      .trimEnd()
      .split('\n')
      .map((line) => `#   ${line}`),
    '',
  ].join('\n');
