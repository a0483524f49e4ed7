import type { Size } from './batches.js';

/** Settling before t = 0, so that every cell has come to its own fasted state. */
const SETTLE = '6 h';
/**
 * A fibre is far larger than any cell that is simulated. 20 um3 answer as larger cells do; in 5 um3 the few copies of the sensor
 * blunt the answer: decision 14.
 */
const VOLUME = '20 um3';
/** For a look, at the cost of that bluntness. */
const SMALL = '5 um3';

/** Cells by cost: 24 where the protocol takes up to 6 h, fewer where it takes days. Hybrid cells cannot be told from exact ones; decision 7. */
export const WHOLE: Size = {
  volume: VOLUME,
  settle: SETTLE,
  method: 'hybrid',
  hours: 128,
  least: 6,
  most: 24,
};
/** For a look at the cheapest targets. */
export const FAST: Size = { volume: SMALL, settle: '2 h', method: 'hybrid', hours: 72, least: 4, most: 12 };
/** What the cheapest targets may take together, were no arm shared; shared, about two thirds of it are lived. */
export const FAST_BUDGET_um3_h = 3400;
