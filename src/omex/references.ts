import { gather, type Place, refuse } from '../sbml/problems.js';
import { calculate, calculator } from './calculation.js';
import type { Experiment, RepeatedTask } from './experiment.js';

/** Refuses an experiment in which something refers to what is not there, or to itself. Throws SbmlError. */
export function requireReferences(e: Experiment): void {
  const need = (all: ReadonlyMap<string, unknown>, what: string, id: string, place: Place) => () => {
    if (!all.has(id)) refuse(place, `there is no ${what} "${id}"`);
  };
  gather([
    ...[...e.models.values()].flatMap((m) =>
      m.source.startsWith('#') ? [need(e.models, 'model', m.source.slice(1), m.place)] : [],
    ),
    ...[...e.tasks.values()].flatMap((t) =>
      t.kind === 'task'
        ? [
            need(e.models, 'model', t.model, t.place),
            need(e.simulations, 'simulation', t.simulation, t.place),
          ]
        : [
            ...t.parts.map((part) => need(e.tasks, 'task', part, t.place)),
            ...t.sets.map((s) => need(e.models, 'model', s.model, s.path.place)),
            ...t.sets.map((s) => () => void calculate(s.math, (id) => t.ranges.get(id)?.[0])),
          ],
    ),
    ...[...e.generators.values()].flatMap((g) => [
      ...g.variables.map((v) => need(e.tasks, 'task', v.task, v.place)),
      () =>
        void calculator(
          g.math,
          g.variables.map((v) => v.id),
        ),
    ]),
    ...e.outputs.flatMap((o) =>
      o.dataSets.map((d) => need(e.generators, 'dataGenerator', d.generator, d.place)),
    ),
  ]);
  requireEnds([...e.models.values()], (id) => next(e.models.get(id)!.source));
  requireEnds([...e.tasks.values()], (id) => (e.tasks.get(id) as Partial<RepeatedTask>).parts ?? []);
}

const next = (source: string): readonly string[] => (source.startsWith('#') ? [source.slice(1)] : []);
const DEEPEST = 10;

/** Follows references, which must come to an end. */
function requireEnds(
  all: readonly { readonly id: string; readonly place: Place }[],
  of: (id: string) => readonly string[],
): void {
  const depths = new Map<string, number>();
  const depthOf = (id: string): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    depths.set(id, Number.POSITIVE_INFINITY);
    const depth = 1 + of(id).reduce((most, other) => Math.max(most, depthOf(other)), 0);
    depths.set(id, depth);
    return depth;
  };
  for (const { id, place } of all)
    if (depthOf(id) > DEEPEST)
      refuse(place, `"${id}" refers to itself, or through more than ${DEEPEST} others`);
}
