import { LYSOSOMES, MEMBRANE, MITOCHONDRIA, MYOFIBRIL, NUCLEUS, type Point, type Shape } from './places.js';

/** A closed line around a compartment, in units of the cell's radius. */
export interface Hoop {
  readonly type: string;
  readonly points: readonly Point[];
}
const STEPS = 48;

/** Outlines of the compartments, three hoops each, so that what is inside is seen. */
export function hoopsOf(): readonly Hoop[] {
  return [
    ...around('plasma membrane', MEMBRANE),
    ...LYSOSOMES.flatMap((shape) => around('lysosome', shape)),
    ...MITOCHONDRIA.flatMap((shape) => around('mitochondrion', shape)),
    ...around('nucleus', NUCLEUS),
    ...around('muscle protein', MYOFIBRIL),
  ];
}

const PLANES = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const;

const around = (name: string, { centre, half }: Shape): readonly Hoop[] =>
  PLANES.map(([a, b]) => ({
    type: `outline#${name}`,
    points: Array.from({ length: STEPS + 1 }, (_, i) => {
      const point: [number, number, number] = [...centre];
      point[a] += half[a] * Math.cos((2 * Math.PI * i) / STEPS);
      point[b] += half[b] * Math.sin((2 * Math.PI * i) / STEPS);
      return point;
    }),
  }));
