import { createHash } from 'node:crypto';
import { conditionFrom } from './condition.js';
import type { Condition, Job, Plan, Recipe, SweepAxis, Target, Variation } from './plan.js';

/** How many points the sweep has; 1 without a sweep. */
export const pointCount = (plan: Plan): number => dimensionSizes(plan).reduce((n, size) => n * size, 1);

/** How many cells the plan asks for. */
export const jobCount = (plan: Plan): number =>
  pointCount(plan) * plan.conditionNames.length * plan.donors * plan.cells;

/** The job at a place in plan order: point, condition, donor, cell, the cell fastest. Throws a RangeError outside 0..jobCount-1. */
export function jobAt(plan: Plan, index: number): Job {
  if (!Number.isInteger(index) || index < 0 || index >= jobCount(plan))
    throw new RangeError(`there is no job ${index}: jobs are numbered 0 to ${jobCount(plan) - 1}`);
  const conditions = plan.conditionNames.length;
  const cell = index % plan.cells;
  const overCells = Math.floor(index / plan.cells);
  const donor = overCells % plan.donors;
  const overDonors = Math.floor(overCells / plan.donors);
  return {
    index,
    point: Math.floor(overDonors / conditions),
    condition: overDonors % conditions,
    donor,
    cell,
  };
}

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
  return plan.axes.map((axis) => axis.values[places[axis.dimension]!]!);
}

/** What the cell is given in one condition at one point of the sweep. */
export function conditionAt(plan: Plan, point: number, condition: number): Condition {
  const name = plan.conditionNames[condition];
  const own = plan.conditions[condition];
  if (name === undefined || own === undefined)
    throw new RangeError(`there is no condition ${condition}: the plan has ${plan.conditionNames.length}`);
  const values = pointValues(plan, point);
  const turned = (recipe: Recipe, at: number | 'base') =>
    plan.axes.reduce((r, axis, i) => applied(r, at, axis, values[i]!), recipe);
  return conditionFrom(name, turned(plan.base, 'base'), turned(own, condition), plan.reference);
}

/** Volume and variation at one point of the sweep: they may be swept too, so ask here and not the plan. */
export function cellsAt(
  plan: Plan,
  point: number,
): { readonly volume_um3: number; readonly variation: Variation } {
  const values = pointValues(plan, point);
  let volume_um3 = plan.volume_um3;
  let variation = plan.variation;
  plan.axes.forEach(({ target }, i) => {
    if (target.kind === 'volume') volume_um3 = values[i]!;
    if (target.kind === 'variation') variation = { ...variation, [target.field]: values[i]! };
  });
  return { volume_um3, variation };
}

/** sha256 of the plan as JSON with sorted keys, less its title: equal for plans that ask for the same numbers. */
export function planHash(plan: Plan): string {
  const { name: _name, question: _question, citation: _citation, ...rest } = plan;
  return createHash('sha256').update(canonical(rest)).digest('hex');
}

function dimensionSizes(plan: Plan): readonly number[] {
  const sizes: number[] = [];
  for (const axis of plan.axes) sizes[axis.dimension] = axis.values.length;
  return sizes;
}

function applied(recipe: Recipe, at: number | 'base', axis: SweepAxis, value: number): Recipe {
  const target: Target = axis.target;
  if (target.kind === 'volume' || target.kind === 'variation' || target.at !== at) return recipe;
  switch (target.kind) {
    case 'treatment': {
      const given = [...(recipe.treatments[target.key] ?? [])];
      given[target.index] = { ...given[target.index], [target.field]: value };
      return { ...recipe, treatments: { ...recipe.treatments, [target.key]: given } };
    }
    case 'input':
      return { ...recipe, inputs: { ...recipe.inputs, [target.input]: { kind: 'constant', value } } };
    case 'parameter':
      return {
        ...recipe,
        parameters: { ...recipe.parameters, [target.parameter]: { kind: 'value', value } },
      };
    case 'copies':
      return { ...recipe, copies: { ...recipe.copies, [target.agent]: value } };
  }
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
      .join(',')}}`;
  return JSON.stringify(value);
}
