import { modelVocabulary } from '../src/cli/vocabulary.js';
import { parseScenario } from '../src/scenario/parse.js';
import type { Method, Plan } from '../src/scenario/plan.js';
import { problemText } from '../src/scenario/problems.js';

export interface Lives {
  readonly cells: number;
  readonly volume_um3: number;
  readonly minutes: number;
  /** Leucines followed from the start. */
  readonly follow?: number;
  readonly method?: Method;
}

/** A scenario of fasted cells with the default assays, as its author would write it. */
export const scenarioText = ({
  cells,
  volume_um3,
  minutes,
  follow = 0,
  method = 'exact',
}: Lives): string => `question: How fast?
cells: ${cells}
volume: ${volume_um3} um3
duration: ${minutes} min
sample every: ${minutes < 10 ? minutes : 10} min
settle: 0 min
seed: 1
method: ${method}
${follow > 0 ? `follow: { Leucine: ${follow} }\n` : ''}conditions:
  fasted:
    plasma_leucine: 123 uM
`;

/** The plan of such a scenario. Throws if it is not understood. */
export function planOf(lives: Lives): Plan {
  const outcome = parseScenario(scenarioText(lives), 'bench.yaml', modelVocabulary());
  if (!outcome.ok) throw new Error(problemText(outcome.problems));
  return outcome.plan;
}
