import { quantile } from '../stats/quantile.js';
import { exactDeviation, exactMean } from '../stats/sum.js';
import type { Chunk, ChunkColumn } from './batch.js';
import { type Group, groupsOf } from './groups.js';
import type { Layout } from './layout.js';
import { type Measured, nameAt, numberAt } from './measured.js';
import type { StoredColumn, StoredTable } from './schema.js';

/** Of the distribution over cells, in table `summary`. */
const QUANTILES = [0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975] as const;
/** Values of one group that are held at a time; a group of more is read several times, some columns at a time. */
const MOST_HELD = 2 ** 25;

/** One row of table `summary`, less its keys. */
interface Row {
  readonly quantity: number;
  readonly name: string | null;
  readonly time_s: number;
  readonly values: Float64Array;
}

/** The columns of table `summary`; dictionaries are those of the tables that it is made of. */
export function summaryColumns(
  [condition, point]: readonly StoredColumn[],
  measured: readonly Measured[],
): readonly StoredColumn[] {
  const numbers = measured.flatMap(({ columns, numbers: places }) => places.map((i) => columns[i]!));
  const distinct = (values: readonly string[]) => [...new Set(values)];
  const word = (name: string, dictionary: readonly string[], description: string): StoredColumn => ({
    name,
    type: 'dictionary',
    unit: '',
    description,
    dictionary,
  });
  const number = (name: string, unit: string, description: string): StoredColumn => ({
    name,
    type: 'float64',
    unit,
    description,
  });
  return [
    condition!,
    point!,
    word(
      'source',
      measured.map((m) => m.name),
      'Table of a full dataset that it sums up',
    ),
    word('quantity', distinct(numbers.map((c) => c.name)), 'Column of that table'),
    word('unit', distinct(numbers.map((c) => c.unit)), 'Unit of mean, SD and quantiles'),
    {
      name: 'name',
      type: 'utf8',
      unit: '',
      description: 'Of what: rule, pool, antibody; null where there is one only',
    },
    number('time_s', 's', 'Sample time, or end of the interval'),
    { name: 'n', type: 'int32', unit: '1', description: 'Cells in which it was measured' },
    number('mean', '', 'Mean over cells'),
    number('sd', '', 'Standard deviation over cells (n - 1); null of one cell'),
    ...QUANTILES.map((p) => number(quantileName(p), '', `Quantile ${p} over cells (type 7)`)),
  ];
}

/** The rows of table `summary`: by source, point and condition; then quantity, name and time. */
export async function* summaryRows(
  table: StoredTable,
  measured: readonly Measured[],
  layout: Layout,
  livedCells: () => Promise<Int32Array>,
  mostHeld = MOST_HELD,
): AsyncGenerator<Chunk> {
  const lived = await livedCells();
  for (const each of measured) {
    const blocks = blocksOf(each, lived.length, mostHeld);
    const waiting = new Map<number, Chunk[]>();
    for (const block of blocks)
      for await (const group of groupsOf(each, layout, block)) {
        const chunk = chunkOf(table, each, layout, group.index, rowsOfGroup(each, block, group, lived));
        if (blocks.length === 1) yield chunk;
        else waiting.set(group.index, [...(waiting.get(group.index) ?? []), chunk]);
      }
    for (const chunks of waiting.values()) yield* chunks;
  }
}

/** The numbers of a table in as many blocks as it takes to hold one block of a group. */
function blocksOf(
  { numbers, sources }: Measured,
  groups: number,
  mostHeld: number,
): readonly (readonly number[])[] {
  const rows = sources.reduce((sum, { end }) => sum + end.rows, 0) / groups;
  const size = Math.max(1, Math.floor(mostHeld / Math.max(1, rows)));
  return Array.from({ length: Math.ceil(numbers.length / size) }, (_, i) =>
    numbers.slice(i * size, (i + 1) * size),
  );
}

function rowsOfGroup(
  measured: Measured,
  places: readonly number[],
  { index, cells }: Group,
  lived: Int32Array,
): readonly Row[] {
  const slots = new Map<
    string,
    { readonly name: string | null; readonly time_s: number; readonly at: Place[] }
  >();
  cells.forEach((chunk) => {
    for (let row = 0; row < chunk.rows; row++) {
      const name = nameAt(measured, chunk, row);
      const time_s = numberAt(chunk, measured.time, row);
      const key = `${time_s} ${name}`;
      const slot = slots.get(key);
      if (slot === undefined) slots.set(key, { name, time_s, at: [{ chunk, row }] });
      else slot.at.push({ chunk, row });
    }
  });
  const ordered = [...slots.values()].sort((a, b) => order(a.name, b.name) || a.time_s - b.time_s);
  return places.flatMap((quantity) =>
    ordered.map(({ name, time_s, at }) => {
      const zeros = measured.sparse ? lived[index]! - at.length : 0;
      const values = [
        ...at.map(({ chunk, row }) => numberAt(chunk, quantity, row)),
        ...new Array(zeros).fill(0),
      ];
      const seen = Float64Array.from(values.filter((x) => !Number.isNaN(x)));
      return { quantity, name, time_s, values: seen };
    }),
  );
}

interface Place {
  readonly chunk: Chunk;
  readonly row: number;
}

function chunkOf(
  table: StoredTable,
  { name: source, columns }: Measured,
  { conditions }: Layout,
  group: number,
  rows: readonly Row[],
): Chunk {
  const index = (column: string, value: string) =>
    table.columns.find((c) => c.name === column)!.dictionary!.indexOf(value);
  const whole = (value: (row: Row) => number): Int32Array => Int32Array.from(rows, value);
  const real = (value: (row: Row) => number): Float64Array => Float64Array.from(rows, value);
  const sorted = rows.map(({ values }) => values.toSorted());
  const made: Readonly<Record<string, ChunkColumn>> = {
    condition: whole(() => group % conditions.length),
    point: whole(() => Math.floor(group / conditions.length)),
    source: whole(() => index('source', source)),
    quantity: whole(({ quantity }) => index('quantity', columns[quantity]!.name)),
    unit: whole(({ quantity }) => index('unit', columns[quantity]!.unit)),
    name: rows.map(({ name }) => name),
    time_s: real(({ time_s }) => time_s),
    n: whole(({ values }) => values.length),
    mean: real(({ values }) => exactMean(values)),
    sd: real(({ values }) => exactDeviation(values)),
    ...Object.fromEntries(
      QUANTILES.map((p) => [quantileName(p), Float64Array.from(sorted, (values) => quantile(values, p))]),
    ),
  };
  return { rows: rows.length, columns: table.columns.map(({ name }) => made[name]!) };
}

const quantileName = (p: number): string => `q${String(p).slice(2).padEnd(2, '0')}`;

const order = (a: string | null, b: string | null): number => (a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1);
