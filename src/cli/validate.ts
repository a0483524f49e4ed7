import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { defaultWorkers } from '../runner/pool.js';
import type { Size } from '../validation/batches.js';
import { cheapest } from '../validation/cheapest.js';
import { type JudgedTarget, judgeTargets } from '../validation/judge-targets.js';
import { htmlPage, type PageFacts } from '../validation/page.js';
import { programmeOf } from '../validation/programme.js';
import { FAST, WHOLE } from '../validation/size.js';
import type { Target } from '../validation/target.js';
import { Exit, Refusal } from './exit.js';
import type { Io } from './io.js';
import { versions } from './live.js';
import * as say from './messages.js';
import { examples, wholeNumber } from './options.js';
import { targetsOf, toPlan } from './targets.js';
import { validationData, validationTable } from './validation-output.js';
import { cellsOf, runProgramme } from './validation-run.js';
import { modelInputs } from './vocabulary.js';

export interface Options {
  readonly targets?: string;
  readonly target: readonly string[];
  readonly fast?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly out?: string;
  readonly html?: string;
  readonly petab?: string;
  readonly cells?: number;
  readonly volume?: string;
  readonly settle?: string;
  readonly workers?: number;
  readonly seed?: string;
  readonly method?: string;
}

/** `leucell validate`: runs the protocols of published studies and holds what comes out against what was measured. */
export function validateCommand(io: Io, ends: (code: Exit) => void): Command {
  return new Command('validate')
    .description('Run the protocols of published human studies and compare with what was measured.')
    .option('--targets <file>', 'targets file (default: the one shipped)')
    .option('--target <id>', 'only this target; may be repeated', collect, [])
    .option('--fast', 'only the cheapest targets, with few cells: under three minutes on two cores')
    .option('-o, --out <folder>', 'keep the datasets in this folder (default: a temporary one)')
    .option('--cells <n>', 'cells a condition (default: by what a protocol costs)', wholeNumber(1))
    .option('--volume <volume>', 'intracellular water of a cell (default: 20 um3, 5 um3 with --fast)')
    .option('--settle <time>', 'fasted time lived before a protocol (default: 6 h, 2 h with --fast)')
    .option('-w, --workers <n>', 'worker threads; 0 runs in the main thread', wholeNumber(0))
    .option('--seed <seed>', 'seed of all runs')
    .option('--method <method>', 'how cells are simulated: hybrid, exact or mean-field (default: hybrid)')
    .option('--html <file>', 'write a page with a figure a target')
    .option('--petab <folder>', 'write the targets as PEtab tables with an SBML model, and run nothing')
    .option('--json', 'print the rows as JSON')
    .option('-q, --quiet', 'no progress and no messages but problems')
    .addHelpText(
      'before',
      examples(
        'leucell validate --fast',
        'leucell validate --target ps6k-meta --target fsr-basal-mixed --cells 100',
        'leucell validate --targets mine.yaml --json | jq ".[] | select(.pass == false)"',
      ),
    )
    .action(async (options: Options) => ends(await validate(io, options)));
}

const collect = (id: string, before: readonly string[]): readonly string[] => [...before, id];

async function validate(io: Io, options: Options): Promise<Exit> {
  if (options.petab !== undefined) {
    const targets = chosen(targetsOf(io, options.targets), options.target);
    const { writePetab } = await import('./petab.js');
    return writePetab(io, options.petab, { constants: [], weights: new Map(), targets });
  }
  if (options.html !== undefined && existsSync(resolve(io.cwd, options.html)))
    throw new Refusal(say.outputExists(options.html));
  const made = await validated(io, options);
  if ('interrupted' in made) return made.interrupted;
  const { judged, facts, failed, cells } = made;
  if (options.html !== undefined) writeFileSync(resolve(io.cwd, options.html), htmlPage(judged, facts));
  if (options.json === true) io.out(`${JSON.stringify(validationData(judged), null, 2)}\n`);
  else io.out(validationTable(judged, io.colours.out));
  if (failed === 0) return Exit.done;
  io.err(`${say.someFailed(failed, cells)}\n`);
  return Exit.someCellsFailed;
}

/** What a validation came to, or the exit code if it was interrupted. */
export type Validated =
  | {
      readonly judged: readonly JudgedTarget[];
      readonly facts: PageFacts;
      readonly failed: number;
      readonly cells: number;
    }
  | { readonly interrupted: Exit };

/** Runs the protocols and holds every target against what came out. */
export async function validated(io: Io, options: Options): Promise<Validated> {
  const size = sizeOf(options);
  const inputs = modelInputs();
  const all = chosen(targetsOf(io, options.targets), options.target);
  const targets = options.fast === true ? cheapest(all, inputs, size) : all;
  const programme = programmeOf(targets, inputs, size, toPlan());
  const workers = options.workers ?? defaultWorkers();
  if (options.quiet !== true) io.err(`${say.aboutToValidate(targets.length, programme.batches, workers)}\n`);
  const run = await runProgramme(io, programme, { ...options, workers });
  if (run.observed === undefined) return { interrupted: run.interrupted };
  const counts = programme.batches.map(({ plan }) => plan.cells).filter((n) => n > 1);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const [plan] = programme.batches.map((b) => b.plan);
  return {
    judged: judgeTargets(targets, programme, run.observed),
    facts: {
      ...versions(),
      method: plan?.method ?? '',
      cells: `${least === most ? most : `${least} to ${most}`} cells`,
      volume: size.volume,
      seed: plan?.seed ?? '',
    },
    failed: run.failed,
    cells: cellsOf(programme),
  };
}

function sizeOf({ fast, cells, volume, settle, seed, method }: Options): Size {
  return {
    ...(fast === true ? FAST : WHOLE),
    ...(cells === undefined ? {} : { cells }),
    ...(volume === undefined ? {} : { volume }),
    ...(settle === undefined ? {} : { settle }),
    ...(seed === undefined ? {} : { seed }),
    ...(method === undefined ? {} : { method }),
  };
}

function chosen(all: readonly Target[], ids: readonly string[]): readonly Target[] {
  const unknown = ids.filter((id) => !all.some((t) => t.id === id));
  if (unknown.length > 0)
    throw new Refusal(
      unknown
        .map((id) =>
          say.noSuchTarget(
            id,
            all.map((t) => t.id),
          ),
        )
        .join('\n'),
    );
  return ids.length === 0 ? all : all.filter((t) => ids.includes(t.id));
}
