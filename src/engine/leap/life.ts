import type { Stop } from '../advance.js';
import type { Cell } from '../cell.js';
import type { KernelCell } from '../kernel/kernel.js';
import { propensityOf, refreshAll } from '../propensity.js';
import { LABEL_CLASSES } from '../tables.js';
import type { Carrier } from './carriers.js';
import { leapCarrier } from './carry.js';
import { type Clocks, fastest } from './clocks.js';
import { leapFlow } from './flow.js';
import type { Leaping } from './leaping.js';
import type { Flow, Partition } from './partition.js';

/** A cell that leaps, with all that its steps need to know. */
export interface Life extends Leaping {
  readonly inner: KernelCell;
  readonly partition: Partition;
  readonly clocks: Clocks;
  /** Longest step times the fastest rate. */
  readonly reach: number;
  /** Exact channels, as the inner cell numbers them, whose rates leaps change. */
  readonly sensitive: readonly number[];
}

/** Rates may have changed since the last stop. */
export function enter({ cell, inner, partition }: Life): void {
  inner.cell.time_s = cell.time_s;
  inner.cell.tracking = cell.tracking;
  partition.exact.forEach((c, i) => {
    inner.cell.rate[i] = cell.rate[c]!;
  });
  refreshAll(inner.cell);
}

export function leapUntil(life: Life, until_s: number): Stop {
  const { cell, clocks, reach } = life;
  for (let left_s = until_s - cell.time_s; left_s > 0; left_s = until_s - cell.time_s) {
    const onTheWay = stepsIn(left_s, fastest(cell, clocks.slow), reach);
    const steps = onTheWay > 1 ? onTheWay : stepsIn(left_s, fastest(cell, clocks.slow, true), reach);
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

/**
 * Fast flows and toggles in half steps around the exact channels, in steps short beside the fast clocks; where half steps follow one
 * another they are lived as one.
 */
function liveFast(life: Life, until_s: number): void {
  const { cell, inner, clocks, reach } = life;
  const begin_s = cell.time_s;
  const steps = stepsIn(until_s - begin_s, fastest(cell, clocks.fast), reach);
  const h = (until_s - begin_s) / steps;
  leapFast(life, h / 2);
  for (let i = 1; i < steps; i++) {
    liveExact(life, begin_s + i * h);
    leapFast(life, h);
  }
  liveExact(life, until_s);
  leapFast(life, h / 2);
  if (cell.parts !== inner.cell.parts) shareParts(cell, inner.cell);
}

/** Toggles over h seconds; those that trade with the crowds of fast flows in turn with these, in steps short beside both. */
function leapFast(life: Life, h: number): void {
  const { cell, partition, clocks, reach } = life;
  const { fast, toggles } = partition;
  if (fast.length + toggles.length === 0) return;
  for (let i = 0; i < toggles.length; i++) if (!trades(toggles[i]!)) leapCarrier(life, toggles[i]!, h);
  const steps = toggles.some(trades) ? stepsIn(h, fastest(cell, clocks.inner), reach) : 1;
  const short = h / steps;
  for (let step = 0; step < steps; step++) {
    forth(life, fast, short / 2);
    for (let i = 0; i < toggles.length; i++) if (trades(toggles[i]!)) leapCarrier(life, toggles[i]!, short);
    back(life, fast, short / 2);
  }
}

const trades = ({ crowds }: Carrier): boolean => crowds.length > 0;

function liveExact(life: Life, until_s: number): void {
  refreshSensitive(life);
  life.inner.advance(until_s);
  life.cell.time_s = until_s;
}

/** Where individuals were made, their arrays may have been made anew, with more room. */
export function shareParts(
  cell: Cell,
  { parts, code, held, label, cargo, changedAt_s, bond, place }: Cell,
): void {
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
