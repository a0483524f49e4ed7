/** The myocyte in two dimensions, for a page: the same compartments as in `places.ts`, drawn side by side, illustrative too. */
import { halton } from './halton.js';
import type { Place } from './places.js';

export type Spot = readonly [x: number, y: number];
export interface Oval {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
}
export const FLAT = { width: 760, height: 400 };
/** The cell's outline: a piece of a fibre, ends rounded. */
export const CELL = { x: 12, y: 12, width: FLAT.width - 24, height: FLAT.height - 24, corner: 60 };
export const RIM_DEPTH = 26;
export const FLAT_LYSOSOMES: readonly Oval[] = [
  { x: 150, y: 120, rx: 56, ry: 50 },
  { x: 300, y: 110, rx: 56, ry: 50 },
];
export const FLAT_MITOCHONDRIA: readonly Oval[] = [
  { x: 470, y: 112, rx: 78, ry: 36 },
  { x: 628, y: 128, rx: 62, ry: 34 },
];
export const FLAT_NUCLEUS: Oval = { x: 618, y: 258, rx: 72, ry: 52 };
export const FLAT_MYOFIBRIL = { x: 70, y: 300, width: 440, height: 46 };

/** Where the `index`-th of all drawn molecules stands when it is in a place; always the same spot. */
export function flatSpot(place: Place, index: number): Spot {
  for (let i = 1 + index, tries = 0; ; i += 977, tries++) {
    const spot = FLAT_WITHIN[place](halton(i, 2), halton(i, 3), index);
    if (spot !== undefined || tries > 200) return spot ?? [FLAT.width / 2, 225];
  }
}

const FLAT_WITHIN: Readonly<Record<Place, (u: number, v: number, index: number) => Spot | undefined>> = {
  rim: (u, v) => {
    const side = v < 0.5 ? CELL.y + 7 : CELL.y + CELL.height - RIM_DEPTH + 5;
    return [
      CELL.x + CELL.corner + u * (CELL.width - 2 * CELL.corner),
      side + ((2 * v) % 1) * (RIM_DEPTH - 12),
    ];
  },
  cytosol: (u, v) => {
    const spot: Spot = [
      CELL.x + 40 + u * (CELL.width - 80),
      CELL.y + RIM_DEPTH + 8 + v * (CELL.height - 2 * RIM_DEPTH - 16),
    ];
    const { x, y, width, height } = FLAT_MYOFIBRIL;
    const inFibril =
      spot[0] > x - 8 && spot[0] < x + width + 8 && spot[1] > y - 8 && spot[1] < y + height + 8;
    return inFibril || OVALS.some((oval) => isWithin(oval, spot, 8)) ? undefined : spot;
  },
  lysosome: (_u, _v, index) => {
    const [oval, u, v] = shared(FLAT_LYSOSOMES, index);
    const [depth, angle] = [0.82 + 0.14 * v, 2 * Math.PI * u];
    return [oval.x + oval.rx * depth * Math.cos(angle), oval.y + oval.ry * depth * Math.sin(angle)];
  },
  matrix: (_u, _v, index) => inOval(...shared(FLAT_MITOCHONDRIA, index)),
  protein: (u, v) => [
    FLAT_MYOFIBRIL.x + 8 + u * (FLAT_MYOFIBRIL.width - 16),
    FLAT_MYOFIBRIL.y + 8 + v * (FLAT_MYOFIBRIL.height - 16),
  ],
  nucleus: (u, v) => inOval(FLAT_NUCLEUS, u, v),
};
/** Molecules take turns among ovals of one kind; the numbers for the spot count turns, so that each oval is filled evenly. */
const shared = (ovals: readonly Oval[], index: number): readonly [Oval, number, number] => {
  const turn = 1 + Math.floor(index / ovals.length);
  return [ovals[index % ovals.length]!, halton(turn, 2), halton(turn, 3)];
};
const OVALS: readonly Oval[] = [...FLAT_LYSOSOMES, ...FLAT_MITOCHONDRIA, FLAT_NUCLEUS];

const inOval = ({ x, y, rx, ry }: Oval, u: number, v: number): Spot => {
  const radius = 0.85 * Math.sqrt(u);
  return [x + rx * radius * Math.cos(2 * Math.PI * v), y + ry * radius * Math.sin(2 * Math.PI * v)];
};

/** Whether a spot is in an oval widened by a margin. */
export const isWithin = ({ x, y, rx, ry }: Oval, [px, py]: Spot, margin = 0): boolean =>
  ((px - x) / (rx + margin)) ** 2 + ((py - y) / (ry + margin)) ** 2 < 1;
