import { leucineModel } from '../src/model/leucine.js';
import { runCell } from '../src/myocyte/run.js';
import { jobAt } from '../src/scenario/expand.js';
import { ready } from './engine.js';
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
  readonly run: (size: Size, seed: string) => { readonly events: number };
}

const SHARE = { small: 0.25, large: 1 };
/** um3 minutes lived: the cost is meant to follow volume times time. */
const VOLUME_TIME = { small: 60, large: 600 };

const models: readonly Case[] = Object.entries(BENCHMARKS).map(([name, { model, end_s, rows }]) => ({
  name,
  run(size, seed) {
    const { cell, advance } = ready(model, seed);
    for (let row = 1; row < rows; row++) advance((end_s * SHARE[size] * row) / (rows - 1));
    return { events: cell.events };
  },
}));

const reference: Case = {
  name: 'M4, reference engine',
  run(size, seed) {
    const { model, end_s } = BENCHMARKS.M4!;
    const { cell, advance } = ready(model, seed, 1, 'reference');
    advance(end_s * SHARE[size]);
    return { events: cell.events };
  },
};

const engine: readonly Case[] = [1, 5, 20].map((volume_um3) => ({
  name: `leucell ${volume_um3} um3, engine`,
  run(size, seed) {
    const { cell, advance } = ready(leucineModel, seed, volume_um3);
    const minutes = VOLUME_TIME[size] / volume_um3;
    for (let part = 1; part <= 10; part++) advance((60 * minutes * part) / 10);
    return { events: cell.events };
  },
}));

const cells: readonly Case[] = [1, 5, 20].map((volume_um3) => ({
  name: `leucell ${volume_um3} um3, assays`,
  run(size, seed) {
    const plan = { ...planOf({ cells: 1, volume_um3, minutes: VOLUME_TIME[size] / volume_um3 }), seed };
    const record = runCell(plan, jobAt(plan, 0));
    if (record.status !== 'ok') throw new Error(record.reason);
    return { events: record.events };
  },
}));

export const CASES: readonly Case[] = [...models, reference, ...engine, ...cells];

/** Runs a case in this process. */
export function measure(one: Case, size: Size, seed: string): Measurement {
  const begun = process.cpuUsage();
  const { events } = one.run(size, seed);
  const spent = process.cpuUsage(begun);
  return {
    events,
    cpu_s: (spent.user + spent.system) / 1e6,
    peak_MiB: process.resourceUsage().maxRSS / 1024,
  };
}
