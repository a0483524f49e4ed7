import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetWriter } from './appender.js';
import { type DatasetOptions, JOURNAL } from './journal.js';
import { lockFolder } from './lock.js';
import { moveInPart, PART, type PartFacts, soundPart } from './part.js';
import { partialOf } from './paths.js';
import { resumeDataset } from './resume.js';
import { createDataset } from './writer.js';

/**
 * Begins the part `folder` of a dataset, or goes on with it; the facts if it is finished already. What is damaged is done
 * again. Throws a DatasetError if another process writes it.
 */
export async function openPart(folder: string, options: DatasetOptions): Promise<DatasetWriter | PartFacts> {
  const partial = partialOf(folder);
  if (existsSync(folder)) {
    const facts = await soundPart(folder, options);
    if (facts !== undefined) return facts;
    await rm(folder, { recursive: true });
  }
  if (!existsSync(partial)) return createDataset(folder, options);
  if (existsSync(join(partial, JOURNAL))) {
    const resumed = await resumeDataset(folder);
    if (resumed.kind === 'open') return resumed.writer;
  }
  const unlock = lockFolder(partial);
  const facts = existsSync(join(partial, PART)) ? await soundPart(partial, options) : undefined;
  if (facts !== undefined) await moveInPart(partial, folder);
  else await rm(partial, { recursive: true });
  unlock();
  return facts ?? createDataset(folder, options);
}
