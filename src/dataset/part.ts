import { existsSync } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { planHash } from '../scenario/plan-hash.js';
import { checkpointsIn } from './checkpoints.js';
import { settle, writeWhole } from './files.js';
import { type DatasetOptions, JOURNAL, lineOf, valueIn } from './journal.js';
import type { OpenDataset } from './open-dataset.js';
import { streamPath } from './paths.js';
import { prefixCheck } from './prefix.js';
import { folderExists } from './problems.js';
import type { StreamPosition } from './stream.js';

export const PART = 'part.json';

/** A finished part of a dataset: which cells, and where each of its streams ends. */
export interface PartFacts {
  readonly plan_sha256: string;
  readonly from: number;
  readonly to: number;
  readonly failed: number;
  /** By table. */
  readonly ends: Readonly<Record<string, StreamPosition>>;
}

/** Closes the streams of a part, says where they end, and renames its folder. */
export async function finishPart(files: OpenDataset): Promise<PartFacts> {
  const { folder, partial, options, tables, streams, journal, failed } = files;
  const ends = Object.fromEntries(tables.map(({ name }, i) => [name, streams[i]!.end()]));
  for (const stream of streams) await stream.finish();
  const facts = { plan_sha256: planHash(options.plan), ...rangeOf(options), failed, ends };
  await writeWhole(join(partial, PART), lineOf(facts));
  await journal.close();
  await rm(join(partial, JOURNAL));
  await moveInPart(partial, folder);
  files.unlock();
  return facts;
}

/** The last step of finishing a part. */
export async function moveInPart(partial: string, folder: string): Promise<void> {
  await rm(checkpointsIn(partial), { recursive: true, force: true });
  if (existsSync(folder)) throw folderExists(folder);
  await settle(partial, folder);
}

/** The facts of a part, if it is there, is what `options` asks for and has the bytes that were written; else undefined. */
export async function soundPart(folder: string, options: DatasetOptions): Promise<PartFacts | undefined> {
  const path = join(folder, PART);
  if (!existsSync(path)) return undefined;
  const facts = valueIn((await readFile(path, 'utf8')).trimEnd()) as PartFacts | undefined;
  const { from, to } = rangeOf(options);
  if (facts === undefined || facts.plan_sha256 !== planHash(options.plan)) return undefined;
  if (facts.from !== from || facts.to !== to) return undefined;
  for (const [table, end] of Object.entries(facts.ends)) {
    const handle = await open(streamPath(folder, table), 'r').catch(() => undefined);
    const sound = handle !== undefined && prefixCheck(handle.fd)(end);
    await handle?.close();
    if (!sound) return undefined;
  }
  return facts;
}

const rangeOf = ({ range, jobs }: DatasetOptions) => range ?? { from: 0, to: jobs };
