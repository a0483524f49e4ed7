import type { Size } from './batches.js';

/** Settling before t = 0, so that every cell has come to its own fasted state. */
const SETTLE = '6 h';
/** 5 um3 hold 200 S6K1, so that a cell's p-S6K1 is more than noise; rates are precise in few cells. */
const VOLUME = '5 um3';

/** Cells by cost: 32 where the protocol takes up to 6 h, fewer where it takes days. Hybrid cells cannot be told from exact ones; decision 7. */
export const WHOLE: Size = {
  volume: VOLUME,
  settle: SETTLE,
  method: 'hybrid',
  hours: 192,
  least: 10,
  most: 32,
};
/** For a look at the cheapest targets. */
export const FAST: Size = { volume: VOLUME, settle: '2 h', method: 'hybrid', hours: 72, least: 4, most: 12 };
/** What the cheapest targets may take together, were no arm shared; shared, about two thirds of it are lived. */
export const FAST_BUDGET_um3_h = 3400;
