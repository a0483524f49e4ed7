/**
 * Just enough of the WebAssembly binary format (W3C Core Specification 2.0, chapter 5) to write one module: code is a
 * nested list of bytes, so that emitters compose by plain arrays.
 */
export type Code = number | Uint8Array | readonly Code[];

export const I32 = 0x7f;
export const I64 = 0x7e;
export const F64 = 0x7c;
const VOID = 0x40;

export const block = (...body: Code[]): Code => [0x02, VOID, body, 0x0b];
export const loop = (...body: Code[]): Code => [0x03, VOID, body, 0x0b];
export const when = (condition: Code, then: Code, otherwise?: Code): Code =>
  otherwise === undefined
    ? [condition, 0x04, VOID, then, 0x0b]
    : [condition, 0x04, VOID, then, 0x05, otherwise, 0x0b];
export const br = (depth: number): Code => [0x0c, unsigned(depth)];
export const brIf = (depth: number, condition: Code): Code => [condition, 0x0d, unsigned(depth)];
export const call = (f: number, ...args: Code[]): Code => [args, 0x10, unsigned(f)];

export const get = remembered((local) => [0x20, ...unsigned(local)]);
export const set = (local: number, value: Code): Code => [value, 0x21, unsigned(local)];
export const tee = (local: number, value: Code): Code => [value, 0x22, unsigned(local)];

export const i32 = remembered((x) => [0x41, ...signed(x | 0)]);
export const i64 = remembered((x) => [0x42, ...signed(x)]);
export const f64 = remembered((x) => [0x44, ...new Uint8Array(new Float64Array([x]).buffer)]);

/** Loads and stores at a fixed address, or at `base` bytes beyond it. */
export const loadI32 = (address: number, base?: Code): Code =>
  base === undefined ? loadI32At(address) : [base, 0x28, 2, unsigned(address)];
export const loadF64 = (address: number, base?: Code): Code =>
  base === undefined ? loadF64At(address) : [base, 0x2b, 3, unsigned(address)];
const loadI32At = remembered((address) => [0x41, 0, 0x28, 2, ...unsigned(address)]);
const loadF64At = remembered((address) => [0x41, 0, 0x2b, 3, ...unsigned(address)]);
export const storeI32 = (address: number, value: Code, base: Code = i32(0)): Code => [
  base,
  value,
  0x36,
  2,
  unsigned(address),
];
export const storeF64 = (address: number, value: Code, base: Code = i32(0)): Code => [
  base,
  value,
  0x39,
  3,
  unsigned(address),
];

const binary =
  (opcode: number) =>
  (a: Code, b: Code): Code => [a, b, opcode];
const unary =
  (opcode: number) =>
  (a: Code): Code => [a, opcode];
export const i32Eqz = unary(0x45);
export const i32Ctz = unary(0x68);
export const i32Add = binary(0x6a);
export const i32Sub = binary(0x6b);
export const i32Mul = binary(0x6c);
export const i32And = binary(0x71);
export const i32Or = binary(0x72);
export const i32Xor = binary(0x73);
export const i32Shl = binary(0x74);
export const i32ShrU = binary(0x76);
export const i32Eq = binary(0x46);
export const i32LtU = binary(0x49);
/** By shifts, which the baseline compiler has inline; for rotl it calls a function. `x` stands twice: give a local. */
export const i32Rotl = (x: Code, n: number): Code => i32Or(i32Shl(x, i32(n)), i32ShrU(x, i32(32 - n)));
export const i64Mul = binary(0x7e);
export const i32RemU = binary(0x70);
export const i64Or = binary(0x84);
export const i64Shl = binary(0x86);
export const i64ShrU = binary(0x88);
export const f64Lt = binary(0x63);
export const f64Gt = binary(0x64);
export const f64Le = binary(0x65);
export const f64Add = binary(0xa0);
export const f64Sub = binary(0xa1);
export const f64Mul = binary(0xa2);
export const f64Div = binary(0xa3);
export const i32Wrap = unary(0xa7);
export const i64FromU32 = unary(0xad);
export const f64FromI64 = unary(0xb9);
const i64ReinterpretF64 = unary(0xbd);
/** A whole number from 0 to 2^32 - 1: its bits stand at the end of those of 2^52 more. Much quicker than a conversion that traps. */
export const i32FromF64 = (x: Code): Code => i32Wrap(i64ReinterpretF64(f64Add(x, f64(2 ** 52))));

