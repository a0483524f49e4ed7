import { noInterval } from '../analysis/validation/judge.js';
import { type Observed, observedIn } from '../analysis/validation/observe.js';
import type { Judge } from '../calibration/calibrate.js';
import { memoryTable } from '../dataset/memory-table.js';
import { type Lived, liveHere } from '../runner/here.js';
import { withParameters } from '../scenario/parameter-set.js';
import type { Plan } from '../scenario/plan.js';
import type { Size } from '../validation/batches.js';
import type { ModelInputs } from '../validation/forcing-of.js';
import { givenCourses } from '../validation/given-courses.js';
import { judgeTargets } from '../validation/judge-targets.js';
import { programmeOf } from '../validation/programme.js';
import { WHOLE } from '../validation/size.js';
import type { Target } from '../validation/target.js';
import { toPlan } from './targets.js';
import { measuresOf, merged } from './validation-run.js';

/** One average cell a condition, as differential equations. */
export const MEAN_FIELD: Size = { ...WHOLE, cells: 1, method: 'mean-field' };

/**
 * A judge of constants: lives the protocols of targets in the mean field, one average cell of each fibre type, and reads the tables
 * that a dataset would hold.
 */
export async function meanFieldJudge(targets: readonly Target[], inputs: ModelInputs): Promise<Judge> {
  const programme = programmeOf(targets, inputs, MEAN_FIELD, toPlan());
  const measures = measuresOf(programme);
  const live = await liveHere();
  const seen = ({ tables, records }: Lived): Observed =>
    observedIn(
      (name) => memoryTable(tables.find((t) => t.name === name)!, records),
      { donors: 1, cells: 1 },
      measures,
    );
  return (set) => {
    const observed = programme.batches.map(({ name, plan }) => {
      const given = givenCourses(plan);
      const [slow, fast] = [0, 1].map((share) => seen(live(averageCell(withParameters(plan, set), share))));
      return [name, merged(bothOf(slow!, fast!), given)] as const;
    });
    return judgeTargets(targets, programme, new Map(observed), noInterval);
  };
}

const averageCell = (plan: Plan, type_II_share: number): Plan => ({
  ...plan,
  cells: 1,
  donors: 1,
  variation: { volume_cv: 0, copies_cv: 0, donor_cv: 0, type_II_share },
});

/** The cells of two runs of the same conditions as those of one. */
const bothOf = (one: Observed, other: Observed): Observed =>
  new Map(
    [...one].map(([condition, courses]) => [
      condition,
      new Map(
        [...courses].map(([measure, course]) => [
          measure,
          { ...course, cells: [...course.cells, ...(other.get(condition)?.get(measure)?.cells ?? [])] },
        ]),
      ),
    ]),
  );
