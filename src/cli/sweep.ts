import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { missingParts } from '../dataset/merge.js';
import { shardsOf, sweepFolder, writeSweep } from '../dataset/sweep-file.js';
import { estimateCost } from '../runner/estimate.js';
import { reusedBy, sweepOf } from '../runner/sweep.js';
import type { Plan } from '../scenario/plan.js';
import { Exit } from './exit.js';
import type { Io } from './io.js';
import type { HowToLive } from './live.js';
import { versions } from './live.js';
import { loadPlan, type PlanChanges } from './load-plan.js';
import { mergeSweep } from './merge.js';
import * as say from './messages.js';
import { examples, reuseFrom, wholeNumber, withChanges, withLiving, withReuse } from './options.js';
import { shown, sweepOutput } from './output-folder.js';
import { runShard } from './shard.js';
import { type ArrayJob, arrayScript, mergeScript, ownCommand, quoted, submit } from './slurm.js';

interface Options extends HowToLive, PlanChanges {
  readonly out?: string;
  readonly backend: 'local' | 'slurm' | 'shell';
  readonly shards?: number;
  readonly slurm: readonly string[];
  readonly dryRun?: boolean;
  readonly reuse?: readonly string[];
}

/** Aimed at for one shard: long enough to be worth a job, short enough to be lost. */
const SHARD_S = 900;
/** As many as Slurm takes into one array where nobody has changed MaxArraySize. */
const MOST_SHARDS = 1000;

/** `leucell sweep SCENARIO`: lives a scenario in shards, here or on a cluster. Asked again, it goes on with what is missing. */
export function sweepCommand(io: Io, ends: (code: Exit) => void): Command {
  const command = new Command('sweep')
    .description('Live a scenario in shards, here or on a cluster; asked again, go on with what is missing.')
    .argument('<scenario>', 'a scenario file, or the name of a shipped scenario')
    .option(
      '-o, --out <folder>',
      'folder of the dataset (default: results/<name>); shards are kept in <folder>.sweep',
    )
    .addOption(
      new Option(
        '--backend <backend>',
        'local: here, one shard after another; slurm: an array job; shell: print a command a shard',
      )
        .choices(['local', 'slurm', 'shell'])
        .default('local'),
    )
    .option('--shards <n>', 'how many shards (default: about 15 minutes each)', wholeNumber(1))
    .option(
      '--slurm <option>',
      'an option for sbatch, as --slurm=--partition=long; may be repeated',
      collected,
      [],
    )
    .option('--dry-run', 'print what would be submitted, and do nothing');
  return withLiving(
    withReuse(withChanges(command)),
    'worker threads a shard (default: local one a core, else 1)',
  )
    .addHelpText(
      'before',
      examples(
        'leucell sweep leucine-dose --shards 8',
        'leucell sweep mine.yaml --backend slurm --workers 4 --dry-run',
        'leucell sweep mine.yaml --cells 40 --out results/more --reuse results/mine',
        'leucell sweep mine.yaml --backend shell --shards 16 | xargs -P 4 -I{} sh -c {}',
      ),
    )
    .action(async (given: string, options: Options) => {
      ends(await sweep(io, given, options));
    });
}

async function sweep(io: Io, given: string, options: Options): Promise<Exit> {
  const { plan, text, warnings } = loadPlan(given, io.cwd, options);
  for (const each of warnings) io.err(`${say.warning(each)}\n`);
  const out = sweepOutput(options.out, plan.name, io.cwd);
  const folder = sweepFolder(out);
  const workers = options.workers ?? 1;
  const made = await sweepOf(plan, options.shards ?? (await shardsFor(plan, workers)), {
    versions: versions(),
    scenario: text,
    ...reuseFrom(options.reuse, io.cwd),
  });
  const places = shardsOf(folder, made);
  const missing = await missingParts(made.options, places);
  const left = places.flatMap((place, i) => (missing.includes(place) ? [i] : []));
  if (!options.quiet) io.err(`${say.sweepAhead(plan.name, made.options.jobs, made.shards, left.length)}\n`);
  if (options.reuse !== undefined) {
    const reused = await reusedBy(made);
    if (!options.quiet) io.err(`${say.reused(reused, made.options.jobs)}\n`);
  }
  const how = howToLive(workers, options);
  const job: ArrayJob = { name: plan.name, folder, shards: left, workers, how, more: options.slurm };
  if (options.dryRun) {
    io.out(options.backend === 'slurm' ? `${arrayScript(job)}\n${mergeScript(job)}` : commandsOf(job));
    return Exit.done;
  }
  await writeSweep(folder, made);
  if (left.length === 0) return mergeSweep(io, folder, options);
  if (options.backend === 'shell') {
    io.out(commandsOf(job));
    if (!options.quiet) io.err(`${say.mergeAfterwards(shown(folder, io.cwd))}\n`);
    return Exit.done;
  }
  if (options.backend === 'slurm') {
    mkdirSync(folder, { recursive: true });
    const [array, merge] = [join(folder, 'array.sh'), join(folder, 'merge.sh')];
    writeFileSync(array, arrayScript(job));
    writeFileSync(merge, mergeScript(job));
    const [arrayId, mergeId] = submit(job, array, merge);
    io.out(`${arrayId}\n${mergeId}\n`);
    if (!options.quiet) io.err(`${say.submitted(arrayId, mergeId, shown(folder, io.cwd))}\n`);
    return Exit.done;
  }
  for (const shard of left) {
    const exit = await runShard(io, folder, shard, options);
    if (exit !== Exit.done) return exit;
  }
  return mergeSweep(io, folder, options);
}

/** One command a line, in any order and at any time, each safe to be given again. */
const commandsOf = ({ folder, shards, how }: ArrayJob): string =>
  shards.map((shard) => `${ownCommand()} shard ${quoted(folder)} ${shard} ${how}\n`).join('');

const howToLive = (workers: number, { checkpointEvery, failFast = false }: HowToLive): string =>
  [
    `--workers ${workers} --quiet`,
    ...(checkpointEvery === undefined ? [] : [`--checkpoint-every '${checkpointEvery} s'`]),
    ...(failFast ? ['--fail-fast'] : []),
  ].join(' ');

async function shardsFor(plan: Plan, workers: number): Promise<number> {
  const { core_s } = await estimateCost(plan);
  return Math.min(MOST_SHARDS, Math.max(1, Math.ceil(core_s / (SHARD_S * Math.max(1, workers)))));
}

const collected = (value: string, before: readonly string[]): readonly string[] => [...before, value];
