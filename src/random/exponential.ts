import type { Generator } from './generator.js';
import { uint32, uniform53 } from './uniform.js';

/**
 * Exponential of mean 1 by the ziggurat (Marsaglia and Tsang, J. Stat. Softw. 5(8), 2000, doi:10.18637/jss.v005.i08).
 * Layer and position come from separate bits, 8 and 53 of them, and the tail is exact: beyond EDGE the distribution
 * is itself again.
 */
export function exponential(g: Generator): number {
  let beyond = 0;
  for (;;) {
    const low = uint32(g);
    const layer = low & 255;
    const x = (uint32(g) * TWO_21 + (low >>> 11)) * TWO_M53 * WIDTH[layer]!;
    if (x < WIDTH[layer + 1]!) return beyond + x;
    if (layer === 0) beyond += EDGE;
    else if (HEIGHT[layer]! + uniform53(g) * (HEIGHT[layer + 1]! - HEIGHT[layer]!) < Math.exp(-x))
      return beyond + x;
  }
}

const TWO_21 = 2 ** 21;
const TWO_M53 = 2 ** -53;
const LAYERS = 256;
/** Where the tail starts, for which 256 layers of equal area close at height 1, to the last bit (by bisection: the tests do it again). */
const EDGE = 7.697117470131051;
/** Layer i spans heights HEIGHT[i] .. HEIGHT[i + 1] and is WIDTH[i] wide; all of it up to WIDTH[i + 1] lies under the curve. */
const WIDTH = layerWidths(EDGE);
const HEIGHT = WIDTH.map((x, i) => (i === 0 ? 0 : Math.exp(-x)));

/** NaN from where the layers have passed height 1. */
export function layerWidths(edge: number): Float64Array {
  const area = (edge + 1) * Math.exp(-edge);
  const width = new Float64Array(LAYERS + 1);
  width[0] = area / Math.exp(-edge);
  width[1] = edge;
  for (let i = 2; i < LAYERS; i++) {
    const height = Math.exp(-width[i - 1]!) + area / width[i - 1]!;
    width[i] = height < 1 ? -Math.log(height) : Number.NaN;
  }
  return width;
}

/** The layers, for an engine that draws the same numbers without calling here. */
export const ZIGGURAT = { edge: EDGE, width: WIDTH, height: HEIGHT } as const;
