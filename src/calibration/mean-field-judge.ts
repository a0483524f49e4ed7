import { noInterval } from '../analysis/validation/judge.js';
import { merged, type Observed, observedIn } from '../analysis/validation/observe.js';
import { memoryTable } from '../dataset/memory-table.js';
import type { CellRecord, TableSpec } from '../myocyte/record.js';
import { jobAt, jobCount } from '../scenario/expand.js';
import { type ParameterSet, withParameters } from '../scenario/parameter-set.js';
import type { Job, Plan } from '../scenario/plan.js';
import { givenCourses } from '../validation/given-courses.js';
import { type JudgedTarget, judgeTargets } from '../validation/judge-targets.js';
import { measuresOf, type Programme } from '../validation/programme.js';
import type { Target } from '../validation/target.js';

/** What is judged: targets, and how their protocols are run. Plain data, which a thread can be handed. */
export interface JudgeSetup {
  readonly targets: readonly Target[];
  readonly programme: Programme;
}
/** How cells are lived, and what tables they fill. */
export interface CellMaker {
  readonly runCell: (plan: Plan, job: Job) => CellRecord;
  readonly tableSpecs: (plan: Plan) => readonly TableSpec[];
}

/**
 * A judge of constants: lives the protocols of targets in one cell a condition, without variation, and reads the tables that a
 * dataset would hold.
 */
export function meanFieldJudge(
  { targets, programme }: JudgeSetup,
  { runCell, tableSpecs }: CellMaker,
): (set: ParameterSet) => readonly JudgedTarget[] {
  const measures = measuresOf(programme);
  const batches = programme.batches.map(({ name, plan }) => ({ name, plan, given: givenCourses(plan) }));
  const seen = (plan: Plan): Observed => {
    const tables = tableSpecs(plan);
    const records = Array.from({ length: jobCount(plan) }, (_, i) => runCell(plan, jobAt(plan, i)));
    const table = (name: string) => memoryTable(tables.find((t) => t.name === name)!, records);
    return observedIn(table, { donors: 1, cells: 1 }, measures);
  };
  return (set) => {
    const observed = batches.map(
      ({ name, plan, given }) => [name, merged(seen(averageCell(withParameters(plan, set))), given)] as const,
    );
    return judgeTargets(targets, programme, new Map(observed), noInterval);
  };
}

const averageCell = (plan: Plan): Plan => ({
  ...plan,
  cells: 1,
  donors: 1,
  variation: { volume_cv: 0, copies_cv: 0, donor_cv: 0, type_II_share: 0 },
});
