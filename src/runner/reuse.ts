import { type CellSource, openCells } from '../dataset/cell-source.js';
import { layoutOf } from '../dataset/layout.js';
import { readManifest } from '../dataset/manifest.js';
import type { DatasetOptions } from '../dataset/writer.js';
import { jobAt, jobCount } from '../scenario/expand.js';
import { jobKeys } from '../scenario/job-key.js';
import type { Pool } from './pool.js';

/** A pool that has some cells already, out of datasets that were finished before. */
export interface Reusing extends Pool {
  /** How many of the plan's cells it has. */
  readonly reused: number;
}

/**
 * Puts the cells of finished datasets before a pool: a cell of this plan that one of them holds, lived by the same versions under the
 * same everything, is read and not lived. Cells that failed are lived again. Throws a DatasetError if a dataset is damaged.
 */
export async function reusing(
  pool: Pool,
  { plan, jobs, specs, versions }: DatasetOptions,
  folders: readonly string[],
): Promise<Reusing> {
  const sources: CellSource[] = [];
  const close = async () => {
    for (const source of sources) await source.close();
  };
  try {
    const found = new Map<string, readonly [source: CellSource, job: number]>();
    for (const folder of folders) {
      const old = await readManifest(folder);
      const keyOf = jobKeys(old.plan, { leucell: old.leucell, model: old.model });
      if (old.leucell !== versions.leucell || old.model !== versions.model) continue;
      const source = await openCells(folder, specs);
      sources.push(source);
      const count = jobCount(old.plan);
      for (let job = 0; job < count; job++)
        if (source.lived(job)) found.set(keyOf(jobAt(old.plan, job)), [source, job]);
    }
    const keyOf = jobKeys(plan, versions);
    const at = new Int32Array(jobs).fill(-1);
    const from = new Int32Array(jobs);
    let reused = 0;
    for (let job = 0; found.size > 0 && job < jobs; job++) {
      const place = found.get(keyOf(jobAt(plan, job)));
      if (place === undefined) continue;
      from[job] = sources.indexOf(place[0]);
      at[job] = place[1];
      reused += 1;
    }
    const layout = layoutOf(plan, jobs);
    return {
      ...pool,
      reused,
      isThere: (job) => at[job]! >= 0,
      async cells(some, keeping) {
        if (at[some[0]!]! < 0) return pool.cells(some, keeping);
        const records = [];
        for (const job of some) records.push(await sources[from[job]!]!.record(at[job]!, layout, job));
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
