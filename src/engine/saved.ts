import type { Cell } from './cell.js';

/** What sets the pace of a cell: time, rates, propensities, firings, and where its stream of events is. */
export interface SavedClock {
  readonly numbers: Readonly<Record<(typeof NUMBERS)[number], number>>;
  readonly tracking: boolean;
  readonly arrays: Readonly<Record<(typeof OF_CHANNELS)[number], Float64Array>>;
  readonly events: Int32Array;
}
/** What the cell is made of: counts, individuals, labels, identities, and where their streams are. */
export interface SavedBody {
  readonly parts: number;
  readonly counts: Readonly<Record<(typeof OF_QUANTITIES)[number], Float64Array>>;
  readonly individuals: Readonly<Record<OfParts, Int32Array | Float64Array>>;
  readonly members: readonly Int32Array[];
  readonly free: readonly (readonly number[])[];
  readonly sourceShare: readonly Float64Array[];
  readonly followed: Cell['followed'];
  readonly labels: Int32Array;
  readonly identities: Int32Array;
}
/** A whole cell as plain arrays, fit to be written and read again. */
export interface SavedCell {
  readonly clock: SavedClock;
  readonly body: SavedBody;
}

const NUMBERS = ['time_s', 'events', 'totalPropensity', 'firedSince_s', 'drawnId'] as const;
const OF_CHANNELS = ['rate', 'propensity', 'fired', 'firedLabelled'] as const;
const OF_QUANTITIES = ['count', 'labelled', 'labelledTotal'] as const;
const OF_PARTS = ['code', 'held', 'label', 'cargo', 'changedAt_s', 'bond', 'place'] as const;
type OfParts = (typeof OF_PARTS)[number];

/** The state of a cell between two events. Restored, it lives on as this one does, event by event. */
export const saveCell = (cell: Cell): SavedCell => ({ clock: saveClock(cell), body: saveBody(cell) });

/** Gives a cell of the same tables and streams the state of another, in its own arrays where there is room. */
export function restoreCell(cell: Cell, { clock, body }: SavedCell): void {
  restoreClock(cell, clock);
  restoreBody(cell, body);
}

export const saveClock = (cell: Cell): SavedClock => ({
  numbers: picked(NUMBERS, (key) => cell[key]),
  tracking: cell.tracking,
  arrays: picked(OF_CHANNELS, (key) => cell[key].slice()),
  events: cell.streams.events.state.slice(),
});

export function restoreClock(cell: Cell, { numbers, tracking, arrays, events }: SavedClock): void {
  Object.assign(cell, numbers, { tracking });
  for (const key of OF_CHANNELS) cell[key].set(arrays[key]);
  cell.streams.events.state.set(events);
}

export function saveBody(cell: Cell): SavedBody {
  const { parts, followed, tables, count, streams } = cell;
  return {
    parts,
    counts: picked(OF_QUANTITIES, (key) => cell[key].slice()),
    individuals: picked(OF_PARTS, (key) => cell[key].slice(0, parts * widthOf(cell, key))),
    members: cell.members.map((members, pool) => members.slice(0, count[tables.crowds + pool])),
    free: cell.free.map((places) => places.slice()),
    sourceShare: cell.sourceShare.map((share) => share.slice()),
    followed: {
      present: followed.present.map((ids) => ids.slice()),
      everyNew: followed.everyNew.slice(),
      label: followed.label.slice(),
      place: followed.place.slice(),
      log: followed.log.slice(),
    },
    labels: streams.labels.state.slice(),
    identities: streams.identities.state.slice(),
  };
}

export function restoreBody(cell: Cell, body: SavedBody): void {
  cell.parts = body.parts;
  for (const key of OF_QUANTITIES) cell[key].set(body.counts[key]);
  for (const key of OF_PARTS) {
    const saved = body.individuals[key];
    if (saved.length <= cell[key].length) cell[key].set(saved);
    else Object.assign(cell, { [key]: saved.slice() });
  }
  body.members.forEach((saved, pool) => {
    if (saved.length <= cell.members[pool]!.length) cell.members[pool]!.set(saved);
    else cell.members[pool] = saved.slice();
  });
  body.free.forEach((places, type) => {
    cell.free[type] = places.slice();
  });
  body.sourceShare.forEach((share, source) => {
    cell.sourceShare[source]!.set(share);
  });
  const { present, everyNew, label, place, log } = body.followed;
  present.forEach((ids, i) => {
    cell.followed.present[i] = ids.slice();
  });
  cell.followed.everyNew.set(everyNew);
  refill(cell.followed.label, label);
  refill(cell.followed.place, place);
  refill(cell.followed.log, log);
  cell.streams.labels.state.set(body.labels);
  cell.streams.identities.state.set(body.identities);
}

const widthOf = ({ tables, stride }: Cell, key: OfParts): number =>
  key === 'bond' ? tables.bondSlots : key === 'place' ? stride : 1;

function refill<T>(array: T[], with_: readonly T[]): void {
  array.length = 0;
  for (const item of with_) array.push(item);
}

const picked = <K extends string, T>(keys: readonly K[], pick: (key: K) => T): Record<K, T> =>
  Object.fromEntries(keys.map((key) => [key, pick(key)])) as Record<K, T>;
