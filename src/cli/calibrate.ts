import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { type Calibrated, calibrate } from '../calibration/calibrate.js';
import type { Calibration } from '../calibration/calibration.js';
import { readCalibration } from '../calibration/read-calibration.js';
import { resolve as resolveParameters } from '../language/parameters.js';
import { leucineModel } from '../model/leucine.js';
import { type ParameterSet, withParameters } from '../scenario/parameter-set.js';
import { problemText } from '../scenario/problems.js';
import { type JudgedTarget, judgeTargets } from '../validation/judge-targets.js';
import { programmeOf } from '../validation/programme.js';
import { WHOLE } from '../validation/size.js';
import type { Target } from '../validation/target.js';
import { calibrationData, calibrationText, ensembleFile } from './calibrate-output.js';
import { calibrationDisplay } from './calibration-display.js';
import { openJournal } from './calibration-journal.js';
import { judgeSetup, openJudges, trialsOf } from './calibration-run.js';
import { Exit, Refusal } from './exit.js';
import { onInterrupt } from './interrupt.js';
import type { Io } from './io.js';
import type { HowToLive } from './live.js';
import * as say from './messages.js';
import { examples, wholeNumber } from './options.js';
import { targetsOf, toPlan } from './targets.js';
import { validationData, validationTable } from './validation-output.js';
import { cellsOf, runProgramme } from './validation-run.js';
import { modelInputs, modelVocabulary } from './vocabulary.js';

interface Options extends HowToLive {
  readonly targets?: string;
  readonly out?: string;
  readonly confirm?: number;
  readonly petab?: string;
}

/** `leucell calibrate FILE`: fits constants of the model to published observations, and says which of them the data tell. */
export function calibrateCommand(io: Io, ends: (code: Exit) => void): Command {
  return new Command('calibrate')
    .description('Fit named constants to targets of role calibration, on the mean field of the same rules.')
    .argument('<file>', 'a calibration file: constants with bounds, targets with weights')
    .option('--targets <file>', 'targets file (default: the one shipped)')
    .option('-o, --out <file>', 'write the near-optimal sets to this file, for "ensemble:" in scenarios')
    .option(
      '--confirm <cells>',
      'then run the targets at the optimum with so many hybrid cells',
      wholeNumber(2),
    )
    .option(
      '--petab <folder>',
      'write the problem as PEtab tables with an SBML model, for other fitting tools, and fit nothing',
    )
    .option('-w, --workers <n>', 'worker threads; 0 runs in the main thread', wholeNumber(0))
    .option('--json', 'print what was found as JSON')
    .option('-q, --quiet', 'no progress and no messages but problems')
    .addHelpText(
      'before',
      examples(
        'leucell calibrate calibrations/s6k1.yaml',
        'leucell calibrate mine.yaml --out ensemble.json --confirm 100',
        'leucell calibrate mine.yaml --petab problem',
      ),
    )
    .action(async (file: string, options: Options) => ends(await calibration(io, file, options)));
}

async function calibration(io: Io, file: string, options: Options): Promise<Exit> {
  if (options.out !== undefined && existsSync(resolve(io.cwd, options.out)))
    throw new Refusal(say.fileExists(options.out));
  const all = targetsOf(io, options.targets);
  const asked = calibrationIn(io, file, all);
  const targets = all.filter(({ id }) => asked.weights.has(id));
  if (options.petab !== undefined)
    return (await import('./petab.js')).writePetab(io, options.petab, { ...asked, targets });
  const fit = await fitted(io, asked, targets, options);
  if ('interrupted' in fit) return fit.interrupted;
  const { found, done } = fit;
  if (options.out !== undefined) {
    writeFileSync(resolve(io.cwd, options.out), ensembleFile(file, asked, found));
    done();
  }
  const confirmed =
    options.confirm === undefined
      ? undefined
      : await confirm(io, targets, found.optimum.values, asked.seed, options.confirm, options);
  if (confirmed !== undefined && 'interrupted' in confirmed) return confirmed.interrupted;
  const judged = confirmed?.judged;
  if (options.json === true) {
    const data = calibrationData(asked, found);
    const whole = judged === undefined ? data : { ...data, confirmed: validationData(judged) };
    io.out(`${JSON.stringify(whole, null, 2)}\n`);
  } else {
    io.out(calibrationText(asked, found));
    if (judged !== undefined) io.out(`\n${validationTable(judged, io.colours.out)}`);
  }
  return confirmed !== undefined && confirmed.failed > 0 ? Exit.someCellsFailed : Exit.done;
}

