import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { type Chunk, emptyChunk, encodeBatch } from './batch.js';
import { writeFully } from './files.js';
import type { StoredTable } from './schema.js';
import { createSink } from './sink.js';

/** A table while the run goes on: an Arrow stream, which stays readable up to its last whole batch if it is cut. */
export interface TableStream {
  readonly append: (chunk: Chunk) => void;
  /** How far it is written. */
  readonly end: () => StreamPosition;
  /** Writes the end mark and closes the file. */
  readonly finish: () => Promise<void>;
  /** Closes the file as it is. */
  readonly close: () => Promise<void>;
}

/** A place in a stream, where an interrupted one is taken up again: everything behind `bytes` is cut off. */
export interface StreamPosition {
  readonly bytes: number;
  readonly rows: number;
  /** CRC-32 of all bytes before it. */
  readonly crc32: number;
}
export const BEGINNING: StreamPosition = { bytes: 0, rows: 0, crc32: 0 };

/** Opens the stream of a table at `path`, new or from a position. */
export async function openStream(
  path: string,
  table: StoredTable,
  from?: StreamPosition,
): Promise<TableStream> {
  const sink = createSink(table, 'stream');
  const start = sink.write(encodeBatch(table, emptyChunk(table.columns)));
  const handle = await open(path, from === undefined ? 'wx' : 'r+');
  let { bytes, rows, crc32: crc } = from ?? BEGINNING;
  const write = (piece: Uint8Array) => {
    writeFully(handle, piece, bytes);
    bytes += piece.length;
    crc = crc32(piece, crc);
  };
  await handle.truncate(bytes);
  if (bytes === 0) write(start);
  return {
    append(chunk) {
      if (chunk.rows === 0) return;
      write(sink.write(encodeBatch(table, chunk)));
      rows += chunk.rows;
    },
    end: () => ({ bytes, rows, crc32: crc }),
    async finish() {
      writeFully(handle, sink.end(), bytes);
      await handle.close();
    },
    close: () => handle.close(),
  };
}
