import type { Generator } from '../../random/generator.js';
import { advance, type Stop } from '../advance.js';
import type { Cell, CellStreams } from '../cell.js';
import { createCell } from '../create.js';
import { createKernel, fitsKernel, type Kernel, type KernelCell } from '../kernel/kernel.js';
import { propensityOf, refreshAll } from '../propensity.js';
import { restoreBody, restoreCell, restoreClock, saveCell, saveClock } from '../saved.js';
import { type EngineTables, LABEL_CLASSES } from '../tables.js';
import { busyAmong } from './busy.js';
import { type Carrier, carriersOf, togglesOf } from './carriers.js';
import { leapCarrier } from './carry.js';
import { type Clocks, clocksOf, fastest } from './clocks.js';
import { leapFlow } from './flow.js';
import type { Leaping } from './leaping.js';
import { type Flow, type Partition, partitionOf, sensitiveTo } from './partition.js';
import { restrictTo } from './restrict.js';

/** The relative error of a relaxation that a step may make: (k h)^2 / 12 for the fastest rate k. */
export const DEFAULT_TOLERANCE = 1e-3;

export interface HybridStreams extends CellStreams {
  readonly leaps: Generator;
}
/** Makes cells of one model that leap; what is worked out of the model is kept. */
export interface Hybrid {
  create(tables: EngineTables, streams: HybridStreams, labelSources?: number): KernelCell;
}

/**
 * Leaping over crowds, exact over individuals. Channels are parted (partition.ts) into flows of single crowds, carriers,
 * busy toggles and exact ones. Each part alone is lived exactly in law (how often a carrier turned: in mean and
 * variance) with the rest held, and the parts follow one another to and fro, so that what the order does cancels to
 * second order (Strang, SIAM J. Numer. Anal. 5, 506, 1968, doi:10.1137/0705041). Steps are so short that the fastest
 * relaxation is off by no more than `tolerance`.
 */
export function createHybrid(tolerance = DEFAULT_TOLERANCE): Hybrid {
  const reach = Math.sqrt(12 * tolerance);
  const known = new Map<string, Known>();
  /** By the states that a cell starts with: what may toggle. */
  const started = new Map<string, readonly Carrier[]>();
  let carriers: readonly Carrier[] | undefined;
  return {
    create(tables, streams, labelSources = 0) {
      const codes = [...new Set(tables.partCode)].sort((a, b) => a - b).join();
      carriers ??= carriersOf(tables);
      const candidates = started.get(codes) ?? togglesOf(tables, carriers);
      started.set(codes, candidates);
      const toggles = busyAmong(candidates, createCell(tables, streams));
      const key = toggles.map(({ up, down }) => `${up} to ${down}`).join();
      const own = known.get(key) ?? workOut(tables, toggles);
      known.set(key, own);
      const { kernel, partition, clocks, sensitive } = own;
      const inner = innerCell(kernel, restrictTo(tables, partition.exact), streams, labelSources);
      const cell = outerCell(inner.cell, tables, streams);
      const life: Life = {
        ...{ cell, inner, partition, clocks, random: streams.leaps },
        reach,
        sensitive,
      };
      const setSaturations = (factorInvK: Float64Array) => {
        tables.factorInvK.set(factorInvK);
        inner.setSaturations(restrictTo(tables, partition.exact).factorInvK);
      };
      return {
        cell,
        advance(until_s) {
          enter(life);
          return leapUntil(life, until_s);
        },
        goOn: (until_s) => leapUntil(life, until_s),
        setSaturations,
        save: () => ({
          ...saveCell(cell),
          inner: saveClock(inner.cell),
          saturations: tables.factorInvK.slice(),
        }),
        restore({ clock, body, inner: own, saturations }) {
          setSaturations(saturations);
          restoreBody(inner.cell, body);
          shareParts(cell, inner.cell);
          restoreClock(cell, clock);
          restoreClock(inner.cell, own!);
        },
      };
    },
  };
}

/** What follows from which channels leap; cells of other sizes may leap others. */
interface Known {
  readonly kernel: Kernel;
  readonly partition: Partition;
  readonly clocks: Clocks;
  readonly sensitive: readonly number[];
}

function workOut(tables: EngineTables, toggles: readonly Carrier[]): Known {
  const partition = partitionOf(tables, toggles);
  return {
    kernel: createKernel(),
    partition,
    clocks: clocksOf(tables, partition),
    sensitive: sensitiveTo(tables, partition),
  };
}

interface Life extends Leaping {
  readonly inner: KernelCell;
  readonly partition: Partition;
  readonly clocks: Clocks;
  /** Longest step times the fastest rate. */
  readonly reach: number;
  /** Exact channels, as the inner cell numbers them, whose rates leaps change. */
  readonly sensitive: readonly number[];
}

