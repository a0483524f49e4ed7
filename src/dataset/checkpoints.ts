import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';

/** The folder of an unfinished dataset in which cells are kept that are in the middle of their lives. */
export const checkpointsIn = (partial: string): string => join(partial, 'checkpoints');

/** What a checkpoint must agree with to be gone on from. */
export interface CheckpointFacts {
  readonly leucell: string;
  readonly model: string;
  readonly plan_sha256: string;
}
/** A checkpoint that cannot be gone on from: its cell is begun anew. */
export interface BadCheckpoint {
  readonly file: string;
  readonly why: 'damaged' | 'of another run';
}
interface Checkpoint extends CheckpointFacts {
  readonly job: number;
  readonly value: unknown;
}

/** Writes the checkpoint of a job in place of the one before: a cut at any instant leaves one of the two, or a bad one that shows. */
export function writeCheckpoint(folder: string, facts: CheckpointFacts, job: number, value: unknown): void {
  const path = join(folder, fileOf(job));
  const bytes = serialize({ ...facts, job, value } satisfies Checkpoint);
  mkdirSync(folder, { recursive: true });
  const head = Buffer.alloc(HEAD);
  head.write(MAGIC, 'latin1');
  head.writeUInt32LE(crc32(bytes), MAGIC.length);
  writeFileSync(`${path}.tmp`, Buffer.concat([head, bytes]));
  renameSync(`${path}.tmp`, path);
}

/** What was kept of a job; undefined if nothing was, or nothing that can be gone on from. */
export function readCheckpoint(folder: string, facts: CheckpointFacts, job: number): unknown {
  const path = join(folder, fileOf(job));
  const found = existsSync(path) ? checkpointAt(path, facts, job) : undefined;
  return found === undefined || 'why' in found ? undefined : found.value;
}

export const removeCheckpoint = (folder: string, job: number): void =>
  rmSync(join(folder, fileOf(job)), { force: true });

/** Looks through a folder of checkpoints before they are gone on from: how many are sound, and the others, which are removed. */
export function soundCheckpoints(
  folder: string,
  facts: CheckpointFacts,
): { readonly sound: number; readonly bad: readonly BadCheckpoint[] } {
  const bad: BadCheckpoint[] = [];
  let sound = 0;
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const path = join(folder, name);
    const job = Number(/^cell-(\d+)$/.exec(name)?.[1] ?? Number.NaN);
    const found = Number.isNaN(job) ? undefined : checkpointAt(path, facts, job);
    if (found !== undefined && !('why' in found)) {
      sound += 1;
      continue;
    }
    if (found !== undefined) bad.push({ file: path, why: found.why });
    rmSync(path, { recursive: true });
  }
  return { sound, bad };
}

const MAGIC = 'leucell checkpoint 1\n';
const HEAD = MAGIC.length + 4;
const fileOf = (job: number): string => `cell-${job}`;

function checkpointAt(
  path: string,
  facts: CheckpointFacts,
  job: number,
): Checkpoint | { readonly why: BadCheckpoint['why'] } {
  const bytes = readFileSync(path);
  const body = bytes.subarray(HEAD);
  const isWhole =
    bytes.length > HEAD &&
    bytes.toString('latin1', 0, MAGIC.length) === MAGIC &&
    bytes.readUInt32LE(MAGIC.length) === crc32(body);
  if (!isWhole) return { why: 'damaged' };
  const found = deserialize(body) as Checkpoint;
  const own =
    found.job === job &&
    (['leucell', 'model', 'plan_sha256'] as const).every((key) => found[key] === facts[key]);
  return own ? found : { why: 'of another run' };
}
