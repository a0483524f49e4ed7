import { type ChannelLocals, type Emission, emitFire } from './channels.js';
import { emitRefresh } from './propensities.js';
import { loadState, saveState } from './random.js';
import { type Code, encoded, F64, type FunctionBody, get, I32, I64, loadF64, set, storeF64 } from './wasm.js';

const [TIME, TOTAL, A, Y] = [0, 1, 2, 3] as const;
const [S0, S1, S2, S3, WORD, BOUND, LEAST, PART_A, PART_B, PARTNER, MOVED, USUAL] = [
  4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
] as const;
const WIDE = 16;
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
  usual: USUAL,
};

/** Firing of each of these channels in a function of its own: time and generator are in memory. */
export function aloneFunctions(model: Model, channels: readonly number[]): readonly FunctionBody[] {
  const { random, time } = model.at;
  const before = encoded([set(TIME, loadF64(time)), loadState(LOCALS, random)]);
  const after = encoded(saveState(LOCALS, random));
  return channels.map((c) => body([before, emitFire({ ...model, ...HERE }, c), after]));
}

/** Refreshing what a channel can have changed, in a function of its own: the total is in memory. */
export const refreshFunction = (model: Model, c: number): FunctionBody => {
  const { total } = model.at;
  return body([
    set(TOTAL, loadF64(total)),
    emitRefresh({ ...model, ...HERE }, c),
    storeF64(total, get(TOTAL)),
  ]);
};

type Model = Omit<Emission, 'local' | 'around'>;
const HERE = { local: LOCALS, around: (called: Code): Code => called };

const body = (code: Code): FunctionBody => ({
  signature: { params: [], results: [] },
  locals: [F64, F64, F64, F64, ...new Array<number>(12).fill(I32), I64],
  code,
});
