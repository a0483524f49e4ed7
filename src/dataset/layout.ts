import type { Plan } from '../scenario/plan.js';
import { wrongJobCount } from './problems.js';

/** How many of each key there are; with plan order (point, condition, donor, cell; cell fastest) it says who job i is. */
export interface Layout {
  readonly points: number;
  readonly conditions: readonly string[];
  readonly donors: number;
  readonly cells: number;
}

/** The keys of one cell; `condition` is its place in the layout's list. */
export interface Keys {
  readonly condition: number;
  readonly point: number;
  readonly donor: number;
  readonly cell: number;
}

/** The layout of a plan of `jobs` cells. Throws if that is not a whole number of sweep points. */
export function layoutOf(plan: Plan, jobs: number): Layout {
  const { conditionNames: conditions, donors, cells } = plan;
  const perPoint = conditions.length * donors * cells;
  const points = jobs / perPoint;
  if (!Number.isInteger(points) || points < 1) throw wrongJobCount(jobs, perPoint);
  return { points, conditions, donors, cells };
}

/** Who job i is. */
export function keysAt({ conditions, donors, cells }: Layout, job: number): Keys {
  const byDonor = Math.floor(job / cells);
  const byCondition = Math.floor(byDonor / donors);
  return {
    condition: byCondition % conditions.length,
    point: Math.floor(byCondition / conditions.length),
    donor: byDonor % donors,
    cell: job % cells,
  };
}

/** Which job has these keys: the inverse of `keysAt`. */
export const jobOf = (
  { conditions, donors, cells }: Layout,
  { condition, point, donor, cell }: Keys,
): number => ((point * conditions.length + condition) * donors + donor) * cells + cell;
