import { below } from '../../random/below.js';
import { binomial } from '../../random/binomial.js';
import type { Cell } from '../cell.js';
import { move, recode } from '../pools.js';
import { Take } from '../tables.js';
import type { Carrier } from './carriers.js';
import { beginLabels, endLabels, labelLoads, labelUnloading, labelUnloads } from './carry-labels.js';
import { counted, split } from './draw.js';
import { hazardOf } from './hazard.js';
import { book, type Leaping } from './leaping.js';
import { live } from './live.js';
import { newTurnover, turnoverOf } from './turnover.js';

/** Below these a carrier is lived event by event: turns in a step in which each turns more than once, and members of a crowd. */
const FEW_FIRINGS = 12;
const FEW_MEMBERS = 200;
const MOST_WAYS = 64;
const loading = new Float64Array(MOST_WAYS);
const unloading = new Float64Array(MOST_WAYS);
const loads = new Float64Array(MOST_WAYS);
const unloads = new Float64Array(MOST_WAYS);
const kept = new Float64Array(MOST_WAYS);
const turnover = newTurnover();

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
  const seldom = turns * h < FEW_FIRINGS && (a + b) * h > 1;
  if (seldom || areFew(cell, carrier.crowds)) {
    live(leaping, [...up, ...down], h);
    return;
  }
  const crowds = carrier.crowds;
  for (let i = 0; i < crowds.length; i++) kept[i] = cell.count[crowds[i]!]!;
  drift(cell, up, loading, (turns * h) / (2 * a));
  drift(cell, down, unloading, (turns * h) / (2 * b));
  a = fill(cell, up, empty, loading);
  b = fill(cell, down, loaded, unloading);
  for (let i = 0; i < crowds.length; i++) cell.count[crowds[i]!] = kept[i]!;
  const { load, unload, mean: m, variance: v } = turnoverOf(a, b, h, turnover);
  const on = binomial(random, free, Math.min(1, load));
  const off = binomial(random, full, Math.min(1, unload));
  const mean = (free - on) * m[0]! + on * m[1]! + off * m[2]! + (full - off) * m[3]!;
  const variance = (free - on) * v[0]! + on * v[1]! + off * v[2]! + (full - off) * v[3]!;
  const ups = on + counted(random, mean - on, variance);
  const downs = ups - on + off;
  split(random, ups, loading, up.length, loads);
  split(random, downs, unloading, down.length, unloads);
  if (!isThere(cell, carrier)) {
    live(leaping, [...up, ...down], h);
    return;
  }
  const labels = cell.tracking ? beginLabels(cell, carrier) : undefined;
  for (let i = 0; i < up.length; i++) {
    if (labels) labelLoads(cell, up[i]!, loads[i]!, labels);
    trade(cell, up[i]!, loads[i]!);
  }
  if (labels) {
    const again = full === off ? 0 : Math.max(0, 1 - Math.exp(-b * h) / (1 - unload));
    labelUnloading(cell, downs, off + binomial(cell.streams.labels, full - off, again), labels);
  }
  for (let i = 0; i < down.length; i++) {
    if (labels) labelUnloads(cell, down[i]!, unloads[i]!, labels);
    trade(cell, down[i]!, unloads[i]!);
  }
  for (let i = on - off; i > 0; i--) {
    const part = any(leaping, empty);
    recode(cell, part, carrier.delta);
    move(cell, part, carrier.ofEmpty, carrier.ofLoaded, carrier.differ);
  }
  for (let i = off - on; i > 0; i--) {
    const part = any(leaping, loaded);
    recode(cell, part, -carrier.delta);
    move(cell, part, carrier.ofLoaded, carrier.ofEmpty, carrier.differ);
  }
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
  for (let i = 0; i < channels.length; i++) {
    const c = channels[i]!;
    const k = turns * hazards[i]!;
    if (t.takeB[c] === Take.crowd) cell.count[t.qb[c]!]! -= k;
    for (let o = t.outStart[c]!; o < t.outStart[c + 1]!; o++) cell.count[t.outCrowd[o]!]! += k;
  }
}

function areFew(cell: Cell, crowds: readonly number[]): boolean {
  for (let i = 0; i < crowds.length; i++) if (cell.count[crowds[i]!]! < FEW_MEMBERS) return true;
  return false;
}

/** Whether every crowd has what the loads and unloads take from it, whatever they give. */
const isThere = (cell: Cell, { up, down }: Carrier): boolean =>
  have(cell, up, loads) && have(cell, down, unloads);

function have(cell: Cell, channels: readonly number[], asked: Float64Array): boolean {
  const t = cell.tables;
  for (let i = 0; i < channels.length; i++) {
    const c = channels[i]!;
    if (t.takeB[c] === Take.crowd && 4 * asked[i]! > cell.count[t.qb[c]!]!) return false;
  }
  return true;
}

function trade(cell: Cell, c: number, k: number): void {
  const t = cell.tables;
  if (t.takeB[c] === Take.crowd) cell.count[t.qb[c]!]! -= k;
  book(cell, c, k);
}

/** One carrier of pool q, any as likely. */
const any = ({ cell, random }: Leaping, q: number): number =>
  cell.members[q - cell.tables.crowds]![below(random, cell.count[q]!)]!;
