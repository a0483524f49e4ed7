import { say } from './problems.js';
import { type Limits, readQuantity } from './quantity.js';

export type Path = readonly PropertyKey[];
/** Reports a problem at a path of the file, at the key or at the value. */
export type Report = (path: Path, message: string, where?: 'key' | 'value') => void;

const MOST_VALUES = 100_000;

/** The values of an axis that are listed: `[1 g, 2 g]`. */
export function readList(
  path: string,
  at: Path,
  values: unknown,
  limits: Limits | undefined,
  report: Report,
) {
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

/** The values of an axis in even steps or in steps of equal ratio: `{from, to, steps, scale}`. */
export function readRange(
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
  const { ends, bad } = readEnds(at, range, RANGE_KEYS, limits, report);
  const { steps } = range;
  const stepsFit = isCount(steps, MOST_VALUES);
  if (steps === undefined) report(at, say.missingKey('steps', '5'), 'key');
  else if (!stepsFit) report([...at, 'steps'], say.axisSteps(steps));
  if (bad || !stepsFit) return undefined;
  const { from, to, scale } = ends;
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

/** The ends of a range and how to go from one to the other. */
export interface Ends {
  readonly from: number;
  readonly to: number;
  readonly scale: 'linear' | 'log';
}

/** Reads `from`, `to` and `scale`; `bad` if any of them, or a key that is not in `known`, is wrong. */
export function readEnds(
  at: Path,
  range: Readonly<Record<string, unknown>>,
  known: readonly string[],
  limits: Limits | undefined,
  report: Report,
): { readonly ends: Ends; readonly bad: boolean } {
  for (const key of Object.keys(range))
    if (!known.includes(key)) report([...at, key], say.unknownKey(key, known, 'in a range'), 'key');
  const end = (key: 'from' | 'to') => {
    if (range[key] !== undefined) return axisValue(range[key], [...at, key], limits, report);
    report(at, say.missingKey(key, key === 'from' ? '1 g' : '5 g'), 'key');
    return undefined;
  };
  const [from, to, scale] = [end('from'), end('to'), range.scale ?? 'linear'];
  const isScale = scale === 'linear' || scale === 'log';
  if (!isScale) report([...at, 'scale'], say.unknownWord('scale', String(scale), ['linear', 'log']));
  const crosses = isScale && scale === 'log' && ((from ?? 1) <= 0 || (to ?? 1) <= 0);
  if (crosses) report([...at, 'scale'], say.logRange());
  const bad = from === undefined || to === undefined || !isScale || crosses;
  return { ends: { from: from ?? 0, to: to ?? 0, scale: isScale ? scale : 'linear' }, bad };
}

/** Whether it is a whole number of values from 2. */
export const isCount = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 2 && value <= most;

export const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
