/** What one virtual cell hands back: named columns of typed arrays, moved between threads, not cloned. */

export type ColumnType = 'float64' | 'int32' | 'dictionary';
export interface ColumnSpec {
  /** Carries its unit: `leucine_uM`, `time_s`. */
  readonly name: string;
  readonly type: ColumnType;
  readonly unit: string;
  readonly description: string;
  /** The closed list of values of a dictionary column, the same in every batch. */
  readonly dictionary?: readonly string[];
}
/** A table of the dataset. Its first columns are always condition, point, donor, cell. */
export interface TableSpec {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly ColumnSpec[];
  /**
   * Unsaid: every cell has a row for every time and name. `sparse`: a row that is missing stands for zeros. `histories`: rows
   * of no common grid, which cannot be averaged over cells.
   */
  readonly rows?: 'sparse' | 'histories';
}

/** Columns by name, all of one length; a dictionary column holds indices (Int32Array). NaN in a float column is null. */
export type Columns = Readonly<Record<string, Float64Array | Int32Array>>;

export interface CellRecord {
  /** Index of the job in plan order. */
  readonly job: number;
  readonly status: 'ok' | 'failed';
  readonly reason: string;
  readonly events: number;
  readonly tables: Readonly<Record<string, Columns>>;
}
