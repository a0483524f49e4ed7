import {
  type BadCheckpoint,
  type CheckpointFacts,
  checkpointsIn,
  readCheckpoint,
  soundCheckpoints,
  writeCheckpoint,
} from '../dataset/checkpoints.js';
import type { DatasetOptions } from '../dataset/writer.js';
import type { Keeper, SavedLife } from '../myocyte/keeper.js';
import type { CellRecord } from '../myocyte/record.js';
import { planHash } from '../scenario/plan-hash.js';

/** How often a long cell is kept where nobody says: what is lost at most of its life when all is killed. */
export const KEEP_EVERY_S = 600;
/** How long a cell may take to end once all is to stop, before it is kept where it is; less where cells are kept more often. */
const GRACE_S = 2;

/** Where and when cells are kept in the middle of their lives; goes to workers as it is. */
export interface Keeping {
  readonly folder: string;
  readonly facts: CheckpointFacts;
  readonly every_s: number;
  /** One int32: 1 once all is to stop. */
  readonly stop: SharedArrayBuffer;
}

/** How cells of an unfinished dataset are kept. Checkpoints in it that cannot be gone on from are told and removed. */
export function keepingIn(
  partial: string,
  { plan, versions }: DatasetOptions,
  every_s = KEEP_EVERY_S,
  tell: (bad: BadCheckpoint) => void = () => {},
): Keeping {
  const folder = checkpointsIn(partial);
  const facts = { leucell: versions.leucell, model: versions.model, plan_sha256: planHash(plan) };
  for (const bad of soundCheckpoints(folder, facts).bad) tell(bad);
  return { folder, facts, every_s, stop: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT) };
}

/** Keeps a record that is whole but whose turn has not come. */
export const keepRecord = ({ folder, facts }: Keeping, record: CellRecord): void =>
  writeCheckpoint(folder, facts, record.job, { record } satisfies Kept);

/** Columns read from a file share its buffer, which cannot go to another thread in parts. */
const withOwnBuffers = (record: CellRecord): CellRecord => ({
  ...record,
  tables: Object.fromEntries(
    Object.entries(record.tables).map(([name, columns]) => [
      name,
      Object.fromEntries(Object.entries(columns).map(([column, values]) => [column, values.slice()])),
    ]),
  ),
});

/** What a checkpoint holds: a life, or all that came of it. */
type Kept = { readonly life: SavedLife } | { readonly record: CellRecord };

/** Lives one cell with a keeper: from where it was kept, and no further than all may go on. Undefined where it was kept and stopped. */
export function livedKept(
  keeping: Keeping,
  job: number,
  live: (keeper: Keeper) => CellRecord | undefined,
): CellRecord | undefined {
  const { folder, facts, every_s } = keeping;
  const found = readCheckpoint(folder, facts, job) as Kept | undefined;
  if (found !== undefined && 'record' in found) return withOwnBuffers(found.record);
  const stop = new Int32Array(keeping.stop);
  let isKept = found !== undefined;
  let kept_ms = performance.now();
  let stopping_ms = Number.POSITIVE_INFINITY;
  const record = live({
    ...(found === undefined ? {} : { kept: found.life }),
    now() {
      const now_ms = performance.now();
      if (Atomics.load(stop, 0) === 1) stopping_ms = Math.min(stopping_ms, now_ms);
      if (now_ms - stopping_ms > 1000 * Math.min(GRACE_S, every_s)) return 'stop';
      return now_ms - kept_ms > 1000 * every_s ? 'keep' : 'go on';
    },
    keep(life) {
      writeCheckpoint(folder, facts, job, { life } satisfies Kept);
      isKept = true;
      kept_ms = performance.now();
    },
  });
  if (record !== undefined && isKept) keepRecord(keeping, record);
  return record;
}
