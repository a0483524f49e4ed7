import { type Problem, printProblem, SbmlError } from '../sbml/problems.js';

/** Something in an archive that keeps it from being run: in the archive itself, or at places of one of its files. */
export class OmexError extends Error {
  override readonly name = 'OmexError';
  /** Each line with the path of the archive put first. */
  readonly lines: (archive: string) => readonly string[];

  constructor(lines: (archive: string) => readonly string[]) {
    super(lines('archive').join('\n'));
    this.lines = lines;
  }
}

/** Something said of a place in a file of the archive. */
export interface Said {
  readonly file: string;
  readonly problem: Problem;
}

export const printSaid = (archive: string, { file, problem }: Said): string =>
  `${archive}/${file}:${printProblem(problem)}`;

/** Stops for something that is wrong with the archive as a whole. */
export function refuseArchive(text: string): never {
  throw new OmexError((archive) => [`${archive}: ${text}`]);
}

/** Does it; what is refused meanwhile is refused at places of this file of the archive. */
export function inFile<T>(file: string, does: () => T): T {
  try {
    return does();
  } catch (error) {
    if (!(error instanceof SbmlError)) throw error;
    const { problems } = error;
    throw new OmexError((archive) => problems.map((problem) => printSaid(archive, { file, problem })));
  }
}
