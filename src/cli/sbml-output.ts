import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Chunk, encodeBatch } from '../dataset/batch.js';
import { ROWS_PER_BATCH } from '../dataset/convert.js';
import { type StoredColumn, type StoredTable, storedTable } from '../dataset/schema.js';
import { createSink } from '../dataset/sink.js';
import type { Moments } from '../sbml/ensemble.js';
import type { Machine } from '../sbml/machine.js';

/** Writes `FOLDER/CASE/moments.arrow`: one row a time and variable. */
export function writeMoments(
  folder: string,
  name: string,
  times_s: readonly number[],
  moments: ReadonlyMap<string, Moments>,
): void {
  const ids = [...moments.keys()];
  const all = [...moments.values()];
  const rows = times_s.length * ids.length;
  const table = storedTable(
    {
      name: 'moments',
      description: 'mean and standard deviation over the runs',
      columns: [
        TIME,
        variable(ids),
        column('mean', 'float64', 'mean over the runs'),
        column('sd', 'float64', 'standard deviation over the runs, of n - 1'),
      ],
    },
    { case: name },
  );
  const file = openTable(folder, name, table);
  const by = (of: (t: number, v: number) => number) =>
    Float64Array.from({ length: rows }, (_, i) => of(Math.floor(i / ids.length), i % ids.length));
  file.append({
    rows,
    columns: [
      by((t) => times_s[t]!),
      Int32Array.from({ length: rows }, (_, i) => i % ids.length),
      by((t, v) => all[v]!.mean[t]!),
      by((t, v) => all[v]!.sd[t]!),
    ],
  });
  file.end();
}

/** Opens `FOLDER/CASE/runs.arrow`: one row a run, time and variable, written run by run. */
export function openRuns(folder: string, name: string, machine: Machine, times_s: readonly number[]) {
  const ids = machine.observables.map((o) => o.id);
  const rows = times_s.length * ids.length;
  const table = storedTable(
    {
      name: 'runs',
      description: 'values of every run',
      columns: [
        column('run', 'int32', 'number of the run, from 0'),
        TIME,
        variable(ids),
        column('value', 'float64', 'molecules of a species, or what was asked for'),
      ],
    },
    { case: name },
  );
  const file = openTable(folder, name, table);
  const together = Math.max(1, Math.floor(ROWS_PER_BATCH / rows));
  const times = Float64Array.from(
    { length: together * rows },
    (_, i) => times_s[Math.floor((i % rows) / ids.length)]!,
  );
  const variables = Int32Array.from({ length: together * rows }, (_, i) => i % ids.length);
  const values = new Float64Array(together * rows);
  let [first, kept] = [0, 0];
  const flush = (): void => {
    const n = kept * rows;
    const run = Int32Array.from({ length: n }, (_, i) => first + Math.floor(i / rows));
    if (n > 0)
      file.append({ rows: n, columns: [run, times.slice(0, n), variables.slice(0, n), values.slice(0, n)] });
    first += kept;
    kept = 0;
  };
  return {
    write(_run: number, ofRun: Float64Array): void {
      values.set(ofRun, kept++ * rows);
      if (kept === together) flush();
    },
    end(): void {
      flush();
      file.end();
    },
  };
}

const column = (name: string, type: 'float64' | 'int32', description: string): StoredColumn => ({
  name,
  type,
  unit: '',
  description,
});
const TIME = column('time', 'float64', 'time in the unit of the model');
const variable = (ids: readonly string[]): StoredColumn => ({
  name: 'variable',
  type: 'dictionary',
  unit: '',
  description: 'identifier in the model',
  dictionary: ids,
});

function openTable(folder: string, name: string, table: StoredTable) {
  mkdirSync(join(folder, name), { recursive: true });
  const handle = openSync(join(folder, name, `${table.name}.arrow`), 'wx');
  const sink = createSink(table, 'file');
  const put = (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
  };
  return {
    append: (chunk: Chunk): void => put(sink.write(encodeBatch(table, chunk))),
    end(): void {
      put(sink.end());
      closeSync(handle);
    },
  };
}
