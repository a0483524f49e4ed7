import { JOE_KUO } from './joe-kuo.js';

/** How many coordinates a point may have, and how many points there are. */
export const SOBOL_COORDINATES = JOE_KUO.length + 1;
export const SOBOL_POINTS = 2 ** 30;

const BITS = 30;

/**
 * One coordinate (from 0) of the point `index` (from 0) of the Sobol sequence, in [0, 1), in the Gray-code order of
 * Antonov and Saleev 1979, doi:10.1016/0041-5553(79)90085-5. Unscrambled: point 0 is the origin, and every first 2^k
 * points are a net. Throws a RangeError outside SOBOL_COORDINATES and SOBOL_POINTS.
 */
export function sobol(index: number, coordinate: number): number {
  if (!Number.isInteger(index) || index < 0 || index >= SOBOL_POINTS)
    throw new RangeError(`there is no Sobol point ${index}`);
  const directions = directionsOf(coordinate);
  let gray = index ^ (index >>> 1);
  let x = 0;
  for (let bit = 0; gray !== 0; bit++, gray >>>= 1) if ((gray & 1) !== 0) x ^= directions[bit]!;
  return x / 2 ** BITS;
}

const known: Int32Array[] = [];

function directionsOf(coordinate: number): Int32Array {
  const made = known[coordinate];
  if (made !== undefined) return made;
  if (!Number.isInteger(coordinate) || coordinate < 0 || coordinate >= SOBOL_COORDINATES)
    throw new RangeError(`there is no Sobol coordinate ${coordinate}`);
  const directions = coordinate === 0 ? halves() : recurred(JOE_KUO[coordinate - 1]!);
  known[coordinate] = directions;
  return directions;
}

/** 1/2, 1/4, 1/8, ... as integers over 2^BITS. */
const halves = (): Int32Array => Int32Array.from({ length: BITS }, (_, i) => 1 << (BITS - 1 - i));

function recurred([inner, ...first]: readonly number[]): Int32Array {
  const degree = first.length;
  const v = new Int32Array(BITS);
  for (let i = 0; i < BITS; i++) {
    if (i < degree) {
      v[i] = first[i]! << (BITS - 1 - i);
      continue;
    }
    let next = v[i - degree]! ^ (v[i - degree]! >>> degree);
    for (let k = 1; k < degree; k++) if (((inner! >>> (degree - 1 - k)) & 1) !== 0) next ^= v[i - k]!;
    v[i] = next;
  }
  return v;
}
