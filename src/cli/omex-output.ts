import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { encodeBatch } from '../dataset/batch.js';
import { storedTable } from '../dataset/schema.js';
import { createSink } from '../dataset/sink.js';
import { hdf5Of, type Reports } from '../omex/hdf5.js';
import type { Shown } from '../omex/run-experiment.js';
import { hull, sizeOf, stacked } from '../omex/values.js';

/** Writes `FOLDER/reports.h5` and, beside it, `FOLDER/<SED-ML file>/<output>.arrow`; paths written, from the folder. */
export async function writeReports(folder: string, all: readonly Reports[]): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'reports.h5'), await hdf5Of(all), { flag: 'wx' });
  const written = ['reports.h5'];
  for (const { file, shown } of all)
    for (const one of shown) {
      if (one.values.length === 0) continue;
      mkdirSync(join(folder, file), { recursive: true });
      const path = join(file, `${one.output.id}.arrow`);
      writeArrow(join(folder, path), one);
      written.push(path);
    }
  return written;
}

/** A row for each index, a column for each data set; index.0, index.1 ... number iterations, parts, and times last. */
function writeArrow(path: string, { output, values }: Shown): void {
  const shape = hull(values.map((v) => v.shape));
  const rows = sizeOf(shape);
  const { data } = stacked(values);
  const index = shape.map((_, d) => ({
    name: `index.${d}`,
    type: 'int32' as const,
    unit: '',
    description: d === shape.length - 1 ? 'number of the time' : 'number of the iteration or part',
  }));
  const table = storedTable(
    {
      name: 'report',
      description: output.name || output.id,
      columns: [
        ...index,
        ...output.dataSets.map((d) => ({
          name: d.id,
          type: 'float64' as const,
          unit: '',
          description: d.name || d.label,
        })),
      ],
    },
    { report: output.id },
  );
  const sink = createSink(table, 'file');
  const handle = openSync(path, 'wx');
  const put = (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
  };
  const columns = [
    ...shape.map((length, d) => {
      const inner = sizeOf(shape.slice(d + 1));
      return Int32Array.from({ length: rows }, (_, i) => Math.floor(i / inner) % length);
    }),
    ...values.map((_, v) => data.slice(v * rows, (v + 1) * rows)),
  ];
  put(sink.write(encodeBatch(table, { rows, columns })));
  put(sink.end());
  closeSync(handle);
}
