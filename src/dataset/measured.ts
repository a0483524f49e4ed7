import type { TableSpec } from '../myocyte/record.js';
import { type Chunk, INT32_NULL } from './batch.js';
import type { Source } from './convert.js';
import { KEYS, type StoredColumn } from './schema.js';

/** A table of measurements, by what its columns are for. */
export interface Measured {
  readonly name: string;
  readonly columns: readonly StoredColumn[];
  readonly sources: readonly Source[];
  /** Whether a row that is missing stands for zeros. */
  readonly sparse: boolean;
  /** Place of the column that says when: the time, or the end of the interval. */
  readonly time: number;
  /** Places of the columns that say of what: pool, antibody, rule. */
  readonly names: readonly number[];
  /** Places of the numbers. */
  readonly numbers: readonly number[];
}

const TIMES = ['time_s', 'to_s', 'from_s'];

/** Sorts the columns of a table into keys, time, names and numbers. */
export function measuredOf(
  name: string,
  columns: readonly StoredColumn[],
  rows: TableSpec['rows'],
  sources: readonly Source[],
): Measured {
  const places = columns.map((_, i) => i).slice(KEYS.length);
  const time = Math.max(...['time_s', 'to_s'].map((t) => columns.findIndex((c) => c.name === t)));
  return {
    name,
    columns,
    sources,
    sparse: rows === 'sparse',
    time,
    names: places.filter((i) => columns[i]!.type === 'dictionary'),
    numbers: places.filter((i) => isNumber(columns[i]!) && !TIMES.includes(columns[i]!.name)),
  };
}

/** The number in a row of a column, null as NaN. */
export function numberAt({ columns }: Chunk, place: number, row: number): number {
  const values = columns[place] as Float64Array | Int32Array;
  const x = values[row]!;
  return x === INT32_NULL && values instanceof Int32Array ? Number.NaN : x;
}

/** What a row speaks of: the names in it, or null where its table has none. */
export function nameAt({ columns, names }: Measured, chunk: Chunk, row: number): string | null {
  if (names.length === 0) return null;
  return names
    .map((place) => columns[place]!.dictionary![(chunk.columns[place] as Int32Array)[row]!])
    .join(', ');
}

const isNumber = ({ type }: StoredColumn): boolean => type === 'float64' || type === 'int32';
