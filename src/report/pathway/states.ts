import type { Findings } from '../../analysis/findings.js';
import type { State } from './draw.js';
import { FLUXES, NODES } from './map.js';

/** States of the diagram in one condition at one point: at every sample time, and as the mean over the window. */
export interface PathwayCourse {
  readonly time_s: readonly number[];
  readonly states: readonly State[];
  readonly mean: State;
}

export function pathwayCourse(findings: Findings, point: number, condition: number): PathwayCourse {
  const { courses, columns, leucinePerPercent } = findings;
  const known = new Set(columns.map(({ name }) => name));
  const means = new Map([...known].map((name) => [name, courses.of(point, condition, name).mean]));
  const stateAt = (value: (column: string) => number): State => {
    const nodes: Record<string, number> = {};
    const fluxes: Record<string, number> = {};
    for (const { id, column } of NODES)
      if (column !== undefined && known.has(column)) keep(nodes, id, value(column));
    for (const { id, columns: parts, ofProtein } of FLUXES)
      if (parts.every((part) => known.has(part))) {
        const sum = parts.reduce((total, part) => total + value(part), 0);
        keep(fluxes, id, ofProtein ? sum * (leucinePerPercent ?? Number.NaN) : sum);
      }
    return { nodes, fluxes };
  };
  return {
    time_s: courses.time_s,
    states: courses.time_s.map((_, t) => stateAt((column) => means.get(column)![t]!)),
    mean: stateAt((column) => meanAfterStart(means.get(column)!)),
  };
}

function keep(into: Record<string, number>, id: string, value: number): void {
  if (Number.isFinite(value)) into[id] = value;
}

/** The sample at t = 0 tells of the time before it. */
function meanAfterStart(values: Float64Array): number {
  const kept = [...values.subarray(1)].filter(Number.isFinite);
  return kept.reduce((sum, x) => sum + x, 0) / kept.length;
}
