import type { Treatment } from '../body/treatment.js';
import type { Report } from './axis-values.js';
import { namedInputs, type ParsedCondition, usableTreatments } from './condition-schema.js';
import { refuseKeep } from './keeping.js';
import { PROTOCOLS } from './laboratory.js';
import { assaysWith, refuseMethod } from './methods.js';
import type {
  AssayRequest,
  Budget,
  Given,
  InputSource,
  Plan,
  Recipe,
  Setting,
  SweepAxis,
  Target,
} from './plan.js';
import { say } from './problems.js';
import { type Parsed, VARIATION_FIELDS } from './schema.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * What holds where a scenario is silent; one donor alone is the average one. Variation is assumed, as no spread was measured: copies
 * differ little, because a fibre is fed by many nuclei at once, unlike a cell with one.
 */
export const DEFAULTS = {
  cells: 10,
  donors: 1,
  volume_um3: 5,
  sampleEvery_s: 600,
  seed: '1',
  method: 'exact',
  inputTolerance: 0.02,
  variation: { volume_cv: 0.1, copies_cv: 0.05, donor_cv: 0.1, type_II_share: 0.5 },
} as const;

/** Puts the plan together from words that were all found right; what only shows when they meet goes to `report`. */
export function buildPlan(
  name: string,
  parsed: Parsed,
  swept: readonly SweepAxis[],
  vocabulary: Vocabulary,
  report: Report,
): Plan {
  const axes = withReplicates(swept, parsed.replicates ?? 1);
  const treatments = usableTreatments(vocabulary);
  const conditionNames = Object.keys(parsed.conditions);
  let base = recipeOf(parsed.base ?? {}, vocabulary);
  const conditions = conditionNames.map((c) => recipeOf(parsed.conditions[c] ?? {}, vocabulary));
  for (const axis of axes) {
    const { target } = axis;
    if (target.kind !== 'treatment') continue;
    const recipe = target.at === 'base' ? base : conditions[target.at]!;
    const given = recipe.treatments[target.key] ?? base.treatments[target.key] ?? [{}];
    if (target.index >= given.length) report(pathOf(axis), say.noSuchGiven(axis.path, given.length), 'key');
    const ready = { ...recipe, treatments: { ...recipe.treatments, [target.key]: given } };
    if (target.at === 'base') base = ready;
    else conditions[target.at] = ready;
  }
  refuseMethod(parsed, vocabulary, report);
  refuseKeep(parsed, report);
  for (const axis of axes) checkComplete(axis, axes, base, conditions, treatments, report);
  const recipes = [base, ...conditions];
  const used = new Set([
    ...recipes.flatMap((r) => Object.keys(r.parameters)),
    ...treatments
      .filter((t) => recipes.some((r) => r.treatments[t.key] !== undefined))
      .flatMap((t) => t.touches.parameters),
  ]);
  const share = Object.entries(parsed.variation ?? {}).map(([key, value]) => [
    VARIATION_FIELDS[key as keyof typeof VARIATION_FIELDS],
    value,
  ]);
  return {
    name,
    question: parsed.question,
    citation: parsed.citation ?? '',
    method: parsed.method ?? DEFAULTS.method,
    seed: parsed.seed ?? DEFAULTS.seed,
    duration_s: parsed.duration,
    sampleEvery_s: parsed['sample every'] ?? Math.min(DEFAULTS.sampleEvery_s, parsed.duration),
    settle_s: parsed.settle ?? 0,
    volume_um3: parsed.volume ?? DEFAULTS.volume_um3,
    donors: parsed.donors ?? DEFAULTS.donors,
    cells: parsed.cells ?? DEFAULTS.cells,
    variation: {
      ...DEFAULTS.variation,
      ...((parsed.donors ?? DEFAULTS.donors) === 1 ? { donor_cv: 0 } : {}),
      ...Object.fromEntries(share),
    },
    axes,
    conditionNames,
    base,
    conditions,
    reference: {
      inputs: Object.fromEntries(vocabulary.inputs.map(({ name: n, unit, rest }) => [n, { unit, rest }])),
      parameters: Object.fromEntries(
        vocabulary.parameters.filter((p) => used.has(p.name)).map((p) => [p.name, p.value]),
      ),
    },
    follow: parsed.follow ?? {},
    assays: assaysOf(parsed, vocabulary),
    inputTolerance: parsed['input tolerance'] ?? DEFAULTS.inputTolerance,
    ...budgetOf(parsed.budget),
    ...(parsed.keep === undefined || parsed.keep === 'everything' ? {} : { keep: parsed.keep }),
  };
}

