/** How far a run is, in numbers; wording and drawing are the caller's. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly events: number;
  readonly elapsed_s: number;
  readonly cellsPerSecond: number;
  readonly eventsPerSecond: number;
  /** Infinity until the first cell is done. */
  readonly left_s: number;
}

export interface Tally {
  readonly add: (cells: number, failed: number, events: number) => void;
  readonly now: () => Progress;
}

/** Counts cells and events against the clock (milliseconds, monotonic); `already` cells were done before. */
export function tally(total: number, already = 0, clock_ms: () => number = () => performance.now()): Tally {
  const start = clock_ms();
  let done = 0;
  let failed = 0;
  let events = 0;
  return {
    add(cells, failures, fired) {
      done += cells;
      failed += failures;
      events += fired;
    },
    now() {
      const elapsed_s = (clock_ms() - start) / 1000;
      const perSecond = (n: number) => (elapsed_s > 0 ? n / elapsed_s : 0);
      const left = total - already - done;
      const left_s =
        done === 0 && left > 0 ? Number.POSITIVE_INFINITY : (elapsed_s * left) / Math.max(done, 1);
      return {
        done: already + done,
        total,
        failed,
        events,
        elapsed_s,
        cellsPerSecond: perSecond(done),
        eventsPerSecond: perSecond(events),
        left_s,
      };
    },
  };
}
