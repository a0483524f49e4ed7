import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { LIMITS } from '../scenario/limits.js';
import { memoryIn } from '../scenario/memory.js';
import { KEEPS } from '../scenario/plan.js';
import { say } from '../scenario/problems.js';
import { type Limits, readQuantity } from '../scenario/quantity.js';
import { notAWholeNumber } from './messages.js';

/** A parser of whole numbers from `least` up; what else is given is a usage error. */
export const wholeNumber =
  (least: number) =>
  (given: string): number => {
    const n = Number(given);
    if (!/^\d+$/.test(given) || n < least || !Number.isSafeInteger(n))
      throw new InvalidArgumentError(notAWholeNumber(given, least));
    return n;
  };

/** A parser of quantities such as "5 um3" into a number of the unit of their limits. */
export const quantityOf =
  (limits: Limits) =>
  (given: string): number => {
    const read = readQuantity(given, limits);
    if (!read.ok) throw new InvalidArgumentError(read.message);
    return read.value;
  };

/** A parser of times of computing, as "10 min", in seconds. */
export const timeSpan = quantityOf(LIMITS.duration);

/** A parser of amounts of memory, as "500 MB", in megabytes. */
export function memoryAmount(given: string): number {
  const found = memoryIn(given);
  if (found === undefined) throw new InvalidArgumentError(say.notMemory(given));
  return found;
}

/** Gives a command the options of all that live cells. */
export const withLiving = (
  command: Command,
  workers = 'worker threads; 0 runs in the main thread (default: one a core)',
) =>
  command
    .option('-w, --workers <n>', workers, wholeNumber(0))
    .option(
      '--checkpoint-every <time>',
      'how often a cell that takes longer is kept in the middle of its life (default: 10 min)',
      timeSpan,
    )
    .option('--fail-fast', 'begin no more cells once one has failed')
    .option('-q, --quiet', 'no progress and no messages but problems');

/** The same for those that sum up in the end what they lived. */
export const withRun = (command: Command) =>
  withLiving(command).option('--json', 'print the summary as JSON, and progress as one JSON object a line');

/** How many cells are lived, instead of what the scenario says. */
export const cellsOption = (): Option =>
  new Option(
    '--cells <n>',
    'cells per donor, condition and sweep point, instead of the scenario’s',
  ).argParser(wholeNumber(1));

/** Gives a command the options that say which cells of a scenario there are, instead of the scenario. */
export const withCells = (command: Command) =>
  command.addOption(cellsOption()).option('--seed <seed>', 'seed, instead of the scenario’s');

/** The same for what is kept of them and what they may cost. */
export const withChanges = (command: Command) =>
  withCells(command)
    .addOption(
      new Option(
        '--keep <what>',
        'what is left in the end, instead of the scenario’s: every row, one row a cell, or mean, SD and quantiles',
      ).choices(KEEPS),
    )
    .option('--max-events <n>', 'events that a cell may take before it counts as failed', wholeNumber(1))
    .option('--max-time <time>', 'time of computing that a cell may take, as "10 min"', timeSpan)
    .option('--max-memory <amount>', 'heap of the worker that lives a cell, as "500 MB"', memoryAmount);

/** Gives a command the datasets whose cells need not be lived again. */
export const withReuse = (command: Command) =>
  command.option(
    '--reuse <folder...>',
    'finished datasets: cells that they have in common with what is asked for are taken from there',
  );

/** The datasets named with it, from wherever they are looked for. */
export const reuseFrom = (
  folders: readonly string[] | undefined,
  cwd: string,
): { reuse?: readonly string[] } =>
  folders === undefined ? {} : { reuse: folders.map((folder) => resolve(cwd, folder)) };

/** The help text that puts examples first. */
export const examples = (...lines: readonly string[]): string =>
  `Examples:\n${lines.map((line) => `  ${line}\n`).join('')}\n`;
