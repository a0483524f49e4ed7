import { type FileHandle, open } from 'node:fs/promises';
import {
  type AsyncRecordBatchFileReader,
  DataType,
  type Field,
  RecordBatchReader,
  type Schema,
} from 'apache-arrow';
import { type Chunk, decodeBatch } from './batch.js';
import { piecesOf } from './files.js';
import { prefixCheck } from './prefix.js';
import { changedStream, damagedFile, noFile } from './problems.js';
import type { StoredColumn, StoredType } from './schema.js';
import type { StreamPosition } from './stream.js';

/** An Arrow file of a dataset, read batch by batch. */
export interface ArrowFile {
  readonly columns: readonly StoredColumn[];
  /** The schema's metadata. */
  readonly metadata: ReadonlyMap<string, string>;
  readonly chunks: () => AsyncGenerator<Chunk>;
  /** One batch by its number; the last few are kept. */
  readonly chunk: (batch: number) => Promise<Chunk>;
  readonly close: () => Promise<void>;
}

/** Opens an Arrow file, which is to be closed. Throws a DatasetError if it is missing or damaged. */
export async function openArrowFile(path: string): Promise<ArrowFile> {
  const handle = await opened(path);
  const close = () => handle.close().catch(() => undefined);
  try {
    const reader = await readerOf(handle);
    const columns = columnsOf(reader.schema, reader);
    const { metadata } = reader.schema;
    return {
      columns,
      metadata,
      chunks: () => chunksIn(path, reader, columns),
      chunk: remembering(KEPT_BATCHES, (batch) => chunkIn(path, reader, columns, batch)),
      close,
    };
  } catch (cause) {
    await close();
    throw damagedFile(path, cause);
  }
}

/** Opens an Arrow file, gives it to `use` and closes it. */
export async function withArrowFile<T>(path: string, use: (file: ArrowFile) => Promise<T>): Promise<T> {
  const file = await openArrowFile(path);
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

/**
 * The rows of an Arrow stream that this version wrote up to `end`, batch by batch; empty batches are left out. Throws a
 * DatasetError if its bytes are not those written.
 */
export async function* streamedChunks(
  path: string,
  columns: readonly StoredColumn[],
  end: StreamPosition,
): AsyncGenerator<Chunk> {
  const handle = await opened(path);
  try {
    if (!prefixCheck(handle.fd)(end)) throw changedStream(path);
    for (const batch of RecordBatchReader.from(piecesOf(handle)))
      if (batch.numRows > 0) yield decodeBatch(columns, batch);
  } finally {
    await handle.close().catch(() => undefined);
  }
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (cause) {
    throw (cause as NodeJS.ErrnoException).code === 'ENOENT' ? noFile(path) : damagedFile(path, cause);
  }
}

async function readerOf(handle: FileHandle): Promise<AsyncRecordBatchFileReader> {
  const reader = await RecordBatchReader.from(handle);
  if (!reader.isFile()) throw new Error('it does not begin and end with ARROW1');
  return (await (reader as AsyncRecordBatchFileReader).open({
    autoDestroy: false,
  })) as AsyncRecordBatchFileReader;
}

async function* chunksIn(
  path: string,
  reader: AsyncRecordBatchFileReader,
  columns: readonly StoredColumn[],
): AsyncGenerator<Chunk> {
  for (let i = 0; i < reader.numRecordBatches; i++) yield await chunkIn(path, reader, columns, i);
}

async function chunkIn(
  path: string,
  reader: AsyncRecordBatchFileReader,
  columns: readonly StoredColumn[],
  at: number,
): Promise<Chunk> {
  try {
    const batch = await reader.readRecordBatch(at);
    if (batch === null) throw new Error(`batch ${at} is not where the footer says`);
    return decodeBatch(columns, batch);
  } catch (cause) {
    throw damagedFile(path, cause);
  }
}

const KEPT_BATCHES = 4;

/** Remembers the last few answers. */
function remembering(most: number, ask: (n: number) => Promise<Chunk>): (n: number) => Promise<Chunk> {
  const known = new Map<number, Chunk>();
  return async (n) => {
    const chunk = known.get(n) ?? (await ask(n));
    known.delete(n);
    known.set(n, chunk);
    if (known.size > most) known.delete(known.keys().next().value!);
    return chunk;
  };
}

const columnsOf = (schema: Schema, { dictionaries }: AsyncRecordBatchFileReader): StoredColumn[] =>
  schema.fields.map((field: Field) => {
    const { name, metadata, type } = field;
    const column = {
      name,
      type: storedType(field),
      unit: metadata.get('unit') ?? '',
      description: metadata.get('description') ?? '',
    };
    if (!DataType.isDictionary(type)) return column;
    return { ...column, dictionary: [...(dictionaries.get(type.id)?.toArray() ?? [])].map(String) };
  });

function storedType({ name, type }: Field): StoredType {
  if (DataType.isDictionary(type) && DataType.isUtf8(type.dictionary)) return 'dictionary';
  if (DataType.isFloat(type) && type.precision === 2) return 'float64';
  if (DataType.isInt(type) && type.isSigned && type.bitWidth === 32) return 'int32';
  if (DataType.isUtf8(type)) return 'utf8';
  throw new Error(`column "${name}" is ${String(type)}, which no dataset holds`);
}
