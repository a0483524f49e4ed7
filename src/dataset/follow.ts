import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { RecordBatchReader } from 'apache-arrow';
import type { Plan } from '../scenario/plan.js';
import { decodeBatch, emptyChunk, encodeBatch } from './batch.js';
import { type ColumnChunk, columnChunks } from './chunks.js';
import { type DatasetOptions, JOURNAL, type JournalEntry, valueIn } from './journal.js';
import { type Layout, layoutOf } from './layout.js';
import { holdersOf } from './lock.js';
import { partialOf, streamPath, wholeOf } from './paths.js';
import { noDataset } from './problems.js';
import { columnOf, openDataset, placesOf } from './read.js';
import type { StoredTable } from './schema.js';
import { createSink } from './sink.js';
import { tablesOf } from './tables.js';

/** How far a followed dataset was at the last look. */
export interface Look {
  readonly state: 'finished' | 'being written' | 'unfinished';
  readonly done: number;
  readonly failed: number;
}
/** A dataset that is read while it is written, or when it is finished: each row once. */
export interface Followed {
  readonly plan: Plan;
  readonly layout: Layout;
  readonly leucell: string;
  /** Cells to come in all. */
  readonly cells: number;
  /** Names of a table's columns; none if there is no such table. */
  readonly columns: (table: string) => readonly string[];
  /** Gives the rows that are new since the last look, the columns wanted of each table. Never two at a time. */
  readonly look: (take: (table: string, chunk: ColumnChunk) => void) => Promise<Look>;
  readonly close: () => void;
}
/** By table: the columns to read, of those that there are. */
export type Wanted = Readonly<Record<string, (known: readonly string[]) => readonly string[]>>;

/** Opens a dataset to be followed; the folder is named with or without `.partial`. Throws a DatasetError if there is none. */
export async function followDataset(named: string, wanted: Wanted): Promise<Followed> {
  const folder = wholeOf(named);
  const partial = partialOf(folder);
  if (existsSync(folder)) return followFinished(folder, wanted);
  if (existsSync(join(partial, JOURNAL))) return followGrowing(folder, partial, wanted);
  throw noDataset(folder);
}

async function followFinished(folder: string, wanted: Wanted): Promise<Followed> {
  const dataset = await openDataset(folder);
  const { plan, layout, cells, leucell } = dataset.manifest;
  const columns = (table: string) =>
    dataset.tables().includes(table) ? dataset.describe(table).columns.map(({ name }) => name) : [];
  let read = false;
  return {
    plan,
    layout,
    leucell,
    cells: cells.total,
    columns,
    async look(take) {
      if (!read)
        for (const [table, pick] of Object.entries(wanted))
          if (columns(table).length > 0)
            for await (const chunk of columnChunks(dataset, table, pick(columns(table)))) take(table, chunk);
      read = true;
      return { state: 'finished', done: cells.total, failed: cells.failed };
    },
    close() {},
  };
}

function followGrowing(folder: string, partial: string, wanted: Wanted): Followed {
  const journal = lines(join(partial, JOURNAL));
  const options = journal.next()[0] as DatasetOptions | undefined;
  if (options === undefined) {
    journal.close();
    throw noDataset(partial);
  }
  const { plan, jobs, versions, range = { from: 0, to: jobs } } = options;
  const tables = tablesOf(options);
  const columns = (table: string) =>
    tables.find(({ name }) => name === table)?.columns.map((c) => c.name) ?? [];
  const tails = tables
    .filter(({ name }) => wanted[name] !== undefined)
    .map((table) => tail(streamPath(partial, table.name), table, wanted[table.name]!(columns(table.name))));
  let next = range.from;
  let failed = 0;
  return {
    plan,
    layout: layoutOf(plan, jobs),
    leucell: versions.leucell,
    cells: range.to - range.from,
    columns,
    async look(take) {
      for (const entry of journal.next() as readonly JournalEntry[]) {
        next = entry.job + 1;
        if (entry.status === 'failed') failed += 1;
        for (const { name, reach } of tails) reach(entry.ends[name]!.bytes, (chunk) => take(name, chunk));
      }
      for (const { name, flush } of tails) flush((chunk) => take(name, chunk));
      const held = () => holdersOf(partial).some(({ alive }) => alive);
      const state = existsSync(folder) ? 'finished' : held() ? 'being written' : 'unfinished';
      return { state, done: next - range.from, failed };
    },
    close() {
      journal.close();
      for (const each of tails) each.close();
    },
  };
}

/** The values of whole, undamaged lines that are new since the last call. */
function lines(path: string) {
  const fd = openSync(path, 'r');
  let at = 0;
  return {
    next(): readonly unknown[] {
      const text = bytesOf(fd, at, fstatSync(fd).size);
      const values: unknown[] = [];
      for (let from = 0; ; ) {
        const end = text.indexOf(10, from);
        const value = end < 0 ? undefined : valueIn(text.toString('utf8', from, end));
        if (value === undefined) return values;
        values.push(value);
        at += end + 1 - from;
        from = end + 1;
      }
    },
    close: () => closeSync(fd),
  };
}

/** Rows are decoded when so many bytes of them have come, or at the end of a look. */
const PIECE = 1 << 22;

/** An Arrow stream that grows: behind its beginning, which every piece needs, it is read piece by piece. */
function tail(path: string, table: StoredTable, names: readonly string[]) {
  const fd = openSync(path, 'r');
  const places = placesOf(table.name, table.columns, names);
  const beginning = createSink(table, 'stream').write(encodeBatch(table, emptyChunk(table.columns)));
  let at = beginning.length;
  let end = at;
  function flush(take: (chunk: ColumnChunk) => void): void {
    if (end <= at) return;
    const piece = bytesOf(fd, at, end);
    at = end;
    for (const batch of RecordBatchReader.from(Buffer.concat([beginning, piece]))) {
      if (batch.numRows === 0) continue;
      const chunk = decodeBatch(table.columns, batch);
      take({ rows: chunk.rows, columns: places.map((p) => columnOf(table.columns[p]!, chunk.columns[p]!)) });
    }
  }
  return {
    name: table.name,
    reach(to: number, take: (chunk: ColumnChunk) => void): void {
      end = Math.max(end, to);
      if (end - at >= PIECE) flush(take);
    },
    flush,
    close: () => closeSync(fd),
  };
}

function bytesOf(fd: number, from: number, to: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, to - from));
  for (let got = 0; got < bytes.length; ) {
    const read = readSync(fd, bytes, got, bytes.length - got, from + got);
    if (read === 0) return bytes.subarray(0, got);
    got += read;
  }
  return bytes;
}
