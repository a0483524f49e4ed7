import { streamFor } from '../random/stream.js';
import { recordRun } from '../sbml/ensemble.js';
import { startRun } from '../sbml/run.js';
import type { Experiment, PlainTask, Variable } from './experiment.js';
import { type Models, type SetNow, settingsOf } from './models.js';
import { hull, stacked, type Values } from './values.js';

/** Whom a run is for: what its streams are named by. */
export interface Chance {
  readonly seed: string;
  /** Path of the experiment in the archive. */
  readonly file: string;
}

/**
 * Runs a task and gives the values of its variables, in order: by iteration and part of each repeated task, then by
 * time. Each run has streams of its own, named by seed, file, task and the numbers of iteration and part.
 */
export function runTask(
  experiment: Experiment,
  models: Models,
  task: string,
  variables: readonly Variable[],
  chance: Chance,
): readonly Values[] {
  const asked = variables.flatMap((v) => (v.of === 'time' ? [] : [v.of]));

  function run(
    id: string,
    sets: readonly (SetNow & { model: string })[],
    at: readonly number[],
  ): readonly Values[] {
    const of = experiment.tasks.get(id)!;
    if (of.kind === 'task') return once(of, sets, at);
    const iterations = of.ranges.get(of.range)!.map((_, i) => {
      const now = [...sets, ...settingsOf(of, i)];
      const parts = of.parts.map((part, p) => run(part, now, [...at, i, p]));
      return variables.map((_, v) => stacked(parts.map((part) => part[v]!)));
    });
    return variables.map((_, v) => stacked(iterations.map((values) => values[v]!)));
  }

  function once(
    { model, simulation }: PlainTask,
    sets: readonly (SetNow & { model: string })[],
    at: readonly number[],
  ): readonly Values[] {
    const { times_s, seed = chance.seed } = experiment.simulations.get(simulation)!;
    const own = sets.filter((s) => s.model === model);
    const machine = models.machine(model, own, asked);
    const stream = (name: string) => streamFor(seed, 'sedml', chance.file, task, ...at, name);
    const found = new Float64Array(times_s.length * asked.length);
    models.at(model, () => recordRun(startRun(machine, stream('reactions'), stream('ties')), times_s, found));
    const shape = [times_s.length];
    let next = 0;
    return variables.map(({ of }) => {
      if (of === 'time') return { shape, data: Float64Array.from(times_s) };
      const o = next++;
      return { shape, data: Float64Array.from(times_s, (_, t) => found[t * asked.length + o]!) };
    });
  }

  return run(task, [], []);
}

/** Puts the models of a task's first iteration together, so that what is wrong with them is known before anything runs. */
export function prepareTask(
  experiment: Experiment,
  models: Models,
  task: string,
  variables: readonly Variable[],
  sets: readonly (SetNow & { model: string })[] = [],
): void {
  const of = experiment.tasks.get(task)!;
  if (of.kind === 'task') {
    const asked = variables.flatMap((v) => (v.of === 'time' ? [] : [v.of]));
    const own = sets.filter((s) => s.model === of.model);
    models.machine(of.model, own, asked);
  } else
    for (const part of of.parts)
      prepareTask(experiment, models, part, variables, [...sets, ...settingsOf(of, 0)]);
}

/** The shape of what a task gives. */
export function shapeOf(experiment: Experiment, task: string): readonly number[] {
  const of = experiment.tasks.get(task)!;
  if (of.kind === 'task') return [experiment.simulations.get(of.simulation)!.times_s.length];
  const parts = hull(of.parts.map((part) => shapeOf(experiment, part)));
  return [of.ranges.get(of.range)!.length, of.parts.length, ...parts];
}
