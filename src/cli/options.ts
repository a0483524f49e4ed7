import { InvalidArgumentError, Option } from 'commander';
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

/** How often cells that take long are kept in the middle of their lives. */
export const checkpointOption = (): Option =>
  new Option(
    '--checkpoint-every <time>',
    'how often a cell that takes longer is kept in the middle of its life (default: 10 min)',
  ).argParser(timeSpan);

/** How many cells are lived, instead of what the scenario says. */
export const cellsOption = (): Option =>
  new Option(
    '--cells <n>',
    'cells per donor, condition and sweep point, instead of the scenario’s',
  ).argParser(wholeNumber(1));

/** What is to be left of a run. */
export const keepOption = (): Option =>
  new Option(
    '--keep <what>',
    'what is left in the end, instead of the scenario’s: every row, one row a cell, or mean, SD and quantiles',
  ).choices(KEEPS);

/** The help text that puts examples first. */
export const examples = (...lines: readonly string[]): string =>
  `Examples:\n${lines.map((line) => `  ${line}\n`).join('')}\n`;
