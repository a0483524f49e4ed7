import { type BloodTracer, bloodTracer } from '../body/tracer-infusion.js';
import { tracerOf } from './asked-assays.js';
import { canonical } from './canonical.js';
import { conditionFrom } from './condition.js';
import type { Condition, Job, Plan, Recipe, SweepAxis, Target, Variation } from './plan.js';
import { pointCount, pointValues } from './points.js';
import { inOne, planStages, type Stage } from './stages.js';
import type { TracerProtocol } from './tracer-schema.js';

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

/** What the cell is given in one condition at one point of the sweep; where that changes at a time, in one. */
export function conditionAt(plan: Plan, point: number, condition: number): Condition {
  return inOne(stagesAt(plan, point, condition), plan.reference);
}

/** What the cell is given, one after another: one stage, or more where the plan branched off and this condition was changed. */
export function stagesAt(plan: Plan, point: number, condition: number): readonly Stage[] {
  const stages = planStages(plan).map(({ from_s, plan: own }) => ({
    from_s,
    until_s: own.duration_s,
    condition: conditionOf(own, point, condition),
  }));
  const kept: Stage[] = [];
  for (const stage of stages) {
    const last = kept.at(-1);
    if (last !== undefined && canonical(last.condition) === canonical(stage.condition))
      kept[kept.length - 1] = { ...last, until_s: stage.until_s };
    else kept.push(stage);
  }
  return kept;
}

function conditionOf(plan: Plan, point: number, condition: number): Condition {
  const name = plan.conditionNames[condition];
  const own = plan.conditions[condition];
  if (name === undefined || own === undefined)
    throw new RangeError(`there is no condition ${condition}: the plan has ${plan.conditionNames.length}`);
  const values = pointValues(plan, point);
  const turned = (recipe: Recipe, at: number | 'base') =>
    plan.axes.reduce((r, axis, i) => applied(r, at, axis, values[i]!), recipe);
  return traced(plan, conditionFrom(name, turned(plan.base, 'base'), turned(own, condition), plan.reference));
}

/** The condition with the label that a tracer study of the plan brings into its blood. */
function traced(plan: Plan, condition: Condition): Condition {
  const study = tracerOf(plan);
  if (study === undefined) return condition;
  const { labels } = bloodTracerOf(plan, study, condition);
  return { ...condition, labels: { ...condition.labels, ...labels } };
}

/** What the infusion of a tracer study does to the blood in one condition. */
export const bloodTracerOf = (plan: Plan, study: TracerProtocol, { inputs }: Condition): BloodTracer =>
  bloodTracer(
    study.infusion,
    inputs.plasma_leucine,
    plan.reference.inputs.plasma_leucine?.rest ?? Number.NaN,
    plan.duration_s,
  );

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

/** Which life of its twins a point is: 0 but where the scenario asks for replicates. */
export function replicateAt(plan: Plan, point: number): number {
  const axis = plan.axes.findIndex(({ target }) => target.kind === 'replicate');
  return axis < 0 ? 0 : pointValues(plan, point)[axis]!;
}

function applied(recipe: Recipe, at: number | 'base', axis: SweepAxis, value: number): Recipe {
  const target: Target = axis.target;
  if (!('at' in target) || target.at !== at) return recipe;
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
