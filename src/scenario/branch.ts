import type { z } from 'zod';
import { recipeOf } from './build.js';
import { canonical } from './canonical.js';
import { merged } from './condition.js';
import { conditionSchema, type ParsedCondition } from './condition-schema.js';
import { stagesAt } from './expand.js';
import { problemsFrom } from './issues.js';
import { strict } from './keyed.js';
import { quantity } from './leaves.js';
import { LIMITS } from './limits.js';
import type { Branch, Plan, Recipe } from './plan.js';
import { type Problem, problemAt, say } from './problems.js';
import type { Vocabulary } from './vocabulary.js';
import { parseYaml, type Source } from './yaml.js';

/** A plan that branches off another, and whether it does. */
export type Branched =
  | { readonly ok: true; readonly plan: Plan; readonly changed: boolean }
  | { readonly ok: false; readonly problems: readonly Problem[] };

interface Changes {
  readonly duration?: number;
  readonly base?: ParsedCondition | null;
  readonly conditions?: Readonly<Record<string, ParsedCondition | null>>;
}

/**
 * The plan of cells that live as `parent` says until `at_s`, and from then on under its conditions with the changes in `text`: a
 * condition, or what all share, in the words of scenarios, key by key in place of what was said before. With nothing changed it is
 * the parent itself. Every problem at once: changes to what cells have from their start, or to what is swept, are refused.
 */
export function branchOff(
  parent: Plan,
  at_s: number,
  text: string,
  file: string,
  vocabulary: Vocabulary,
): Branched {
  const { source, problems: syntax } = parseYaml(text.trim() === '' ? '{}' : text, file);
  if (source === undefined) return { ok: false, problems: syntax };
  const read = changesSchema(parent, vocabulary).safeParse(source.value ?? {});
  const found = [...syntax, ...(read.success ? [] : problemsFrom(read.error.issues, source))];
  const report = (path: readonly PropertyKey[], message: string, where: 'key' | 'value' = 'key') =>
    found.push(problemAt(where === 'key' ? source.atKey(path) : source.at(path), message));
  refuseStart(source, report);
  refuseSwept(parent, source, report);
  if (!read.success || found.length > 0) return { ok: false, problems: found };
  const plan = changedPlan(parent, at_s, read.data, vocabulary);
  if (at_s >= plan.duration_s) report(['duration'], say.branchAtEnd(parent.duration_s, at_s), 'value');
  plan.conditionNames.forEach((name, c) => {
    const [first, ...later] = stagesAt(plan, 0, c);
    if (later.some(({ condition }) => canonical(condition.copies) !== canonical(first!.condition.copies)))
      report(['conditions', name], say.branchCopies(name));
  });
  if (found.length > 0) return { ok: false, problems: found };
  const changed = canonical(unbranched(plan)) !== canonical(unbranched(parent));
  return { ok: true, plan: changed ? plan : parent, changed };
}

function changesSchema(parent: Plan, vocabulary: Vocabulary): z.ZodType<Changes> {
  const condition = conditionSchema(vocabulary).nullable().optional();
  const names = parent.conditionNames;
  return strict(
    {
      duration: quantity(LIMITS.duration, 'When it ends.').optional(),
      base: condition,
      conditions: strict(Object.fromEntries(names.map((name) => [name, condition])), undefined, 'condition', [
        ...names,
      ]).optional(),
    },
    'in what changes',
  ) as unknown as z.ZodType<Changes>;
}

/** Volume and copies are a cell's own from its start. */
function refuseStart(source: Source, report: (path: readonly PropertyKey[], message: string) => void): void {
  for (const [path, condition] of placesIn(source.value))
    for (const key of ['copies', 'knock-out'])
      if (Object.hasOwn(condition, key)) report([...path, key], say.branchStart(key));
  for (const [path, { parameters }] of placesIn(source.value))
    for (const name of isMapping(parameters) ? Object.keys(parameters) : [])
      if (/^(copies|amount)\./.test(name)) report([...path, 'parameters', name], say.branchStart(name));
}

/** What an axis of the sweep moves is moved in the branch too, so it cannot be said anew. */
function refuseSwept(
  { axes, conditionNames }: Plan,
  source: Source,
  report: (path: readonly PropertyKey[], message: string) => void,
): void {
  for (const [path, condition] of placesIn(source.value))
    for (const { target, path: axis } of axes) {
      if (!('at' in target)) continue;
      const own = target.at === 'base' ? 'base' : conditionNames[target.at];
      if (path.at(-1) !== own && own !== 'base') continue;
      const key =
        target.kind === 'treatment' ? target.key : target.kind === 'input' ? target.input : undefined;
      if (key !== undefined && Object.hasOwn(condition, key)) report([...path, key], say.branchSwept(axis));
      const parameters = condition.parameters;
      if (target.kind === 'parameter' && isMapping(parameters) && Object.hasOwn(parameters, target.parameter))
        report([...path, 'parameters', target.parameter], say.branchSwept(axis));
    }
}

function placesIn(
  value: unknown,
): readonly (readonly [readonly PropertyKey[], Readonly<Record<string, unknown>>])[] {
  if (!isMapping(value)) return [];
  const conditions = isMapping(value.conditions) ? value.conditions : {};
  return [
    [['base'], value.base] as const,
    ...Object.entries(conditions).map(([name, each]) => [['conditions', name], each] as const),
  ].flatMap(([path, each]) => (isMapping(each) ? [[path, each] as const] : []));
}

function changedPlan(parent: Plan, at_s: number, changes: Changes, vocabulary: Vocabulary): Plan {
  const { base, conditions, reference, duration_s, branch } = parent;
  const before: Branch['before'] = {
    ...{ base, conditions, reference, duration_s },
    ...(branch === undefined ? {} : { branch }),
  };
  const change = (recipe: Recipe, said: ParsedCondition | null | undefined): Recipe =>
    said === undefined || said === null ? recipe : merged(recipe, recipeOf(said, vocabulary));
  return {
    ...parent,
    base: change(base, changes.base),
    conditions: conditions.map((each, c) => change(each, changes.conditions?.[parent.conditionNames[c]!])),
    duration_s: changes.duration ?? duration_s,
    reference: {
      ...reference,
      parameters: {
        ...Object.fromEntries(vocabulary.parameters.map(({ name, value }) => [name, value])),
        ...reference.parameters,
      },
    },
    branch: { at_s, before },
  };
}

/** What cells are given in the end, whatever was before and whatever the reference knows beyond it. */
const unbranched = ({ base, conditions, duration_s }: Plan) => ({ base, conditions, duration_s });

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
