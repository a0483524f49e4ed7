import { isMapping, type Path, type Report, readEnds } from '../scenario/axis-values.js';
import { type Problem, problemAt, say } from '../scenario/problems.js';
import type { Vocabulary } from '../scenario/vocabulary.js';
import { parseYaml } from '../scenario/yaml.js';
import type { Target } from '../validation/target.js';
import type { Calibration, FreeConstant } from './calibration.js';
import { problemsOf } from './messages.js';

export type CalibrationRead =
  | { readonly ok: true; readonly calibration: Calibration }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const KEYS = ['question', 'constants', 'targets', 'seed', 'starts', 'margin', 'sets'];
const MOST_STARTS = 100;
const MOST_SETS = 10_000;

/** Reads the text of a calibration file, or says everything that is wrong with it, each thing at its line and column. */
export function readCalibration(
  text: string,
  file: string,
  vocabulary: Vocabulary,
  targets: readonly Target[],
): CalibrationRead {
  const { source, problems } = parseYaml(text, file);
  if (source === undefined) return { ok: false, problems };
  const { value } = source;
  if (!isMapping(value))
    return { ok: false, problems: [...problems, problemAt(source.at([]), problemsOf.empty())] };
  const found: Problem[] = [...problems];
  const report: Report = (path, message, where = 'value') =>
    found.push(problemAt(where === 'key' ? source.atKey(path) : source.at(path), message));
  for (const key of Object.keys(value))
    if (!KEYS.includes(key)) report([key], say.unknownKey(key, KEYS, 'in a calibration'), 'key');
  const whole = (key: string, otherwise: number, least: number, most: number): number => {
    const given = value[key] ?? otherwise;
    if (Number.isInteger(given) && (given as number) >= least && (given as number) <= most)
      return given as number;
    report([key], problemsOf.whole(key, given, least, most));
    return otherwise;
  };
  const { seed = 1, margin = 1 } = value;
  if (typeof seed !== 'string' && typeof seed !== 'number')
    report(['seed'], say.wrongType('a seed', seed, '"seed: 1"'));
  if (!isPositive(margin)) report(['margin'], problemsOf.margin(margin));
  const calibration = {
    constants: constantsOf(value.constants, vocabulary, report),
    weights: weightsOf(value.targets, targets, report),
    seed: String(seed),
    starts: whole('starts', 1, 1, MOST_STARTS),
    margin: Number(margin),
    sets: whole('sets', 50, 0, MOST_SETS),
  };
  const inOrder = found.sort((a, b) => a.line - b.line || a.column - b.column);
  return found.length > 0 ? { ok: false, problems: inOrder } : { ok: true, calibration };
}

function constantsOf(given: unknown, { parameters }: Vocabulary, report: Report): readonly FreeConstant[] {
  if (!isMapping(given) || Object.keys(given).length === 0) {
    report(['constants'], problemsOf.noConstants(), 'key');
    return [];
  }
  return Object.entries(given).flatMap(([name, bounds]) => {
    const at: Path = ['constants', name];
    const parameter = parameters.find((p) => p.name === name);
    if (parameter === undefined) {
      const known = parameters.map((p) => p.name);
      report(at, problemsOf.noSuchConstant(name, known), 'key');
    }
    if (!isMapping(bounds)) {
      report(at, problemsOf.noBounds(name));
      return [];
    }
    const limits =
      parameter === undefined ? undefined : { unit: parameter.unit, min: 0, max: Number.MAX_VALUE };
    const { ends, bad } = readEnds(at, bounds, ['from', 'to'], limits, report);
    if (bad || parameter === undefined) return [];
    const { from, to } = ends;
    if (from <= 0) report([...at, 'from'], problemsOf.boundsNotAbove0());
    else if (from >= to) report(at, problemsOf.boundsBackwards(from, to));
    return [{ name, unit: parameter.unit, model: parameter.value, from, to }];
  });
}

function weightsOf(given: unknown, targets: readonly Target[], report: Report): ReadonlyMap<string, number> {
  if (!isMapping(given) || Object.keys(given).length === 0) {
    report(['targets'], problemsOf.noTargets(), 'key');
    return new Map();
  }
  const fitted = targets.filter((t) => t.role === 'calibration').map((t) => t.id);
  const all = targets.map((t) => t.id);
  for (const [id, weight] of Object.entries(given)) {
    if (!all.includes(id)) report(['targets', id], problemsOf.noSuchTarget(id, all), 'key');
    else if (!fitted.includes(id)) report(['targets', id], problemsOf.heldBack(id, fitted), 'key');
    if (!isPositive(weight)) report(['targets', id], problemsOf.weight(weight));
  }
  return new Map(Object.entries(given).map(([id, weight]) => [id, Number(weight)]));
}

const isPositive = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0;
