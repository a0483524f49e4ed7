import { conditionAt } from './expand.js';
import type { Plan } from './plan.js';
import { pointCount } from './points.js';

/** By condition and input: where its course came from, a forcing id, a model of the body, or `given`. */
export type Provenance = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Points of a sweep that are looked at; what lies beyond stands in the plan only. */
export const POINTS_ASKED = 100;

/** Where every input that is not at rest came from, each answer once, over the first POINTS_ASKED points of the sweep. */
export function provenanceOf(plan: Plan): Provenance {
  const moves = plan.axes.some(({ target }) => target.kind === 'treatment' || target.kind === 'input');
  const points = moves ? Math.min(pointCount(plan), POINTS_ASKED) : 1;
  return Object.fromEntries(
    plan.conditionNames.map((name, condition) => {
      const found: Record<string, string[]> = {};
      for (let point = 0; point < points; point++)
        for (const [input, from] of Object.entries(conditionAt(plan, point, condition).provenance))
          if (!(found[input] ?? []).includes(from)) found[input] = [...(found[input] ?? []), from];
      return [name, found];
    }),
  );
}
