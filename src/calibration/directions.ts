import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { type Box, moved, type Point, type Residuals, STEP } from './least-squares.js';

/** A direction in which all constants move together, and how far the data let them. */
export interface Direction {
  /** Of length 1, by coordinate. */
  readonly along: readonly number[];
  /** How far the cost lets a point move, to the margin, were the cost a parabola; infinite where nothing changes. */
  readonly width: number;
  /** How far the box is across, through the point. */
  readonly room: number;
  /** Whether the data narrow this direction down: the width is less than half of the room. */
  readonly told: boolean;
}

/**
 * Eigenvectors of the Gauss-Newton Hessian of the cost at a point, from the one held best to the one held least: where
 * widths are beyond the bounds, the data cannot tell the constants apart that move along (Gutenkunst et al., PLoS Comput. Biol. 3,
 * e189, 2007, doi:10.1371/journal.pcbi.0030189).
 */
export async function directionsOf(
  residuals: Residuals,
  box: Box,
  at: Point,
  margin: number,
): Promise<readonly Direction[]> {
  const slopes = await Promise.all(
    at.map(async (_, k) => {
      const [up, down] = await Promise.all([STEP, -STEP].map((step) => residuals(moved(at, k, step))));
      return Array.from(up!, (r, i) => (r - down![i]!) / (2 * STEP));
    }),
  );
  const jacobian = new Matrix(slopes);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(
    jacobian.mmul(jacobian.transpose()),
    { assumeSymmetric: true },
  );
  return realEigenvalues
    .map((value, k) => {
      const along = eigenvectorMatrix.getColumn(k);
      const width = value > 0 ? Math.sqrt(margin / value) : Number.POSITIVE_INFINITY;
      const room = roomAlong(along, box, at);
      return { along, width, room, told: width < room / 2 };
    })
    .sort((a, b) => a.width - b.width);
}

/** Length of the line through a point of the box, along a direction of length 1, that is inside. */
function roomAlong(along: Point, { low, high }: Box, at: Point): number {
  const sides = along.map((d, k) => [(low[k]! - at[k]!) / d, (high[k]! - at[k]!) / d] as const);
  const moving = sides.filter((_, k) => Math.abs(along[k]!) > 1e-12);
  return (
    Math.min(...moving.map(([a, b]) => Math.max(a, b))) - Math.max(...moving.map(([a, b]) => Math.min(a, b)))
  );
}
