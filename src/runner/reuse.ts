import { type CellSource, openCells } from '../dataset/cell-source.js';
import { layoutOf } from '../dataset/layout.js';
import { readManifest } from '../dataset/manifest.js';
import { DatasetError } from '../dataset/problems.js';
import type { DatasetOptions } from '../dataset/writer.js';
import { jobAt, jobCount } from '../scenario/expand.js';
import { jobKeys } from '../scenario/job-key.js';
import type { Pool } from './pool.js';

/** A pool that has some cells already, out of datasets that were finished before. */
export interface Reusing extends Pool {
  /** How many of the cells asked for it has. */
  readonly reused: number;
}
export interface ReuseOptions {
  /** The cells that may be asked for: all of the plan, unless said. */
  readonly range?: DatasetOptions['range'];
  /** Told of a dataset that cannot be used, which is then left out. */
  readonly onUnusable?: (why: string) => void;
}

/**
 * Puts the cells of finished datasets before a pool: a cell of this plan that one of them holds, lived by the same versions under the
 * same everything, is read and not lived. Cells that failed are lived again. Throws a DatasetError if a dataset is missing or damaged
 * and nobody wants to be told of it.
 */
export async function reusing(
  pool: Pool,
  head: DatasetOptions,
  folders: readonly string[],
  { range = { from: 0, to: head.jobs }, onUnusable }: ReuseOptions = {},
): Promise<Reusing> {
  const { plan, jobs, versions } = head;
  const sources: CellSource[] = [];
  const close = async () => {
    for (const source of sources) await source.close();
  };
  try {
    const found = new Map<string, Place>();
    for (const folder of folders) {
      const source = await sourceIn(folder, head, onUnusable);
      if (source === undefined) continue;
      const place = sources.push(source.cells) - 1;
      source.each((key, job) => found.set(key, [place, job]));
    }
    const keyOf = jobKeys(plan, versions);
    const places: (Place | undefined)[] = [];
    for (let job = range.from; found.size > 0 && job < range.to; job++)
      places.push(found.get(keyOf(jobAt(plan, job))));
    const placeOf = (job: number) => places[job - range.from];
    const layout = layoutOf(plan, jobs);
    return {
      ...pool,
      reused: places.filter((place) => place !== undefined).length,
      isThere: (job) => placeOf(job) !== undefined,
      async cells(some, keeping) {
        if (placeOf(some[0]!) === undefined) return pool.cells(some, keeping);
        const records = [];
        for (const job of some) {
          const [source, from] = placeOf(job)!;
          records.push(await sources[source]!.record(from, layout, job));
        }
        return records;
      },
      async close() {
        await close();
        await pool.close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * The same for a dataset that was begun: from what is named now, else from what was named then, which need not be there any more.
 */
export const reusingAgain = (
  pool: Pool,
  head: DatasetOptions,
  range: ReuseOptions['range'],
  { reuse, onUnusable = () => {} }: Pick<ReuseOptions, 'onUnusable'> & { readonly reuse?: readonly string[] },
): Promise<Reusing> =>
  reuse === undefined
    ? reusing(pool, head, head.reuse ?? [], { range, onUnusable })
    : reusing(pool, head, reuse, { range });

/** In which dataset a cell is, and which of its jobs it is there. */
type Place = readonly [source: number, job: number];

/** A dataset's cells by their keys; undefined where other versions lived them, or where it cannot be used. */
async function sourceIn(
  folder: string,
  { specs, versions }: DatasetOptions,
  onUnusable: ReuseOptions['onUnusable'],
) {
  try {
    const { plan, leucell, model } = await readManifest(folder);
    if (leucell !== versions.leucell || model !== versions.model) return undefined;
    const cells = await openCells(folder, specs);
    return {
      cells,
      each(take: (key: string, job: number) => void) {
        const keyOf = jobKeys(plan, versions);
        const count = jobCount(plan);
        for (let job = 0; job < count; job++) if (cells.lived(job)) take(keyOf(jobAt(plan, job)), job);
      },
    };
  } catch (error) {
    if (onUnusable === undefined || !(error instanceof DatasetError)) throw error;
    onUnusable(error.message);
    return undefined;
  }
}
