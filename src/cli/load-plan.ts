import { withKeep } from '../scenario/keeping.js';
import type { Keep, Plan } from '../scenario/plan.js';
import { type Problem, problemText, say } from '../scenario/problems.js';
import { readScenario } from '../scenario/read.js';
import { Refusal } from './exit.js';
import { findScenario } from './find-scenario.js';
import { packageFile } from './package-info.js';
import { modelVocabulary } from './vocabulary.js';

export interface PlanChanges {
  readonly cells?: number;
  readonly seed?: string;
  readonly maxEvents?: number;
  readonly maxTime?: number;
  readonly maxMemory?: number;
  readonly keep?: Keep;
}
export interface Loaded {
  readonly text: string;
  readonly plan: Plan;
  /** What is allowed but surely not meant. */
  readonly warnings: readonly Problem[];
}

/** The plan of a scenario named on the command line, with what the command line changes; refuses with every problem. */
export function loadPlan(given: string, cwd: string, changes: PlanChanges = {}): Loaded {
  const read = readScenario(findScenario(given, cwd), modelVocabulary(), packageFile('calibrations'));
  if (!read.ok) throw new Refusal(problemText(read.problems));
  return { plan: kept(changed(read.plan, changes), changes.keep), text: read.text, warnings: read.warnings };
}

function kept(plan: Plan, keep: Keep | undefined): Plan {
  if (keep === undefined) return plan;
  const changedPlan = withKeep(plan, keep);
  if (changedPlan === undefined) throw new Refusal(say.needsEveryRow('"follow"', keep));
  return changedPlan;
}

function changed(plan: Plan, { cells, seed, maxEvents, maxTime, maxMemory }: PlanChanges): Plan {
  const budget = {
    ...plan.budget,
    ...(maxEvents === undefined ? {} : { events: maxEvents }),
    ...(maxTime === undefined ? {} : { time_s: maxTime }),
    ...(maxMemory === undefined ? {} : { memory_MB: maxMemory }),
  };
  return {
    ...plan,
    ...(cells === undefined ? {} : { cells }),
    ...(seed === undefined ? {} : { seed }),
    ...(Object.keys(budget).length === 0 ? {} : { budget }),
  };
}
