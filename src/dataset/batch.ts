import {
  type Data,
  type Float64,
  Int16,
  type Int32,
  makeData,
  RecordBatch,
  Struct,
  type Utf8,
} from 'apache-arrow';
import type { StoredColumn, StoredTable, StoredType } from './schema.js';
import { textData } from './text.js';
import { eachNull, validity } from './validity.js';

/** Null in an int32 column, as in R; in a float64 column null is NaN, in a dictionary column index -1. */
export const INT32_NULL = -(2 ** 31);

/** The rows of one batch, in the order of the table's columns. */
export type ChunkColumn = Float64Array | Int32Array | readonly (string | null)[];
export interface Chunk {
  readonly rows: number;
  readonly columns: readonly ChunkColumn[];
}

/** A chunk as an Arrow batch on the table's own schema and dictionaries; arrays without nulls are not copied. */
export function encodeBatch(table: StoredTable, { rows, columns }: Chunk): RecordBatch {
  const children = table.columns.map((column, i) => encodeColumn(table, column, i, columns[i]!, rows));
  return new RecordBatch(
    table.schema,
    makeData({ type: new Struct(table.schema.fields), length: rows, nullCount: 0, children }),
  );
}

/** The chunk of a batch that `encodeBatch` made, perhaps written and read again. */
export function decodeBatch(columns: readonly StoredColumn[], batch: RecordBatch): Chunk {
  return {
    rows: batch.numRows,
    columns: columns.map((column, i) => decodeColumn(column, batch.data.children[i]!)),
  };
}

/** No rows of these columns. */
export const emptyChunk = (columns: readonly StoredColumn[]): Chunk => ({
  rows: 0,
  columns: columns.map(({ type }) => (type === 'utf8' ? [] : arrayOf(type, 0))),
});

/** The rows of all chunks, one after another. */
export function joinChunks(columns: readonly StoredColumn[], chunks: readonly Chunk[]): Chunk {
  const rows = chunks.reduce((sum, chunk) => sum + chunk.rows, 0);
  const joined = columns.map(({ type }, i): ChunkColumn => {
    const pieces = chunks.map((chunk) => chunk.columns[i]!);
    if (type === 'utf8') return (pieces as (readonly (string | null)[])[]).flat();
    const all = arrayOf(type, rows);
    let at = 0;
    for (const piece of pieces as (Float64Array | Int32Array)[]) {
      all.set(piece, at);
      at += piece.length;
    }
    return all;
  });
  return { rows, columns: joined };
}

/** Rows from `from` up to, not including, `to`; numbers are views, not copies. */
export const sliceChunk = ({ columns }: Chunk, from: number, to: number): Chunk => ({
  rows: to - from,
  columns: columns.map((column) => (isText(column) ? column.slice(from, to) : column.subarray(from, to))),
});

const isText = (column: ChunkColumn): column is readonly (string | null)[] => Array.isArray(column);

const arrayOf = (type: Exclude<StoredType, 'utf8'>, length: number) =>
  type === 'float64' ? new Float64Array(length) : new Int32Array(length);

function encodeColumn(
  table: StoredTable,
  column: StoredColumn,
  position: number,
  values: ChunkColumn,
  length: number,
): Data {
  const { type } = table.schema.fields[position]!;
  switch (column.type) {
    case 'float64': {
      const numbers = values as Float64Array;
      const nulls = validity(length, (i) => Number.isNaN(numbers[i]));
      // Zero under every null, so that equal rows are equal bytes whatever bits a NaN had.
      const data = nulls.nullCount === 0 ? numbers : numbers.map((x) => (Number.isNaN(x) ? 0 : x));
      return makeData({ type: type as Float64, length, data, ...nulls });
    }
    case 'int32': {
      const numbers = values as Int32Array;
      const nulls = validity(length, (i) => numbers[i] === INT32_NULL);
      const data = nulls.nullCount === 0 ? numbers : numbers.map((x) => (x === INT32_NULL ? 0 : x));
      return makeData({ type: type as Int32, length, data, ...nulls });
    }
    case 'dictionary': {
      const indices = values as Int32Array;
      const nulls = validity(length, (i) => indices[i]! < 0);
      const keys = nulls.nullCount === 0 ? indices : indices.map((x) => Math.max(x, 0));
      const data = type.indices instanceof Int16 ? Int16Array.from(keys) : keys;
      return makeData({ type, length, data, dictionary: table.dictionaries.get(column.name)!, ...nulls });
    }
    case 'utf8':
      return textData(values as readonly (string | null)[]);
  }
}

/** Numbers are views of the batch where nothing is null. */
function decodeColumn(column: StoredColumn, data: Data): ChunkColumn {
  const bitmap = data.nullCount === 0 ? new Uint8Array(0) : data.nullBitmap;
  switch (column.type) {
    case 'float64':
      return withNulls(data.values.subarray(0, data.length) as Float64Array, bitmap, Number.NaN);
    case 'int32':
      return withNulls(data.values.subarray(0, data.length) as Int32Array, bitmap, INT32_NULL);
    case 'dictionary':
      return withNulls(Int32Array.from(data.values.subarray(0, data.length)), bitmap, -1);
    case 'utf8':
      return decodeText(data as Data<Utf8>, bitmap);
  }
}

function withNulls<A extends Float64Array | Int32Array>(values: A, bitmap: Uint8Array, none: number): A {
  if (bitmap.length === 0) return values;
  const copy = values.slice() as A;
  eachNull(bitmap, values.length, (row) => {
    copy[row] = none;
  });
  return copy;
}

function decodeText({ length, valueOffsets, values }: Data<Utf8>, bitmap: Uint8Array): (string | null)[] {
  const text = new TextDecoder();
  const strings: (string | null)[] = Array.from({ length }, (_, i) =>
    text.decode(values.subarray(valueOffsets[i], valueOffsets[i + 1])),
  );
  eachNull(bitmap, length, (row) => {
    strings[row] = null;
  });
  return strings;
}
