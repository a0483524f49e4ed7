/** Every sentence that the commands say, in one place. Shape: where, what, what to do. */
import type { Effect } from '../analysis/compare/compare.js';
import type { Progress as Trying } from '../calibration/trials.js';
import type { Progress } from '../runner/progress.js';
import { jobCount } from '../scenario/expand.js';
import type { Plan } from '../scenario/plan.js';
import type { Problem } from '../scenario/problems.js';
import { nearest } from '../scenario/suggest.js';
import { count, plain, span } from './numbers.js';

const s = (n: number): string => (n === 1 ? '' : 's');

export const scenarioNotFound = (given: string, shipped: readonly string[]): string =>
  `there is no scenario "${given}". Give the path of a YAML file, or one of: ${shipped.join(', ')}.`;

export const scenarioNotShipped = (given: string, shipped: readonly string[]): string =>
  `there is no question "${given}". Give one of: ${shipped.join(', ')}.`;
export const scenarioWritten = (path: string): string =>
  `Scenario: ${path}\nNext:     leucell plan ${path}   (what it would take), then leucell run ${path}`;
export const galleryAt = (path: string, all: number, shown: number): string =>
  `Gallery: ${path} (${all} scenarios, ${shown} of them with a figure)`;
export const galleryRuns = (name: string, place: number, all: number): string =>
  `${name} (${place} of ${all})`;
export const galleryStopped = (): string =>
  'Interrupted; no page was written. Go on with leucell resume and the folder that ends in .partial, then give the same command again.';

export const outputExists = (folder: string): string =>
  `"${folder}" exists and is not overwritten. Choose another folder with --out, or move this one away.`;

export const unfinishedThere = (folder: string): string =>
  `"${folder}.partial" is an unfinished dataset. Go on with it: leucell resume ${folder}. Or choose another folder with --out.`;

export const notAWholeNumber = (given: string, least: number): string =>
  `"${given}" is not a whole number of at least ${least}. Write for example ${Math.max(least, 1)}.`;

export const warning = ({ file, line, column, message }: Problem): string =>
  `${file}:${line}:${column}   warning: ${message}`;

export const nothingWrong = (file: string, cells: number): string =>
  `${file}: valid, ${count(cells)} cell${s(cells)}`;

export const aboutToRun = (name: string, cells: number, conditions: number, workers: number): string =>
  `${name}: ${count(cells)} cell${s(cells)} in ${conditions} condition${s(conditions)}, ` +
  (workers === 0 ? 'in the main thread' : `${workers} worker thread${s(workers)}`);

export const progressLine = (p: Progress): string =>
  [
    `${Math.floor((100 * p.done) / Math.max(1, p.total))} %`,
    `${p.done} of ${p.total} cells`,
    ...(p.failed > 0 ? [`${p.failed} failed`] : []),
    `${count(p.eventsPerSecond)} events/s`,
    p.done === 0 ? 'estimating the time left' : `${span(p.left_s)} left`,
  ].join('  ');

export const finished = (p: Progress): string =>
  `${p.done} cell${s(p.done)}, ${count(p.events)} events in ${span(p.elapsed_s)} (${count(p.eventsPerSecond)} events/s)`;

export const someFailed = (failed: number, total: number): string =>
  `${failed} of ${total} cells failed; the others are whole. Why, cell by cell, is in table cells (status, reason):`;
export const moreFailed = (n: number): string => `  and ${n} more`;

export const stopping = (): string =>
  'stopping: cells being lived are finished, or kept where they are if that takes long; press Ctrl-C again to stop at once';
export const interrupted = (done: number, total: number, folder: string): string =>
  `interrupted after ${done} of ${total} cells; they are kept in "${folder}".`;

export const reused = (n: number, cells: number): string =>
  n === 0
    ? 'no cell could be taken from the datasets named: another version, seed or condition, or other cells'
    : `${count(n)} of ${count(cells)} cells were there already`;
export const aboutToBranch = (folder: string, at_s: number, cells: number, workers: number): string =>
  `branching off "${folder}" at ${span(at_s)}: ${count(cells)} cell${s(cells)}, ` +
  (workers === 0 ? 'in the main thread' : `${workers} worker thread${s(workers)}`);
export const branchBeyond = (at_s: number, duration_s: number): string =>
  `the run ends at ${span(duration_s)}, before ${span(at_s)}. Branch off earlier.`;
export const branchUnchanged = (): string =>
  'nothing is changed, so this is the parent again. Say what changes with --set or in a file.';
export const changesTwice = (): string =>
  'changes are said both in a file and with --set. Choose one of the two.';
