import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordBatch } from 'parquet-wasm/node';
import { type ArrowFile, withArrowFile } from './arrow-file.js';
import { type Chunk, encodeBatch } from './batch.js';
import { writeFully } from './files.js';
import { readManifest } from './manifest.js';
import { folderExists, lostRows, noParquet } from './problems.js';
import { type StoredTable, storedTable } from './schema.js';
import { createSink } from './sink.js';

type ParquetWasm = typeof import('parquet-wasm/node');

/** One table that was exported. */
export interface Exported {
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
}

/**
 * Writes every table of the dataset in `folder` as a Parquet file, compressed with zstd, into the new folder `out`; batch by
 * batch, in memory that does not grow with the table. Units and descriptions go along. Throws a DatasetError if `out` exists, if
 * there is no dataset, or if the package parquet-wasm is not installed.
 */
export async function exportParquet(folder: string, out: string): Promise<readonly Exported[]> {
  const { tables } = await readManifest(folder);
  const parquet = await import('parquet-wasm/node').catch((cause) => {
    throw noParquet(cause);
  });
  await mkdir(out).catch((cause) => {
    throw (cause as NodeJS.ErrnoException).code === 'EEXIST' ? folderExists(out) : cause;
  });
  const exported: Exported[] = [];
  for (const [name, { file, description, rows }] of Object.entries(tables)) {
    const path = join(out, `${name}.parquet`);
    exported.push(
      await withArrowFile(join(folder, file), async (arrow) => {
        const table = storedTable(
          { name, description, columns: arrow.columns },
          Object.fromEntries(arrow.metadata),
        );
        const written = await writeParquet(parquet, table, arrow, path);
        if (written.rows !== rows) throw lostRows(path, rows, written.rows);
        return { file: `${name}.parquet`, ...written };
      }),
    );
  }
  return exported;
}

async function writeParquet(parquet: ParquetWasm, table: StoredTable, arrow: ArrowFile, path: string) {
  const { Compression, Table, transformParquetStream, WriterPropertiesBuilder } = parquet;
  const chunks = arrow.chunks();
  let rows = 0;
  const batches = new ReadableStream<RecordBatch>({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) return controller.close();
      rows += value.rows;
      for (const batch of Table.fromIPCStream(streamOf(table, value)).recordBatches())
        controller.enqueue(batch);
    },
  });
  const properties = new WriterPropertiesBuilder().setCompression(Compression.ZSTD).build();
  const pieces: AsyncIterable<Uint8Array> = await transformParquetStream(batches, properties);
  const handle = await open(`${path}.tmp`, 'w');
  let bytes = 0;
  try {
    for await (const piece of pieces) {
      writeFully(handle, piece, bytes);
      bytes += piece.length;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${path}.tmp`, path);
  return { rows, bytes };
}

function streamOf(table: StoredTable, chunk: Chunk): Uint8Array {
  const sink = createSink(table, 'stream');
  return Buffer.concat([sink.write(encodeBatch(table, chunk)), sink.end()]);
}
