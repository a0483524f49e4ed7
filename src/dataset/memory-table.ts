import type { CellRecord, TableSpec } from '../myocyte/record.js';
import { type ChunkColumn, joinChunks } from './batch.js';
import { columnOf, type DatasetTable, tableOf } from './read.js';

/** A table of cells that were never written, as it would be read from a dataset; cells that failed have no rows. */
export function memoryTable(
  { name, description, columns }: TableSpec,
  records: readonly CellRecord[],
): DatasetTable {
  const chunks = records.flatMap(({ tables }) => {
    const own = tables[name];
    if (own === undefined) return [];
    const values: ChunkColumn[] = columns.map((column) => own[column.name]!);
    return [{ rows: values[0]!.length, columns: values }];
  });
  const whole = joinChunks(columns, chunks);
  return tableOf(
    name,
    description,
    whole.rows,
    columns.map((column, i) => columnOf(column, whole.columns[i]!)),
  );
}
