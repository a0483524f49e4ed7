import { ZIGGURAT } from '../../random/exponential.js';
import { RESUM_MASK, SEARCH_BLOCK } from '../advance.js';
import type { EngineTables } from '../tables.js';
import { type ChannelLocals, type Emission, emitFire, emitRefresh, isPlain } from './channels.js';
import type { Layout } from './layout.js';
import {
  drawExponential,
  drawUniform53,
  loadState,
  outsideFunction,
  rejectedFunction,
  saveState,
} from './random.js';
import { refitFunction, refitPartnersFunction } from './refit.js';
import {
  block,
  br,
  brIf,
  type Code,
  call,
  F64,
  f64,
  f64Add,
  f64Div,
  f64Gt,
  f64Le,
  f64Lt,
  f64Mul,
  f64Sub,
  get,
  I32,
  I64,
  i32,
  i32Add,
  i32And,
  i32Eqz,
  i32LtU,
  loadF64,
  loadI32,
  loop,
  moduleBytes,
  set,
  storeF64,
  storeI32,
  tee,
  when,
} from './wasm.js';

/** Imported functions: Math.exp, fire.ts for one channel, refreshAll of propensity.ts. */
const EXP = 0;
const FIRE = 1;
const RESUM = 2;
const IMPORTS = [
  { name: 'exp', signature: { params: [F64], results: [F64] } },
  { name: 'fire', signature: { params: [I32], results: [] } },
  { name: 'resum', signature: { params: [], results: [] } },
];
export const REACHED = 0;
export const SILENT = 1;
export const RESUM_DUE = 2;

const UNTIL = 0;
const [TIME, TOTAL, A, Y, X, SUM, LEFT, NEXT] = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const [S0, S1, S2, S3, WORD, BOUND, LOW, LAYER, PART_A, PART_B, PARTNER, EVENTS, TRACKING, STATUS] = [
  9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22,
] as const;
const WIDE = 23;
const MOVED = 24;
const LOCAL_TYPES = [...new Array(8).fill(F64), ...new Array(14).fill(I32), I64, I32];
const LOCALS = {
  s: [S0, S1, S2, S3] as const,
  word: WORD,
  wide: WIDE,
  bound: BOUND,
  x: X,
  time: TIME,
  total: TOTAL,
  a: A,
  y: Y,
  partA: PART_A,
  partB: PART_B,
  partner: PARTNER,
  moved: MOVED,
};

/**
 * `advance` of advance.ts for one model up to the next time that sums are due to be made anew, written out channel by
 * channel as a WebAssembly module. It draws the same numbers and does the same arithmetic in the same order, so a cell
 * lives the same life in either, bit for bit.
 */
export function programFor(t: EngineTables, at: Layout, stride: number): Uint8Array {
  const refits = Array.from(t.poolBase, (_, type) => refitFunction(t, at, stride, type));
  const refitOf = refits.map((_, type) => IMPORTS.length + type);
  const refitPartners = IMPORTS.length + refits.length;
  const [rejected, outside] = [refitPartners + 1, refitPartners + 2];
  const local: ChannelLocals = { ...LOCALS, state: at.random, rejected, outside };
  const e: Emission = { t, at, stride, local, refitOf, refitPartners };
  const ziggurat = { width: at.width, height: at.height, edge: ZIGGURAT.edge };
  const code: Code = [
    reload(at),
    set(EVENTS, i32(0)),
    set(TRACKING, loadI32(at.tracking)),
    block(
      loop(
        brIf(1, [set(STATUS, i32(SILENT)), f64Le(get(TOTAL), f64(0))]),
        set(NEXT, f64Add(get(TIME), f64Div(drawExponential(local, LOW, LAYER, ziggurat), get(TOTAL)))),
        brIf(1, [set(STATUS, i32(REACHED)), f64Gt(get(NEXT), get(UNTIL))]),
        set(TIME, get(NEXT)),
        chooseAndFire(e),
        set(EVENTS, i32Add(get(EVENTS), i32(1))),
        brIf(1, [
          set(STATUS, i32(RESUM_DUE)),
          i32Eqz(i32And(i32Add(get(EVENTS), loadI32(at.events)), i32(RESUM_MASK))),
        ]),
        br(0),
      ),
    ),
    when(i32LtU(get(STATUS), i32(RESUM_DUE)), set(TIME, get(UNTIL))),
    spill(at),
    storeI32(at.events, i32Add(loadI32(at.events), get(EVENTS))),
    get(STATUS),
  ];
  const advance = { signature: { params: [F64], results: [I32] }, locals: LOCAL_TYPES, code };
  return moduleBytes(IMPORTS, [
    ...refits,
    refitPartnersFunction(t, at, refitOf),
    rejectedFunction(at.random),
    outsideFunction(at.random, ziggurat, EXP),
    advance,
  ]);
}

