import type { Plan } from '../scenario/plan.js';
import { type Problem, problemText } from '../scenario/problems.js';
import { readScenario } from '../scenario/read.js';
import { Refusal } from './exit.js';
import { findScenario } from './find-scenario.js';
import { modelVocabulary } from './vocabulary.js';

export interface PlanChanges {
  readonly cells?: number;
  readonly seed?: string;
  readonly maxEvents?: number;
  readonly maxTime?: number;
  readonly maxMemory?: number;
}
export interface Loaded {
  readonly text: string;
  readonly plan: Plan;
  /** What is allowed but surely not meant. */
  readonly warnings: readonly Problem[];
}

/** The plan of a scenario named on the command line, with what the command line changes; refuses with every problem. */
export function loadPlan(given: string, cwd: string, changes: PlanChanges = {}): Loaded {
  const read = readScenario(findScenario(given, cwd), modelVocabulary());
  if (!read.ok) throw new Refusal(problemText(read.problems));
  return { plan: changed(read.plan, changes), text: read.text, warnings: read.warnings };
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
