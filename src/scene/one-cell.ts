import { columnChunks } from '../dataset/chunks.js';
import { type Column, type Dataset, INT32_NULL } from '../dataset/read.js';

/** Which cell of a dataset. */
export interface CellKeys {
  readonly condition: string;
  readonly point: number;
  readonly donor: number;
  readonly cell: number;
}
type Value = number | string | null;

/** The rows of one cell in a table, the columns asked for in that order, in memory that does not grow with the table. */
export async function* rowsOfCell(
  dataset: Dataset,
  table: string,
  { condition, ...numbers }: CellKeys,
  wanted: readonly string[],
): AsyncGenerator<readonly Value[]> {
  const keys = ['condition', ...Object.keys(numbers)];
  for await (const { rows, columns } of columnChunks(dataset, table, [...keys, ...wanted])) {
    const [first, ...others] = columns.slice(0, keys.length);
    const name = first!.type === 'dictionary' ? first!.dictionary.indexOf(condition) : -1;
    const places = Object.values(numbers);
    for (let row = 0; row < rows; row++)
      if (first!.values[row] === name && others.every((key, i) => key.values[row] === places[i]))
        yield columns.slice(keys.length).map((column) => valueAt(column, row));
  }
}

function valueAt(column: Column, row: number): Value {
  const value = column.values[row]!;
  if (column.type === 'dictionary') return column.dictionary[value as number] ?? null;
  return value === INT32_NULL ? null : value;
}
