import type { Generator } from './generator.js';
import { uint32 } from './uniform.js';

/** A whole number 0 .. n - 1, all equally likely without any bias; n from 1 to 2^53. */
export function below(g: Generator, n: number): number {
  return n <= TWO_21 ? byProduct(g, n) : byMask(g, n);
}

const TWO_21 = 2 ** 21;
const TWO_32 = 2 ** 32;
const TWO_M32 = 2 ** -32;

/** Lemire, ACM Trans. Model. Comput. Simul. 29, 3, 2019, doi:10.1145/3230636; the product is exact below 2^53. */
function byProduct(g: Generator, n: number): number {
  let product = uint32(g) * n;
  let whole = Math.floor(product * TWO_M32);
  if (product - whole * TWO_32 < n) {
    const least = TWO_32 % n;
    while (product - whole * TWO_32 < least) {
      product = uint32(g) * n;
      whole = Math.floor(product * TWO_M32);
    }
  }
  return whole;
}

/** Draws as many bits as n - 1 has, until they make a number below n. */
function byMask(g: Generator, n: number): number {
  const top = n - 1;
  const highTop = Math.floor(top * TWO_M32);
  const highMask = maskOver(highTop);
  const lowMask = highTop > 0 ? -1 : maskOver(top);
  for (;;) {
    const high = highTop > 0 ? (uint32(g) & highMask) >>> 0 : 0;
    const x = high * TWO_32 + ((uint32(g) & lowMask) >>> 0);
    if (x < n) return x;
  }
}

const maskOver = (x: number): number => (x === 0 ? 0 : -1 >>> Math.clz32(x));
