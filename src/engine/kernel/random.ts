import {
  block,
  br,
  brIf,
  type Code,
  call,
  f64,
  f64Add,
  f64FromU32,
  f64Gt,
  f64Lt,
  f64Mul,
  f64Sub,
  get,
  i32,
  i32And,
  i32Eqz,
  i32LtU,
  i32Mul,
  i32Rotl,
  i32Shl,
  i32ShrU,
  i32Wrap,
  i32Xor,
  i64,
  i64FromU32,
  i64Mul,
  i64RemU,
  i64ShrU,
  loadF64,
  loop,
  set,
  when,
} from './wasm.js';

/** Locals that the emitted draws use; s: the four words of xoshiro128**. */
export interface RandomLocals {
  readonly s: readonly [number, number, number, number];
  readonly word: number;
  readonly wide: number;
  readonly bound: number;
  readonly x: number;
  readonly beyond: number;
}

/** The draw of src/random/uniform.ts, step by step: leaves an i32 on the stack. */
export function drawU32({ s, word }: RandomLocals): Code {
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

const TWO_26 = 2 ** 26;
const TWO_M53 = 2 ** -53;

/** The uniform on [0, 1) of src/random/uniform.ts, as f64. */
export const drawUniform53 = (r: RandomLocals): Code =>
  f64Mul(
    f64Add(
      f64Mul(f64FromU32(i32ShrU(drawU32(r), i32(5))), f64(TWO_26)),
      f64FromU32(i32ShrU(drawU32(r), i32(6))),
    ),
    f64(TWO_M53),
  );

/** Whole number below `n` (an i32 in local `bound`), Lemire's product as in src/random/below.ts: an i32. */
export function drawBelow(r: RandomLocals, n: Code): Code {
  const product = set(r.wide, i64Mul(i64FromU32(drawU32(r)), i64FromU32(get(r.bound))));
  const low = i32Wrap(get(r.wide));
  const least = i32Wrap(i64RemU(i64(2 ** 32), i64FromU32(get(r.bound))));
  return [
    set(r.bound, n),
    product,
    when(i32LtU(low, get(r.bound)), [block(loop(brIf(1, i32Eqz(i32LtU(low, least))), product, br(0)))]),
    i32Wrap(i64ShrU(get(r.wide), i64(32))),
  ];
}

/** The ziggurat of src/random/exponential.ts: an f64. `exp` is the imported Math.exp. */
export function drawExponential(
  r: RandomLocals,
  low: number,
  layer: number,
  tables: { width: number; height: number; edge: number },
  exp: number,
): Code {
  const at = i32Shl(get(layer), i32(3));
  const width = (next: number) => loadF64(tables.width + next, at);
  const height = (next: number) => loadF64(tables.height + next, at);
  const TWO_21 = 2 ** 21;
  const y = f64Add(height(0), f64Mul(drawUniform53(r), f64Sub(height(8), height(0))));
  return [
    set(r.beyond, f64(0)),
    block(
      loop(
        set(low, drawU32(r)),
        set(layer, i32And(get(low), i32(255))),
        set(
          r.x,
          f64Mul(
            f64Mul(
              f64Add(f64Mul(f64FromU32(drawU32(r)), f64(TWO_21)), f64FromU32(i32ShrU(get(low), i32(11)))),
              f64(TWO_M53),
            ),
            width(0),
          ),
        ),
        brIf(1, f64Lt(get(r.x), width(8))),
        when(
          i32Eqz(get(layer)),
          set(r.beyond, f64Add(get(r.beyond), f64(tables.edge))),
          brIf(2, f64Gt(call(exp, f64Sub(f64(0), get(r.x))), y)),
        ),
        br(0),
      ),
    ),
    f64Add(get(r.beyond), get(r.x)),
  ];
}
