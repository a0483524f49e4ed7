import type { Generator } from '../../random/generator.js';
import { advance } from '../advance.js';
import type { Cell, CellStreams } from '../cell.js';
import { createCell } from '../create.js';
import { createKernel, fitsKernel, type Kernel, type KernelCell } from '../kernel/kernel.js';
import { refreshAll } from '../propensity.js';
import { restoreBody, restoreCell, restoreClock, saveCell, saveClock } from '../saved.js';
import { type EngineTables, LABEL_CLASSES } from '../tables.js';
import { areFewer, busyAmong } from './busy.js';
import { type Carrier, carriersOf, switchesOf, togglesAmong } from './carriers.js';
import { type Clocks, clocksOf } from './clocks.js';
import { enter, type Life, leapUntil, shareParts } from './life.js';
import { type Partition, partitionOf, sensitiveTo } from './partition.js';
import { restrictTo } from './restrict.js';

/** The relative error of a relaxation that a step may make: (k h)^2 / 12 for the fastest rate k. */
export const DEFAULT_TOLERANCE = 1e-3;

/** Exact events that take as long as a short step; measured on the leucine model. */
const STEP_WORTH = 100;

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
 * relaxation is off by no more than `tolerance`. Flows that would ask for shorter steps than they are worth are exact too;
 * with `stepWorth` 0 all leap that can.
 */
export function createHybrid(tolerance = DEFAULT_TOLERANCE, stepWorth = STEP_WORTH): Hybrid {
  const reach = Math.sqrt(12 * tolerance);
  const known = new Map<string, Known>();
  const toggling = togglers();
  return {
    create(tables, streams, labelSources = 0) {
      const whole = createCell(tables, streams, labelSources);
      const toggles = busyAmong(toggling(tables), whole);
      const named = toggles.map(({ up, down }) => `${up} to ${down}`).join();
      const leapt = kept(known, named, () => workOut(tables, partitionOf(tables, toggles)));
      const own = areFewer(whole, leapt.partition, leapt.clocks, { reach, stepWorth })
        ? kept(known, 'lives', () => workOut(tables, partitionOf(tables, toggles, true)))
        : leapt;
      const { partition, clocks, sensitive } = own;
      const inner = innerCell(own, whole, labelSources);
      const cell = outerCell(inner.cell, tables, streams);
      const life: Life = { cell, inner, partition, clocks, random: streams.leaps, reach, sensitive };
      const setSaturations = (factorInvK: Float64Array) => {
        tables.factorInvK.set(factorInvK);
        inner.setSaturations(Float64Array.from(own.factors, (i) => factorInvK[i]!));
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
  /** Tables of the exact channels, but for a cell's own numbers; and which of all factors are theirs. */
  readonly exact: EngineTables;
  readonly factors: readonly number[];
}

const workOut = (tables: EngineTables, partition: Partition): Known => ({
  kernel: createKernel(),
  partition,
  clocks: clocksOf(tables, partition),
  sensitive: sensitiveTo(tables, partition),
  exact: restrictTo(tables, partition.exact),
  factors: partition.exact.flatMap((c) => {
    const [from, to] = [tables.factorStart[c]!, tables.factorStart[c + 1]!];
    return Array.from({ length: to - from }, (_, i) => from + i);
  }),
});

/** What may toggle in a cell, by the states that its parts start with; what was found for each type last is kept. */
function togglers(): (tables: EngineTables) => readonly Carrier[] {
  let switches: readonly (readonly number[])[] | undefined;
  const found = new Map<number, { readonly start: string; readonly toggles: readonly Carrier[] }>();
  return (tables) => {
    switches ??= switchesOf(tables, carriersOf(tables));
    const start = Array.from(tables.poolBase, () => new Set<number>());
    for (const code of tables.partCode) start[tables.typeOfCode[code]!]!.add(code);
    return start.flatMap((codes, type) => {
      const named = [...codes].sort((a, b) => a - b).join();
      const last = found.get(type);
      if (last?.start === named) return last.toggles;
      const toggles = togglesAmong(tables, switches![type]!, type);
      found.set(type, { start: named, toggles });
      return toggles;
    });
  };
}

/** Exact channels alone: individuals, counts and labels are shared with the outer cell. */
function innerCell(
  { kernel, exact, partition, factors }: Known,
  whole: Cell,
  labelSources: number,
): KernelCell {
  const { crowdCount, partCode, rate, factorInvK } = whole.tables;
  const tables: EngineTables = {
    ...exact,
    crowdCount,
    partCode,
    rate: Float64Array.from(partition.exact, (c) => rate[c]!),
    factorInvK: Float64Array.from(factors, (i) => factorInvK[i]!),
  };
  const cell: Cell = { ...whole, ...ofChannels(tables) };
  refreshAll(cell);
  if (fitsKernel(tables)) return kernel.create(tables, whole.streams, labelSources, cell);
  const advanceTo = (until_s: number) => advance(cell, until_s);
  const setSaturations = (own: Float64Array) => tables.factorInvK.set(own);
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
  const cell: Cell = { ...inner, streams: { ...inner.streams, events: leaps }, ...ofChannels(tables) };
  refreshAll(cell);
  return cell;
}

/** What a cell keeps by channel. */
const ofChannels = (tables: EngineTables) => ({
  tables,
  rate: tables.rate.slice(),
  propensity: new Float64Array(tables.channels),
  fired: new Float64Array(tables.channels),
  firedLabelled: new Float64Array(tables.channels * LABEL_CLASSES),
});

function kept<V>(book: Map<string, V>, name: string, make: () => V): V {
  const value = book.get(name) ?? make();
  book.set(name, value);
  return value;
}
