import type { Generator } from './generator.js';

/** One draw of xoshiro128** 1.1 (Blackman and Vigna, ACM Trans. Math. Softw. 47, 36, 2021, doi:10.1145/3460772), 0 .. 2^32 - 1. */
export function uint32(g: Generator): number {
  const s = g.state;
  const s1 = s[1]!;
  const s2 = s[2]! ^ s[0]!;
  const s3 = s[3]! ^ s1;
  s[1] = s1 ^ s2;
  s[0] = s[0]! ^ s3;
  s[2] = s2 ^ (s1 << 9);
  s[3] = (s3 << 11) | (s3 >>> 21);
  const x = Math.imul(s1, 5);
  return Math.imul((x << 7) | (x >>> 25), 9) >>> 0;
}

const TWO_26 = 2 ** 26;
const TWO_M53 = 2 ** -53;

/** Uniform on [0, 1): every multiple of 2^-53 equally likely, from two draws. */
export function uniform53(g: Generator): number {
  const high = uint32(g) >>> 5;
  return (high * TWO_26 + (uint32(g) >>> 6)) * TWO_M53;
}

/** Uniform on (0, 1): the midpoints of 2^52 equal cells, so a logarithm of it or of its complement is finite. */
export function uniformOpen(g: Generator): number {
  const high = uint32(g) >>> 6;
  return (high * TWO_26 + (uint32(g) >>> 6) + 0.5) * TWO_M53 * 2;
}
