import type { Chunk } from './batch.js';
import { keptOfCell, perCellTable } from './cell-values.js';
import { rowsOf, type Source } from './convert.js';
import { livedCells } from './groups.js';
import type { DatasetOptions } from './journal.js';
import { layoutOf } from './layout.js';
import { measuredOf } from './measured.js';
import { type StoredTable, storedTable } from './schema.js';
import { summaryColumns, summaryRows } from './summary.js';
import { factsOf } from './tables.js';

/** A table that is made of the rows of others when a dataset is finished. */
export interface Reduced {
  readonly table: StoredTable;
  readonly chunks: AsyncIterable<Chunk>;
}

/**
 * What a plan keeps in place of its rows: `summary`, and with `keep: cells` also one row a cell of every table. None where
 * everything is kept. `sources` are the streams of each table in plan order,
 * `mostHeld` the values of a group that may be in memory at once.
 */
export function reducedTables(
  options: DatasetOptions,
  tables: readonly StoredTable[],
  sources: readonly (readonly Source[])[],
  mostHeld?: number,
): readonly Reduced[] {
  const { plan, jobs, specs, versions } = options;
  if (plan.keep === undefined) return [];
  const facts = factsOf(plan, versions);
  const measured = tables.flatMap(({ name, columns }, i) => {
    const rows = specs.find((spec) => spec.name === name)?.rows;
    return name === 'cells' || rows === 'histories' ? [] : [measuredOf(name, columns, rows, sources[i]!)];
  });
  const cells = tables.findIndex(({ name }) => name === 'cells');
  const layout = layoutOf(plan, jobs);
  const lived = () => livedCells(rowsOf(sources[cells]!, tables[cells]!.columns), tables[cells]!, layout);
  const columns = summaryColumns(tables[0]!.columns, measured);
  const summary = storedTable(
    {
      name: 'summary',
      description: 'One row a condition, point, quantity and time: over its cells',
      columns,
    },
    facts,
  );
  return [
    { table: summary, chunks: summaryRows(summary, measured, layout, lived, mostHeld) },
    ...(plan.keep === 'cells' ? measured : []).map((each) => ({
      table: storedTable(perCellTable(each), facts),
      chunks: keptOfCell(each),
    })),
  ];
}
