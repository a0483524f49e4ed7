/** Datasets that cannot be compared as asked; `problems` holds every reason, `message` all of them, a line each. */
export class CannotCompare extends Error {
  override readonly name = 'CannotCompare';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const list = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

export const noSuchBaseline = (given: string, known: readonly string[]): string =>
  `there is no condition "${given}" to compare with; give --baseline one of ${list(known)}`;
export const onlyBaseline = (name: string): string =>
  `"${name}" is the only condition; there is nothing to compare it with, so give a dataset with a second one`;
export const differentModels = (versions: readonly (readonly [folder: string, version: string])[]): string =>
  `the datasets come from different models (${versions.map(([folder, v]) => `${folder}: ${v}`).join('; ')}); ` +
  'run their scenarios again with one version of leucell';
export const notTwins = (
  folder: string,
  first: string,
  what: string,
  found: string,
  expected: string,
): string =>
  `cells of "${folder}" are no twins of those of "${first}": ${what} is ${found} there and ${expected} here; ` +
  `run both scenarios with the same ${what}`;
export const noTimecourse = (folder: string): string =>
  `"${folder}" has no table "timecourse"; run its scenario with the assay census and keep: everything`;
export const noOutcomes = (folder: string): string =>
  `"${folder}" has none of the columns that are compared; the table "timecourse" of leucell run has them`;
export const noSuchOutcome = (given: string, known: readonly string[]): string =>
  `there is no outcome "${given}"; there are ${list(known)}`;
export const tooFewCells = (found: number, fewest: number): string =>
  `${found} cell${found === 1 ? '' : 's'} a condition are too few to compare; run with at least ${fewest} (leucell run ... --cells ${fewest})`;
export const tooFewLived = (condition: string, found: number, fewest: number): string =>
  `of "${condition}" and its baseline only ${found} twins lived to the end and at least ${fewest} are needed; ` +
  'see status and reason in cells.arrow';
export const badMargin = (given: number): string =>
  `a margin of ${given} is not above 0 and below 1; give a share of the baseline, for example 0.1`;
