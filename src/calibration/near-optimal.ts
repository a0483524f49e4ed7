import { normal } from '../random/normal.js';
import { streamFor } from '../random/stream.js';
import { uniform53 } from '../random/uniform.js';
import type { Direction } from './directions.js';
import { type Box, costAt, type Residuals } from './least-squares.js';

export interface NearOptimal {
  readonly x: readonly number[];
  readonly cost: number;
}

/** Length of the interval that is searched for the next point, in widths of the cost along the direction. */
const REACH = 4;
const MOST_TRIES = 200;

/**
 * Points of the box whose cost is at most `most`, by a hit-and-run walk that starts at one of them (R. L. Smith, Oper.
 * Res. 32, 1296, 1984, doi:10.1287/opre.32.6.1296): in the long run uniform over all such points that can be reached. Each
 * step draws a direction, scaled by the widths of the cost, and on it an interval about the point, which shrinks towards the point
 * until a draw is low enough (R. M. Neal, Ann. Stat. 31, 705, 2003, doi:10.1214/aos/1056562461). A point is kept after as many steps
 * as there are coordinates.
 */
export function nearOptimal(
  residuals: Residuals,
  box: Box,
  start: readonly number[],
  directions: readonly Direction[],
  { seed, sets, most }: { readonly seed: string; readonly sets: number; readonly most: number },
): readonly NearOptimal[] {
  const stream = streamFor(seed, 'calibration', 'ensemble');
  const scales = directions.map(({ width, room }) => Math.min(width, room));
  let here: NearOptimal = { x: start, cost: costAt(residuals, start) };
  const step = () => {
    const along = new Float64Array(start.length);
    directions.forEach(({ along: own }, d) => {
      const length = scales[d]! * normal(stream);
      own.forEach((v, k) => {
        along[k]! += length * v;
      });
    });
    let low = -REACH * uniform53(stream);
    let high = low + REACH;
    for (let i = 0; i < MOST_TRIES; i++) {
      const t = low + (high - low) * uniform53(stream);
      const x = here.x.map((v, k) => v + t * along[k]!);
      const cost = inside(x, box) ? costAt(residuals, x) : Number.POSITIVE_INFINITY;
      if (cost <= most) {
        here = { x, cost };
        return;
      }
      if (t < 0) low = t;
      else high = t;
    }
  };
  return Array.from({ length: sets }, () => {
    for (let k = 0; k < start.length; k++) step();
    return here;
  });
}

const inside = (x: readonly number[], { low, high }: Box): boolean =>
  x.every((v, k) => v >= low[k]! && v <= high[k]!);
