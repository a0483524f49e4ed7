import type { Cell } from '../cell.js';
import type { Carrier } from './carriers.js';
import { hazardOf } from './hazard.js';

/** Turns to and fro from which on leaping costs less than living them; measured on the leucine model. */
const BUSY_PER_S = 10;

/** Of these toggles those that this cell, as it starts, would turn often. */
export const busyAmong = (toggles: readonly Carrier[], cell: Cell): readonly Carrier[] =>
  toggles.filter(({ up, down, empty, loaded }) => {
    const sum = (channels: readonly number[], q: number) =>
      channels.reduce((k, c) => k + hazardOf(cell, c, q), 0);
    const [a, b] = [sum(up, empty), sum(down, loaded)];
    return a + b > 0 && ((cell.count[empty]! + cell.count[loaded]!) * a * b) / (a + b) > BUSY_PER_S;
  });
