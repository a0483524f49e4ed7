import { resolveAxis } from './axis-target.js';
import { isMapping, type Path, type Report, readList, readRange } from './axis-values.js';
import type { SetKind, SweepAxis } from './plan.js';
import { valueCount } from './points.js';
import { say } from './problems.js';
import { readSet } from './sweep-set.js';
import type { Vocabulary } from './vocabulary.js';

const SETS: readonly string[] = ['sobol', 'latin hypercube'] satisfies readonly SetKind[];

/** Reads `sweep:`; every axis is a dimension of its own, but those under one `zip` or in one set share one. Problems go to `report`. */
export function readSweep(
  sweep: unknown,
  conditions: readonly string[],
  vocabulary: Vocabulary,
  report: Report,
): readonly SweepAxis[] {
  if (sweep === undefined || sweep === null) return [];
  if (!isMapping(sweep)) {
    report(['sweep'], say.wrongType('a list of axes', sweep, '{volume: [1 um3, 5 um3]}'));
    return [];
  }
  const axes: SweepAxis[] = [];
  let dimension = 0;
  const add = (read: SweepAxis | undefined, at: Path) => {
    if (read === undefined) return;
    if (axes.some((a) => JSON.stringify(a.target) === JSON.stringify(read.target)))
      report(at, say.sweptTwice(read.path), 'key');
    axes.push(read);
  };
  const axis = (path: string, at: Path, values: unknown) =>
    add(readAxis(path, at, values, dimension, conditions, vocabulary, report), at);
  const zipped = (group: unknown, at: Path) => {
    if (!isMapping(group) || Object.keys(group).length === 0) {
      report(at, say.emptySweep('zip'));
      return;
    }
    const before = axes.length;
    for (const [inner, values] of Object.entries(group)) axis(inner, [...at, inner], values);
    checkLengths(axes.slice(before), at, report);
  };
  for (const [path, values] of Object.entries(sweep)) {
    const isSet = SETS.includes(path);
    const groups = Array.isArray(values) && (path === 'zip' || isSet) ? values : [values];
    groups.forEach((group: unknown, i) => {
      const at = Array.isArray(values) && (path === 'zip' || isSet) ? ['sweep', path, i] : ['sweep', path];
      if (path === 'zip') zipped(group, at);
      else if (isSet)
        for (const read of readSet(path as SetKind, at, group, dimension, conditions, vocabulary, report))
          add(read, [...at, 'axes', read.path]);
      else axis(path, at, values);
      dimension++;
    });
  }
  if (Object.keys(sweep).length === 0) report(['sweep'], say.emptySweep('sweep'));
  return axes;
}

function checkLengths(together: readonly SweepAxis[], at: Path, report: Report): void {
  const lengths = together.map(valueCount);
  if (new Set(lengths).size > 1)
    report(
      at,
      say.zipLengths(
        together.map((a) => a.path),
        lengths,
      ),
    );
}

function readAxis(
  path: string,
  at: Path,
  values: unknown,
  dimension: number,
  conditions: readonly string[],
  vocabulary: Vocabulary,
  report: Report,
): SweepAxis | undefined {
  const resolved = resolveAxis(path, conditions, vocabulary);
  if (!resolved.ok) report(at, resolved.message, 'key');
  const limits = resolved.ok ? resolved.limits : undefined;
  const read = isMapping(values)
    ? readRange(path, at, values, limits, report)
    : readList(path, at, values, limits, report);
  if (!resolved.ok || read === undefined) return undefined;
  return { path, unit: resolved.limits.unit, values: read, dimension, target: resolved.target };
}
