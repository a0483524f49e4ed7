import { open } from 'node:fs/promises';
import { streamedChunks, withArrowFile } from './arrow-file.js';
import { type Chunk, emptyChunk, encodeBatch, joinChunks, sliceChunk } from './batch.js';
import { writeFully } from './files.js';
import type { StoredColumn, StoredTable } from './schema.js';
import { createSink } from './sink.js';
import type { StreamPosition } from './stream.js';

/** Rows of a batch in a finished file: what arrow-js writes fastest. */
export const ROWS_PER_BATCH = 16_384;

/** A stream to read, and where it ends. */
export interface Source {
  readonly path: string;
  readonly end: StreamPosition;
}

/**
 * Turns streams of a table, one after another, into an Arrow file with even batches, so that its bytes depend on the
 * rows alone and not on how they came. Returns how many rows the file holds, counted by opening it again. Throws a
 * DatasetError if a stream is not what was written.
 */
export const streamsToFile = (
  sources: readonly Source[],
  filePath: string,
  table: StoredTable,
): Promise<number> => chunksToFile(rowsOf(sources, table.columns), filePath, table);

/** The same for rows that come as chunks. */
export async function chunksToFile(
  chunks: AsyncIterable<Chunk>,
  filePath: string,
  table: StoredTable,
): Promise<number> {
  const sink = createSink(table, 'file');
  const handle = await open(filePath, 'w');
  try {
    let bytes = 0;
    const write = (piece: Uint8Array) => {
      writeFully(handle, piece, bytes);
      bytes += piece.length;
    };
    for await (const chunk of evenChunks(chunks, table.columns)) write(sink.write(encodeBatch(table, chunk)));
    write(sink.end());
    await handle.sync();
  } finally {
    await handle.close();
  }
  return withArrowFile(filePath, async (file) => {
    let rows = 0;
    for await (const chunk of file.chunks()) rows += chunk.rows;
    return rows;
  });
}

/** The rows of streams, one after another: a chunk a cell. */
export async function* rowsOf(
  sources: readonly Source[],
  columns: readonly StoredColumn[],
): AsyncGenerator<Chunk> {
  for (const { path, end } of sources) yield* streamedChunks(path, columns, end);
}

/** The same rows in chunks of ROWS_PER_BATCH, the last one shorter; one empty chunk if there are no rows. */
async function* evenChunks(
  chunks: AsyncIterable<Chunk>,
  columns: readonly StoredColumn[],
): AsyncGenerator<Chunk> {
  let waiting: Chunk[] = [];
  let held = 0;
  let any = false;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    held += chunk.rows;
    if (held < ROWS_PER_BATCH) continue;
    const joined = joinChunks(columns, waiting);
    let from = 0;
    for (; joined.rows - from >= ROWS_PER_BATCH; from += ROWS_PER_BATCH)
      yield sliceChunk(joined, from, from + ROWS_PER_BATCH);
    any = true;
    waiting = [sliceChunk(joined, from, joined.rows)];
    held = joined.rows - from;
  }
  if (held > 0 || !any) yield waiting.length > 0 ? joinChunks(columns, waiting) : emptyChunk(columns);
}
