import { readManifest } from '../dataset/manifest.js';
import { type LiveOptions, type RunResult, runPlan } from './run.js';
import { checkVersions } from './same.js';

/** What living a dataset again said of it. */
export interface Replay {
  readonly run: RunResult;
  /** By table: the hash in the manifest, and that of the table lived again. Empty after an interrupt. */
  readonly tables: readonly { readonly table: string; readonly kept: string; readonly again: string }[];
  readonly same: boolean;
}

/**
 * Lives the plan in the manifest of `folder` again, into `options.out`, and compares the hashes of all tables. Throws a
 * DatasetError if there is no dataset, or if another version wrote it.
 */
export async function replay(folder: string, options: LiveOptions): Promise<Replay> {
  const kept = await readManifest(folder);
  checkVersions(folder, kept, options.versions);
  const run = await runPlan(kept.plan, options);
  if (!run.complete) return { run, tables: [], same: false };
  const again = await readManifest(run.folder);
  const names = [...new Set([...Object.keys(kept.tables), ...Object.keys(again.tables)])];
  return {
    run,
    tables: names.map((table) => ({
      table,
      kept: kept.tables[table]?.sha256 ?? 'missing',
      again: again.tables[table]?.sha256 ?? 'missing',
    })),
    same: kept.content_sha256 === again.content_sha256 && kept.plan_sha256 === again.plan_sha256,
  };
}
