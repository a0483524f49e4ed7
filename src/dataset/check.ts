import type { CellRecord, Columns } from '../myocyte/record.js';
import type { Plan } from '../scenario/plan.js';
import { type Chunk, type ChunkColumn, emptyChunk } from './batch.js';
import { cellRow, ownColumns } from './cells.js';
import { keysAt, type Layout } from './layout.js';
import {
  missingColumn,
  missingTable,
  notInDictionary,
  notOneRow,
  unknownColumn,
  unknownTable,
  wrongArray,
  wrongKeys,
  wrongLength,
} from './problems.js';
import { KEYS, type StoredColumn, type StoredTable } from './schema.js';

/**
 * The rows that a record adds to each table, in the order of the tables; throws on whatever does not fit them.
 * A failed cell adds its row to `cells` and nothing else.
 */
export function chunksOf(
  record: CellRecord,
  tables: readonly StoredTable[],
  plan: Plan,
  layout: Layout,
): readonly Chunk[] {
  for (const name of Object.keys(record.tables))
    if (!tables.some((table) => table.name === name)) throw unknownTable(record.job, name);
  return tables.map((table) => {
    if (table.name === 'cells') return cellsChunk(record, table, plan, layout);
    if (record.status === 'failed') return emptyChunk(table.columns);
    const columns = record.tables[table.name];
    if (columns === undefined) throw missingTable(record.job, table.name);
    return checkedChunk(`job ${record.job}, table "${table.name}"`, table.columns, columns);
  });
}

/** The columns of one table in their order; throws unless they are all there, of one length, and of the right kind. */
export function checkedChunk(where: string, declared: readonly StoredColumn[], given: Columns): Chunk {
  for (const name of Object.keys(given))
    if (!declared.some((column) => column.name === name)) throw unknownColumn(where, name);
  const rows = given[declared[0]?.name ?? '']?.length ?? 0;
  return { rows, columns: declared.map((column) => checkedColumn(where, column, given[column.name], rows)) };
}

function cellsChunk(record: CellRecord, table: StoredTable, plan: Plan, layout: Layout): Chunk {
  const given = record.tables.cells;
  const own = ownColumns(record, plan, layout);
  const keys = keysAt(layout, record.job);
  if (record.status === 'failed') return { rows: 1, columns: cellRow(own, keys, table.columns) };
  const needed = table.columns.filter(({ name }) => given?.[name] !== undefined || !own.has(name));
  if (given === undefined) {
    if (needed.length > KEYS.length) throw missingTable(record.job, 'cells');
    return { rows: 1, columns: cellRow(own, keys, table.columns) };
  }
  const { rows, columns } = checkedChunk(`job ${record.job}, table "cells"`, needed, given);
  if (rows !== 1) throw notOneRow(record.job, rows);
  for (const [name, expected] of Object.entries(keys))
    if (given[name]![0] !== expected) throw wrongKeys(record.job, name, `${given[name]![0]}`, `${expected}`);
  const byName = new Map(needed.map(({ name }, i) => [name, columns[i]!]));
  return { rows, columns: table.columns.map(({ name }) => byName.get(name) ?? own.get(name)!) };
}

function checkedColumn(
  where: string,
  column: StoredColumn,
  values: Columns[string] | undefined,
  rows: number,
): ChunkColumn {
  const { name } = column;
  if (values === undefined) throw missingColumn(where, name);
  const needed = column.type === 'float64' ? Float64Array : Int32Array;
  if (!(values instanceof needed)) throw wrongArray(where, name, column.type, kindOf(values), needed.name);
  if (values.length !== rows) throw wrongLength(where, name, values.length, rows);
  if (column.type === 'dictionary') {
    const size = column.dictionary!.length;
    const row = values.findIndex((index) => index < 0 || index >= size);
    if (row >= 0) throw notInDictionary(where, name, row, values[row]!, size);
  }
  return values;
}

function kindOf(values: unknown): string {
  const kind = (values as object | null)?.constructor?.name ?? String(values);
  if (!(values instanceof Float64Array)) return `a ${kind}`;
  const row = values.findIndex((x) => !Number.isInteger(x));
  return row < 0 ? `a ${kind}` : `a ${kind} with ${values[row]} in row ${row}`;
}
