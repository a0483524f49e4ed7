import { type Problem, printProblem } from '../sbml/problems.js';

/** Problems as `file:line:column  text`, a line each. */
export const withFile = (file: string, problems: readonly Problem[]): string =>
  problems.map((p) => `${file}:${printProblem(p)}`).join('\n');

export const cannotRead = (file: string, cause: unknown): string =>
  `"${file}" cannot be read: ${cause instanceof Error ? cause.message : String(cause)}. Give the path of an SBML file.`;

export const notAPositiveNumber = (given: string): string =>
  `"${given}" is not a number above 0. Write for example 50.`;

export const nothingWasRun = (n: number): string => `${n} problem${n === 1 ? '' : 's'}; nothing was run.`;

export const nothingWasWritten = (n: number): string =>
  `${n} problem${n === 1 ? '' : 's'}; nothing was written.`;
