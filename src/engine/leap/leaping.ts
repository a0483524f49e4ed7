import type { Generator } from '../../random/generator.js';
import type { Cell } from '../cell.js';

/** A cell whose leaps draw from a stream of their own. Counts, parts, labels and firings are those of the whole model. */
export interface Leaping {
  readonly cell: Cell;
  readonly random: Generator;
}

/** Books k firings of channel c and gives what it makes. */
export function book(cell: Cell, c: number, k: number): void {
  const t = cell.tables;
  cell.fired[c]! += k;
  cell.events += k;
  const end = t.outStart[c + 1]!;
  for (let i = t.outStart[c]!; i < end; i++) cell.count[t.outCrowd[i]!]! += k;
}