/** Replicates are one more axis, the fastest. */
function withReplicates(axes: readonly SweepAxis[], replicates: number): readonly SweepAxis[] {
  if (replicates === 1) return axes;
  const values = Array.from({ length: replicates }, (_, i) => i);
  const dimension = Math.max(-1, ...axes.map((axis) => axis.dimension)) + 1;
  return [...axes, { path: 'replicate', unit: '1', values, dimension, target: { kind: 'replicate' } }];
}

/** Where an axis stands in the file; under `zip` the nearest place that is found. */
const pathOf = (axis: SweepAxis): readonly PropertyKey[] => ['sweep', axis.path];

/** A condition as a recipe. */
export function recipeOf(condition: ParsedCondition, vocabulary: Vocabulary): Recipe {
  const inputs: Record<string, InputSource | null> = {};
  for (const { name } of namedInputs(vocabulary))
    if (condition[name] !== undefined) inputs[name] = condition[name] as InputSource | null;
  const treatments: Record<string, readonly Given[] | null> = {};
  for (const { key } of usableTreatments(vocabulary))
    if (condition[key] !== undefined) treatments[key] = condition[key] as readonly Given[] | null;
  const copies: Record<string, number> = { ...condition.copies };
  for (const [agent, factor] of Object.entries(condition['knock-out'] ?? {}))
    copies[agent] = (copies[agent] ?? 1) * factor;
  return {
    inputs,
    treatments,
    copies,
    parameters: (condition.parameters ?? {}) as Readonly<Record<string, Setting>>,
    labels: { ...condition.tracer, ...condition.labels },
  };
}

function budgetOf(budget: Parsed['budget']): { readonly budget?: Budget } {
  if (budget === undefined || Object.keys(budget).length === 0) return {};
  const { events, time, memory } = budget;
  return {
    budget: {
      ...(events === undefined ? {} : { events }),
      ...(time === undefined ? {} : { time_s: time }),
      ...(memory === undefined ? {} : { memory_MB: memory }),
    },
  };
}

/** A swept treatment needs every field without a default, from the file or from another axis. */
function checkComplete(
  axis: SweepAxis,
  axes: readonly SweepAxis[],
  base: Recipe,
  conditions: readonly Recipe[],
  treatments: readonly Treatment[],
  report: Report,
): void {
  const { target } = axis;
  if (target.kind !== 'treatment') return;
  const recipe = target.at === 'base' ? base : conditions[target.at]!;
  const given = recipe.treatments[target.key]?.[target.index] ?? {};
  const swept = axes.flatMap(({ target: t }) =>
    t.kind === 'treatment' && t.at === target.at && t.key === target.key && t.index === target.index
      ? [t.field]
      : [],
  );
  const fields = treatments.find((t) => t.key === target.key)?.fields ?? {};
  for (const [name, field] of Object.entries(fields)) {
    if (
      field.kind === 'part' ||
      field.default !== undefined ||
      given[name] !== undefined ||
      swept.includes(name)
    )
      continue;
    const example = field.kind === 'choice' ? field.options[0]! : `1 ${field.unit}`;
    report(pathOf(axis), say.missingKey(`${target.key}.${name}`, example), 'key');
  }
}

function assaysOf(parsed: Parsed, vocabulary: Vocabulary): readonly AssayRequest[] {
  return (parsed.assays ?? assaysWith(parsed.method, vocabulary)).flatMap((written) =>
    typeof written === 'string'
      ? [request(written, undefined)]
      : Object.entries(written).map(([assay, options]) => request(assay, options)),
  );
}

const request = (assay: string, options: unknown): AssayRequest => ({
  assay,
  options: (options ?? PROTOCOLS[assay]?.silent ?? {}) as AssayRequest['options'],
});

/** Axes over base that no condition lets through, because each says its own. */
export const axesWithoutEffect = (plan: Plan): readonly SweepAxis[] =>
  plan.axes.filter((axis) => plan.conditions.every((condition) => hides(condition, axis.target)));

function hides(own: Recipe, target: Target): boolean {
  if (!('at' in target) || target.at !== 'base') return false;
  switch (target.kind) {
    case 'treatment':
      return own.treatments[target.key] !== undefined;
    case 'input':
      return own.inputs[target.input] !== undefined;
    case 'parameter':
      return own.parameters[target.parameter] !== undefined;
    case 'copies':
      return own.copies[target.agent] !== undefined;
  }
}
