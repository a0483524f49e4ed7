import { SOBOL_COORDINATES } from '../random/sobol.js';
import { resolveAxis } from './axis-target.js';
import { isCount, isMapping, type Path, type Report, readEnds } from './axis-values.js';
import type { SetKind, SweepAxis } from './plan.js';
import { say } from './problems.js';
import type { Vocabulary } from './vocabulary.js';

const MOST_POINTS = 1e6;
const KEYS: Readonly<Record<SetKind, readonly string[]>> = {
  sobol: ['points', 'axes'],
  'latin hypercube': ['points', 'axes', 'seed'],
};

/** Reads `{points, axes: {path: {from, to, scale}}}`: axes that are the coordinates of one set of points. */
export function readSet(
  kind: SetKind,
  at: Path,
  given: unknown,
  dimension: number,
  conditions: readonly string[],
  vocabulary: Vocabulary,
  report: Report,
): readonly SweepAxis[] {
  if (!isMapping(given) || !isMapping(given.axes) || Object.keys(given.axes).length === 0) {
    report(at, say.notASet(kind));
    return [];
  }
  for (const key of Object.keys(given))
    if (!KEYS[kind].includes(key))
      report([...at, key], say.unknownKey(key, KEYS[kind], `under "${kind}"`), 'key');
  const { points, seed = 1, axes } = given;
  const pointsFit = isCount(points, MOST_POINTS);
  if (points === undefined) report(at, say.missingKey('points', '64'), 'key');
  else if (!pointsFit) report([...at, 'points'], say.setPoints(points, MOST_POINTS));
  const seedFits = typeof seed === 'string' || typeof seed === 'number';
  if (!seedFits) report([...at, 'seed'], say.wrongType('a seed', seed, '"seed: 1"'));
  const count = Object.keys(axes).length;
  if (kind === 'sobol' && count > SOBOL_COORDINATES)
    report([...at, 'axes'], say.setAxes(count, SOBOL_COORDINATES));
  const read = Object.entries(axes).flatMap(([path, range], coordinate) => {
    const place = [...at, 'axes', path];
    const resolved = resolveAxis(path, conditions, vocabulary);
    if (!resolved.ok) report(place, resolved.message, 'key');
    if (!isMapping(range)) {
      report(place, say.notARange(path));
      return [];
    }
    const limits = resolved.ok ? resolved.limits : undefined;
    const { ends, bad } = readEnds(place, range, ['from', 'to', 'scale'], limits, report);
    if (bad || !resolved.ok || !pointsFit) return [];
    const values = { set: kind, points, coordinate, seed: String(seed), ...ends };
    return [{ path, unit: resolved.limits.unit, values, dimension, target: resolved.target }];
  });
  return pointsFit && seedFits ? read : [];
}
