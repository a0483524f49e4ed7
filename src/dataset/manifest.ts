import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plan } from '../scenario/plan.js';
import { canonicalJson, hashOf } from './hash.js';
import type { Layout } from './layout.js';
import { badManifest, newerFormat, noDataset, stillPartial } from './problems.js';
import { DATASET_FORMAT, type StoredColumn } from './schema.js';

export const MANIFEST = 'manifest.json';

/** One table of a dataset: its file, what is in it, and the hash by which a change shows. */
export interface TableFacts {
  readonly file: string;
  readonly description: string;
  readonly columns: readonly StoredColumn[];
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a dataset says of itself. Nothing in it depends on time, place or number of workers (those are in run.json). */
export interface Manifest {
  readonly format: number;
  readonly leucell: string;
  readonly model: string;
  readonly seed: string;
  readonly plan: Plan;
  readonly plan_sha256: string;
  readonly layout: Layout;
  readonly cells: { readonly total: number; readonly failed: number };
  /** By table name. */
  readonly tables: Readonly<Record<string, TableFacts>>;
  /** One hash over all tables: what `LC_ALL=C sha256sum *.arrow | sha256sum` prints. */
  readonly content_sha256: string;
  /** Of scenario.yaml, if there is one. */
  readonly scenario_sha256?: string;
  /** Of this manifest as JSON with sorted keys, less this. */
  readonly manifest_sha256: string;
  /** What the maker of the dataset added. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The manifest as it is written. */
export const manifestText = (manifest: Manifest): string => `${canonicalJson(manifest, 2)}\n`;

/** The manifest with the hash by which a change of it shows. */
export const withHash = (manifest: Omit<Manifest, 'manifest_sha256'>): Manifest => ({
  ...manifest,
  manifest_sha256: hashOf(manifest),
});

/** Reads the manifest of a finished dataset. Throws a DatasetError if there is none, or if it cannot be used. */
export async function readManifest(folder: string, which?: 'unfinished too'): Promise<Manifest> {
  const path = join(folder, MANIFEST);
  if (which === undefined && folder.replace(/[/\\]+$/, '').endsWith('.partial')) throw stillPartial(folder);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw noDataset(folder);
  }
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch (cause) {
    throw badManifest(path, cause instanceof Error ? cause.message : String(cause));
  }
  return checked(path, manifest);
}

function checked(path: string, manifest: unknown): Manifest {
  if (typeof manifest !== 'object' || manifest === null) throw badManifest(path, 'it is not an object');
  const found = manifest as Readonly<Record<string, unknown>>;
  if (found.format === undefined) throw badManifest(path, 'it has no "format"');
  if (found.format !== DATASET_FORMAT) throw newerFormat(path, found.format, DATASET_FORMAT);
  for (const key of ['plan', 'layout', 'cells', 'tables'])
    if (typeof found[key] !== 'object' || found[key] === null) throw badManifest(path, `it has no "${key}"`);
  for (const [name, facts] of Object.entries(found.tables as Readonly<Record<string, Partial<TableFacts>>>))
    if (typeof facts?.file !== 'string' || !Array.isArray(facts.columns))
      throw badManifest(path, `table "${name}" has no file or no columns`);
  return manifest as Manifest;
}
