import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type DatasetWriter, writerOn } from './appender.js';
import { createJournal, type DatasetOptions, JOURNAL } from './journal.js';
import { layoutOf } from './layout.js';
import { lockFolder } from './lock.js';
import { partialOf, streamPath } from './paths.js';
import { cannotCreate, folderExists, unfinishedExists } from './problems.js';
import { openStream } from './stream.js';
import { tablesOf } from './tables.js';

export type { DatasetWriter } from './appender.js';
export type { RunFacts } from './finish.js';
export type { DatasetOptions } from './journal.js';

/**
 * Begins the dataset `folder` in `<folder>.partial`. Every table declared begins with the keys condition, point,
 * donor, cell; the dataset adds status, events and reason to table `cells`. Throws a DatasetError if either folder
 * exists or cannot be made, or if the tables make no sense.
 */
export async function createDataset(folder: string, options: DatasetOptions): Promise<DatasetWriter> {
  const layout = layoutOf(options.plan, options.jobs);
  const tables = tablesOf(options);
  const partial = partialOf(folder);
  await makeFolder(folder, partial);
  const unlock = lockFolder(partial);
  try {
    const streams = await Promise.all(
      tables.map((table) => openStream(streamPath(partial, table.name), table)),
    );
    const journal = await createJournal(join(partial, JOURNAL), options);
    return writerOn({
      folder,
      partial,
      options,
      layout,
      tables,
      streams,
      journal,
      unlock,
      next: options.range?.from ?? 0,
      failed: 0,
    });
  } catch (cause) {
    unlock();
    throw cannotCreate(partial, cause);
  }
}

async function makeFolder(folder: string, partial: string): Promise<void> {
  if (existsSync(folder)) throw folderExists(folder);
  try {
    await mkdir(dirname(partial), { recursive: true });
    await mkdir(partial);
  } catch (cause) {
    throw existsSync(partial) ? unfinishedExists(partial) : cannotCreate(folder, cause);
  }
}
