import { join } from 'node:path';
import type { CellRecord, Columns, TableSpec } from '../myocyte/record.js';
import { type ArrowFile, openArrowFile } from './arrow-file.js';
import { type Chunk, joinChunks, sliceChunk } from './batch.js';
import { jobOf, keysAt, type Layout } from './layout.js';
import { notReusable, otherTablesThan } from './problems.js';
import { openDataset } from './read.js';
import { KEYS, type StoredColumn } from './schema.js';
import { verifyDataset } from './verify.js';

/** The cells of a finished dataset, each to be had as the record that it was written from. */
export interface CellSource {
  readonly folder: string;
  readonly lived: (job: number) => boolean;
  /** The record of a job, under the keys of job `as` of another layout. */
  readonly record: (job: number, layout: Layout, as: number) => Promise<CellRecord>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a dataset whose cells are to be used again in one of these tables. Reads it once, to compare it with its hashes and to find
 * where each cell is. Throws a DatasetError if it is damaged, holds no rows of single cells, or has other tables.
 */
export async function openCells(folder: string, specs: readonly TableSpec[]): Promise<CellSource> {
  const { manifest } = await openDataset(folder);
  if (manifest.plan.keep !== undefined) throw notReusable(folder, `it keeps "${manifest.plan.keep}" only`);
  const [problem] = await verifyDataset(folder);
  if (problem !== undefined) throw notReusable(folder, `${problem.file}: ${problem.what}`);
  const tables: Table[] = [];
  const close = async () => {
    for (const { file } of tables) await file.close();
  };
  try {
    for (const spec of specs) {
      const facts = manifest.tables[spec.name];
      if (facts === undefined) throw otherTablesThan(folder, spec.name);
      const file = await openArrowFile(join(folder, facts.file));
      tables.push({ spec, file, ...(await rowsByJob(file, manifest.layout, manifest.cells.total)) });
      if (!sameColumns(spec, file.columns)) throw otherTablesThan(folder, spec.name);
    }
    const cells = tables.find(({ spec }) => spec.name === 'cells')!;
    return {
      folder,
      lived: (job) => cells.failed[job] === 0,
      async record(job, layout, as) {
        const parts = await Promise.all(
          tables.map(async (table) => [table.spec.name, await rowsOfJob(table, job, layout, as)] as const),
        );
        const found = Object.fromEntries(parts);
        return { job: as, status: 'ok', reason: '', events: found.cells!.events![0]!, tables: found };
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Table extends Places {
  readonly spec: TableSpec;
  readonly file: ArrowFile;
}
interface Places {
  /** By job: its first row, and the row behind its last. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** By job: 1 where table cells says that it failed. */
  readonly failed: Uint8Array;
  /** By batch: its first row. */
  readonly batches: readonly number[];
}

async function rowsByJob(file: ArrowFile, layout: Layout, jobs: number): Promise<Places> {
  const places = { from: new Float64Array(jobs), to: new Float64Array(jobs), failed: new Uint8Array(jobs) };
  const batches: number[] = [];
  const status = file.columns.findIndex(({ name }) => name === 'status');
  let row = 0;
  for await (const { rows, columns } of file.chunks()) {
    batches.push(row);
    const [condition, point, donor, cell] = columns as readonly Int32Array[];
    for (let i = 0; i < rows; i++, row++) {
      const keys = { condition: condition![i]!, point: point![i]!, donor: donor![i]!, cell: cell![i]! };
      const job = jobOf(layout, keys);
      if (places.to[job] === 0) places.from[job] = row;
      places.to[job] = row + 1;
      if (status >= 0 && (columns[status] as Int32Array)[i] !== 0) places.failed[job] = 1;
    }
  }
  return { ...places, batches };
}

/** Names, types and dictionaries of what a cell fills itself; what the dataset adds in between is its own. */
const sameColumns = ({ columns }: TableSpec, stored: readonly StoredColumn[]): boolean =>
  columns.slice(KEYS.length).every(({ name, type, dictionary = [] }) => {
    const found = stored.find((column) => column.name === name);
    return found?.type === type && (found.dictionary ?? []).join('\n') === dictionary.join('\n');
  });

async function rowsOfJob(table: Table, job: number, layout: Layout, as: number): Promise<Columns> {
  const { file, batches, spec } = table;
  const [from, to] = [table.from[job]!, table.to[job]!];
  const pieces: Chunk[] = [];
  for (let b = batchAt(batches, from); b < batches.length && batches[b]! < to; b++) {
    const chunk = await file.chunk(b);
    pieces.push(sliceChunk(chunk, Math.max(0, from - batches[b]!), Math.min(chunk.rows, to - batches[b]!)));
  }
  const rows = joinChunks(file.columns, pieces);
  const keys: Readonly<Record<string, number>> = { ...keysAt(layout, as) };
  return Object.fromEntries(
    spec.columns.map(({ name }) => {
      const key = keys[name];
      const place = file.columns.findIndex((column) => column.name === name);
      return [
        name,
        key === undefined ? (rows.columns[place] as Columns[string]) : new Int32Array(rows.rows).fill(key),
      ];
    }),
  );
}

/** The batch in which a row is. */
function batchAt(batches: readonly number[], row: number): number {
  let [low, high] = [0, batches.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (batches[middle]! <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}
