import { ZIGGURAT } from '../../random/exponential.js';
import { RESUM_MASK, type Stop } from '../advance.js';
import type { Cell, CellStreams } from '../cell.js';
import { createCell } from '../create.js';
import { fire } from '../fire.js';
import { refreshAll } from '../propensity.js';
import { restoreCell, type SavedCell, type SavedClock, saveCell } from '../saved.js';
import { type EngineTables, Law } from '../tables.js';
import { type Layout, layoutOf, PAGE, partsByType } from './layout.js';
import './webassembly.js';
import { programFor, RESUM_DUE, SILENT } from './program.js';

/** Makes cells of one model that advance in WebAssembly; keeps the module, so it is compiled once for all cells that fit. */
export interface Kernel {
  /**
   * A cell like that of createCell (or like the one that is given), its numbers in the kernel's memory: every function of the engine
   * works on it.
   */
  create(tables: EngineTables, streams: CellStreams, labelSources?: number, plain?: Cell): KernelCell;
}
export interface KernelCell {
  readonly cell: Cell;
  readonly advance: (until_s: number) => Stop;
  /** The whole state, at a time when `cell.watch` is called; `restore` gives it to another cell of the same tables and streams. */
  readonly save: () => SavedState;
  readonly restore: (saved: SavedState) => void;
  /** New constants of the laws that saturate or inhibit (tables.factorInvK); rates are to be set afterwards. */
  readonly setSaturations: (factorInvK: Float64Array) => void;
  /** Goes on with the advance in which the state restored was saved: what follows is what would have followed there. */
  readonly goOn: (until_s: number) => Stop;
}
/** A saved cell; one that leaps has two clocks. */
export interface SavedState extends SavedCell {
  readonly inner?: SavedClock;
  readonly saturations: Float64Array;
}

/** Whether a model can run in the kernel: individuals are not made anew, and rate laws are the engine's own. */
export const fitsKernel = (t: EngineTables): boolean =>
  t.makeCode.length === 0 && !t.law.includes(Law.custom) && t.channels > 0;

export function createKernel(): Kernel {
  let built: { readonly module: WebAssembly.Module; readonly capacity: readonly number[] } | undefined;
  return {
    create(tables, streams, labelSources = 0, plain = createCell(tables, streams, labelSources)) {
      const needed = partsByType(tables);
      if (built === undefined || needed.some((n, type) => n > built!.capacity[type]!)) {
        const capacity = needed.map((n, type) => Math.max(Math.ceil(ROOM * n), built?.capacity[type] ?? 0));
        const module = new WebAssembly.Module(
          programFor(tables, layoutOf(tables, plain.stride, capacity), plain.lane),
        );
        built = { module, capacity };
      }
      return instantiate(built.module, layoutOf(tables, plain.stride, built.capacity), plain);
    },
  };
}

/** Room for parts beyond the first cell's, so that its twins fit too. */
const ROOM = 1.5;

function instantiate(module: WebAssembly.Module, at: Layout, plain: Cell): KernelCell {
  const pages = Math.ceil(at.bytes / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const cell = moved(plain, memory.buffer, at);
  const head = new Float64Array(memory.buffer, at.time, 2);
  const due = new Int32Array(memory.buffer, at.due, 1);
  const save = () => {
    head[0] = cell.time_s;
    head[1] = cell.totalPropensity;
  };
  const load = () => {
    cell.time_s = head[0]!;
    cell.totalPropensity = head[1]!;
  };
  const env = {
    memory,
    exp: Math.exp,
    fire: (channel: number) => {
      cell.time_s = head[0]!;
      fire(cell, channel);
    },
    resum: () => {
      load();
      refreshAll(cell);
      save();
    },
  };
  const { advance: plainly, advanceTracked: tracking } = new WebAssembly.Instance(module, { env }).exports;
  const own = new Float64Array(memory.buffer, at.factorInvK, cell.tables.factorInvK.length);
  function setSaturations(factorInvK: Float64Array): void {
    cell.tables.factorInvK.set(factorInvK);
    own.set(factorInvK);
  }
  function advance(until_s: number): Stop {
    save();
    const run = (cell.tracking ? tracking : plainly) as (until_s: number) => number;
    for (;;) {
      const before = RESUM_EVERY - (cell.events % RESUM_EVERY);
      due[0] = before;
      const stop = run(until_s);
      cell.events += before - due[0]!;
      load();
      if (stop !== RESUM_DUE) return stop === SILENT ? 'silent' : 'reached';
      refreshAll(cell);
      save();
      cell.watch?.(cell.events);
    }
  }
  return {
    cell,
    advance,
    goOn: advance,
    save: () => ({ ...saveCell(cell), saturations: cell.tables.factorInvK.slice() }),
    restore(saved) {
      restoreCell(cell, saved);
      setSaturations(saved.saturations);
    },
    setSaturations,
  };
}

const RESUM_EVERY = RESUM_MASK + 1;

/** The cell with its arrays in the kernel's memory. */
function moved(plain: Cell, buffer: ArrayBuffer, at: Layout): Cell {
  const floats = (address: number, from: Float64Array) => {
    const view = new Float64Array(buffer, address, from.length);
    view.set(from);
    return view;
  };
  const ints = (address: number, from: Int32Array) => {
    const view = new Int32Array(buffer, address, from.length);
    view.set(from);
    return view;
  };
  floats(at.width, ZIGGURAT.width);
  floats(at.height, ZIGGURAT.height);
  floats(at.factorInvK, plain.tables.factorInvK);
  ints(at.poolMask, plain.tables.poolMask);
  ints(at.typeOfCode, plain.tables.typeOfCode);
  ints(at.lane, plain.lane);
  ints(at.partnerOk, Int32Array.from(plain.tables.partnerOk));
  return {
    ...plain,
    streams: { ...plain.streams, events: { state: ints(at.random, plain.streams.events.state) } },
    rate: floats(at.rate, plain.rate),
    propensity: floats(at.propensity, plain.propensity),
    fired: floats(at.fired, plain.fired),
    count: floats(at.count, plain.count),
    changedAt_s: floats(at.changedAt, plain.changedAt_s),
    code: ints(at.code, plain.code),
    held: ints(at.held, plain.held),
    place: ints(at.place, plain.place),
    bond: ints(at.bond, plain.bond),
    members: plain.members.map((members, pool) => {
      const view = new Int32Array(buffer, at.members[pool], at.room[pool]);
      view.set(members);
      return view;
    }),
  };
}
