import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openArrowFile, withArrowFile } from './arrow-file.js';
import { type Chunk, type ChunkColumn, INT32_NULL, joinChunks } from './batch.js';
import { type Manifest, readManifest, type TableFacts } from './manifest.js';
import { damagedFile, noColumn, noFile, noTable, wrongKind } from './problems.js';
import type { StoredColumn } from './schema.js';

export { INT32_NULL } from './batch.js';
export type { Manifest, TableFacts } from './manifest.js';

interface ColumnFacts {
  readonly name: string;
  readonly unit: string;
  readonly description: string;
}
/** One column in memory. Null is NaN in float64, INT32_NULL in int32, -1 in a dictionary column, null in utf8. */
export type Column =
  | (ColumnFacts & { readonly type: 'float64'; readonly values: Float64Array })
  | (ColumnFacts & { readonly type: 'int32'; readonly values: Int32Array })
  | (ColumnFacts & {
      readonly type: 'dictionary';
      readonly values: Int32Array;
      readonly dictionary: readonly string[];
    })
  | (ColumnFacts & { readonly type: 'utf8'; readonly values: readonly (string | null)[] });

/** A table, or some of its columns, in memory. */
export interface DatasetTable {
  readonly name: string;
  readonly description: string;
  readonly numRows: number;
  readonly columns: readonly Column[];
  /** Throws a DatasetError if there is no such column. */
  readonly column: (name: string) => Column;
  /** The numbers of a float64 or int32 column, null as NaN. */
  readonly numbers: (name: string) => Float64Array;
  /** The strings of a dictionary or utf8 column. */
  readonly strings: (name: string) => readonly (string | null)[];
}

/** One row: numbers and strings by column name. */
export type Row = Readonly<Record<string, number | string | null>>;

/** A finished dataset, opened for reading; nothing is held open or in memory between calls. */
export interface Dataset {
  readonly folder: string;
  readonly manifest: Manifest;
  /** Names of the tables. */
  readonly tables: () => readonly string[];
  /** What is in a table, without reading it: columns with units, rows. */
  readonly describe: (table: string) => TableFacts;
  /** Reads a table, or the columns named. */
  readonly table: (name: string, columns?: readonly string[]) => Promise<DatasetTable>;
  /** Reads a table, or the columns named, row by row, in memory that does not grow with it. */
  readonly rows: (name: string, columns?: readonly string[]) => AsyncGenerator<Row>;
}

/** Opens the dataset in a folder. Throws a DatasetError if there is none, it is unfinished, or files are missing. */
export async function openDataset(folder: string): Promise<Dataset> {
  const manifest = await readManifest(folder);
  const { tables } = manifest;
  for (const { file } of Object.values(tables)) {
    const path = join(folder, file);
    if (!existsSync(path)) throw noFile(path);
  }

  function facts(name: string): TableFacts {
    const found = Object.hasOwn(tables, name) ? tables[name] : undefined;
    if (found === undefined) throw noTable(name, Object.keys(tables));
    return found;
  }

  return {
    folder,
    manifest,
    tables: () => Object.keys(tables),
    describe: facts,
    table: async (name, columns) => readTable(folder, name, facts(name), columns),
    rows: (name, columns) => readRows(folder, name, facts(name), columns),
  };
}

async function readTable(
  folder: string,
  name: string,
  { file, description, rows }: TableFacts,
  wanted?: readonly string[],
): Promise<DatasetTable> {
  const path = join(folder, file);
  const columns = await withArrowFile(path, async (arrow) => {
    const places = placesOf(name, arrow.columns, wanted);
    const picked = places.map((place) => arrow.columns[place]!);
    const chunks: Chunk[] = [];
    for await (const chunk of arrow.chunks())
      chunks.push({ rows: chunk.rows, columns: places.map((place) => chunk.columns[place]!) });
    const joined = joinChunks(picked, chunks);
    if (joined.rows !== rows)
      throw damagedFile(path, `it has ${joined.rows} rows, the manifest says ${rows}`);
    return picked.map((column, i) => columnOf(column, joined.columns[i]!));
  });
  return tableOf(name, description, rows, columns);
}

/** A table over columns that are in memory. */
export function tableOf(
  name: string,
  description: string,
  numRows: number,
  columns: readonly Column[],
): DatasetTable {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const column = (wantedName: string): Column => {
    const found = byName.get(wantedName);
    if (found === undefined) throw noColumn(name, wantedName, [...byName.keys()]);
    return found;
  };
  return {
    name,
    description,
    numRows,
    columns,
    column,
    numbers: (of) => numbersOf(name, column(of)),
    strings: (of) => stringsOf(name, column(of)),
  };
}

async function* readRows(
  folder: string,
  name: string,
  { file }: TableFacts,
  wanted?: readonly string[],
): AsyncGenerator<Row> {
  const { columns, chunks, close } = await openArrowFile(join(folder, file));
  try {
    const places = placesOf(name, columns, wanted);
    for await (const chunk of chunks())
      for (let i = 0; i < chunk.rows; i++) {
        const row: Record<string, number | string | null> = {};
        for (const place of places)
          row[columns[place]!.name] = valueAt(columns[place]!, chunk.columns[place]!, i);
        yield row;
      }
  } finally {
    await close();
  }
}

export function placesOf(
  table: string,
  columns: readonly StoredColumn[],
  wanted?: readonly string[],
): readonly number[] {
  const known = columns.map((column) => column.name);
  return (wanted ?? known).map((column) => {
    if (!known.includes(column)) throw noColumn(table, column, known);
    return known.indexOf(column);
  });
}

export function columnOf(
  { name, type, unit, description, dictionary = [] }: StoredColumn,
  values: ChunkColumn,
): Column {
  const facts = { name, unit, description };
  switch (type) {
    case 'float64':
      return { ...facts, type, values: values as Float64Array };
    case 'int32':
      return { ...facts, type, values: values as Int32Array };
    case 'dictionary':
      return { ...facts, type, values: values as Int32Array, dictionary };
    case 'utf8':
      return { ...facts, type, values: values as readonly (string | null)[] };
  }
}

function valueAt(
  { type, dictionary }: StoredColumn,
  values: ChunkColumn,
  row: number,
): number | string | null {
  const value = values[row]!;
  switch (type) {
    case 'float64':
      return Number.isNaN(value) ? null : value;
    case 'int32':
      return value === INT32_NULL ? null : value;
    case 'dictionary':
      return dictionary![value as number] ?? null;
    case 'utf8':
      return value;
  }
}

function numbersOf(table: string, column: Column): Float64Array {
  switch (column.type) {
    case 'float64':
      return column.values;
    case 'int32':
      return Float64Array.from(column.values, (x) => (x === INT32_NULL ? Number.NaN : x));
    case 'dictionary':
    case 'utf8':
      throw wrongKind(table, column.name, column.type, 'strings');
  }
}

function stringsOf(table: string, column: Column): readonly (string | null)[] {
  switch (column.type) {
    case 'dictionary':
      return Array.from(column.values, (index) => column.dictionary[index] ?? null);
    case 'utf8':
      return column.values;
    case 'float64':
    case 'int32':
      throw wrongKind(table, column.name, column.type, 'numbers');
  }
}