type Fit = { readonly found: Calibrated; readonly done: () => void } | { readonly interrupted: Exit };

/** Fits, and shows how far it is; with --out what is tried is kept beside it until the ensemble is written. */
async function fitted(
  io: Io,
  asked: Calibration,
  targets: readonly Target[],
  { out, workers, json, quiet = false }: Options,
): Promise<Fit> {
  const setup = judgeSetup(targets);
  const kept = out === undefined ? undefined : `${out}.trials`;
  const display = calibrationDisplay(io, asked.sets, { ...(json === undefined ? {} : { json }), quiet });
  const tell = (message: string) => {
    if (!quiet) io.err(`${message}\n`);
  };
  const interrupt = onInterrupt(() => {
    display.end();
    tell(say.stoppingTrials());
  });
  const judges = await openJudges(setup, workers);
  try {
    refuseUnread(await judges.ask({}));
    const journal =
      kept === undefined ? undefined : openJournal(resolve(io.cwd, kept), kept, trialsOf(asked, setup));
    tell(say.aboutToCalibrate(asked.constants.length, targets.length, asked.starts, asked.sets));
    if (journal !== undefined && journal.known.size > 0) tell(say.goesOn(journal.known.size, kept!));
    const found = await calibrate(asked, judges.ask, {
      signal: interrupt.signal,
      onProgress: display.show,
      ...(journal === undefined ? {} : { known: journal.known, onTried: journal.keep }),
    });
    return { found, done: () => journal?.remove() };
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    tell(say.calibrationStopped(kept));
    return { interrupted: interrupt.exit() };
  } finally {
    display.end();
    interrupt.release();
    await judges.close();
  }
}

function calibrationIn(io: Io, file: string, targets: readonly Target[]): Calibration {
  const read = readCalibration(textOf(io, file), file, modelVocabulary(), targets);
  if (!read.ok) throw new Refusal(problemText(read.problems));
  const { constants } = read.calibration;
  try {
    resolveParameters(leucineModel, Object.fromEntries(constants.map((c, i) => [c.name, i + 1])));
  } catch (error) {
    throw new Refusal((error as Error).message);
  }
  return read.calibration;
}

function textOf(io: Io, file: string): string {
  try {
    return readFileSync(resolve(io.cwd, file), 'utf8');
  } catch (error) {
    throw new Refusal(
      say.unreadableCalibration(file, (error as NodeJS.ErrnoException).code ?? String(error)),
    );
  }
}

/** A target of which no row has a value under the model's own constants has nothing to fit to. */
function refuseUnread(judged: readonly JudgedTarget[]): void {
  const empty = judged.filter(({ pass }) => pass === null);
  if (empty.length > 0)
    throw new Refusal(
      empty.map(({ target, rows }) => say.nothingToFit(target.id, rows[0]?.reason)).join('\n'),
    );
}

type Confirmed =
  | { readonly judged: readonly JudgedTarget[]; readonly failed: number }
  | { readonly interrupted: Exit };

/** The same targets at the optimum, lived by the stochastic engine. */
async function confirm(
  io: Io,
  targets: readonly Target[],
  optimum: ParameterSet,
  seed: string,
  cells: number,
  { workers, json, quiet }: HowToLive,
): Promise<Confirmed> {
  const size = { ...WHOLE, cells, seed, method: 'hybrid' };
  const programme = programmeOf(targets, modelInputs(), size, toPlan());
  const batches = programme.batches.map((b) => ({ ...b, plan: withParameters(b.plan, optimum) }));
  if (quiet !== true) io.err(`${say.aboutToConfirm(cellsOf({ ...programme, batches }))}\n`);
  const how = {
    ...(workers === undefined ? {} : { workers }),
    ...(json === undefined ? {} : { json }),
    ...(quiet === undefined ? {} : { quiet }),
  };
  const run = await runProgramme(io, { ...programme, batches }, how);
  if (run.observed === undefined) return { interrupted: run.interrupted };
  return { judged: judgeTargets(targets, programme, run.observed), failed: run.failed };
}
