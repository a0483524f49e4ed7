import { leucineModel } from '../src/model/leucine.js';
import { runCell } from '../src/myocyte/run.js';
import { jobAt } from '../src/scenario/expand.js';
import { type Ready, ready } from './engine.js';
import { BENCHMARKS } from './models/all.js';
import { planOf } from './scenario.js';

export type Size = 'small' | 'large';
/** What one process measured of one case. */
export interface Measurement {
  readonly events: number;
  /** User and system time of the simulation alone. */
  readonly cpu_s: number;
  readonly peak_MiB: number;
}
/** One thing to time in a process of its own, so that no case warms or spoils another's code. */
export interface Case {
  readonly name: string;
  /** Compiles and fills tables, untimed; what it returns is timed, and returns the events simulated. */
  readonly prepare: (size: Size, seed: string) => () => number;
}

const SHARE = { small: 0.25, large: 1 };
/** The cases whose speeds are set against each other. */
export const HYBRID = {
  volume_um3: 20,
  exact: 'leucell 20 um3, engine',
  leaping: 'leucell 20 um3, hybrid',
} as const;
/** um3 minutes lived: the cost is meant to follow volume times time. */
const VOLUME_TIME = { small: 1500, large: 15_000 };
const VOLUMES_UM3 = [1, 5, 20];
const PARTS = 300;

/** Advances in even parts to end_s. */
function living({ cell, advance }: Ready, end_s: number): () => number {
  return () => {
    for (let part = 1; part <= PARTS; part++) advance((end_s * part) / PARTS);
    return cell.events;
  };
}

const models: readonly Case[] = Object.entries(BENCHMARKS).map(([name, { model, end_s }]) => ({
  name,
  prepare: (size, seed) => living(ready(model, seed), end_s * SHARE[size]),
}));

const reference: Case = {
  name: 'M4, reference engine',
  prepare: (size, seed) =>
    living(ready(BENCHMARKS.M4!.model, seed, 1, 'reference'), BENCHMARKS.M4!.end_s * SHARE[size]),
};

const engine: readonly Case[] = VOLUMES_UM3.map((volume_um3) => ({
  name: `leucell ${volume_um3} um3, engine`,
  prepare: (size, seed) =>
    living(ready(leucineModel, seed, volume_um3), (60 * VOLUME_TIME[size]) / volume_um3),
}));

/** Longer lives, since each is so much sooner over that starting up would count. */
const HYBRID_LONGER = 16;
const hybrid: Case = {
  name: HYBRID.leaping,
  prepare: (size, seed) =>
    living(
      ready(leucineModel, seed, HYBRID.volume_um3, 'hybrid'),
      (60 * VOLUME_TIME[size] * HYBRID_LONGER) / HYBRID.volume_um3,
    ),
};

const cells: readonly Case[] = VOLUMES_UM3.map((volume_um3) => ({
  name: `leucell ${volume_um3} um3, assays`,
  prepare(size, seed) {
    const plan = { ...planOf({ cells: 1, volume_um3, minutes: VOLUME_TIME[size] / volume_um3 }), seed };
    return () => {
      const record = runCell(plan, jobAt(plan, 0));
      if (record.status !== 'ok') throw new Error(record.reason);
      return record.events;
    };
  },
}));

export const CASES: readonly Case[] = [...models, reference, ...engine, hybrid, ...cells];

/** Runs a case in this process. */
export function measure(one: Case, size: Size, seed: string): Measurement {
  const run = one.prepare(size, seed);
  const begun = process.cpuUsage();
  const events = run();
  const spent = process.cpuUsage(begun);
  return {
    events,
    cpu_s: (spent.user + spent.system) / 1e6,
    peak_MiB: process.resourceUsage().maxRSS / 1024,
  };
}
