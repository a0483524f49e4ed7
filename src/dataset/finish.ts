import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { planHash } from '../scenario/plan-hash.js';
import type { Chunk } from './batch.js';
import { checkpointsIn } from './checkpoints.js';
import { chunksToFile, rowsOf, type Source } from './convert.js';
import { CRATE, crateText } from './crate.js';
import { settle, writeWhole } from './files.js';
import { canonicalJson, contentHash, sha256, sha256File } from './hash.js';
import { type DatasetOptions, JOURNAL } from './journal.js';
import { layoutOf } from './layout.js';
import { MANIFEST, type Manifest, manifestText, type TableFacts, withHash } from './manifest.js';
import type { OpenDataset } from './open-dataset.js';
import { fileOf, streamPath } from './paths.js';
import { folderExists, lostRows } from './problems.js';
import { reducedTables } from './reduce.js';
import { DATASET_FORMAT, type StoredTable } from './schema.js';

/** What is true of this run only, so kept apart from what hashes cover: when, where, how long, how many workers. */
export type RunFacts = Readonly<Record<string, unknown>>;

/**
 * Makes the finished files, checks that they hold every row that was accepted, and renames the folder. The manifest
 * comes after all files that it speaks of and before the streams go, so a cut at any instant can be taken up again.
 */
export async function finishDataset(files: OpenDataset, run: RunFacts = {}): Promise<Manifest> {
  const { partial, options, tables, streams, journal, next, failed } = files;
  const sources = tables.map(({ name }, i) => [{ path: streamPath(partial, name), end: streams[i]!.end() }]);
  for (const stream of streams) await stream.finish();
  const manifest = await finishFiles(partial, options, tables, sources, { total: next, failed }, run);
  await journal.close();
  await rm(join(partial, JOURNAL));
  await moveIn(partial, files.folder);
  files.unlock();
  return manifest;
}

/** Writes every finished file into `partial`, the manifest last; `sources` are the streams of each table in plan order. */
export async function finishFiles(
  partial: string,
  options: DatasetOptions,
  tables: readonly StoredTable[],
  sources: readonly (readonly Source[])[],
  cells: Manifest['cells'],
  run: RunFacts,
): Promise<Manifest> {
  const facts: Record<string, TableFacts> = {};
  for (const [i, table] of tables.entries())
    if (options.plan.keep === undefined || table.name === 'cells')
      facts[table.name] = await finishTable(partial, table, streamed(sources[i]!, table));
  for (const { table, chunks } of reducedTables(options, tables, sources))
    facts[table.name] = await finishTable(partial, table, { chunks });
  const manifest = manifestOf(options, cells, facts);
  if (options.scenario !== undefined) await writeWhole(join(partial, 'scenario.yaml'), options.scenario);
  await writeWhole(join(partial, 'run.json'), `${canonicalJson(run, 2)}\n`);
  const crate = crateText(manifest, run, options.scenario !== undefined);
  if (crate !== undefined) await writeWhole(join(partial, CRATE), crate);
  await writeWhole(join(partial, MANIFEST), manifestText(manifest));
  return manifest;
}

interface Rows {
  readonly chunks: AsyncIterable<Chunk>;
  /** How many there must be, where that is known. */
  readonly accepted?: number;
}

const streamed = (sources: readonly Source[], { columns }: StoredTable): Rows => ({
  chunks: rowsOf(sources, columns),
  accepted: sources.reduce((sum, { end }) => sum + end.rows, 0),
});

/** The last step: once the journal is gone everything is written, and only the streams are in the way. */
export async function moveIn(partial: string, folder: string): Promise<void> {
  await rm(checkpointsIn(partial), { recursive: true, force: true });
  for (const file of await readdir(partial)) if (file.endsWith('.arrows')) await rm(join(partial, file));
  if (existsSync(folder)) throw folderExists(folder);
  await settle(partial, folder);
}

async function finishTable(
  partial: string,
  table: StoredTable,
  { chunks, accepted }: Rows,
): Promise<TableFacts> {
  const { name, description, columns } = table;
  const file = fileOf(name);
  const path = join(partial, file);
  const rows = await chunksToFile(chunks, path, table);
  if (accepted !== undefined && rows !== accepted) throw lostRows(path, accepted, rows);
  return { file, description, columns, rows, bytes: (await stat(path)).size, sha256: await sha256File(path) };
}

function manifestOf(
  { plan, jobs, versions, scenario, facts = {} }: DatasetOptions,
  cells: Manifest['cells'],
  tables: Manifest['tables'],
): Manifest {
  return withHash({
    format: DATASET_FORMAT,
    ...versions,
    seed: plan.seed,
    plan,
    plan_sha256: planHash(plan),
    layout: layoutOf(plan, jobs),
    cells,
    tables,
    content_sha256: contentHash(
      Object.fromEntries(Object.values(tables).map(({ file, sha256 }) => [file, sha256])),
    ),
    ...(scenario === undefined ? {} : { scenario_sha256: sha256(scenario) }),
    facts,
  });
}
