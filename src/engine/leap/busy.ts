import type { Cell } from '../cell.js';
import { propensityOf } from '../propensity.js';
import type { Carrier } from './carriers.js';
import { type Clocks, fastest } from './clocks.js';
import { hazardOf } from './hazard.js';
import type { Partition } from './partition.js';

/** Turns to and fro, of all toggles, from which on leaping costs less than living them, short steps included; of one of them, then. */
const BUSY_PER_S = 40;
const ONE_BUSY_PER_S = 4;

/** Of these toggles those that this cell, as it starts, would turn often. */
export function busyAmong(toggles: readonly Carrier[], cell: Cell): readonly Carrier[] {
  const turns = toggles.map((toggle) => turnsPerS(toggle, cell));
  const busy = turns.reduce((sum, n) => sum + n, 0) > BUSY_PER_S;
  return busy ? toggles.filter((_, i) => turns[i]! > ONE_BUSY_PER_S) : [];
}

function turnsPerS({ up, down, empty, loaded }: Carrier, cell: Cell): number {
  const sum = (channels: readonly number[], q: number) =>
    channels.reduce((k, c) => k + hazardOf(cell, c, q), 0);
  const [a, b] = [sum(up, empty), sum(down, loaded)];
  return a + b > 0 ? ((cell.count[empty]! + cell.count[loaded]!) * a * b) / (a + b) : 0;
}

/** Whether this cell, as it starts, lives its fast flows event by event sooner than the short steps that they ask for. */
export function areFewer(
  cell: Cell,
  { fast, toggles }: Partition,
  clocks: Clocks,
  { reach, stepWorth }: { readonly reach: number; readonly stepWorth: number },
): boolean {
  const channels = fast.flatMap(({ entries, exits }) => [...entries, ...exits]);
  const perS = channels.reduce((sum, c) => sum + propensityOf(cell, c), 0);
  return toggles.length === 0 && perS < (stepWorth * fastest(cell, clocks.fast)) / reach;
}
