import { open } from 'node:fs/promises';
import { type Chunk, emptyChunk, encodeBatch } from './batch.js';
import { writeFully } from './files.js';
import type { StoredTable } from './schema.js';
import { createSink } from './sink.js';

/** A table while the run goes on: an Arrow stream, which stays readable up to its last whole batch if it is cut. */
export interface TableStream {
  readonly append: (chunk: Chunk) => void;
  /** Bytes written; rows written. */
  readonly bytes: () => number;
  readonly rows: () => number;
  /** Writes the end mark and closes the file. */
  readonly end: () => Promise<void>;
  /** Closes the file as it is. */
  readonly close: () => Promise<void>;
}

/** Where an interrupted stream is taken up again: everything behind `bytes` is cut off. */
export interface StreamPosition {
  readonly bytes: number;
  readonly rows: number;
}

/** Opens the stream of a table at `path`, new or from a position. */
export async function openStream(
  path: string,
  table: StoredTable,
  from?: StreamPosition,
): Promise<TableStream> {
  const sink = createSink(table, 'stream');
  const start = sink.write(encodeBatch(table, emptyChunk(table.columns)));
  const handle = await open(path, from === undefined ? 'wx' : 'r+');
  let { bytes, rows } = from ?? { bytes: 0, rows: 0 };
  const write = (piece: Uint8Array) => {
    writeFully(handle, piece, bytes);
    bytes += piece.length;
  };
  await handle.truncate(bytes);
  if (bytes === 0) write(start);
  return {
    append(chunk) {
      if (chunk.rows === 0) return;
      write(sink.write(encodeBatch(table, chunk)));
      rows += chunk.rows;
    },
    bytes: () => bytes,
    rows: () => rows,
    async end() {
      write(sink.end());
      await handle.close();
    },
    close: () => handle.close(),
  };
}
