import {
  block,
  br,
  brIf,
  type Code,
  call,
  F64,
  type FunctionBody,
  f64,
  f64Add,
  f64FromI64,
  f64Gt,
  f64Lt,
  f64Mul,
  f64Sub,
  get,
  I32,
  i32,
  i32And,
  i32Eqz,
  i32LtU,
  i32Mul,
  i32RemU,
  i32Rotl,
  i32Shl,
  i32ShrU,
  i32Sub,
  i32Wrap,
  i32Xor,
  i64,
  i64FromU32,
  i64Mul,
  i64Or,
  i64Shl,
  i64ShrU,
  loadF64,
  loadI32,
  loop,
  set,
  storeI32,
  when,
} from './wasm.js';

/** Locals that the emitted draws use; s: the four words of xoshiro128**. */
interface Drawing {
  readonly s: readonly [number, number, number, number];
  readonly word: number;
}
export interface RandomLocals extends Drawing {
  readonly wide: number;
  readonly bound: number;
  readonly least: number;
}
/** Where the tables of src/random/exponential.ts are. */
export interface Ziggurat {
  readonly width: number;
  readonly height: number;
  readonly edge: number;
}

/** The draw of src/random/uniform.ts, step by step: leaves an i32 on the stack. */
export function drawU32({ s, word }: Drawing): Code {
  const [s0, s1, s2, s3] = s;
  return [
    set(word, i32Mul(get(s1), i32(5))),
    set(word, i32Mul(i32Rotl(get(word), 7), i32(9))),
    set(s2, i32Xor(get(s2), get(s0))),
    set(s3, i32Xor(get(s3), get(s1))),
    set(s0, i32Xor(get(s0), get(s3))),
    // s1 is needed shifted before it changes: s2 ^= s1 << 9 takes the old s1, s1 ^= s2 the s2 before that.
    get(s1),
    set(s1, i32Xor(get(s1), get(s2))),
    [i32(9), 0x74],
    set(s2, [get(s2), 0x73]),
    set(s3, i32Rotl(get(s3), 11)),
    get(word),
  ];
}

const TWO_M53 = 2 ** -53;

/** The uniform on [0, 1) of src/random/uniform.ts, as f64. */
export const drawUniform53 = (r: Drawing): Code =>
  fraction(i32ShrU(drawU32(r), i32(5)), 26, i32ShrU(drawU32(r), i32(6)));

/** 53 bits, `low` of which are of the second word, as an f64 in [0, 1). */
const fraction = (high: Code, low: number, word: Code): Code =>
  f64Mul(f64FromI64(i64Or(i64Shl(i64FromU32(high), i64(low)), i64FromU32(word))), f64(TWO_M53));

/** Whole number below `n` (an i32 in local `bound`), Lemire's product as in src/random/below.ts: an i32. */
export function drawBelow(r: RandomLocals, n: Code): Code {
  return [
    set(r.bound, n),
    product(r),
    when(i32LtU(i32Wrap(get(r.wide)), get(r.bound)), [
      set(r.least, i32RemU(i32Sub(i32(0), get(r.bound)), get(r.bound))),
      block(loop(brIf(1, i32Eqz(i32LtU(i32Wrap(get(r.wide)), get(r.least)))), product(r), br(0))),
    ]),
    i32Wrap(i64ShrU(get(r.wide), i64(32))),
  ];
}

const product = (r: RandomLocals): Code =>
  set(r.wide, i64Mul(i64FromU32(drawU32(r)), i64FromU32(get(r.bound))));

/** The ziggurat of src/random/exponential.ts, left in x; where it does not end at once, `otherwise` has place and layer to go on from. */
export const drawExponential = (
  r: Drawing & { readonly x: number },
  low: number,
  layer: number,
  z: Ziggurat,
  otherwise: Code,
): Code => [
  drawLayer(r, low, layer, z),
  when(i32Eqz(f64Lt(get(r.x), loadF64(z.width + 8, eightfold(layer)))), otherwise),
];

/** Draws a layer and a place in it. */
const drawLayer = (r: Drawing & { readonly x: number }, low: number, layer: number, z: Ziggurat): Code => [
  set(low, drawU32(r)),
  set(layer, i32And(get(low), i32(255))),
  set(r.x, f64Mul(fraction(drawU32(r), 21, i32ShrU(get(low), i32(11))), loadF64(z.width, eightfold(layer)))),
];

const eightfold = (layer: number): Code => i32Shl(get(layer), i32(3));

/**
 * A function of its own, since it is seldom called, so that `advance` stays small: the generator's state is in memory.
 * (place, layer) outside a layer's safe part to the number drawn in the end. `exp` is the imported Math.exp.
 */
export function outsideFunction(state: number, z: Ziggurat, exp: number): FunctionBody {
  const r = { x: 0, beyond: 8, s: [2, 3, 4, 5], word: 6 } as const;
  const [layer, low] = [1, 7];
  const height = (next: number) => loadF64(z.height + next, eightfold(layer));
  const y = f64Add(height(0), f64Mul(drawUniform53(r), f64Sub(height(8), height(0))));
  return {
    signature: { params: [F64, I32], results: [F64] },
    locals: [I32, I32, I32, I32, I32, I32, F64],
    code: [
      loadState(r, state),
      block(
        loop(
          when(
            i32Eqz(get(layer)),
            set(r.beyond, f64Add(get(r.beyond), f64(z.edge))),
            brIf(2, f64Gt(call(exp, f64Sub(f64(0), get(r.x))), y)),
          ),
          drawLayer(r, low, layer, z),
          brIf(1, f64Lt(get(r.x), loadF64(z.width + 8, eightfold(layer)))),
          br(0),
        ),
      ),
      saveState(r, state),
      f64Add(get(r.beyond), get(r.x)),
    ],
  };
}

/** The four words between locals and memory. */
export const saveState = ({ s }: Pick<Drawing, 's'>, state: number): Code =>
  s.map((local, i) => storeI32(state + 4 * i, get(local)));
export const loadState = ({ s }: Pick<Drawing, 's'>, state: number): Code =>
  s.map((local, i) => set(local, loadI32(state + 4 * i)));
