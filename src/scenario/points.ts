import { latinHypercube } from '../random/latin-hypercube.js';
import { sobol } from '../random/sobol.js';
import type { DrawnValues, Plan, SweepAxis } from './plan.js';

/** How many points the sweep has; 1 without a sweep. */
export const pointCount = (plan: Plan): number => dimensionSizes(plan).reduce((n, size) => n * size, 1);

/** The value of each axis at a point, in the order of `plan.axes` and in the axis' unit. */
export function pointValues(plan: Plan, point: number): readonly number[] {
  if (!Number.isInteger(point) || point < 0 || point >= pointCount(plan))
    throw new RangeError(`there is no point ${point}: points are numbered 0 to ${pointCount(plan) - 1}`);
  const sizes = dimensionSizes(plan);
  const places = new Array<number>(sizes.length).fill(0);
  let rest = point;
  for (let d = sizes.length - 1; d >= 0; d--) {
    places[d] = rest % sizes[d]!;
    rest = Math.floor(rest / sizes[d]!);
  }
  return plan.axes.map((axis) => valueAt(axis, places[axis.dimension]!));
}

/** How many values an axis has. */
export const valueCount = ({ values }: Pick<SweepAxis, 'values'>): number =>
  isDrawn(values) ? values.points : values.length;

function valueAt({ values }: SweepAxis, place: number): number {
  return isDrawn(values) ? between(values, shareOf(values)(place)) : values[place]!;
}

/** Where between the ends a share of 0 to 1 is. */
function between({ from, to, scale }: DrawnValues, share: number): number {
  return scale === 'log' ? from * (to / from) ** share : from + (to - from) * share;
}

/** A coordinate of a Latin hypercube is one shuffle, so it is kept as long as its axis. */
const hypercubes = new WeakMap<DrawnValues, (place: number) => number>();

function shareOf(drawn: DrawnValues): (place: number) => number {
  const { set, seed, coordinate, points } = drawn;
  if (set === 'sobol') return (place) => sobol(place, coordinate);
  const made = hypercubes.get(drawn) ?? latinHypercube(seed, [coordinate], points);
  hypercubes.set(drawn, made);
  return made;
}

const isDrawn = (values: SweepAxis['values']): values is DrawnValues => !Array.isArray(values);

function dimensionSizes(plan: Plan): readonly number[] {
  const sizes: number[] = [];
  for (const axis of plan.axes) sizes[axis.dimension] = valueCount(axis);
  return sizes;
}
