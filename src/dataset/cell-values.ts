import { exactMean, exactSum } from '../stats/sum.js';
import { type Chunk, emptyChunk } from './batch.js';
import { rowsOf } from './convert.js';
import { type Measured, nameAt, numberAt } from './measured.js';
import { KEYS, type StoredColumn } from './schema.js';

/** The table that keeps one row a cell, and name, of a table of measurements: means after time 0, or sums where rows count events. */
export function perCellTable(measured: Measured): {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly StoredColumn[];
} {
  const what = measured.sparse ? 'sum of intervals' : 'mean of samples';
  return {
    name: `${measured.name}_cells`,
    description: `One row a cell${measured.names.length > 0 ? ' and name' : ''} of table ${measured.name}: ${what} after time 0`,
    columns: placesOf(measured).map((i) => {
      const column = measured.columns[i]!;
      return measured.numbers.includes(i) ? { ...column, type: 'float64' } : column;
    }),
  };
}

/** Its rows, in plan order. */
export async function* keptOfCell(measured: Measured): AsyncGenerator<Chunk> {
  const places = placesOf(measured);
  for await (const chunk of rowsOf(measured.sources, measured.columns)) {
    const byName = new Map<string | null, number[]>();
    for (let row = 0; row < chunk.rows; row++) {
      if (numberAt(chunk, measured.time, row) <= 0) continue;
      const name = nameAt(measured, chunk, row);
      const rows = byName.get(name);
      if (rows === undefined) byName.set(name, [row]);
      else rows.push(row);
    }
    const groups = [...byName.values()];
    const columns = places.map((place) =>
      measured.numbers.includes(place)
        ? Float64Array.from(groups, (rows) => summedUp(measured, chunk, place, rows))
        : Int32Array.from(groups, ([row]) => (chunk.columns[place] as Int32Array)[row!]!),
    );
    yield groups.length === 0 ? emptyChunk(perCellTable(measured).columns) : { rows: groups.length, columns };
  }
}

function summedUp({ sparse }: Measured, chunk: Chunk, place: number, rows: readonly number[]): number {
  const values = rows.map((row) => numberAt(chunk, place, row)).filter((x) => !Number.isNaN(x));
  return sparse ? exactSum(values) : exactMean(values);
}

const placesOf = ({ names, numbers }: Measured): readonly number[] => [
  ...KEYS.map((_, i) => i),
  ...[...names, ...numbers].sort((a, b) => a - b),
];
