import type { Limits } from './quantity.js';

/** What the quantities of a scenario may be. */
export const LIMITS = {
  volume: { unit: 'um3', min: 0, max: 1e5, open: true },
  duration: { unit: 's', min: 0, max: 366 * 86_400, open: true },
  time: { unit: 's', min: 0, max: 366 * 86_400 },
  variation: { unit: 'fraction', min: 0, max: 2 },
  share: { unit: 'fraction', min: 0, max: 1 },
  copies: { unit: 'fold', min: 0, max: 1000 },
  tolerance: { unit: 'fraction', min: 1e-6, max: 0.5 },
} as const satisfies Record<string, Limits>;
export const MOST_CELLS = 1e9;
