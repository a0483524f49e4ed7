import { normal } from '../random/normal.js';
import { streamFor } from '../random/stream.js';
import { uniform53 } from '../random/uniform.js';
import type { Direction } from './directions.js';
import { type Box, costAt, type Point, type Residuals } from './least-squares.js';

export interface NearOptimal {
  readonly x: Point;
  readonly cost: number;
}

/** Length of the interval that is searched for the next point, in widths of the cost: what a parabola is across. */
const REACH = 2;
const MOST_TRIES = 200;
/** Walks that go on beside one another, whatever there is to compute them: each set belongs to one of them. */
const WALKS = 8;
/** Steps from the optimum to the first point that is kept, and from one to the next, for each coordinate. */
const FIRST = 2;
const THEN = 1;

/**
 * Points of the box whose cost is at most `most`, by hit-and-run walks that start at one of them (R. L. Smith, Oper.
 * Res. 32, 1296, 1984, doi:10.1287/opre.32.6.1296): in the long run uniform over all such points that can be reached. Each
 * step draws a direction, even where the widths of the cost are 1, and on it an interval about the point, which shrinks towards the point
 * until a draw is low enough (R. M. Neal, Ann. Stat. 31, 705, 2003, doi:10.1214/aos/1056562461).
 */
export async function nearOptimal(
  residuals: Residuals,
  box: Box,
  start: Point,
  directions: readonly Direction[],
  {
    seed,
    sets,
    most,
    onSet,
  }: { readonly seed: string; readonly sets: number; readonly most: number; readonly onSet: () => void },
): Promise<readonly NearOptimal[]> {
  const first = { x: start, cost: await costAt(residuals, start) };
  const scales = directions.map(({ width, room }) => Math.min(width, room));
  const drawnBy = async (walk: number): Promise<readonly NearOptimal[]> => {
    const stream = streamFor(seed, 'calibration', 'ensemble', walk);
    const direction = () => {
      const even = directions.map(() => normal(stream));
      const size = Math.hypot(...even);
      return start.map((_, k) =>
        directions.reduce((sum, { along }, d) => sum + (scales[d]! * even[d]! * along[k]!) / size, 0),
      );
    };
    const step = async (here: NearOptimal): Promise<NearOptimal> => {
      const along = direction();
      let low = -REACH * uniform53(stream);
      let high = low + REACH;
      for (let i = 0; i < MOST_TRIES; i++) {
        const t = low + (high - low) * uniform53(stream);
        const x = here.x.map((v, k) => v + t * along[k]!);
        const cost = inside(x, box) ? await costAt(residuals, x) : Number.POSITIVE_INFINITY;
        if (cost <= most) return { x, cost };
        if (t < 0) low = t;
        else high = t;
      }
      return here;
    };
    const kept: NearOptimal[] = [];
    for (let here: NearOptimal = first; walk + kept.length * WALKS < sets; ) {
      const steps = (kept.length === 0 ? FIRST : THEN) * start.length;
      for (let k = 0; k < steps; k++) here = await step(here);
      kept.push(here);
      onSet();
    }
    return kept;
  };
  const walks = await Promise.all(Array.from({ length: WALKS }, (_, walk) => drawnBy(walk)));
  return Array.from({ length: sets }, (_, i) => walks[i % WALKS]![Math.floor(i / WALKS)]!);
}

const inside = (x: Point, { low, high }: Box): boolean => x.every((v, k) => v >= low[k]! && v <= high[k]!);
