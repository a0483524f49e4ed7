import type { Report } from './axis-values.js';
import { axesWithoutEffect, buildPlan } from './build.js';
import { jobCount } from './expand.js';
import { problemsFrom } from './issues.js';
import { protocolFaults } from './laboratory.js';
import { LIMITS } from './limits.js';
import type { Ensemble, Plan } from './plan.js';
import { type Problem, problemAt, say } from './problems.js';
import { readQuantity } from './quantity.js';
import { readEnsemble } from './read-ensemble.js';
import { scenarioSchema } from './schema.js';
import { settlingTime } from './settling.js';
import { readSweep } from './sweep.js';
import type { Vocabulary } from './vocabulary.js';
import { parseYaml, type Source } from './yaml.js';

export type Outcome =
  | { readonly ok: true; readonly plan: Plan; readonly text: string; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Far above any scenario written by hand, far below what would keep the parser busy. */
export const MOST_BYTES = 128 * 1024;
const MOST_JOBS = 1e9;
const MOST_SAMPLES = 1e6;

export type Parser = (text: string, fileName: string, files?: Files) => Outcome;

/** Reads a file that a scenario names, relative to the scenario; or says why it cannot. */
export type Files = (name: string) => {
  readonly path: string;
  readonly text: string | { readonly why: string };
};

/** Turns the text of a scenario into a plan, or says everything that is wrong with it, each thing at its line and column. */
export const parseScenario = (
  text: string,
  fileName: string,
  vocabulary: Vocabulary,
  files?: Files,
): Outcome => scenarioParser(vocabulary)(text, fileName, files);

/** A parser of many scenarios in the words of one model: its schema is built once. */
export function scenarioParser(vocabulary: Vocabulary): Parser {
  const schema = scenarioSchema(vocabulary);
  return (text, fileName, files) => parse(text, fileName, vocabulary, schema, files);
}

function parse(
  text: string,
  fileName: string,
  vocabulary: Vocabulary,
  schema: ReturnType<typeof scenarioSchema>,
  files: Files | undefined,
): Outcome {
  const refuse = (problems: readonly Problem[]): Outcome => ({ ok: false, problems: inOrder(problems) });
  if (text.length > MOST_BYTES)
    return refuse([problemAt({ file: fileName, line: 1, column: 1 }, say.tooLarge(text.length, MOST_BYTES))]);
  if (text.trim() === '') return refuse([problemAt({ file: fileName, line: 1, column: 1 }, say.empty())]);
  const { source, problems: syntax } = parseYaml(text, fileName);
  if (source === undefined) return refuse(syntax);
  if (!isMapping(source.value)) return refuse([...syntax, problemAt(source.at([]), say.notAMapping())]);

  const found: Problem[] = [...syntax];
  const report: Report = (path, message, where = 'value') =>
    found.push(problemAt(where === 'key' ? source.atKey(path) : source.at(path), message));
  const parsed = schema.safeParse(source.value);
  if (!parsed.success) found.push(...problemsFrom(parsed.error.issues, source));
  checkTimes(source.value, report);
  const axes = readSweep(source.value.sweep, conditionNames(source.value), vocabulary, report);
  const ensemble = parsed.success ? ensembleIn(parsed.data.ensemble, vocabulary, files, report) : undefined;
  if (ensemble !== undefined && 'problems' in ensemble) found.push(...ensemble.problems);
  if (!parsed.success || found.length > 0) return refuse(found);

  const made = buildPlan(planName(fileName), parsed.data, axes, vocabulary, report);
  const built = ensemble !== undefined && 'sets' in ensemble ? { ...made, ensemble } : made;
  checkAssays(built, Array.isArray(source.value.assays), report);
  const jobs = jobCount(built);
  if (jobs > MOST_JOBS) report([largest(source)], say.tooManyJobs(jobs), 'key');
  if (found.length > 0) return refuse(found);
  const plan = parsed.data.settle === undefined ? { ...built, settle_s: settlingTime(built) } : built;
  const warnings = axesWithoutEffect(plan).map((axis) =>
    problemAt(source.atKey(['sweep', axis.path]), say.neverSwept(axis.path)),
  );
  return { ok: true, plan, text, warnings };
}

/** The file's name without folder and ending. */
export const planName = (fileName: string): string =>
  fileName.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/i, '') || 'scenario';

type Sets = Ensemble | { readonly problems: readonly Problem[] };

function ensembleIn(
  file: string | undefined,
  vocabulary: Vocabulary,
  files: Files | undefined,
  report: Report,
): Sets | undefined {
  if (file === undefined) return undefined;
  if (files === undefined) {
    report(['ensemble'], say.ensembleNoFolder(file));
    return undefined;
  }
  const { path, text } = files(file);
  if (typeof text !== 'string') {
    report(['ensemble'], say.ensembleUnread(file, text.why));
    return undefined;
  }
  const read = readEnsemble(text, path, vocabulary);
  return read.ok ? { sets: read.sets } : { problems: read.problems };
}

function checkTimes(scenario: Readonly<Record<string, unknown>>, report: Report): void {
  const seconds = (key: string): number | undefined => {
    const written = scenario[key];
    if (typeof written !== 'string') return undefined;
    const read = readQuantity(written, LIMITS.duration);
    return read.ok ? read.value : undefined;
  };
  const [duration, every] = [seconds('duration'), seconds('sample every')];
  if (duration === undefined || every === undefined) return;
  if (every > duration)
    report(
      ['sample every'],
      say.sampleLongerThanRun(String(scenario['sample every']), String(scenario.duration)),
    );
  if (duration / every > MOST_SAMPLES) report(['sample every'], say.tooManySamples(duration / every));
}

function checkAssays(plan: Plan, listed: boolean, report: Report): void {
  const seen = new Set<string>();
  plan.assays.forEach(({ assay }, i) => {
    if (seen.has(assay)) report(['assays', Math.min(i, plan.assays.length - 1)], say.repeatedKey(assay));
    seen.add(assay);
  });
  for (const { assay, place, path, message } of protocolFaults(plan))
    report(listed ? ['assays', place, assay, ...path] : ['assays', assay, ...path], message);
}

const largest = (source: Source): string => {
  const written = source.value as Readonly<Record<string, unknown>>;
  return ['cells', 'sweep', 'donors'].find((key) => written[key] !== undefined) ?? 'conditions';
};

const conditionNames = (scenario: Readonly<Record<string, unknown>>): readonly string[] =>
  isMapping(scenario.conditions) ? Object.keys(scenario.conditions) : [];

const inOrder = (problems: readonly Problem[]): readonly Problem[] => {
  const seen = new Set<string>();
  return [...problems]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .filter((p) => {
      const key = `${p.line}:${p.column}:${p.message}`;
      return !seen.has(key) && seen.add(key) !== undefined;
    });
};

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
