import { resolveAxis } from './axis-target.js';
import type { SweepAxis } from './plan.js';
import { say } from './problems.js';
import { type Limits, readQuantity } from './quantity.js';
import type { Vocabulary } from './vocabulary.js';

type Path = readonly PropertyKey[];
/** Reports a problem at a path of the file, at the key or at the value. */
export type Report = (path: Path, message: string, where?: 'key' | 'value') => void;

const MOST_VALUES = 100_000;

/** Reads `sweep:`; every axis is a dimension of its own, but those under one `zip` share one. Problems go to `report`. */
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
  const axis = (path: string, at: Path, values: unknown) => {
    const read = readAxis(path, at, values, dimension, conditions, vocabulary, report);
    if (read === undefined) return;
    if (axes.some((a) => JSON.stringify(a.target) === JSON.stringify(read.target)))
      report(at, say.sweptTwice(path), 'key');
    axes.push(read);
  };
  for (const [path, values] of Object.entries(sweep)) {
    if (path !== 'zip') {
      axis(path, ['sweep', path], values);
      dimension++;
      continue;
    }
    const groups = Array.isArray(values) ? values : [values];
    groups.forEach((group: unknown, i) => {
      const at = Array.isArray(values) ? ['sweep', 'zip', i] : ['sweep', 'zip'];
      if (!isMapping(group) || Object.keys(group).length === 0) {
        report(at, say.emptySweep('zip'));
        return;
      }
      const before = axes.length;
      for (const [inner, innerValues] of Object.entries(group)) axis(inner, [...at, inner], innerValues);
      const together = axes.slice(before);
      if (new Set(together.map((a) => a.values.length)).size > 1)
        report(
          at,
          say.zipLengths(
            together.map((a) => a.path),
            together.map((a) => a.values.length),
          ),
        );
      dimension++;
    });
  }
  if (Object.keys(sweep).length === 0) report(['sweep'], say.emptySweep('sweep'));
  return axes;
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

function readList(path: string, at: Path, values: unknown, limits: Limits | undefined, report: Report) {
  if (!Array.isArray(values)) {
    report(at, values === null || values === '' ? say.emptySweep(path) : say.notAnAxis(path));
    return undefined;
  }
  if (values.length === 0) report(at, say.emptySweep(path));
  if (values.length > MOST_VALUES) report(at, say.axisSteps(values.length));
  const read = values.map((v: unknown, i) => axisValue(v, [...at, i], limits, report));
  return values.length > 0 && read.every((v) => v !== undefined) ? read : undefined;
}

const RANGE_KEYS = ['from', 'to', 'steps', 'scale'];

function readRange(
  path: string,
  at: Path,
  range: Readonly<Record<string, unknown>>,
  limits: Limits | undefined,
  report: Report,
): readonly number[] | undefined {
  if (Object.keys(range).length === 0) {
    report(at, say.emptySweep(path));
    return undefined;
  }
  for (const key of Object.keys(range))
    if (!RANGE_KEYS.includes(key)) report([...at, key], say.unknownKey(key, RANGE_KEYS, 'in a range'), 'key');
  const end = (key: 'from' | 'to') => {
    if (range[key] !== undefined) return axisValue(range[key], [...at, key], limits, report);
    report(at, say.missingKey(key, key === 'from' ? '1 g' : '5 g'), 'key');
    return undefined;
  };
  const [from, to, steps, scale] = [end('from'), end('to'), range.steps, range.scale ?? 'linear'];
  const stepsFit = typeof steps === 'number' && Number.isInteger(steps) && steps >= 2 && steps <= MOST_VALUES;
  if (steps === undefined) report(at, say.missingKey('steps', '5'), 'key');
  else if (!stepsFit) report([...at, 'steps'], say.axisSteps(steps));
  if (scale !== 'linear' && scale !== 'log') {
    report([...at, 'scale'], say.unknownWord('scale', String(scale), ['linear', 'log']));
    return undefined;
  }
  if (from === undefined || to === undefined || !stepsFit) return undefined;
  if (scale === 'log' && (from <= 0 || to <= 0)) {
    report([...at, 'scale'], say.logRange());
    return undefined;
  }
  return Array.from({ length: steps }, (_, i) => {
    const share = i / (steps - 1);
    if (share === 1) return to;
    return scale === 'log' ? from * (to / from) ** share : from + (to - from) * share;
  });
}

function axisValue(raw: unknown, at: Path, limits: Limits | undefined, report: Report): number | undefined {
  if (typeof raw !== 'string' && typeof raw !== 'number') {
    report(at, say.wrongType('a quantity', raw, '"1 g"'));
    return undefined;
  }
  if (limits === undefined) return undefined;
  const read = readQuantity(raw, limits);
  if (read.ok) return read.value;
  report(at, read.message);
  return undefined;
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
