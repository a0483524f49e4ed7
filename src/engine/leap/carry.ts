import { below } from '../../random/below.js';
import { binomial } from '../../random/binomial.js';
import type { Cell } from '../cell.js';
import { recode, refit } from '../pools.js';
import { Take } from '../tables.js';
import type { Carrier } from './carriers.js';
import { beginLabels, endLabels, labelLoads, labelUnloading, labelUnloads } from './carry-labels.js';
import { counted, split } from './draw.js';
import { hazardOf } from './hazard.js';
import { book, type Leaping } from './leaping.js';
import { live } from './live.js';
import { turnoverOf } from './turnover.js';

/** Below these a carrier is lived event by event: expected firings in a step, and members of a crowd that it trades with. */
const FEW_FIRINGS = 64;
const FEW_MEMBERS = 1000;
const MOST_WAYS = 64;
const loading = new Float64Array(MOST_WAYS);
const unloading = new Float64Array(MOST_WAYS);
const loads = new Float64Array(MOST_WAYS);
const unloads = new Float64Array(MOST_WAYS);

/**
 * Carriers of one kind over h seconds, crowds held at their expected middle. Each is a telegraph: the states at the end are
 * binomial, exactly; how often they were loaded has its exact mean and variance given those states; by which channel each
 * time is binomial, exactly. Who is loaded is decided anew only for the net change: carriers of one state are alike.
 */
export function leapCarrier(leaping: Leaping, carrier: Carrier, h: number): void {
  const { cell, random } = leaping;
  const { up, down, empty, loaded } = carrier;
  const free = cell.count[empty]!;
  const full = cell.count[loaded]!;
  let a = fill(cell, up, empty, loading);
  let b = fill(cell, down, loaded, unloading);
  if (free + full === 0 || a + b === 0) return;
  const turns = ((free + full) * a * b) / (a + b);
  if (turns * h < FEW_FIRINGS || carrier.crowds.some((q) => cell.count[q]! < FEW_MEMBERS)) {
    live(leaping, [...up, ...down], h);
    return;
  }
  const kept = carrier.crowds.map((q) => cell.count[q]!);
  drift(cell, up, loading, (turns * h) / (2 * a));
  drift(cell, down, unloading, (turns * h) / (2 * b));
  a = fill(cell, up, empty, loading);
  b = fill(cell, down, loaded, unloading);
  carrier.crowds.forEach((q, i) => {
    cell.count[q] = kept[i]!;
  });
  const turnover = turnoverOf(a, b, h);
  const on = binomial(random, free, Math.min(1, turnover.load));
  const off = binomial(random, full, Math.min(1, turnover.unload));
  const among = [free - on, on, off, full - off];
  const mean = among.reduce((sum, n, i) => sum + n * turnover.mean[i]!, 0);
  const variance = among.reduce((sum, n, i) => sum + n * turnover.variance[i]!, 0);
  const ups = on + counted(random, mean - on, variance);
  const downs = ups - on + off;
  split(random, ups, loading, up.length, loads);
  split(random, downs, unloading, down.length, unloads);
  if (!isThere(cell, carrier)) {
    live(leaping, [...up, ...down], h);
    return;
  }
  const labels = cell.tracking ? beginLabels(cell, carrier) : undefined;
  up.forEach((c, i) => {
    if (labels) labelLoads(cell, c, loads[i]!, labels);
    trade(cell, c, loads[i]!);
  });
  if (labels)
    labelUnloading(cell, downs, full - binomial(cell.streams.labels, full, Math.exp(-b * h)), labels);
  down.forEach((c, i) => {
    if (labels) labelUnloads(cell, c, unloads[i]!, labels);
    trade(cell, c, unloads[i]!);
  });
  for (let i = on - off; i > 0; i--) turn(leaping, empty, carrier.delta);
  for (let i = off - on; i > 0; i--) turn(leaping, loaded, -carrier.delta);
  if (labels) endLabels(cell, carrier, labels);
}

function fill(cell: Cell, channels: readonly number[], q: number, into: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < channels.length; i++) {
    const k = hazardOf(cell, channels[i]!, q);
    into[i] = k;
    sum += k;
  }
  return sum;
}

/** What these channels give and take in all but `turns` x their hazards: moves the crowds to where the middle is expected. */
function drift(cell: Cell, channels: readonly number[], hazards: Float64Array, turns: number): void {
  const t = cell.tables;
  channels.forEach((c, i) => {
    const k = turns * hazards[i]!;
    if (t.takeB[c] === Take.crowd) cell.count[t.qb[c]!]! -= k;
    for (let o = t.outStart[c]!; o < t.outStart[c + 1]!; o++) cell.count[t.outCrowd[o]!]! += k;
  });
}

/** Whether every crowd has what the loads and unloads take from it, whatever they give. */
function isThere(cell: Cell, { up, down }: Carrier): boolean {
  const t = cell.tables;
  const asks = (c: number, k: number): boolean => t.takeB[c] !== Take.crowd || 4 * k <= cell.count[t.qb[c]!]!;
  return up.every((c, i) => asks(c, loads[i]!)) && down.every((c, i) => asks(c, unloads[i]!));
}

function trade(cell: Cell, c: number, k: number): void {
  const t = cell.tables;
  if (t.takeB[c] === Take.crowd) cell.count[t.qb[c]!]! -= k;
  book(cell, c, k);
}

/** One carrier of pool q, any as likely, changes its state. */
function turn({ cell, random }: Leaping, q: number, delta: number): void {
  const part = cell.members[q - cell.tables.crowds]![below(random, cell.count[q]!)]!;
  recode(cell, part, delta);
  refit(cell, part);
}
