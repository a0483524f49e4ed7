/** A place in a document; lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Something that keeps a document from being run, and where it stands. */
export interface Problem {
  readonly place: Place;
  readonly text: string;
}

/** Thrown for a document that cannot be run: every problem that was found, in the order of the document. */
export class SbmlError extends Error {
  override readonly name = 'SbmlError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = [...problems].sort(
      (a, b) => a.place.line - b.place.line || a.place.column - b.place.column,
    );
    super(sorted.map(printProblem).join('\n'));
    this.problems = sorted;
  }
}

/** `line:column  text`. */
export const printProblem = (p: Problem): string => `${p.place.line}:${p.place.column}  ${p.text}`;

/** Stops at once: throws an SbmlError of one problem. */
export function refuse(place: Place, text: string): never {
  throw new SbmlError([{ place, text }]);
}

/** Runs every task and gathers what they refuse, so that a reader is told of all problems at once. */
export function gather(tasks: Iterable<() => void>): void {
  const problems: Problem[] = [];
  for (const task of tasks) {
    try {
      task();
    } catch (error) {
      if (!(error instanceof SbmlError)) throw error;
      for (const problem of error.problems) problems.push(problem);
    }
  }
  if (problems.length > 0) throw new SbmlError(unique(problems));
}

const unique = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((p) => [printProblem(p), p])).values(),
];
