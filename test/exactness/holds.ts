import { expect, it } from 'vitest';
import type { Engine, Experiment, Outcome } from '../support/engine.js';
import { fastEngine, kernelEngine } from '../support/fast.js';
import { referenceEngine } from '../support/reference.js';
import { THRESHOLD } from '../support/statistics.js';
import { type Case, depth } from './case.js';

export const EXACT_ENGINES: readonly Engine[] = [referenceEngine(), fastEngine];
const COMPARED_CELLS = 50;

/** The same test body on every engine that claims to be exact; and the kernel, event by event the fast engine's twin. */
export function holds(aCase: Case, engines: readonly Engine[] = EXACT_ENGINES): void {
  it.each(engines.map((engine) => [engine.name, engine] as const))(
    `${aCase.name}: %s engine`,
    (_, engine) => {
      const failed = aCase.run(engine, depth).filter((finding) => !(finding.p > THRESHOLD));
      expect(failed).toEqual([]);
    },
    depth === 'deep' ? 3_600_000 : 120_000,
  );
  it(`${aCase.name}: the kernel fires the same channels as the fast engine`, () => {
    aCase.run(twins(), 'quick');
  });
}

/** Runs the first cells of every model on both and compares; the rest of a sample need not be run. */
function twins(): Engine {
  const known = new Map<string, Outcome[]>();
  let asked = 0;
  const simulate = (experiment: Experiment): Outcome => {
    const key = `${experiment.model.name}, ${experiment.sampleAt_s}, ${experiment.storage}`;
    const outcomes = known.get(key) ?? [];
    known.set(key, outcomes);
    if (outcomes.length >= COMPARED_CELLS) return outcomes[asked++ % COMPARED_CELLS]!;
    const outcome = fastEngine.simulate(experiment);
    const { onEvent: _, ...unwatched } = experiment;
    expect(kernelEngine.simulate(unwatched)).toEqual(outcome);
    outcomes.push(outcome);
    return outcome;
  };
  return { name: 'fast and kernel', simulate };
}