/**
 * Blocks nest so that leaving the block of channel c lands where c fires, and leaving that of its group where the
 * propensities are refreshed that it can have changed: channels that can change the same ones share the code for it, which
 * keeps what is often run small. From there a branch goes on behind them all. If rounding lets no channel claim the draw,
 * sums are made anew and it is drawn again (or, with none left, next: depth 2).
 */
function chooseAndFire(e: Emission): Code {
  const { t, at } = e;
  const n = t.channels;
  const groups = refreshedAlike(t);
  const depth = new Int32Array(n);
  groups.forEach((group, g) => {
    const before = groups.slice(0, g).reduce((sum, { length }) => sum + length, 0);
    group.forEach((c, i) => {
      depth[c] = before + g + i;
    });
  });
  const all = n + groups.length;
  let code: Code = [
    set(LEFT, f64Mul(drawUniform53(LOCALS), get(TOTAL))),
    Array.from({ length: n }, (_, c) => searched(at, c, n, depth[c]!)),
    br(all),
  ];
  groups.forEach((group, g) => {
    group.forEach((c, i) => {
      code = [block(code), fired(e, c), br(group.length - 1 - i)];
    });
    code = [
      block(code),
      emitRefresh(e, group[0]!),
      br(groups.slice(g + 1).reduce((sum, { length }) => sum + length + 1, 2)),
    ];
  });
  return block(loop(block(code), resum(at), brIf(2, f64Le(get(TOTAL), f64(0))), br(0)));
}

/** Channels by what their firing can change, in order. */
function refreshedAlike(t: EngineTables): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (let c = 0; c < t.channels; c++) {
    const key = t.dependents.subarray(t.depStart[c], t.depStart[c + 1]).join();
    groups.set(key, [...(groups.get(key) ?? []), c]);
  }
  return [...groups.values()];
}

/** One step of the search: does channel c, which a branch to this depth leads to, claim what is LEFT? */
function searched(at: Layout, c: number, channels: number, depth: number): Code {
  const propensity = loadF64(at.propensity + 8 * c);
  const sum = c % SEARCH_BLOCK === 0 ? propensity : f64Add(get(SUM), propensity);
  const ends = (c + 1) % SEARCH_BLOCK === 0 && c + 1 < channels;
  return [brIf(depth, f64Lt(get(LEFT), tee(SUM, sum))), ends ? set(LEFT, f64Sub(get(LEFT), get(SUM))) : []];
}

function fired(e: Emission, c: number): Code {
  const slow = [spill(e.at), call(FIRE, i32(c)), reloadRandom(e.at)];
  return isPlain(e.t, c) ? when(get(TRACKING), slow, emitFire(e, c)) : slow;
}

const spill = (at: Layout): Code => [
  storeF64(at.time, get(TIME)),
  storeF64(at.total, get(TOTAL)),
  saveState(LOCALS, at.random),
];
const reloadRandom = (at: Layout): Code => loadState(LOCALS, at.random);
const reload = (at: Layout): Code => [
  set(TIME, loadF64(at.time)),
  set(TOTAL, loadF64(at.total)),
  reloadRandom(at),
];
const resum = (at: Layout): Code => [spill(at), call(RESUM), set(TOTAL, loadF64(at.total))];
