import type { Chunk } from './batch.js';
import { rowsOf } from './convert.js';
import { keysAt, type Layout } from './layout.js';
import type { Measured } from './measured.js';
import type { StoredTable } from './schema.js';

/** The cells of one condition at one point, which stand together in plan order. */
export interface Group {
  /** In plan order, from 0. */
  readonly index: number;
  /** One a cell that has rows. */
  readonly cells: readonly Chunk[];
}

/** The rows of a table group by group; of `places` only, the keys and names aside, so that a large group can be held. */
export async function* groupsOf(
  measured: Measured,
  layout: Layout,
  places: readonly number[],
): AsyncGenerator<Group> {
  const held = new Set([0, 1, measured.time, ...measured.names, ...places]);
  let index = -1;
  let cells: Chunk[] = [];
  for await (const chunk of rowsOf(measured.sources, measured.columns)) {
    const [condition, point] = [chunk.columns[0] as Int32Array, chunk.columns[1] as Int32Array];
    const group = point[0]! * layout.conditions.length + condition[0]!;
    if (group !== index && cells.length > 0) {
      yield { index, cells };
      cells = [];
    }
    index = group;
    cells.push({ rows: chunk.rows, columns: chunk.columns.map((c, i) => (held.has(i) ? c.slice() : [])) });
  }
  if (cells.length > 0) yield { index, cells };
}

/** How many cells of each group lived to the end, from the rows of table `cells`. */
export async function livedCells(
  chunks: AsyncIterable<Chunk>,
  { columns }: StoredTable,
  layout: Layout,
): Promise<Int32Array> {
  const lived = new Int32Array(layout.points * layout.conditions.length);
  const status = columns.findIndex(({ name }) => name === 'status');
  let job = 0;
  for await (const chunk of chunks)
    for (let row = 0; row < chunk.rows; row++, job++)
      if ((chunk.columns[status] as Int32Array)[row] === 0) {
        const { point, condition } = keysAt(layout, job);
        lived[point * layout.conditions.length + condition]! += 1;
      }
  return lived;
}
