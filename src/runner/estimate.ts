import type { CellRecord } from '../myocyte/record.js';
import { jobCount } from '../scenario/expand.js';
import type { Plan } from '../scenario/plan.js';
import { openPool, type PoolOptions } from './pool.js';
import { buffersOf } from './task.js';

/** Enough to average over conditions without making anybody wait. */
const PROBES = 4;
const BUDGET_S = 6;
/** Share of the duration that a probe lives, and at least this many samples of it. */
const SHARE = 0.1;
const SAMPLES = 4;

/** What a plan would cost, and the sample from which that was extrapolated. */
export interface Cost {
  readonly cells: number;
  readonly events: number;
  /** Time of one core for all cells. */
  readonly core_s: number;
  /** Bytes of all columns; files add a few per cent. */
  readonly bytes: number;
  readonly probe: { readonly cells: number; readonly simulated_s: number; readonly events: number };
}

interface Sight {
  readonly events: number;
  readonly core_s: number;
  readonly bytes: number;
}

/** Lives the start of a few cells of a plan, one per stretch of plan order, and extrapolates in proportion to time. */
export async function estimateCost(plan: Plan, options: Partial<PoolOptions> = {}): Promise<Cost> {
  const cells = jobCount(plan);
  const long_s = Math.min(plan.duration_s, Math.max(SAMPLES * plan.sampleEvery_s, SHARE * plan.duration_s));
  const short_s = Math.min(plan.sampleEvery_s, long_s / 2);
  const probes = [...new Set(Array.from({ length: PROBES }, (_, i) => Math.floor((i * cells) / PROBES)))];
  const start = performance.now();
  await look(plan, short_s, probes.slice(0, 1), options); // warms the compiler
  const sights: Sight[] = [];
  let events = 0;
  for (const job of probes) {
    const [short] = await look(plan, short_s, [job], options);
    const [long] = await look(plan, long_s, [job], options);
    events += short!.events + long!.events;
    sights.push(extrapolated(short!, long!, (plan.duration_s - long_s) / (long_s - short_s)));
    if (performance.now() - start > 1000 * BUDGET_S) break;
  }
  const perCell = (pick: (sight: Sight) => number) =>
    sights.reduce((sum, x) => sum + pick(x), 0) / sights.length;
  return {
    cells,
    events: cells * perCell((x) => x.events),
    core_s: cells * perCell((x) => x.core_s),
    bytes: cells * perCell((x) => x.bytes),
    probe: { cells: sights.length, simulated_s: long_s, events },
  };
}

async function look(
  plan: Plan,
  duration_s: number,
  jobs: readonly number[],
  options: Partial<PoolOptions>,
): Promise<Sight[]> {
  const pool = await openPool({ ...plan, duration_s }, { ...options, workers: options.workers ?? 0 });
  try {
    await pool.describe();
    const sights: Sight[] = [];
    for (const job of jobs) {
      const start = performance.now();
      const [record] = await pool.cells([job]);
      sights.push(seen(record!, (performance.now() - start) / 1000));
    }
    return sights;
  } finally {
    await pool.close();
  }
}

function seen(record: CellRecord, core_s: number): Sight {
  if (record.status === 'failed')
    throw new Error(
      `cell ${record.job} failed after ${record.events} events: ${record.reason}; see leucell check`,
    );
  const bytes = buffersOf([record]).reduce((sum, buffer) => sum + buffer.byteLength, 0);
  return { events: record.events, core_s, bytes };
}

const extrapolated = (short: Sight, long: Sight, steps: number): Sight => ({
  events: long.events + steps * (long.events - short.events),
  core_s: long.core_s + steps * Math.max(0, long.core_s - short.core_s),
  bytes: long.bytes + steps * (long.bytes - short.bytes),
});
