/** Where molecules are drawn: one myocyte as a ball with its compartments, all of it illustrative but for the shares of volume. */
import { halton } from './halton.js';

export type Point = readonly [x: number, y: number, z: number];
export type Place = 'rim' | 'cytosol' | 'lysosome' | 'matrix' | 'protein' | 'nucleus';

/** A ball, an ellipsoid or a rod, in units of the cell's radius. */
export interface Shape {
  readonly centre: Point;
  /** Half the length along each axis. */
  readonly half: Point;
}
export const LYSOSOMES: readonly Shape[] = [
  ball([0.6, 0.3, 0.2], 0.12),
  ball([-0.6, 0.3, -0.2], 0.12),
  ball([-0.62, -0.25, 0.15], 0.12),
];
/** Four that together hold 5 % of the cell, the share of the model's matrix. */
export const MITOCHONDRIA: readonly Shape[] = (
  [
    [0, -0.45, 0.3],
    [0, -0.45, -0.3],
    [0, 0.1, 0.58],
    [0, 0.1, -0.58],
  ] as const
).map((centre) => ({ centre, half: [0.32, 0.1976, 0.1976] }));
export const NUCLEUS: Shape = ball([0, 0.6, 0], 0.22);
export const MYOFIBRIL: Shape = { centre: [0, 0, 0], half: [0.75, 0.16, 0.16] };
export const MEMBRANE: Shape = ball([0, 0, 0], 1);

/**
 * Where the `index`-th molecule stands when it is in a place, in units of the cell's radius: the same molecule always on the
 * same spot, spots evenly spread by the sequence of Halton (Numer. Math. 2, 84, 1960, 10.1007/BF01386213).
 */
export function spotIn(place: Place, index: number): Point {
  const known = SPOTS[place];
  for (; known.length <= index; TRIED[place]++) {
    const i = TRIED[place];
    const spot = WITHIN[place](halton(i, 2), halton(i, 3), halton(i, 5), known.length);
    if (spot !== undefined) known.push(spot);
  }
  return known[index]!;
}

type Draw = (u: number, v: number, w: number, index: number) => Point | undefined;
const WITHIN: Readonly<Record<Place, Draw>> = {
  rim: (u, v, w) => scaled(direction(u, v), 0.94 + 0.05 * w),
  cytosol: (u, v, w) => {
    const spot = scaled(direction(u, v), 0.9 * Math.cbrt(w));
    return ORGANELLES.some((shape) => isIn(shape, spot)) ? undefined : spot;
  },
  lysosome: (_u, _v, _w, index) => {
    const [shape, u, v] = shared(LYSOSOMES, index);
    return onto(shape, direction(u, v));
  },
  matrix: (_u, _v, _w, index) => {
    const [shape, u, v, w] = shared(MITOCHONDRIA, index);
    return onto(shape, scaled(direction(u, v), 0.92 * Math.cbrt(w)));
  },
  protein: (u, v, w) => {
    const [angle, radius] = [2 * Math.PI * v, Math.sqrt(w)];
    return onto(MYOFIBRIL, [2 * u - 1, radius * Math.cos(angle), radius * Math.sin(angle)]);
  },
  nucleus: (u, v, w) => onto(NUCLEUS, scaled(direction(u, v), 0.92 * Math.cbrt(w))),
};
/** Molecules take turns among shapes of one kind; the numbers for the spot count turns, so that each shape is filled evenly. */
const shared = (
  shapes: readonly Shape[],
  index: number,
): readonly [shape: Shape, u: number, v: number, w: number] => {
  const turn = 1 + Math.floor(index / shapes.length);
  return [shapes[index % shapes.length]!, halton(turn, 2), halton(turn, 3), halton(turn, 5)];
};
const ORGANELLES: readonly Shape[] = [...LYSOSOMES, ...MITOCHONDRIA, NUCLEUS, MYOFIBRIL];
const SPOTS: Readonly<Record<Place, Point[]>> = {
  rim: [],
  cytosol: [],
  lysosome: [],
  matrix: [],
  protein: [],
  nucleus: [],
};
const TRIED: Record<Place, number> = { rim: 1, cytosol: 1, lysosome: 1, matrix: 1, protein: 1, nucleus: 1 };

function direction(u: number, v: number): Point {
  const [z, angle] = [2 * u - 1, 2 * Math.PI * v];
  const flat = Math.sqrt(1 - z * z);
  return [flat * Math.cos(angle), flat * Math.sin(angle), z];
}

const scaled = ([x, y, z]: Point, by: number): Point => [x * by, y * by, z * by];
const onto = ({ centre, half }: Shape, [x, y, z]: Point): Point => [
  centre[0] + half[0] * x,
  centre[1] + half[1] * y,
  centre[2] + half[2] * z,
];
/** Whether a spot is within a shape, taken as an ellipsoid. */
export const isIn = ({ centre, half }: Shape, spot: Point): boolean =>
  spot.reduce((sum, x, i) => sum + ((x - centre[i]!) / half[i]!) ** 2, 0) < 1;

function ball(centre: Point, radius: number): Shape {
  return { centre, half: [radius, radius, radius] };
}