export const notASetting = (given: string): string =>
  `"${given}" is no change. Write for example --set fed.rapamycin="100 nM".`;
export const unreadableChanges = (path: string, code: string): string =>
  `the file of changes "${path}" cannot be read (${code}). Check the path.`;
export const badCheckpoint = (file: string, why: string): string =>
  `"${file}" is ${why}, so its cell is begun anew.`;

export const stoppedAtFailure = (done: number, total: number, folder: string): string =>
  `stopped at a cell that failed, after ${done} of ${total} cells; they are kept in "${folder}".`;
export const resumeWith = (leucell: string, folder: string): string =>
  `Go on with: ${leucell} resume ${folder.replace(/\.partial$/, '')}`;
export const resuming = (name: string, done: number, total: number): string =>
  `${name}: ${done} of ${total} cells are there already`;
export const alreadyFinished = (folder: string): string => `"${folder}" is finished already.`;
export const replayed = (table: string, same: boolean, hash: string): string =>
  `${same ? 'same  ' : 'DIFFERS'} ${hash}  ${table}`;
export const replayHolds = (folder: string): string =>
  `${folder}: lived again, every table has the same bytes.`;
export const replayDiffers = (folder: string, again: string): string =>
  `${folder}: lived again, tables differ. What came of it is kept in "${again}". Check the dataset with leucell verify; if it is sound, please report this.`;
export const statusLine = (
  folder: string,
  state: string,
  done: number,
  cells: number,
  failed: number,
): string =>
  `${folder}: ${state}, ${done} of ${cells} cell${s(cells)}${failed > 0 ? `, ${failed} failed` : ''}`;
export const writtenBy = (pid: number, host: string): string => `being written by process ${pid} on ${host}`;

export const sweepAhead = (name: string, cells: number, shards: number, left: number): string =>
  `${name}: ${count(cells)} cell${s(cells)} in ${shards} shard${s(shards)}, ${left} to be run`;
export const mergeAfterwards = (folder: string): string => `When they are done: leucell merge ${folder}`;
export const submitted = (array: string, merge: string, folder: string): string =>
  `submitted: array job ${array}, and job ${merge} to merge; logs are in "${folder}/log". If shards are missing afterwards, give the same command again.`;
export const noShard = (shard: number, shards: number): string =>
  `there is no shard ${shard}: the sweep has shards 0 to ${shards - 1}.`;
export const shardInterrupted = (shard: number, done: number, total: number): string =>
  `shard ${shard} stopped after ${done} of ${total} cells; run it again to go on.`;
export const shardDone = (shard: number, cells: number, failed: number): string =>
  `shard ${shard}: ${cells} cell${s(cells)}${failed > 0 ? `, ${failed} failed` : ''}`;
export const shardsMissing = (missing: readonly number[], shards: number): string =>
  `${missing.length} of ${shards} shards are missing or damaged: ${missing.join(', ')}. Run them again, then merge.`;
export const notASweep = (folder: string): string =>
  `"${folder}" does not end in .sweep, so there is no telling what its dataset is to be called. Rename it.`;
export const contentHash = (sha256: string): string => `content_sha256: ${sha256}`;
export const noSlurm = (why: string): string =>
  `Slurm did not take the job: ${why}. Look at the scripts with --dry-run, or choose --backend shell or local.`;

export const exportedTo = (path: string, rows: number, size: string): string =>
  `${path}: ${rows} rows, ${size}`;
export const noFormat = (): string =>
  'say in which format to export: --parquet, --partitioned, --simularium FILE or --omex FILE';
export const oneFormat = (): string =>
  '--parquet and --partitioned make a folder each. Give the command once for each.';
export const noLabelsInBngl = (): string =>
  'BNGL is written without labels. Leave "--labels" out, or write --sbml or --antimony.';
export const framesAt = (path: string, frames: number, size: string): string =>
  `${path}: ${frames} frame${s(frames)}, ${size}`;
export const notAllDrawn = (drawn: number, followed: number): string =>
  `${drawn} of ${followed} followed molecules are drawn: more are not told apart.`;
export const noSuchCondition = (name: string, conditions: readonly string[]): string =>
  `there is no condition "${name}"; the dataset has ${conditions.map((c) => `"${c}"`).join(', ')}.`;
export const noSuchOne = (what: 'donor' | 'cell', n: number, count: number): string =>
  `there is no ${what} ${n}: the dataset has ${what}s 0 to ${count - 1}.`;
export const watchedUntil = (): string =>
  'Open this address in a browser on this machine; nobody else can. Ctrl-C ends it.';
export const watchedAt = (url: string): string => `Watch it: ${url}`;
export const noPage = (cause: unknown): string =>
  `there was no page to watch (${cause instanceof Error ? cause.message : String(cause)}); the run is not touched by that.`;
