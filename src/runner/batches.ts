/** Aimed at for one batch: 10,000 times what handing it to a worker costs (55 us), short enough to interrupt. */
const BATCH_S = 0.7;
const LARGEST_BATCH = 4096;
const MEMORY = 0.7;

export interface BatchSizer {
  /** How many of the remaining cells to put into the next batch, for `width` batches at a time. */
  readonly next: (remaining: number, width: number) => number;
  readonly learn: (cells: number, seconds: number) => void;
}

/** Sizes batches by what cells have cost so far; the last ones shrink so that all workers end together. */
export function batchSizer(): BatchSizer {
  let secondsPerCell = Number.POSITIVE_INFINITY;
  return {
    next(remaining, width) {
      const affordable = Math.floor(BATCH_S / secondsPerCell);
      const fairEnd = Math.ceil(remaining / (2 * width));
      return Math.max(1, Math.min(affordable, fairEnd, LARGEST_BATCH, remaining));
    },
    learn(cells, seconds) {
      const seen = Math.max(seconds, 1e-6) / cells;
      secondsPerCell = Number.isFinite(secondsPerCell) ? MEMORY * secondsPerCell + (1 - MEMORY) * seen : seen;
    },
  };
}
