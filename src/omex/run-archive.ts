import { openArchive, textIn } from './archive.js';
import type { Reports } from './hdf5.js';
import type { Policy } from './kisao.js';
import { experimentsOf } from './manifest.js';
import { modelsOf } from './models.js';
import { inFile, OmexError, type Said } from './problems.js';
import { readExperiment } from './read-experiment.js';
import { type Prepared, prepare, requireRunnable } from './run-experiment.js';

export interface ArchiveOptions {
  readonly seed: string;
  readonly policy: Policy;
  /** Told of what is taken differently or had to be assumed. */
  readonly warn: (said: Said) => void;
}

/** Runs the experiments of a COMBINE archive. Throws OmexError with the problems of all of them, before any runs. */
export function runArchive(packed: Uint8Array, { seed, policy, warn }: ArchiveOptions): readonly Reports[] {
  const files = openArchive(packed);
  const refused: OmexError[] = [];
  const experiments: { readonly file: string; readonly prepared: Prepared }[] = [];
  for (const file of experimentsOf(files)) {
    try {
      const experiment = inFile(file, () => readExperiment(textIn(files, file)));
      requireRunnable(experiment, file, policy, warn);
      experiments.push({ file, prepared: prepare(experiment, modelsOf(files, file, experiment, warn)) });
    } catch (error) {
      if (!(error instanceof OmexError)) throw error;
      refused.push(error);
    }
  }
  if (refused.length > 0) throw new OmexError((archive) => refused.flatMap((r) => r.lines(archive)));
  return experiments.map(({ file, prepared }) => ({ file, shown: prepared.run({ seed, file }) }));
}
