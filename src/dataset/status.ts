import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { JOURNAL, readJournal } from './journal.js';
import { type Holder, holdersOf } from './lock.js';
import { MANIFEST, readManifest } from './manifest.js';
import { partialOf, wholeOf } from './paths.js';
import { cannotResume, noDataset } from './problems.js';
import { inStreams, streamSizes } from './resume.js';

/** How far a dataset is. */
export interface DatasetStatus {
  /** `being written`: a living process holds it; `unfinished`: nobody does. */
  readonly state: 'finished' | 'being written' | 'unfinished';
  readonly name: string;
  readonly cells: number;
  readonly done: number;
  readonly failed: number;
  /** The living process that writes it. */
  readonly holder?: Holder;
}

/** Looks at a dataset, finished or not, without touching it. The folder is named with or without `.partial`. Throws a DatasetError if there is none. */
export async function datasetStatus(named: string): Promise<DatasetStatus> {
  const folder = wholeOf(named);
  const partial = partialOf(folder);
  if (existsSync(folder) || !existsSync(partial)) {
    const { plan, cells } = await readManifest(folder);
    return {
      state: 'finished',
      name: plan.name,
      cells: cells.total,
      done: cells.total,
      failed: cells.failed,
    };
  }
  const holder = holdersOf(partial).find(({ alive }) => alive);
  const state = holder === undefined ? 'unfinished' : 'being written';
  const path = join(partial, JOURNAL);
  if (!existsSync(path)) {
    if (!existsSync(join(partial, MANIFEST))) throw noDataset(partial);
    const { plan, cells } = await readManifest(partial, 'unfinished too');
    return { state, name: plan.name, cells: cells.total, done: cells.total, failed: cells.failed };
  }
  const sizes = await streamSizes(partial);
  const progress = await readJournal(path, (entry) => inStreams(entry, sizes));
  if (progress === undefined) throw cannotResume(partial, 'the head of its journal is cut or damaged');
  const { options, last, failed } = progress;
  const { from, to } = options.range ?? { from: 0, to: options.jobs };
  const done = last === undefined ? 0 : last.job + 1 - from;
  return { state, name: options.plan.name, cells: to - from, done, failed, ...(holder ? { holder } : {}) };
}
