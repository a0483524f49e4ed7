import { valueAt, valueBefore } from '../body/courses.js';
import type { Condition, Course, Plan, Reference } from './plan.js';

/** A plan that holds from a time on. */
export interface PlanStage {
  readonly from_s: number;
  readonly plan: Plan;
}
/** What a cell is given from a time on, and until when that was to last. */
export interface Stage {
  readonly from_s: number;
  readonly until_s: number;
  readonly condition: Condition;
}

/** The plans that a branch lives through, one after another; one that is no branch is the only one. */
export function planStages(plan: Plan): readonly PlanStage[] {
  const { branch, ...last } = plan;
  if (branch === undefined) return [{ from_s: Number.NEGATIVE_INFINITY, plan }];
  const before = planStages({ ...last, ...branch.before });
  return [...before.filter(({ from_s }) => from_s < branch.at_s), { from_s: branch.at_s, plan: last }];
}

/** Stages as one condition, whose courses step from one stage's to the next one's; rates are those of the last. */
export function inOne(stages: readonly Stage[], reference: Reference): Condition {
  return stages.slice(1).reduce<Condition>(
    (before, { from_s, condition }) => ({
      ...condition,
      inputs: each(before.inputs, condition.inputs, (input, a, b) => {
        const rest = reference.inputs[input]?.rest ?? 0;
        return joined(a ?? level(rest), b ?? level(rest), from_s);
      }),
      labels: each(before.labels, condition.labels, (_, a = {}, b = {}) =>
        each(a, b, (_key, c, d) => joined(c ?? level(0), d ?? level(0), from_s)),
      ),
      provenance: each(before.provenance, condition.provenance, (_, a = 'rest', b = 'rest') =>
        a === b ? a : `${a}, then ${b}`,
      ),
    }),
    stages[0]!.condition,
  );
}

function joined(before: Course, after: Course, at_s: number): Course {
  const early = before.time_s.map((t, i) => [t, before.value[i]!] as const).filter(([t]) => t < at_s);
  const late = after.time_s.map((t, i) => [t, after.value[i]!] as const).filter(([t]) => t > at_s);
  const pairs = [
    ...early,
    [at_s, valueBefore(before, at_s)] as const,
    [at_s, valueAt(after, at_s)] as const,
    ...late,
  ];
  return { time_s: pairs.map(([t]) => t), value: pairs.map(([, v]) => v) };
}

const level = (value: number): Course => ({ time_s: [0], value: [value] });

/** A value for every key of either. */
const each = <T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  of: (key: string, inA: T | undefined, inB: T | undefined) => T,
): Record<string, T> =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [key, of(key, a[key], b[key])]),
  );
