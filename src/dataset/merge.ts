import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { writing } from './files.js';
import { finishFiles, moveIn, type RunFacts } from './finish.js';
import type { DatasetOptions } from './journal.js';
import { lockFolder } from './lock.js';
import type { Manifest } from './manifest.js';
import { type PartFacts, soundPart } from './part.js';
import { partialOf, streamPath } from './paths.js';
import { folderExists } from './problems.js';
import { tablesOf } from './tables.js';

/** Where a part of a dataset is, or should be, and which cells are its. */
export interface PartPlace {
  readonly folder: string;
  readonly from: number;
  readonly to: number;
}

/** The parts that are not there, or not as they were written. */
export async function missingParts(
  options: DatasetOptions,
  parts: readonly PartPlace[],
): Promise<readonly PartPlace[]> {
  const missing: PartPlace[] = [];
  for (const part of parts) if ((await factsOf(options, part)) === undefined) missing.push(part);
  return missing;
}

/**
 * Makes one dataset of its parts, which must hold every cell and be given in plan order: the bytes are those of a run in one
 * piece. The parts are left as they are. Throws a DatasetError if the folder exists or cannot be written.
 */
export async function mergeParts(
  folder: string,
  options: DatasetOptions,
  parts: readonly PartPlace[],
  run: RunFacts = {},
): Promise<Manifest> {
  const partial = partialOf(folder);
  if (existsSync(folder)) throw folderExists(folder);
  return writing(partial, async () => {
    if (existsSync(partial)) {
      lockFolder(partial)();
      await rm(partial, { recursive: true });
    }
    await mkdir(partial, { recursive: true });
    const unlock = lockFolder(partial);
    try {
      const facts: PartFacts[] = [];
      for (const part of parts) facts.push((await factsOf(options, part))!);
      const tables = tablesOf(options);
      const sources = tables.map(({ name }) =>
        parts.map((part, i) => ({ path: streamPath(part.folder, name), end: facts[i]!.ends[name]! })),
      );
      const failed = facts.reduce((sum, part) => sum + part.failed, 0);
      const manifest = await finishFiles(
        partial,
        options,
        tables,
        sources,
        { total: options.jobs, failed },
        run,
      );
      await moveIn(partial, folder);
      return manifest;
    } finally {
      unlock();
    }
  });
}

const factsOf = (options: DatasetOptions, { folder, from, to }: PartPlace) =>
  soundPart(folder, { ...options, range: { from, to } });
