import type { Course } from '../analysis/validation/evaluate.js';
import { MEASURES } from '../analysis/validation/measures.js';
import { valueAt } from '../body/courses.js';
import { conditionAt } from '../scenario/expand.js';
import type { Condition, Plan, Course as PlanCourse } from '../scenario/plan.js';

/** What a plan gives its cells, by condition and measure, at the sample times: the measures that no cell changes. */
export function givenCourses(plan: Plan): ReadonlyMap<string, ReadonlyMap<string, Course>> {
  const times_s = Array.from(
    { length: Math.floor(plan.duration_s / plan.sampleEvery_s + 1e-9) + 1 },
    (_, i) => i * plan.sampleEvery_s,
  );
  return new Map(
    plan.conditionNames.map((name, c) => {
      const { inputs, labels } = conditionAt(plan, 0, c);
      const given: Readonly<Record<string, PlanCourse>> = { ...inputs, ...labelCourses(labels) };
      const courses = Object.entries(MEASURES).flatMap(([measure, { from }]) => {
        if (from.kind !== 'given') return [];
        const course = given[from.input];
        const rest = plan.reference.inputs[from.input]?.rest ?? 0;
        const values = Float64Array.from(times_s, (t) => (course === undefined ? rest : valueAt(course, t)));
        return [[measure, { times_min: times_s.map((t) => t / 60), cells: [values] }] as const];
      });
      return [name, new Map(courses)] as const;
    }),
  );
}

const labelCourses = (labels: Condition['labels']): Readonly<Record<string, PlanCourse>> =>
  Object.fromEntries(
    Object.entries(labels).flatMap(([source, keys]) =>
      Object.entries(keys).map(([key, course]) => [`label ${source} ${key}`, course] as const),
    ),
  );
