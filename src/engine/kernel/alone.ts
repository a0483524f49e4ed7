import { type ChannelLocals, type Emission, emitFire, emitRefresh, isPlain } from './channels.js';
import { loadState, saveState } from './random.js';
import { call, F64, type FunctionBody, get, I32, I64, i32, loadF64, set, storeF64 } from './wasm.js';

const [TIME, TOTAL, A, Y] = [0, 1, 2, 3] as const;
const [S0, S1, S2, S3, WORD, BOUND, LEAST, PART_A, PART_B, PARTNER, MOVED] = [
  4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
] as const;
const WIDE = 15;
const LOCALS: ChannelLocals = {
  s: [S0, S1, S2, S3],
  word: WORD,
  wide: WIDE,
  bound: BOUND,
  least: LEAST,
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
 * Firing of channel c and what it changes, in a function of its own: time, total and generator are in memory. `fire` is the
 * imported fire.ts, which keeps track of labels and identities and can make and remove individuals.
 */
export function aloneFunction(
  model: Omit<Emission, 'local' | 'around'>,
  c: number,
  fire: number,
  tracks: boolean,
): FunctionBody {
  const e: Emission = { ...model, local: LOCALS, around: (called) => called };
  const { time, total, random } = e.at;
  const fired =
    tracks || !isPlain(e.t, c)
      ? call(fire, i32(c))
      : [set(TIME, loadF64(time)), loadState(LOCALS, random), emitFire(e, c), saveState(LOCALS, random)];
  return {
    signature: { params: [], results: [] },
    locals: [F64, F64, F64, F64, ...new Array<number>(11).fill(I32), I64],
    code: [fired, set(TOTAL, loadF64(total)), emitRefresh(e, c), storeF64(total, get(TOTAL))],
  };
}
