import type { Cell, CellStreams } from './cell.js';
import { lanesOf } from './lanes.js';
import { refit } from './pools.js';
import { refreshAll } from './propensity.js';
import { type EngineTables, LABEL_CLASSES } from './tables.js';

/** A cell at time 0 with every part in its starting state; propensities are fresh. */
export function createCell(tables: EngineTables, streams: CellStreams, labelSources = 0): Cell {
  const { crowds, pools, channels } = tables;
  const parts = tables.partCode.length;
  const lane = lanesOf(tables);
  const stride = 1 + Math.max(0, ...lane);
  const perPool = new Int32Array(pools);
  for (const code of tables.partCode) {
    const type = tables.typeOfCode[code]!;
    for (let bit = 0; bit < tables.poolsOfType[type]!; bit++) perPool[tables.poolBase[type]! + bit]!++;
  }
  const cell: Cell = {
    tables,
    streams,
    time_s: 0,
    events: 0,
    totalPropensity: 0,
    count: new Float64Array(crowds + pools),
    rate: tables.rate.slice(),
    propensity: new Float64Array(channels),
    fired: new Float64Array(channels),
    firedSince_s: 0,
    firedLabelled: new Float64Array(channels * LABEL_CLASSES),
    parts,
    code: tables.partCode.slice(),
    held: new Int32Array(parts),
    label: new Int32Array(parts),
    cargo: new Int32Array(parts).fill(-1),
    changedAt_s: new Float64Array(parts),
    bond: new Int32Array(parts * tables.bondSlots).fill(-1),
    place: new Int32Array(parts * stride),
    lane,
    stride,
    members: Array.from(perPool, (n) => new Int32Array(n)),
    free: tables.poolBase.length > 0 ? Array.from(tables.poolBase, () => []) : [],
    labelled: new Float64Array(crowds * LABEL_CLASSES),
    labelledTotal: new Float64Array(crowds),
    sourceShare: Array.from({ length: labelSources }, () => new Float64Array(LABEL_CLASSES)),
    tracking: false,
    drawnId: -1,
    followed: {
      present: Array.from({ length: crowds * LABEL_CLASSES }, () => []),
      everyNew: new Uint8Array(crowds),
      label: [],
      place: [],
      log: [],
    },
    watch: undefined,
  };
  cell.count.set(tables.crowdCount);
  for (let part = 0; part < parts; part++) refit(cell, part);
  refreshAll(cell);
  return cell;
}
