import type { CellRecord, TableSpec } from '../myocyte/record.js';
import type { Plan, SweepAxis } from '../scenario/plan.js';
import { pointValues } from '../scenario/points.js';
import { type ChunkColumn, INT32_NULL } from './batch.js';
import { type Keys, keysAt, type Layout } from './layout.js';
import { reservedColumn, wrongKey } from './problems.js';
import { KEYS, type StoredColumn } from './schema.js';

const STATUS = ['ok', 'failed'] as const;
/** What the dataset itself says of every cell in table `cells`, from its record. */
const OUTCOME: readonly StoredColumn[] = [
  {
    name: 'status',
    type: 'dictionary',
    unit: '',
    description: 'Whether the cell lived to the end',
    dictionary: STATUS,
  },
  { name: 'events', type: 'float64', unit: 'events', description: 'Molecular events simulated' },
  { name: 'reason', type: 'utf8', unit: '', description: 'Why the cell failed; null if it did not' },
];

/** The tables to store: those declared, with their keys checked, and `cells` with the outcome and sweep values of every cell. */
export function withOutcomes(
  specs: readonly TableSpec[],
  layout: Layout,
  axes: readonly SweepAxis[],
): readonly {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly StoredColumn[];
}[] {
  for (const spec of specs) checkKeys(spec, layout);
  const declared = specs.find(({ name }) => name === 'cells');
  const columns: readonly StoredColumn[] = declared?.columns ?? keyColumns(layout);
  for (const outcome of OUTCOME) checkOutcome(outcome, columns);
  const added = OUTCOME.filter(({ name }) => !columns.some((column) => column.name === name));
  const cells = {
    name: 'cells',
    description: declared?.description ?? 'One row a cell: who it is and how it ended',
    columns: [
      ...columns.slice(0, KEYS.length),
      ...axes.map(sweptColumn),
      ...added,
      ...columns.slice(KEYS.length),
    ],
  };
  return [cells, ...specs.filter((spec) => spec !== declared)];
}

/** What the dataset itself says of a cell in its row of table `cells`, by column: its outcome, and where in the sweep it is. */
export function ownColumns(
  { job, status, events, reason }: CellRecord,
  plan: Plan,
  layout: Layout,
): ReadonlyMap<string, ChunkColumn> {
  const values = pointValues(plan, keysAt(layout, job).point);
  return new Map<string, ChunkColumn>([
    ...plan.axes.map(({ path }, i) => [path, Float64Array.of(values[i]!)] as const),
    ['status', Int32Array.of(STATUS.indexOf(status))],
    ['events', Float64Array.of(events)],
    ['reason', [status === 'ok' ? null : reason]],
  ]);
}

/** The row of a cell of which nothing is known but its keys and `own`, as of one that failed. */
export function cellRow(
  own: ReadonlyMap<string, ChunkColumn>,
  keys: Keys,
  columns: readonly StoredColumn[],
): readonly ChunkColumn[] {
  const known: Readonly<Record<string, number>> = { ...keys };
  return columns.map((column) => {
    const key = known[column.name];
    return key === undefined ? (own.get(column.name) ?? nullColumn(column)) : Int32Array.of(key);
  });
}

/** An axis of the sweep as a column, named as the scenario names it. */
const sweptColumn = ({ path, unit }: SweepAxis): StoredColumn => ({
  name: path,
  type: 'float64',
  unit,
  description: `Swept: value of ${path} at this point`,
});

function nullColumn({ type }: StoredColumn) {
  switch (type) {
    case 'float64':
      return Float64Array.of(Number.NaN);
    case 'int32':
      return Int32Array.of(INT32_NULL);
    case 'dictionary':
      return Int32Array.of(-1);
    case 'utf8':
      return [null];
  }
}

const keyColumns = ({ conditions }: Layout): readonly StoredColumn[] => [
  {
    name: 'condition',
    type: 'dictionary',
    unit: '',
    description: 'Condition of the scenario',
    dictionary: conditions,
  },
  { name: 'point', type: 'int32', unit: '', description: 'Point of the sweep, from 0' },
  { name: 'donor', type: 'int32', unit: '', description: 'Donor, from 0' },
  {
    name: 'cell',
    type: 'int32',
    unit: '',
    description: 'Cell of the donor, from 0; the same twin in every condition',
  },
];

/** A table may itself declare an outcome, if it means the same by it. */
function checkOutcome({ name, type, dictionary }: StoredColumn, columns: readonly StoredColumn[]): void {
  const column = columns.find((c) => c.name === name);
  if (column === undefined) return;
  if (column.type !== type || column.dictionary?.join() !== dictionary?.join())
    throw reservedColumn('cells', name);
}

function checkKeys(spec: TableSpec, { conditions }: Layout): void {
  for (const [i, key] of KEYS.entries()) {
    const column = spec.columns[i];
    const type = key === 'condition' ? 'dictionary' : 'int32';
    if (column?.name !== key || column.type !== type)
      throw wrongKey(
        spec.name,
        i + 1,
        `"${key}" (${type})`,
        column ? `"${column.name}" (${column.type})` : 'missing',
      );
  }
  const values = spec.columns[0]!.dictionary ?? [];
  if (values.length !== conditions.length || values.some((value, i) => value !== conditions[i]))
    throw wrongKey(
      spec.name,
      1,
      `"condition" with the plan's conditions [${conditions.join(', ')}]`,
      `"condition" with [${values.join(', ')}]`,
    );
}