/** Exact channels alone: individuals, counts and labels are shared with the outer cell. */
function innerCell(
  kernel: Kernel,
  tables: EngineTables,
  streams: CellStreams,
  labelSources: number,
): KernelCell {
  if (fitsKernel(tables)) return kernel.create(tables, streams, labelSources);
  const cell = createCell(tables, streams, labelSources);
  const advanceTo = (until_s: number) => advance(cell, until_s);
  const setSaturations = (factorInvK: Float64Array) => tables.factorInvK.set(factorInvK);
  return {
    cell,
    advance: advanceTo,
    goOn: advanceTo,
    setSaturations,
    save: () => ({ ...saveCell(cell), saturations: tables.factorInvK.slice() }),
    restore(saved) {
      restoreCell(cell, saved);
      setSaturations(saved.saturations);
    },
  };
}

function outerCell(inner: Cell, tables: EngineTables, { leaps }: HybridStreams): Cell {
  const cell: Cell = {
    ...inner,
    tables,
    streams: { ...inner.streams, events: leaps },
    rate: tables.rate.slice(),
    propensity: new Float64Array(tables.channels),
    fired: new Float64Array(tables.channels),
    firedLabelled: new Float64Array(tables.channels * LABEL_CLASSES),
  };
  refreshAll(cell);
  return cell;
}

/** Rates may have changed since the last stop. */
function enter({ cell, inner, partition }: Life): void {
  inner.cell.time_s = cell.time_s;
  inner.cell.tracking = cell.tracking;
  partition.exact.forEach((c, i) => {
    inner.cell.rate[i] = cell.rate[c]!;
  });
  refreshAll(inner.cell);
}

function leapUntil(life: Life, until_s: number): Stop {
  const { cell } = life;
  for (let left_s = until_s - cell.time_s; left_s > 0; left_s = until_s - cell.time_s) {
    const steps = stepsIn(left_s, fastest(cell, life.clocks.slow), life.reach);
    step(life, steps === 1 ? until_s : cell.time_s + left_s / steps);
    collect(life);
    cell.watch?.(cell.events);
  }
  return 'reached';
}

const stepsIn = (span_s: number, rate: number, reach: number): number =>
  Math.max(1, Math.ceil((span_s * rate) / reach));

/** Slow flows, then half of the fast life, the carriers, the other half, and the slow flows backwards. */
function step(life: Life, until_s: number): void {
  const { cell, partition } = life;
  const h = until_s - cell.time_s;
  const middle_s = cell.time_s + h / 2;
  forth(life, partition.slow, h / 2);
  if (partition.carriers.length > 0) {
    liveFast(life, middle_s);
    for (const carrier of partition.carriers) leapCarrier(life, carrier, h);
  }
  liveFast(life, until_s);
  back(life, partition.slow, h / 2);
}

/** Fast flows around the exact channels, in steps short beside the fast clocks. */
function liveFast(life: Life, until_s: number): void {
  const { cell, inner, partition, clocks, reach } = life;
  const span_s = until_s - cell.time_s;
  const steps = stepsIn(span_s, fastest(cell, clocks.fast), reach);
  const h = span_s / steps;
  for (let i = 1; i <= steps; i++) {
    const end_s = i === steps ? until_s : cell.time_s + h;
    forth(life, partition.fast, h / 2);
    if (partition.toggles.length > 0) {
      liveExact(life, (cell.time_s + end_s) / 2);
      for (const toggle of partition.toggles) leapCarrier(life, toggle, h);
    }
    liveExact(life, end_s);
    back(life, partition.fast, h / 2);
  }
  if (cell.parts !== inner.cell.parts) shareParts(cell, inner.cell);
}

function liveExact(life: Life, until_s: number): void {
  refreshSensitive(life);
  life.inner.advance(until_s);
  life.cell.time_s = until_s;
}

/** Where individuals were made, their arrays may have been made anew, with more room. */
function shareParts(cell: Cell, { parts, code, held, label, cargo, changedAt_s, bond, place }: Cell): void {
  Object.assign(cell, { parts, code, held, label, cargo, changedAt_s, bond, place });
}

function forth(life: Life, flows: readonly Flow[], h: number): void {
  for (let i = 0; i < flows.length; i++) leapFlow(life, flows[i]!, h);
}
function back(life: Life, flows: readonly Flow[], h: number): void {
  for (let i = flows.length - 1; i >= 0; i--) leapFlow(life, flows[i]!, h);
}

function refreshSensitive({ inner: { cell }, sensitive }: Life): void {
  let total = cell.totalPropensity;
  for (let i = 0; i < sensitive.length; i++) {
    const c = sensitive[i]!;
    const a = propensityOf(cell, c);
    total += a - cell.propensity[c]!;
    cell.propensity[c] = a;
  }
  cell.totalPropensity = total;
}

/** Books the firings of the exact channels under their numbers in the whole model. */
function collect({ cell, inner, partition: { exact } }: Life): void {
  const own = inner.cell;
  for (let i = 0; i < exact.length; i++) {
    const c = exact[i]!;
    cell.fired[c]! += own.fired[i]!;
    cell.events += own.fired[i]!;
    own.fired[i] = 0;
    if (!cell.tracking) continue;
    for (let cls = 1; cls < LABEL_CLASSES; cls++) {
      cell.firedLabelled[c * LABEL_CLASSES + cls]! += own.firedLabelled[i * LABEL_CLASSES + cls]!;
      own.firedLabelled[i * LABEL_CLASSES + cls] = 0;
    }
  }
}
