import { InvalidArgumentError } from 'commander';
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

/** The help text that puts examples first. */
export const examples = (...lines: readonly string[]): string =>
  `Examples:\n${lines.map((line) => `  ${line}\n`).join('')}\n`;
