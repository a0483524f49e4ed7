import { ZIGGURAT } from '../../random/exponential.js';
import { SEARCH_BLOCK } from '../advance.js';
import type { EngineTables } from '../tables.js';
import { aloneFunctions, refreshFunction } from './alone.js';
import { type ChannelLocals, type Emission, emitFire, isPlain, usuallyChanged } from './channels.js';
import { type Layout, PAGE } from './layout.js';
import { emitFactors, emitRefresh, refreshKey, untouched } from './propensities.js';
import { drawExponential, drawUniform53, loadState, outsideFunction, saveState } from './random.js';
import { refitFunction, refitPartnersFunction } from './refit.js';
import {
  block,
  br,
  brIf,
  type Code,
  call,
  encoded,
  F64,
  type FunctionBody,
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
  i32Sub,
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
const [S0, S1, S2, S3, WORD, BOUND, LEAST, LOW, LAYER, PART_A, PART_B, PARTNER, MOVED, DUE, STATUS, USUAL] = [
  9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
] as const;
const WIDE = 25;
const LOCAL_TYPES = [...new Array<number>(8).fill(F64), ...new Array<number>(16).fill(I32), I64];
const LOCALS: ChannelLocals & { readonly x: number } = {
  s: [S0, S1, S2, S3],
  word: WORD,
  wide: WIDE,
  bound: BOUND,
  least: LEAST,
  x: X,
  time: TIME,
  total: TOTAL,
  a: A,
  y: Y,
  partA: PART_A,
  partB: PART_B,
  partner: PARTNER,
  moved: MOVED,
  usual: USUAL,
};
/** Refreshings to be spared. */
const WORTH_A_BRANCH = 4;
/** Channels, of those that fire most, that fire and refresh within the loop; the others in functions of their own. */
const INSIDE = 64;

/**
 * `advance` of advance.ts for one model up to the next time that sums are due to be made anew, written out channel by
 * channel as a WebAssembly module. It draws the same numbers and does the same arithmetic in the same order, so a cell
 * lives the same life in either, bit for bit. `advanceTracked` is the same where labels or identities are kept track of.
 */
export function programFor(t: EngineTables, at: Layout, lane: Int32Array): Uint8Array {
  const stride = 1 + Math.max(0, ...lane);
  const refits = Array.from(t.poolBase, (_, type) => refitFunction(t, at, stride, type));
  const refitOf = refits.map((_, type) => IMPORTS.length + type);
  const refitPartners = IMPORTS.length + refits.length;
  const outside = refitPartners + 1;
  const model = { t, at, lane, stride, refitOf, refitPartners };
  const channels = Array.from({ length: t.channels }, (_, c) => c);
  const inside = (c: number): boolean => c < INSIDE && isPlain(t, c);
  const outsiders = channels.filter((c) => !inside(c) && isPlain(t, c));
  const keys = channels.map((c) => refreshKey(t, c));
  const groups = alikeIn(keys, channels);
  const firstRefresh = outside + 1;
  const firstAlone = firstRefresh + groups.length;
  const advance = firstAlone + outsiders.length;
  const groupOf = new Map(groups.flatMap((group, i) => group.map((c) => [c, i])));
  const refreshOf = (c: number) => call(firstRefresh + groupOf.get(c)!);
  const byImport = (c: number): Code => [call(FIRE, i32(c)), refreshOf(c)];
  const alone = (c: number): Code =>
    isPlain(t, c) ? [call(firstAlone + outsiders.indexOf(c)), refreshOf(c)] : byImport(c);
  const [before, after] = [encoded(spill(at)), encoded(reload(at))];
  const e: Emission = { ...model, local: LOCALS, around: (called) => [before, called, after] };
  const functions = [
    ...refits,
    refitPartnersFunction(t, at, refitOf),
    outsideFunction(at.random, ziggurat(at), EXP),
    ...groups.map(([first]) => refreshFunction(model, first!)),
    ...aloneFunctions(model, outsiders),
    advanceFunction(e, keys, outside, (c) => (inside(c) ? undefined : alone(c))),
    advanceFunction(e, keys, outside, byImport),
  ];
  const exported = { advance, advanceTracked: advance + 1 };
  return moduleBytes(IMPORTS, functions, exported, Math.ceil(at.bytes / PAGE));
}

/**
 * The loop over events. Nothing lives in locals across a call: whatever a function may need or change is put into memory and
 * taken from there again, so that the compiler can keep the loop in registers where it calls nobody.
 */
function advanceFunction(e: Emission, keys: Keys, outside: number, callsOf: CallsOf): FunctionBody {
  const { at } = e;
  const beyond = e.around(set(X, call(outside, get(X), get(LAYER))));
  const code: Code = [
    emitFactors(e),
    reload(at),
    block(
      loop(
        brIf(1, f64Le(get(TOTAL), f64(0))),
        drawExponential(LOCALS, LOW, LAYER, ziggurat(at), beyond),
        brIf(1, f64Gt(tee(NEXT, f64Add(get(TIME), f64Div(get(X), get(TOTAL)))), get(UNTIL))),
        set(TIME, get(NEXT)),
        chooseAndFire(e, keys, callsOf),
        brIf(0, tee(DUE, i32Sub(get(DUE), i32(1)))),
      ),
    ),
    set(STATUS, i32(RESUM_DUE)),
    when(get(DUE), [set(TIME, get(UNTIL)), set(STATUS, f64Le(get(TOTAL), f64(0)))]),
    spill(at),
    get(STATUS),
  ];
  return { signature: { params: [F64], results: [I32] }, locals: LOCAL_TYPES, code };
}

/** Calls by which channel c fires and refreshes; undefined: it does so within the loop. */
type CallsOf = (c: number) => Code | undefined;
/** By channel: what its firing can change. */
type Keys = readonly string[];

/**
 * Blocks nest so that leaving one lands where a channel fires, and leaving the last of a group where the propensities are
 * refreshed that these channels can change: they share the code for it, which keeps what is often run small. From there a
 * branch goes on behind them all. If rounding lets no channel claim the draw, sums are made anew and nothing happens.
 */
function chooseAndFire(e: Emission, keys: Keys, callsOf: CallsOf): Code {
  const { t, at } = e;
  const pads: ((to: (pad: number) => Code) => Code)[] = [];
  const depth = new Int32Array(t.channels);
  const channels = Array.from({ length: t.channels }, (_, c) => c);
  for (const group of alikeIn(
    keys,
    channels.filter((c) => callsOf(c) === undefined),
  )) {
    const refresh = pads.length + group.length;
    for (const c of group) {
      depth[c] = pads.length;
      pads.push((to) => [emitFire(e, c), refreshFew(e, c, to(all + 2)), to(refresh)]);
    }
    pads.push((to) => [emitRefresh(e, group[0]!), to(all + 1)]);
  }
  for (const c of channels) {
    const calls = callsOf(c);
    if (calls === undefined) continue;
    depth[c] = pads.length;
    pads.push((to) => [e.around(calls), to(all + 1)]);
  }
  const all = pads.length;
  let code: Code = [
    set(LEFT, f64Mul(drawUniform53(LOCALS), get(TOTAL))),
    channels.map((c) => searched(at, c, t.channels, depth[c]!)),
    br(all),
  ];
  pads.forEach((pad, here) => {
    code = [block(code), pad((to) => br(to - here - 1))];
  });
  return block(block(code), e.around(call(RESUM)), br(1));
}

/** Where channel c has done what it usually does, and that spares much, refreshes what this changes and branches away. */
function refreshFew(e: Emission, c: number, away: Code): Code {
  const changed = usuallyChanged(e.t, c);
  return changed === undefined || untouched(e.t, c, changed) < WORTH_A_BRANCH
    ? []
    : when(get(USUAL), [emitRefresh(e, c, changed), away]);
}

/** These channels by what their firing can change, in order. */
function alikeIn(keys: Keys, channels: readonly number[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const c of channels) {
    const key = keys[c]!;
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

const ziggurat = (at: Layout) => ({ width: at.width, height: at.height, edge: ZIGGURAT.edge });

const spill = (at: Layout): Code => [
  storeF64(at.time, get(TIME)),
  storeF64(at.total, get(TOTAL)),
  storeI32(at.due, get(DUE)),
  saveState(LOCALS, at.random),
];
const reload = (at: Layout): Code => [
  set(TIME, loadF64(at.time)),
  set(TOTAL, loadF64(at.total)),
  set(DUE, loadI32(at.due)),
  loadState(LOCALS, at.random),
];
