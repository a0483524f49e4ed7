import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { withArrowFile } from './arrow-file.js';
import type { Chunk } from './batch.js';
import { chunksToFile } from './convert.js';
import { readManifest } from './manifest.js';
import type { Exported } from './parquet.js';
import { folderExists, lostRows } from './problems.js';
import { storedTable } from './schema.js';

/** Rows of a part: whole batches, and some hundred megabytes. */
const ROWS_PER_PART = 1 << 20;

/**
 * Writes every table of the dataset in `folder` as a folder of Arrow files in the new folder `out`, a part of so many rows each, in
 * their order: what readers of partitioned datasets open as one table. Throws a DatasetError if `out` exists or there is no dataset.
 */
export async function exportPartitions(
  folder: string,
  out: string,
  rowsPerPart = ROWS_PER_PART,
): Promise<readonly Exported[]> {
  const { tables } = await readManifest(folder);
  await mkdir(out).catch((cause) => {
    throw (cause as NodeJS.ErrnoException).code === 'EEXIST' ? folderExists(out) : cause;
  });
  const exported: Exported[] = [];
  for (const [name, { file, description, rows }] of Object.entries(tables))
    await withArrowFile(join(folder, file), async ({ columns, metadata, chunks }) => {
      const table = storedTable({ name, description, columns }, Object.fromEntries(metadata));
      await mkdir(join(out, name));
      let [written, n] = [0, 0];
      for await (const part of partsOf(chunks(), rowsPerPart)) {
        const path = join(name, `part-${String(n++).padStart(5, '0')}.arrow`);
        const held = await chunksToFile(part, join(out, path), table);
        exported.push({ file: path, rows: held, bytes: (await stat(join(out, path))).size });
        written += held;
      }
      if (written !== rows) throw lostRows(join(out, name), rows, written);
    });
  return exported;
}

/** The chunks in lots of at least so many rows, the last one of fewer; each lot is to be read to its end before the next. */
async function* partsOf(chunks: AsyncGenerator<Chunk>, rows: number): AsyncGenerator<AsyncGenerator<Chunk>> {
  let next = await chunks.next();
  async function* lot(): AsyncGenerator<Chunk> {
    for (let held = 0; !next.done && held < rows; next = await chunks.next()) {
      held += next.value.rows;
      yield next.value;
    }
  }
  do yield lot();
  while (!next.done);
}