export interface Signature {
  readonly params: readonly number[];
  readonly results: readonly number[];
}
export interface FunctionBody {
  readonly signature: Signature;
  /** Types of the locals after the parameters. */
  readonly locals: readonly number[];
  readonly code: Code;
}

/** A module that imports functions and one memory of so many pages, which never grows, from 'env', and exports some functions. */
export function moduleBytes(
  imports: readonly { name: string; signature: Signature }[],
  functions: readonly FunctionBody[],
  exported: Readonly<Record<string, number>>,
  pages: number,
): Uint8Array {
  const types = [...imports, ...functions].map(({ signature }) => [
    0x60,
    vector(signature.params),
    vector(signature.results),
  ]);
  const imported = imports.map(({ name }, i) => [text('env'), text(name), 0x00, unsigned(i)]);
  const memory: Code = [text('env'), text('memory'), 0x02, 0x01, unsigned(pages), unsigned(pages)];
  const bodies = functions.map(({ locals, code }) =>
    sized([vector(locals.map((type) => [0x01, type])), code, 0x0b]),
  );
  return bytesOf([
    [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    section(1, vector(types)),
    section(2, vector([...imported, memory])),
    section(3, vector(functions.map((_, i) => unsigned(imports.length + i)))),
    section(7, vector(Object.entries(exported).map(([name, f]) => [text(name), 0x00, unsigned(f)]))),
    section(10, vector(bodies)),
  ]);
}

const section = (id: number, content: Code): Code => [id, sized(content)];
const vector = (items: readonly Code[]): Code => [unsigned(items.length), items];
const text = (s: string): Code => [unsigned(s.length), new TextEncoder().encode(s)];
function sized(content: Code): Code {
  const bytes = bytesOf(content);
  return [unsigned(bytes.length), bytes];
}

/** Code that stands in many places, as the bytes that it comes to. */
export const encoded = (code: Code): Code => bytesOf(code);

function bytesOf(code: Code): Uint8Array {
  const out = { bytes: new Uint8Array(1 << 12), length: 0 };
  write(code, out);
  return out.bytes.subarray(0, out.length);
}

interface Out {
  bytes: Uint8Array;
  length: number;
}

/** Bytes are written where they are met: a call for each would take most of the time that a program takes. */
function write(code: Code, out: Out): void {
  if (typeof code === 'number') {
    makeRoom(out, 1);
    out.bytes[out.length++] = code;
  } else if (ArrayBuffer.isView(code)) {
    makeRoom(out, code.length);
    out.bytes.set(code, out.length);
    out.length += code.length;
  } else {
    makeRoom(out, code.length);
    for (let i = 0; i < code.length; i++) {
      const part = code[i]!;
      if (typeof part === 'number') out.bytes[out.length++] = part;
      else {
        write(part, out);
        makeRoom(out, code.length - i);
      }
    }
  }
}

function makeRoom(out: Out, more: number): void {
  if (out.length + more <= out.bytes.length) return;
  const grown = new Uint8Array(2 * (out.length + more));
  grown.set(out.bytes);
  out.bytes = grown;
}

function unsigned(x: number): number[] {
  const bytes: number[] = [];
  let left = x;
  do {
    const low = left & 0x7f;
    left >>>= 7;
    bytes.push(left === 0 ? low : low | 0x80);
  } while (left !== 0);
  return bytes;
}
/** Numbers of up to 53 bits. */
function signed(x: number): number[] {
  const bytes: number[] = [];
  for (let left = x; ; ) {
    const low = ((left % 128) + 128) % 128;
    left = (left - low) / 128;
    if ((left === 0 && low < 64) || (left === -1 && low >= 64)) {
      bytes.push(low);
      return bytes;
    }
    bytes.push(low + 128);
  }
}

/** Code for a number, made once: a program asks for the same few thousands of times. */
function remembered(make: (x: number) => Code): (x: number) => Code {
  const known = new Map<number, Code>();
  return (x) => {
    const code = known.get(x) ?? make(x);
    known.set(x, code);
    return code;
  };
}