export const cannotListen = (port: number, cause: unknown): string =>
  `cannot listen on port ${port} (${cause instanceof Error ? cause.message : String(cause)}); choose another, or leave --port out`;
export const cellNotMeasured = (): string =>
  'that cell failed, so nothing of it was measured; choose another with --cell.';

export const summaryTitle = (duration_h: number, cells: number): string =>
  `Mean over cells with 95 % interval (${cells} cell${s(cells)} per condition, ${plain(duration_h)} h)`;
export const foldNote = (baseline: string): string =>
  `Fold: blot signal with its background over that of "${baseline}", interval by resampling paired twins.`;
export const datasetAt = (folder: string): string => `Dataset: ${folder}`;
export const readWith = (folder: string, table: string): string =>
  `Read it: polars.read_ipc("${folder}/${table}.arrow")`;
export const nextCommand = (leucell: string, name: string): string =>
  name === 'leucine-dose'
    ? `Next:    ${leucell} run meal`
    : `Next:    ${leucell} plan leucine-dose   (a sweep: what it would take, before it runs)`;
export const noOutcomes = (): string =>
  'The dataset has no column that this summary knows; read its tables instead.';
export const moreRows = (n: number): string => `and ${n} more; see --json`;

export const notAMargin = (given: string): string =>
  `"${given}" is not a margin between 0 and 100 percent. Write for example "10 %".`;
export const comparedWhom = (effects: readonly Effect[]): string => {
  const twins = [...new Set(effects.map((e) => e.twins))];
  const most = Math.max(...twins);
  const donors = Math.max(...effects.map((e) => e.donors));
  const shown = twins.length === 1 ? String(most) : `${Math.min(...twins)} to ${most}`;
  return effects.every((e) => e.sampled === 'donors')
    ? `${shown} pairs of twins of ${donors} donors; intervals and p speak of donors.`
    : `${shown} pairs of twins of ${donors} donor${s(donors)}; intervals and p speak of the cells of ` +
        `${donors === 1 ? 'this donor' : 'these donors'}, not of people (for that give at least 3 donors).`;
};
export const comparedHow = (effects: number, margin: string): string =>
  `Intervals: 95 %, studentised bootstrap. p: paired t test, corrected by Holm over ${effects} effects. Within ${margin}: two ` +
  `one-sided tests. Up, down: share of twins that changed by more than ${margin} of their baseline. p-S6K1: the true share is of ` +
  'molecules; as blotted adds the background of a western blot.';

export const outputFileExists = (path: string): string =>
  `"${path}" exists and is not overwritten. Choose another file with --out, or add --force.`;
export const noSuchPoint = (given: number, points: number): string =>
  `there is no point ${given} of the sweep: points are numbered 0 to ${points - 1}.`;
export const noSuchFigure = (given: string, known: readonly string[]): string =>
  `there is no figure "${given}". Give one of: ${known.join(', ')}.`;
export const unknownImageType = (path: string): string =>
  `"${path}" ends in none of .svg, .png and .csv, which are what a figure can be written as.`;
export const noPngWriter = (why: string): string =>
  `PNG needs the package @resvg/resvg-js, which is not here (${why}). Install it, or write SVG.`;
export const reportAt = (path: string, size: string): string => `Report: ${path} (${size})`;

export const drawnHow = (): string =>
  'Points of the sweep as draws of parameters. SE of cells: how unsure one draw is for lack of cells. SD of parameters: how much the ' +
  'effect differs between draws beyond that.';
export const noDraws = (): string =>
  'there is one point only and so no draws; give a dataset with a sweep over parameters, or leave out --draws.';

export const estimateMethod = (cells: number, simulated_s: number, events: number): string =>
  `Estimated here, just now: ${cells} cell${s(cells)} of this plan lived its settling time and the first ` +
  `${plain(simulated_s / 60)} simulated minutes (${count(events)} events); the rest is extrapolated in proportion to time.`;

export const aboutToValidate = (
  targets: number,
  batches: readonly { readonly plan: Plan }[],
  workers: number,
): string => {
  const conditions = batches.reduce((n, { plan }) => n + plan.conditionNames.length, 0);
  const cells = batches.reduce((n, { plan }) => n + jobCount(plan), 0);
  return `${targets} target${s(targets)}: ${conditions} condition${s(conditions)}, ${count(cells)} cell${s(cells)}, ${workers} worker thread${s(workers)}`;
};
export const unreadableTargets = (file: string, code: string): string =>
  `the targets file "${file}" cannot be read (${code}). Check the path.`;
