import * as z from 'zod';
import { LEUCINE_TRACER } from '../body/fits.js';
import { knockOutFactor } from '../body/knockouts.js';
import { leucineTracer } from '../body/tracer.js';
import type { Treatment } from '../body/treatment.js';
import { TREATMENTS } from '../body/treatments.js';
import { strict, words } from './keyed.js';
import { choice, course, inputSource, many, quantity, TIME, treatment } from './leaves.js';
import { LIMITS } from './limits.js';
import type { Course, Given, InputSource, Setting } from './plan.js';
import { say } from './problems.js';
import { isRatio } from './quantity.js';
import type { Vocabulary } from './vocabulary.js';

export type Labels = Readonly<Record<string, Readonly<Record<string, Course>>>>;

/** Treatments by key give lists of what was given, inputs by name a source; the rest has keys of its own. */
export interface ParsedCondition {
  readonly parameters?: Readonly<Record<string, Setting>>;
  readonly copies?: Readonly<Record<string, number>>;
  readonly 'knock-out'?: Readonly<Record<string, number>>;
  readonly labels?: Labels;
  readonly tracer?: Labels;
  readonly [key: string]:
    | readonly Given[]
    | InputSource
    | null
    | Readonly<Record<string, unknown>>
    | undefined;
}

/** Treatments that this model can express. */
export const usableTreatments = (vocabulary: Vocabulary): readonly Treatment[] => {
  const inputs = new Set(vocabulary.inputs.map((i) => i.name));
  const agents = new Set(vocabulary.agents);
  const parameters = new Set(vocabulary.parameters.map((p) => p.name));
  return TREATMENTS.filter(
    ({ touches }) =>
      touches.inputs.every((i) => inputs.has(i)) &&
      touches.copies.every((a) => agents.has(a)) &&
      touches.parameters.every((p) => parameters.has(p)),
  );
};

/** Inputs that a scenario may give by name; where a treatment has the same name, the treatment is meant. */
export const namedInputs = (vocabulary: Vocabulary) =>
  vocabulary.inputs.filter((i) => !usableTreatments(vocabulary).some((t) => t.key === i.name));

/** The schema of one condition, and of what all share. */
export function conditionSchema(vocabulary: Vocabulary) {
  const shape: Record<string, z.ZodType> = {};
  for (const t of usableTreatments(vocabulary)) shape[t.key] = treatment(t).optional();
  for (const i of namedInputs(vocabulary)) shape[i.name] = inputSource(i).optional();
  const units = new Map(
    [...new Set(vocabulary.parameters.map((p) => p.unit))].map((u) => [u, setting(u).optional()]),
  );
  const settings = Object.fromEntries(vocabulary.parameters.map((p) => [p.name, units.get(p.unit)!]));
  shape.parameters = strict(settings, undefined, 'parameter', Object.keys(settings)).optional();
  shape.copies = words(
    'agent',
    vocabulary.agents,
    quantity(LIMITS.copies, 'Factor on copies per um3.'),
    '{S6K1: x0.5}',
  ).optional();
  shape['knock-out'] = knockOut(vocabulary.agents).optional();
  shape.labels = words(
    'source of label',
    vocabulary.labelSources,
    words('isotopologue', ['C1', 'N', 'C1N'], course(LIMITS.share), '{C1: 7.7 %}'),
    '{plasma_leucine: {C1: 7.7 %}}',
  ).optional();
  if (Object.keys(leucineTracer(0)).every((source) => vocabulary.labelSources.includes(source)))
    shape.tracer = tracer().optional();
  return strict(shape, 'in a condition');
}

function tracer(): z.ZodType<Labels> {
  const name = choice([LEUCINE_TRACER.id], 'A tracer infusion.', 'tracer', 'infusion');
  const object = strict({ infusion: name, at: quantity(TIME, 'When it begins.').optional() }, 'in a tracer');
  return many([
    name.transform(() => leucineTracer(0)),
    object.transform((given) => leucineTracer((given.at as number | undefined) ?? 0)),
  ]).meta({ description: 'Label in what enters from plasma, from t = 0 on.' });
}

/** A parameter: a quantity in the model's dimension, or a factor such as x2 where the parameter is not itself a ratio. */
function setting(unit: string): z.ZodType<Setting> {
  const value = quantity({ unit, min: 0, max: Number.MAX_VALUE }, '');
  const factor = quantity({ unit: 'fold', min: 0, max: 1e9 }, '');
  if (isRatio(unit)) return value.transform((v): Setting => ({ kind: 'value', value: v }));
  return z
    .string({ error: (i) => quantityWhy(value, i.input) })
    .transform((raw, context): Setting => {
      const times = /^\s*[x×]|[x×]\s*$|fold\s*$/.test(raw);
      const read = (times ? factor : value).safeParse(raw);
      if (read.success) return { kind: times ? 'factor' : 'value', value: read.data };
      for (const issue of read.error.issues) context.addIssue({ code: 'custom', message: issue.message });
      return z.NEVER;
    })
    .meta({ description: `A quantity in ${unit} or its like, or a factor such as x2.` });
}

const quantityWhy = (schema: z.ZodType, input: unknown): string =>
  schema.safeParse(input).error?.issues[0]?.message ?? say.wrongType('a quantity', input, '"1"');

function knockOut(agents: readonly string[]): z.ZodType<Record<string, number>> {
  const name = choice(agents, 'An agent of the model.', 'agent');
  const one = name.transform((agent) => ({ [agent]: knockOutFactor(1) }));
  const several = z
    .array(name)
    .transform((all) => Object.fromEntries(all.map((a) => [a, knockOutFactor(1)])));
  const partly = words('agent', agents, quantity(LIMITS.share, 'Share removed.'), '{S6K1: 90 %}').transform(
    (all) => Object.fromEntries(Object.entries(all).map(([a, share]) => [a, knockOutFactor(share)])),
  );
  return many([one, several, partly]).meta({
    description: 'Agents that the cell lacks, or {agent: share removed}.',
  }) as z.ZodType<Record<string, number>>;
}
