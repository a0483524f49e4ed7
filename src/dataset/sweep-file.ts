import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from './files.js';
import { type DatasetOptions, lineOf, valueIn } from './journal.js';
import type { PartPlace } from './merge.js';
import { noSweep, otherSweep } from './problems.js';

const PLAN = 'plan.json';

/** A dataset that is to be made in shards: everything that decides what it will be, and how many there are. */
export interface Sweep {
  readonly options: DatasetOptions;
  readonly shards: number;
}

/** Where a sweep in shards is kept until it is merged into `folder`. */
export const sweepFolder = (folder: string): string => `${folder}.sweep`;

/** Writes a sweep's folder: the plan, and room for shards and logs. Throws a DatasetError if another sweep is there. */
export async function writeSweep(folder: string, sweep: Sweep): Promise<void> {
  const path = join(folder, PLAN);
  const text = lineOf(sweep);
  if (existsSync(path)) {
    if ((await readFile(path, 'utf8')) !== text) throw otherSweep(folder);
    return;
  }
  await mkdir(join(folder, 'shards'), { recursive: true });
  await mkdir(join(folder, 'log'), { recursive: true });
  await writeWhole(path, text);
}

/** Reads a sweep's plan. Throws a DatasetError if there is none, or if it is not what was written. */
export async function readSweep(folder: string): Promise<Sweep> {
  const text = await readFile(join(folder, PLAN), 'utf8').catch(() => '');
  const sweep = valueIn(text.trimEnd());
  if (sweep === undefined) throw noSweep(folder);
  return sweep as Sweep;
}

/** Where each shard is and which cells are its: all of them, in plan order, as even as can be. */
export const shardsOf = (folder: string, { options: { jobs }, shards }: Sweep): readonly PartPlace[] =>
  Array.from({ length: shards }, (_, i) => ({
    folder: join(folder, 'shards', `shard-${String(i).padStart(4, '0')}`),
    from: Math.floor((i * jobs) / shards),
    to: Math.floor(((i + 1) * jobs) / shards),
  }));
