import { join } from 'node:path';
import { withArrowFile } from './arrow-file.js';
import { streamsToFile } from './convert.js';
import { fileOf, streamPath } from './paths.js';
import { storedTable } from './schema.js';
import { openStream } from './stream.js';

const ROWS = 1000;

/** Writes a table into a folder, reads it back and compares; returns the rows compared. Throws if they differ. */
export async function roundTrip(folder: string): Promise<number> {
  const table = storedTable(
    {
      name: 'probe',
      description: 'numbers to write and read back',
      columns: [
        { name: 'row', type: 'int32', unit: '1', description: 'row, from 0' },
        { name: 'half', type: 'float64', unit: '1', description: 'half of the row; null in every tenth' },
      ],
    },
    {},
  );
  const row = Int32Array.from({ length: ROWS }, (_, i) => i);
  const half = Float64Array.from(row, (i) => (i % 10 === 0 ? Number.NaN : i / 2));
  const stream = await openStream(streamPath(folder, table.name), table);
  stream.append({ rows: ROWS, columns: [row, half] });
  const end = stream.end();
  await stream.finish();
  const path = join(folder, fileOf(table.name));
  await streamsToFile([{ path: streamPath(folder, table.name), end }], path, table);
  return withArrowFile(path, async ({ chunks }) => {
    let same = 0;
    for await (const { rows, columns } of chunks())
      for (let i = 0; i < rows; i++)
        if (columns[0]![i] === row[same] && Object.is(columns[1]![i], half[same])) same += 1;
    if (same !== ROWS) throw new Error(`only ${same} of ${ROWS} rows came back from "${path}" unchanged`);
    return same;
  });
}
