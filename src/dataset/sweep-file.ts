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

/**
 * Writes a sweep's folder: the plan, and room for shards and logs. Throws a DatasetError if another sweep is there; the datasets from
 * which cells are taken may be others.
 */
export async function writeSweep(folder: string, sweep: Sweep): Promise<void> {
  const path = join(folder, PLAN);
  const there = await sweepAt(path);
  if (there !== undefined && made(there) !== made(sweep)) throw otherSweep(folder);
  await mkdir(join(folder, 'shards'), { recursive: true });
  await mkdir(join(folder, 'log'), { recursive: true });
  await writeWhole(path, lineOf(sweep));
}

const made = ({ options: { reuse: _reuse, ...options }, shards }: Sweep): string =>
  lineOf({ options, shards });

/** Reads a sweep's plan. Throws a DatasetError if there is none, or if it is not what was written. */
export async function readSweep(folder: string): Promise<Sweep> {
  const sweep = await sweepAt(join(folder, PLAN));
  if (sweep === undefined) throw noSweep(folder);
  return sweep;
}

const sweepAt = async (path: string): Promise<Sweep | undefined> =>
  valueIn((await readFile(path, 'utf8').catch(() => '')).trimEnd()) as Sweep | undefined;

/** Where each shard is and which cells are its: all of them, in plan order, as even as can be. */
export const shardsOf = (folder: string, { options: { jobs }, shards }: Sweep): readonly PartPlace[] =>
  Array.from({ length: shards }, (_, i) => ({
    folder: join(folder, 'shards', `shard-${String(i).padStart(4, '0')}`),
    from: Math.floor((i * jobs) / shards),
    to: Math.floor(((i + 1) * jobs) / shards),
  }));
