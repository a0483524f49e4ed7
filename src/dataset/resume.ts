import { closeSync, existsSync, openSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type DatasetWriter, writerOn } from './appender.js';
import { moveIn } from './finish.js';
import { JOURNAL, type JournalEntry, type Progress, readJournal, reopenJournal } from './journal.js';
import { layoutOf } from './layout.js';
import { lockFolder } from './lock.js';
import { MANIFEST, type Manifest, readManifest } from './manifest.js';
import { partialOf, streamPath } from './paths.js';
import { prefixCheck } from './prefix.js';
import { cannotResume, folderExists, nothingToResume } from './problems.js';
import { BEGINNING, openStream, type StreamPosition } from './stream.js';
import { tablesOf } from './tables.js';

/** An unfinished dataset taken up again, or one of which only the renaming was missing and which is now finished. */
export type Resumed =
  | { readonly kind: 'open'; readonly writer: DatasetWriter; readonly options: Progress['options'] }
  | { readonly kind: 'finished'; readonly manifest: Manifest };

/**
 * Takes up `<folder>.partial` where it was left, by abort or by a cut at any instant: rows of cells that are not whole
 * are cut off. Throws a DatasetError if there is nothing to resume or if it is too damaged for that.
 */
export async function resumeDataset(folder: string): Promise<Resumed> {
  const partial = partialOf(folder);
  const path = join(partial, JOURNAL);
  if (existsSync(folder)) throw folderExists(folder);
  if (!existsSync(partial)) throw nothingToResume(partial);
  const unlock = lockFolder(partial);
  try {
    if (existsSync(path)) return await takenUp(folder, partial, unlock);
    if (!existsSync(join(partial, MANIFEST))) throw cannotResume(partial, 'it has no journal');
    await moveIn(partial, folder);
    unlock();
    return { kind: 'finished', manifest: await readManifest(folder) };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function takenUp(folder: string, partial: string, unlock: () => void): Promise<Resumed> {
  const progress = await soundPart(partial);
  if (progress === undefined) throw cannotResume(partial, 'the head of its journal is cut or damaged');
  const { options } = progress;
  return { kind: 'open', writer: await reopened(folder, partial, progress, unlock), options };
}

/** The journal up to the last cell before which every byte of every stream is what was written. */
async function soundPart(partial: string): Promise<Progress | undefined> {
  const checks = new Map<string, (end: StreamPosition) => boolean>();
  const opened: number[] = [];
  const checkOf = (table: string) => {
    const known = checks.get(table);
    if (known !== undefined) return known;
    const path = streamPath(partial, table);
    const check = existsSync(path) ? prefixCheck(opened[opened.push(openSync(path, 'r')) - 1]!) : () => false;
    checks.set(table, check);
    return check;
  };
  try {
    return await readJournal(join(partial, JOURNAL), ({ ends }) =>
      Object.entries(ends).every(([table, end]) => checkOf(table)(end)),
    );
  } finally {
    for (const fd of opened) closeSync(fd);
  }
}

async function reopened(
  folder: string,
  partial: string,
  progress: Progress,
  unlock: () => void,
): Promise<DatasetWriter> {
  const { options, last, bytes, failed } = progress;
  const layout = layoutOf(options.plan, options.jobs);
  const tables = tablesOf(options);
  const streams = await Promise.all(
    tables.map((table) =>
      openStream(streamPath(partial, table.name), table, last?.ends[table.name] ?? BEGINNING),
    ),
  );
  const journal = await reopenJournal(join(partial, JOURNAL), bytes);
  const next = last === undefined ? (options.range?.from ?? 0) : last.job + 1;
  return writerOn({ folder, partial, options, layout, tables, streams, journal, unlock, next, failed });
}

/** How many bytes of each stream are there. */
export async function streamSizes(partial: string): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  for (const file of await readdir(partial))
    if (file.endsWith('.arrows'))
      sizes.set(basename(file, '.arrows'), (await stat(join(partial, file))).size);
  return sizes;
}

/** After a cut of power the journal may be ahead of the streams. */
export const inStreams = ({ ends }: JournalEntry, sizes: ReadonlyMap<string, number>): boolean =>
  Object.entries(ends).every(([table, { bytes }]) => bytes <= (sizes.get(table) ?? -1));
