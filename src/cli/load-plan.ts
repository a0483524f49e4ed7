import type { Plan } from '../scenario/plan.js';
import { type Problem, problemText } from '../scenario/problems.js';
import { readScenario } from '../scenario/read.js';
import { Refusal } from './exit.js';
import { findScenario } from './find-scenario.js';
import { modelVocabulary } from './vocabulary.js';

export interface PlanChanges {
  readonly cells?: number;
  readonly seed?: string;
}
export interface Loaded {
  readonly text: string;
  readonly plan: Plan;
  /** What is allowed but surely not meant. */
  readonly warnings: readonly Problem[];
}

/** The plan of a scenario named on the command line, with what the command line changes; refuses with every problem. */
export function loadPlan(given: string, cwd: string, { cells, seed }: PlanChanges = {}): Loaded {
  const read = readScenario(findScenario(given, cwd), modelVocabulary());
  if (!read.ok) throw new Refusal(problemText(read.problems));
  const changes = { ...(cells === undefined ? {} : { cells }), ...(seed === undefined ? {} : { seed }) };
  return { plan: { ...read.plan, ...changes }, text: read.text, warnings: read.warnings };
}
