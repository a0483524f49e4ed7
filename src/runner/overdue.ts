import type { CellReply, CellTask } from './task.js';

/** What a cell that does not look at its budget itself may take on top of it, and how often that is looked at. */
const GRACE_S = 5;
const LOOK_MS = 200;

/** A worker was ended because the cell at this place of its batch took longer than its budget and did not stop by itself. */
export class Overdue extends Error {
  readonly place: number;
  constructor(place: number, time_s: number) {
    super(`over its budget of ${time_s} s of computing, and did not stop: its worker was ended`);
    this.place = place;
  }
}

/** Runs a task and ends it with Overdue when one of its cells stays longer than `time_s` and some grace. */
export async function watched(
  time_s: number | undefined,
  task: CellTask,
  run: (task: CellTask, signal: AbortSignal | null) => Promise<CellReply>,
): Promise<CellReply> {
  if (time_s === undefined || task.kind !== 'cells') return run(task, null);
  const at = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const place = new Int32Array(at).fill(NOT_BEGUN);
  const stop = new AbortController();
  let seen = NOT_BEGUN;
  let since = performance.now();
  const timer = setInterval(() => {
    const now = Atomics.load(place, 0);
    if (now !== seen) since = performance.now();
    seen = now;
    if (seen !== NOT_BEGUN && performance.now() - since > 1000 * (time_s + GRACE_S)) stop.abort();
  }, LOOK_MS);
  try {
    return await run({ ...task, at }, stop.signal);
  } catch (error) {
    throw stop.signal.aborted ? new Overdue(seen, time_s) : error;
  } finally {
    clearInterval(timer);
  }
}

const NOT_BEGUN = -1;