export const noSuchTarget = (id: string, known: readonly string[]): string => {
  const meant = nearest(id, known);
  return `there is no target "${id}". ${meant === undefined ? `Known: ${known.slice(0, 8).join(', ')}${known.length > 8 ? ', ...' : ''}.` : `Did you mean "${meant}"?`}`;
};
export const targetsHeld = (held: number, failed: number, not: number): string =>
  `${held} of ${held + failed} target${s(held + failed)} hold${not === 0 ? '' : `; ${not} could not be evaluated`}`;

export const fileExists = (path: string): string =>
  `"${path}" exists and is not overwritten. Choose another file with --out, or move this one away.`;
export const unreadableCalibration = (file: string, code: string): string =>
  `the calibration file "${file}" cannot be read (${code}). Check the path.`;
export const nothingToFit = (id: string, why: string | undefined): string =>
  `no row of the target "${id}" has a value in the mean field${why === undefined ? '' : ` (${why})`}. Leave it out.`;
export const aboutToCalibrate = (constants: number, targets: number, starts: number, sets: number): string =>
  `${constants} constant${s(constants)}, ${targets} target${s(targets)}, ${starts} start${s(starts)}, then ${sets} near-optimal set${s(sets)}`;
export const calibrationLine = ({ tried, least, sets }: Trying, of: number, elapsed_s: number): string =>
  [
    `${count(tried)} sets tried`,
    `least cost ${plain(least)}`,
    ...(sets > 0 ? [`${sets} of ${of} near-optimal sets`] : []),
    span(elapsed_s),
  ].join('  ');
export const goesOn = (trials: number, file: string): string =>
  `going on from ${count(trials)} trials kept in "${file}"`;
export const otherTrials = (file: string): string =>
  `"${file}" keeps the trials of another calibration, model or version. Delete it to begin anew, or choose another --out.`;
export const stoppingTrials = (): string =>
  'stopping: sets being tried are finished; press Ctrl-C again to stop at once';
export const calibrationStopped = (file: string | undefined): string =>
  file === undefined
    ? 'interrupted; nothing is kept without --out.'
    : `interrupted; what was tried is kept in "${file}", and the same command goes on from there.`;
export const aboutToConfirm = (cells: number): string =>
  `confirming the optimum with ${count(cells)} cells of the hybrid engine`;

export const datasetSound = (folder: string): string => `${folder}: sound`;
export const datasetDamaged = (folder: string, n: number): string => `${folder}: ${n} problem${s(n)}`;
export const noDataset = (folder: string): string =>
  `"${folder}" is not a dataset: it has no manifest.json. Give a folder that leucell run has written.`;

export const allWell = (): string => 'everything that leucell needs is here.';
export const notAllWell = (): string => 'something that leucell needs is missing; see the lines marked FAIL.';

export const unexpected = (detail: string): string =>
  `leucell failed and it is not your fault: ${detail}\nPlease report this with the command, the scenario file, and what it says with LEUCELL_DEBUG=1.`;

export const notPowered = (name: string): string =>
  `a trial compares two conditions, and "${name}" gives one. Write a second one, or choose with --from and --to.`;
export const powerNote = (enough: number | undefined, aim: number, most: number): string =>
  enough === undefined
    ? `${most} donors do not reach a power of ${plain(aim)}. Ask for more with --most, or measure better.`
    : `${enough} donors or more detect it with a power of ${plain(aim)}.`;

export const aboutToStudy = (name: string, cells: number, factors: number, method: string): string =>
  `${name}: ${cells} cells by ${method}, over ${factors} factor${factors === 1 ? '' : 's'}`;
export const noSuchOutcome = (given: string, known: readonly string[]): string =>
  `there is no outcome "${given}". Give one of: ${known.join(', ')}.`;
export const variedTwice = (path: string): string => `"${path}" is varied twice. Give it one range.`;
export const idleFactor = (path: string): string =>
  `"${path}" changes nothing here: no condition has it, or each says its own. Vary it where it is given, as conditions.<name>.<what>.`;
export const tooManyFactors = (n: number, most: number): string =>
  `Sobol indices of ${n} factors are too many; screen them first with --analysis morris, and keep at most ${most}.`;
export const nothingVaried = (): string =>
  'nothing is varied. Name rates or ranges with --vary, for example --vary sestrin2-leucine.off, or write a sweep in the scenario.';
export const sensitivityNote = (analysis: 'morris' | 'sobol'): string =>
  analysis === 'morris'
    ? 'mu*: mean size of the change over the whole range; mu: with its sign; sigma: how much it depends on the other factors, or is bent.'
    : 'Shares of the variance: alone, and in all, with every interaction that the factor takes part in.';
