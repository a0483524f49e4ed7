import { ratesOf } from '../compile/instantiate.js';
import { saturationsOf } from '../compile/saturations.js';
import type { Structure } from '../compile/structure.js';
import { type Lookup, resolve } from '../language/parameters.js';
import { fibreFactor } from '../model/fibres.js';
import { parameterSetOf } from '../scenario/ensemble.js';
import { cellsAt, stagesAt } from '../scenario/expand.js';
import { withParameters } from '../scenario/parameter-set.js';
import type { Job, Plan } from '../scenario/plan.js';
import type { Stage } from '../scenario/stages.js';
import { inputValue, type Stretch, timelineOfStages } from './timeline.js';
import { type Twin, twinOf } from './twin.js';

/** What makes one cell of a plan, whatever method lives it: its twin, its condition, and the numbers of both. */
export interface Given {
  readonly twin: Twin;
  /** What it is given, one after another; one stage unless the plan branched off. */
  readonly stages: readonly Stage[];
  /** The whole of its time, in which its inputs change only from one stretch to the next. */
  readonly stretches: readonly Stretch[];
  /** Which set of the plan's ensemble it lives, from 0; absent where there is none. */
  readonly parameterSet?: number;
  readonly volume_um3: number;
  readonly value: Lookup;
  /** Factor on copies per um3, by agent name. */
  readonly copies: (agentName: string) => number;
  /** Channel rates in a stretch of constant inputs. */
  readonly ratesIn: (stretch: Stretch) => Float64Array;
  /** The other constants of a stretch (engine: factorInvK); undefined where they are those of the start throughout. */
  readonly saturationsIn: (stretch: Stretch) => Float64Array | undefined;
}

/** What a condition gives its cells, and the stretches of time in which all of it is constant. */
interface Course {
  readonly plan: Plan;
  readonly point: number;
  readonly condition: number;
  readonly stages: readonly Stage[];
  readonly stretches: readonly Stretch[];
}
let last: Course | undefined;

/** Cells of a condition are lived one after another: its course is worked out once for all of them. */
function courseOf(plan: Plan, { point, condition }: Job): Course {
  if (last?.plan !== plan || last.point !== point || last.condition !== condition) {
    const stages = stagesAt(plan, point, condition);
    const stretches = timelineOfStages(stages, -plan.settle_s, plan.inputTolerance);
    last = { plan, point, condition, stages, stretches };
  }
  return last;
}

/** The cell of a job. Throws on parameters that the model does not have. */
export function givenOf(structure: Structure, plan: Plan, job: Job): Given {
  const { model } = structure;
  const parameterSet = parameterSetOf(plan, job);
  const own = parameterSet === undefined ? plan : withParameters(plan, plan.ensemble!.sets[parameterSet]!);
  const { stages, stretches } = courseOf(own, job);
  const { condition } = stages[0]!;
  const { volume_um3: mean_um3, variation } = cellsAt(plan, job.point);
  const agents = model.individuals.map((p) => p.agent.agentName);
  const twin = twinOf(plan.seed, variation, job.donor, job.cell, agents);
  const volume_um3 = mean_um3 * twin.volumeFactor;
  const value = resolve(model, condition.parameters);
  const copies = (agent: string) =>
    (twin.copies.get(agent) ?? 1) * fibreFactor(agent, twin.fibre) * (condition.copies[agent] ?? 1);
  const inputs = new Map(model.inputs.map((i) => [i.name, i]));
  const constants = stages.map((stage, i) => {
    const own = { volume_um3, value: i === 0 ? value : resolve(model, stage.condition.parameters) };
    return { rates: ratesOf(structure, own), saturations: saturationsOf(structure, own) };
  });
  const during = ({ from_s }: Stretch) => constants[stages.findLastIndex((stage) => stage.from_s <= from_s)]!;
  const ratesIn = (stretch: Stretch) =>
    during(stretch).rates((name) => inputValue(inputs.get(name)!, stretch));
  const saturationsIn = (stretch: Stretch) => (stages.length > 1 ? during(stretch).saturations : undefined);
  const drawn = parameterSet === undefined ? {} : { parameterSet };
  return { twin, stages, stretches, ...drawn, volume_um3, value, copies, ratesIn, saturationsIn };
}
