import type { EngineTables } from '../tables.js';
import type { Layout } from './layout.js';
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
  f64Sub,
  get,
  I32,
  i32,
  i32Add,
  i32And,
  i32Ctz,
  i32Eq,
  i32Eqz,
  i32FromF64,
  i32Mul,
  i32Shl,
  i32ShrU,
  i32Sub,
  i32Xor,
  loadF64,
  loadI32,
  loop,
  set,
  storeF64,
  storeI32,
  tee,
  when,
} from './wasm.js';

const PART = 0;
const [WANT, DIFFER, BIT, COUNT_AT, MEMBERS, N, SLOT, MOVED, LANE, COUNT] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** refit of pools.ts for parts of one type. */
export function refitFunction(t: EngineTables, at: Layout, stride: number, type: number): FunctionBody {
  const base = t.poolBase[type]!;
  const first = t.poolsOfType[type]! > 0 ? at.members[base]! : 0;
  const step = t.poolsOfType[type]! > 1 ? at.members[base + 1]! - first : 0;
  const here = i32Shl(get(PART), i32(2));
  const place = (part: Code): Code => i32Shl(i32Add(i32Mul(part, i32(stride)), get(LANE!)), i32(2));
  const member = (n: Code): Code => i32Add(get(MEMBERS!), i32Shl(n, i32(2)));
  const eachOf = (bits: number, act: Code): Code =>
    block(
      loop(
        brIf(1, i32Eqz(get(bits))),
        set(BIT!, i32Ctz(get(bits))),
        set(bits, i32And(get(bits), i32Sub(get(bits), i32(1)))),
        set(LANE!, loadI32(at.lane + 4 * base, i32Shl(get(BIT!), i32(2)))),
        set(COUNT_AT!, i32Add(i32(at.count + 8 * (t.crowds + base)), i32Shl(get(BIT!), i32(3)))),
        set(MEMBERS!, i32Add(i32(first), i32Mul(get(BIT!), i32(step)))),
        set(COUNT!, loadF64(0, get(COUNT_AT!))),
        set(N!, i32FromF64(get(COUNT!))),
        act,
        br(0),
      ),
    );
  const code: Code = block(
    set(WANT!, loadI32(at.poolMask, i32Shl(loadI32(at.code, here), i32(2)))),
    withoutUnmet(t, at, type),
    brIf(0, i32Eqz(tee(DIFFER!, i32Xor(get(WANT!), loadI32(at.held, here))))),
    storeI32(at.held, get(WANT!), here),
    set(WANT!, i32And(get(WANT!), get(DIFFER!))),
    set(DIFFER!, i32Xor(get(WANT!), get(DIFFER!))),
    eachOf(DIFFER!, [
      set(N!, i32Sub(get(N!), i32(1))),
      set(SLOT!, loadI32(at.place, place(get(PART)))),
      set(MOVED!, loadI32(0, member(get(N!)))),
      storeI32(0, get(MOVED!), member(get(SLOT!))),
      storeI32(at.place, get(SLOT!), place(get(MOVED!))),
      storeF64(0, f64Sub(get(COUNT!), f64(1)), get(COUNT_AT!)),
    ]),
    eachOf(WANT!, [
      storeI32(0, get(PART), member(get(N!))),
      storeI32(at.place, get(N!), place(get(PART))),
      storeF64(0, f64Add(get(COUNT!), f64(1)), get(COUNT_AT!)),
    ]),
  );
  return {
    signature: { params: [I32], results: [] },
    locals: [...new Array<number>(9).fill(I32), F64],
    code,
  };
}

/** refitPartners of pools.ts: parts that bonds lead to are refitted where their pools ask something of a partner. */
export function refitPartnersFunction(t: EngineTables, at: Layout, refitOf: readonly number[]): FunctionBody {
  const [PARTNER, TYPE] = [1, 2];
  const asking = Array.from(t.conditionalMask, (mask, type) => (mask === 0 ? -1 : type)).filter(
    (q) => q >= 0,
  );
  const code: Code = Array.from({ length: t.bondSlots }, (_, slot) => [
    set(PARTNER!, loadI32(at.bond, bondOf(t, slot))),
    when(i32Eqz(i32ShrU(get(PARTNER!), i32(31))), [
      set(TYPE!, loadI32(at.typeOfCode, i32Shl(loadI32(at.code, i32Shl(get(PARTNER!), i32(2))), i32(2)))),
      asking.map((type) => when(i32Eq(get(TYPE!), i32(type)), call(refitOf[type]!, get(PARTNER!)))),
    ]),
  ]);
  return { signature: { params: [I32], results: [] }, locals: [I32, I32], code };
}

/** Takes from WANT the pools whose partner is not there or not in the state that they ask for. */
function withoutUnmet(t: EngineTables, at: Layout, type: number): Code {
  const bits = Array.from({ length: t.poolsOfType[type]! }, (_, bit) => bit);
  return bits
    .filter((bit) => ((t.conditionalMask[type]! >>> bit) & 1) === 1)
    .map((bit) => {
      const pool = t.poolBase[type]! + bit;
      const ok = at.partnerOk + 4 * t.partnerOkStart[pool]!;
      const drop = set(WANT!, i32And(get(WANT!), i32(~(1 << bit))));
      return when(i32And(get(WANT!), i32(1 << bit)), [
        set(MOVED!, loadI32(at.bond, bondOf(t, t.partnerSlot[pool]!))),
        when(
          i32ShrU(get(MOVED!), i32(31)),
          drop,
          when(i32Eqz(loadI32(ok, i32Shl(loadI32(at.code, i32Shl(get(MOVED!), i32(2))), i32(2)))), drop),
        ),
      ]);
    });
}

const bondOf = (t: EngineTables, slot: number): Code =>
  i32Shl(i32Add(i32Mul(get(PART), i32(t.bondSlots)), i32(slot)), i32(2));
