import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../dataset/read.js';
import { parametersOf } from '../language/parameters.js';
import { leucineModel } from '../model/leucine.js';
import type { Given } from '../report/figures.js';
import type { Provenance, ReportedParameter } from '../report/page/provenance.js';
import { conditionAt } from '../scenario/expand.js';
import type { Course, Plan } from '../scenario/plan.js';
import { modelVersion } from './model-version.js';
import { plain, span } from './numbers.js';

const FIRST: readonly string[] = ['plasma_leucine', 'insulin', 'plasma_kic', 'plasma_hmb'];

/** Inputs that change with time or differ between conditions, over the time of the run. */
export function givenOf(plan: Plan, point: number): readonly Given[] {
  const conditions = plan.conditionNames.map((_, i) => conditionAt(plan, point, i));
  const inputs = Object.entries(plan.reference.inputs);
  const ordered = [
    ...FIRST.flatMap((name) => inputs.filter(([input]) => input === name)),
    ...inputs.filter(([input]) => !FIRST.includes(input)),
  ];
  return ordered.flatMap(([input, { unit, rest }]) => {
    const courses = conditions.map(({ name, inputs }) => ({
      condition: name,
      ...within(inputs[input] ?? { time_s: [0], value: [rest] }, plan.duration_s),
    }));
    const values = courses.flatMap(({ value }) => value);
    if (values.every((x) => x === values[0])) return [];
    return [
      { input, title: titleOf(input), unit: unit === 'fold' || unit === '1' ? 'relative' : unit, courses },
    ];
  });
}

/** Scenario, parameters and circumstances, as far as they are known. */
export function provenanceOf({ folder, manifest }: Dataset): Provenance {
  const scenario = join(folder, 'scenario.yaml');
  return {
    scenario: existsSync(scenario) ? readFileSync(scenario, 'utf8') : undefined,
    parameters: manifest.model === modelVersion() ? reported(manifest.plan) : undefined,
    run: runFacts(join(folder, 'run.json')),
  };
}

function reported(plan: Plan): readonly ReportedParameter[] {
  const conditions = plan.conditionNames.map((_, i) => conditionAt(plan, 0, i));
  return parametersOf(leucineModel).map(({ name, value, unit, evidence, note, sources }) => ({
    name,
    value,
    unit,
    evidence,
    source: [...sources.map(({ authors, year }) => `${authors} ${year}`), note]
      .filter((part) => part !== '')
      .join('; '),
    changed: conditions
      .filter(({ parameters }) => parameters[name] !== undefined)
      .map((c) => `${c.name}: ${plain(c.parameters[name]!)}`)
      .join(', '),
  }));
}

/** The course from t = 0 to the end, with its values at both. */
function within({ time_s, value }: Course, end_s: number): Course {
  const inside = time_s.map((t, i) => ({ t, i })).filter(({ t }) => t > 0 && t < end_s);
  return {
    time_s: [0, ...inside.map(({ t }) => t), end_s],
    value: [at({ time_s, value }, 0), ...inside.map(({ i }) => value[i]!), at({ time_s, value }, end_s)],
  };
}

/** After a step of two points at one time, the second holds. */
function at({ time_s, value }: Course, t: number): number {
  let i = -1;
  while (i + 1 < time_s.length && time_s[i + 1]! <= t) i++;
  if (i < 0) return value[0]!;
  if (i === time_s.length - 1) return value[i]!;
  const share = (t - time_s[i]!) / (time_s[i + 1]! - time_s[i]!);
  return value[i]! + share * (value[i + 1]! - value[i]!);
}

const NAMES: Readonly<Record<string, string>> = {
  akt: 'Akt',
  ampk: 'AMPK',
  bt2: 'BT2',
  hmb: 'HMB',
  irs1: 'IRS1',
  kic: 'KIC',
  mtorc1: 'mTORC1',
  murf1: 'MuRF1',
  nv5138: 'NV-5138',
  s6k1: 'S6K1',
  tsc: 'TSC',
};
const titleOf = (input: string): string => {
  const words = input
    .split('_')
    .map((word) => NAMES[word] ?? word)
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** run.json is true of one run only, and may be missing or of another version. */
function runFacts(path: string): Readonly<Record<string, string>> {
  if (!existsSync(path)) return {};
  const { started, elapsed_s, workers, node } = JSON.parse(readFileSync(path, 'utf8')) as Readonly<
    Record<string, unknown>
  >;
  return {
    ...(typeof started === 'string' ? { started } : {}),
    ...(typeof elapsed_s === 'number' ? { 'run time': span(elapsed_s) } : {}),
    ...(typeof workers === 'number' ? { workers: String(workers) } : {}),
    ...(typeof node === 'string' ? { node } : {}),
  };
}
