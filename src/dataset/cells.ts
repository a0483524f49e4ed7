import type { CellRecord, TableSpec } from '../myocyte/record.js';
import { INT32_NULL } from './batch.js';
import { keysAt, type Layout } from './layout.js';
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

/** The tables to store: those declared, with their keys checked, and `cells` with the outcome of every cell. */
export function withOutcomes(
  specs: readonly TableSpec[],
  layout: Layout,
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
    columns: [...columns.slice(0, KEYS.length), ...added, ...columns.slice(KEYS.length)],
  };
  return [cells, ...specs.filter((spec) => spec !== declared)];
}

/** The row of a cell of which nothing is known but its keys and its outcome, as of one that failed. */
export function cellRow(record: CellRecord, layout: Layout, columns: readonly StoredColumn[]) {
  const keys: Readonly<Record<string, number>> = { ...keysAt(layout, record.job) };
  return columns.map((column) => {
    const key = keys[column.name];
    if (key !== undefined) return Int32Array.of(key);
    return outcomeColumn(record, column.name) ?? nullColumn(column);
  });
}

/** The column of the record's outcome of that name, or undefined if it is not one of those. */
export function outcomeColumn({ status, events, reason }: CellRecord, name: string) {
  switch (name) {
    case 'status':
      return Int32Array.of(STATUS.indexOf(status));
    case 'events':
      return Float64Array.of(events);
    case 'reason':
      return [status === 'ok' ? null : reason];
    default:
      return undefined;
  }
}

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
