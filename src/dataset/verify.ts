import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { planHash } from '../scenario/plan-hash.js';
import { withArrowFile } from './arrow-file.js';
import type { Chunk } from './batch.js';
import { canonicalJson, contentHash, hashOf, sha256File } from './hash.js';
import { jobOf, type Layout } from './layout.js';
import { MANIFEST, type Manifest, readManifest, type TableFacts } from './manifest.js';
import { DatasetError } from './problems.js';
import { KEYS } from './schema.js';

/** Something wrong with a dataset: in which file, and what. */
export interface DatasetProblem {
  readonly file: string;
  readonly what: string;
}

/**
 * Compares a dataset with its manifest: hashes, sizes, row counts, schemas, and whether every cell of the plan is
 * there once and in order. Returns every problem found, none if the dataset is as it was written.
 */
export async function verifyDataset(folder: string): Promise<readonly DatasetProblem[]> {
  let manifest: Manifest;
  try {
    manifest = await readManifest(folder);
  } catch (error) {
    return [{ file: MANIFEST, what: messageOf(error) }];
  }
  const problems = [
    ...manifestProblems(manifest),
    ...(await scenarioProblems(folder, manifest)),
    ...(await strangers(folder, manifest)),
  ];
  for (const [name, facts] of Object.entries(manifest.tables))
    problems.push(...(await tableProblems(folder, name, facts, manifest)));
  return problems;
}

function manifestProblems(manifest: Manifest): DatasetProblem[] {
  const { plan, plan_sha256, tables, content_sha256, manifest_sha256, ...others } = manifest;
  const hashed = { plan, plan_sha256, tables, content_sha256, ...others };
  const hashes = Object.fromEntries(Object.values(tables).map(({ file, sha256 }) => [file, sha256]));
  return [
    ...(hashOf(hashed) === manifest_sha256
      ? []
      : ['it is not what was written: it does not have its own hash']),
    ...(planHash(plan) === plan_sha256 ? [] : ['its plan is not the one hashed']),
    ...(contentHash(hashes) === content_sha256 ? [] : ['its content hash is not that of its files']),
    ...(tables.cells === undefined ? ['it has no table "cells"'] : []),
  ].map((what) => ({ file: MANIFEST, what }));
}

async function scenarioProblems(folder: string, manifest: Manifest): Promise<DatasetProblem[]> {
  const { scenario_sha256 } = manifest;
  if (scenario_sha256 === undefined) return [];
  const file = 'scenario.yaml';
  try {
    const hash = await sha256File(join(folder, file));
    return hash === scenario_sha256
      ? []
      : [{ file, what: `sha256 ${hash}, the manifest says ${scenario_sha256}` }];
  } catch (error) {
    return [{ file, what: missing(error) ? 'it is missing' : messageOf(error) }];
  }
}

async function strangers(folder: string, { tables }: Manifest): Promise<DatasetProblem[]> {
  const known = new Set(Object.values(tables).map(({ file }) => file));
  return (await readdir(folder))
    .filter((file) => /\.arrows?$/.test(file) && !known.has(file))
    .map((file) => ({ file, what: 'the manifest does not know this file' }));
}

async function tableProblems(
  folder: string,
  name: string,
  facts: TableFacts,
  manifest: Manifest,
): Promise<DatasetProblem[]> {
  const { file } = facts;
  const path = join(folder, file);
  const problems: string[] = [];
  try {
    const { size } = await stat(path);
    if (size !== facts.bytes) problems.push(`${size} bytes, the manifest says ${facts.bytes}`);
    const hash = await sha256File(path);
    if (hash !== facts.sha256) problems.push(`sha256 ${hash}, the manifest says ${facts.sha256}`);
    await withArrowFile(path, async ({ columns, metadata, chunks }) => {
      if (canonicalJson(columns) !== canonicalJson(facts.columns))
        problems.push('its columns are not those of the manifest');
      if (metadata.get('plan.sha256') !== manifest.plan_sha256)
        problems.push('it was written for another plan');
      let rows = 0;
      const cells = name === 'cells' ? cellCounter(manifest.layout, manifest.cells) : undefined;
      for await (const chunk of chunks()) {
        rows += chunk.rows;
        cells?.look(
          chunk,
          columns.findIndex((column) => column.name === 'status'),
        );
      }
      if (rows !== facts.rows) problems.push(`${rows} rows, the manifest says ${facts.rows}`);
      problems.push(...(cells?.problems() ?? []));
    });
  } catch (error) {
    problems.push(missing(error) ? 'it is missing' : messageOf(error));
  }
  return problems.map((what) => ({ file, what }));
}

/** Follows the rows of table `cells`, which must be jobs 0, 1, 2, ... of the layout. */
function cellCounter(layout: Layout, { failed }: Manifest['cells']) {
  const total = layout.points * layout.conditions.length * layout.donors * layout.cells;
  const problems: string[] = [];
  let next = 0;
  let failures = 0;
  const expect = (job: number) => {
    if (job > next)
      problems.push(job - next === 1 ? `cell ${next} is missing` : `cells ${next} to ${job - 1} are missing`);
    if (job < next) problems.push(`cell ${job} comes after cell ${next - 1}`);
    next = Math.max(next, job + 1);
  };
  return {
    look({ rows, columns }: Chunk, status: number) {
      const [condition, point, donor, cell] = KEYS.map((_, i) => columns[i] as Int32Array);
      for (let i = 0; i < rows; i++) {
        expect(
          jobOf(layout, { condition: condition![i]!, point: point![i]!, donor: donor![i]!, cell: cell![i]! }),
        );
        if ((columns[status] as Int32Array | undefined)?.[i] === 1) failures += 1;
      }
    },
    problems() {
      expect(total);
      if (failures !== failed) problems.push(`${failures} cells failed, the manifest says ${failed}`);
      return problems;
    },
  };
}

const missing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
const messageOf = (error: unknown) =>
  error instanceof DatasetError || error instanceof Error ? error.message : String(error);
