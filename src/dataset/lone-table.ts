import { open, unlink } from 'node:fs/promises';
import { type ChunkColumn, encodeBatch } from './batch.js';
import { writeFully, writing } from './files.js';
import { fileExists } from './problems.js';
import { type StoredColumn, storedTable } from './schema.js';
import { createSink } from './sink.js';

/** A table that stands by itself, made from datasets; values in the order of `columns`, an index for a dictionary. */
export interface LoneTable {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly (StoredColumn & { readonly values: ChunkColumn })[];
}

/** Writes a table as one Arrow file, `facts` into its schema metadata. Throws a DatasetError if the file exists. */
export async function writeTable(
  path: string,
  { name, description, columns }: LoneTable,
  facts: Readonly<Record<string, string>>,
): Promise<void> {
  const stored = storedTable(
    { name, description, columns: columns.map(({ values: _, ...column }) => column) },
    facts,
  );
  const rows = columns[0]?.values.length ?? 0;
  const sink = createSink(stored, 'file');
  const batch = sink.write(encodeBatch(stored, { rows, columns: columns.map(({ values }) => values) }));
  const bytes = Buffer.concat([batch, sink.end()]);
  await writing(path, async () => {
    const handle = await open(path, 'wx').catch((cause: NodeJS.ErrnoException) => {
      throw cause.code === 'EEXIST' ? fileExists(path) : cause;
    });
    try {
      writeFully(handle, bytes, 0);
    } catch (cause) {
      await unlink(path);
      throw cause;
    } finally {
      await handle.close();
    }
  });
}
