import { Dictionary, Field, Float64, Int16, Int32, Schema, Utf8, Vector } from 'apache-arrow';
import type { ColumnSpec, ColumnType, TableSpec } from '../myocyte/record.js';
import { badDictionary, badTableName, duplicateColumn } from './problems.js';
import { textData } from './text.js';

/** Version of the layout of datasets; a reader refuses another one. */
export const DATASET_FORMAT = 1;
/** The columns with which every table begins. */
export const KEYS = ['condition', 'point', 'donor', 'cell'] as const;

const LARGEST_INT16 = 32_767;

/** How a column is stored; `utf8` is for free text, which only the dataset's own columns hold. */
export type StoredType = ColumnType | 'utf8';
export interface StoredColumn extends Omit<ColumnSpec, 'type'> {
  readonly type: StoredType;
}

/** A table ready to be written: one Schema object and one vector a dictionary, for all of its batches. */
export interface StoredTable {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly StoredColumn[];
  readonly schema: Schema;
  /** By column name. */
  readonly dictionaries: ReadonlyMap<string, Vector<Utf8>>;
}

/** Makes the Arrow schema of a table; `facts` go into its schema metadata. Throws on duplicate names or values. */
export function storedTable(
  spec: Omit<TableSpec, 'columns'> & { readonly columns: readonly StoredColumn[] },
  facts: Readonly<Record<string, string>>,
): StoredTable {
  if (!/^[a-z][a-z0-9_-]*$/.test(spec.name)) throw badTableName(spec.name);
  const seen = new Set<string>();
  const dictionaries = new Map<string, Vector<Utf8>>();
  const fields = spec.columns.map((column, position) => {
    if (seen.has(column.name)) throw duplicateColumn(spec.name, column.name);
    seen.add(column.name);
    if (column.type === 'dictionary')
      dictionaries.set(column.name, new Vector([textData(valuesOf(spec.name, column))]));
    return new Field(
      column.name,
      arrowType(column, position + 1),
      !isKey(column.name),
      fieldMetadata(column),
    );
  });
  const metadata = new Map(
    Object.entries({ ...facts, table: spec.name, description: spec.description }).sort(),
  );
  const { name, description, columns } = spec;
  return { name, description, columns, schema: new Schema(fields, metadata), dictionaries };
}

/** Whether a column is one of the four that say which cell a row is about, and so never null. */
export const isKey = (name: string): boolean => (KEYS as readonly string[]).includes(name);

function valuesOf(table: string, column: StoredColumn): readonly string[] {
  const values = column.dictionary;
  if (values === undefined) throw badDictionary(table, column.name, 'is missing');
  const twice = values.find((value, i) => values.indexOf(value) !== i);
  if (twice !== undefined) throw badDictionary(table, column.name, `has "${twice}" twice`);
  return values;
}

/** Ids are explicit: two dictionaries with ids of their own making would make arrow-js drop the second batch. */
function arrowType(column: StoredColumn, id: number): Float64 | Int32 | Utf8 | Dictionary {
  switch (column.type) {
    case 'float64':
      return new Float64();
    case 'int32':
      return new Int32();
    case 'utf8':
      return new Utf8();
    case 'dictionary':
      return new Dictionary(
        new Utf8(),
        (column.dictionary?.length ?? 0) <= LARGEST_INT16 ? new Int16() : new Int32(),
        id,
      );
  }
}

const fieldMetadata = ({ unit, description }: StoredColumn) =>
  new Map([
    ['description', description],
    ['unit', unit],
  ]);
