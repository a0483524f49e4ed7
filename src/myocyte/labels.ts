import type { Cell } from '../engine/cell.js';
import { setSource } from '../engine/labels.js';
import { LABEL_CLASSES } from '../engine/tables.js';
import type { LabelSource } from '../language/inputs.js';
import type { Course } from '../scenario/plan.js';
import type { Stage } from '../scenario/stages.js';
import { valueAt } from './timeline.js';

const CLASS_OF_KEY: Readonly<Record<string, number>> = { C1: 1, N: 2, C1N: 3 };

/**
 * Labels what enters the cell from now until a time, at the mean mole fraction over that stretch. Called at every stop
 * that the cell makes anyway: a stop of its own would draw another waiting time, and the tracer would change events.
 */
export function labeller(
  cell: Cell,
  sources: readonly LabelSource[],
  stages: readonly Stage[],
): (until_s: number) => void {
  const given = sources.flatMap(({ name }, source) =>
    stages.some(({ condition }) => condition.labels[name] !== undefined) ? [{ source, name }] : [],
  );
  return (until_s) => {
    if (given.length === 0) return;
    const { labels } = stages.findLast(({ from_s }) => from_s <= cell.time_s)!.condition;
    for (const { source, name } of given) {
      const share = new Float64Array(LABEL_CLASSES);
      for (const [key, course] of Object.entries(labels[name] ?? {}))
        share[CLASS_OF_KEY[key]!] = meanOver(course, cell.time_s, until_s);
      setSource(cell, source, share);
    }
  };
}

/** Mean of a piecewise-linear course between two times; its value there where they are one. */
export function meanOver(course: Course, from_s: number, to_s: number): number {
  if (!(to_s > from_s)) return valueAt(course, from_s);
  const knots = [from_s, ...course.time_s.filter((t) => t > from_s && t < to_s), to_s];
  let area = 0;
  for (let i = 1; i < knots.length; i++) {
    const width = knots[i]! - knots[i - 1]!;
    if (width > 0) area += width * valueAt(course, (knots[i]! + knots[i - 1]!) / 2);
  }
  return area / (to_s - from_s);
}
