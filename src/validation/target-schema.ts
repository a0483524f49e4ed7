import * as z from 'zod';
import { strict } from '../scenario/keyed.js';
import { problemsOfTargets as say } from './messages.js';
import type { Target } from './target.js';

/** The schema of a targets file: every key of a target, an arm, a point and a band is known; details of agents are free. */
export function targetsSchema(): z.ZodType<{ readonly targets: readonly Target[] }> {
  const shape = {
    schema_version: z.literal(1, { error: (i) => say.version(i.input) }),
    targets: z
      .array(target(), { error: (i) => say.notAList('targets', i.input) })
      .min(1, { error: () => say.noTargets() }),
  };
  return strict(shape, 'in a targets file') as unknown as z.ZodType<{ readonly targets: readonly Target[] }>;
}

const text = (key: string) => z.string({ error: (i) => say.notText(key, i.input) });
const number = (key: string) => z.number({ error: (i) => say.notANumber(key, i.input) });
const maybe = (key: string) => number(key).nullable();
const list = <T extends z.ZodType>(key: string, of: T) =>
  z.array(of, { error: (i) => say.notAList(key, i.input) });
const loose = (key: string, shape: Record<string, z.ZodType>) =>
  z.looseObject(shape, { error: (i) => say.notAMapping(key, i.input) });

/** A mapping that must be there. */
const needed = (key: string, schema: z.ZodType<unknown, unknown>) =>
  z
    .custom<unknown>((v) => v !== undefined, { error: () => say.notAMapping(key, undefined), abort: true })
    .pipe(schema);

function target() {
  return strict(
    {
      id: text('id').regex(/^[a-z0-9][a-z0-9.-]*$/i, { error: (i) => say.badId(i.input) }),
      title: text('title'),
      group: text('group').optional(),
      role: z.enum(['calibration', 'validation'], { error: (i) => say.badRole(i.input) }),
      population: loose('population', {
        species: text('species').optional(),
        group: text('group').nullable().optional(),
      }),
      protocol: needed('protocol', protocol()),
      observable: text('observable'),
      unit: text('unit'),
      points: list('points', point()),
      comparison: text('comparison'),
      accept: needed('accept', accept()),
      evidence: z.enum(['retrieved-primary', 'retrieved-secondary', 'from-memory', 'arithmetic', 'none'], {
        error: (i) => say.badEvidence(i.input),
      }),
      flag: text('flag').optional().default(''),
      source: z.union([source().transform((s) => [s]), list('source', source())], {
        error: (i) => say.notAMapping('source', i.input),
      }),
      informs_rules: list('informs_rules', text('informs_rules')).optional(),
      note: text('note').optional().default(''),
    },
    'in a target',
  );
}

const source = () =>
  loose('source', {
    authors: text('authors').optional(),
    year: number('year').optional(),
    journal: text('journal').optional(),
  });

function protocol() {
  return strict(
    {
      baseline: text('baseline').nullable().optional(),
      tracer: text('tracer').nullable().optional(),
      arms: list('arms', arm()).min(1, { error: () => say.noArms() }),
    },
    'in a protocol',
  );
}

function arm() {
  const id = z.union([text('id'), number('id').transform(String)], {
    error: (i) => say.notText('id', i.input),
  });
  const intervention = loose('an intervention', {
    agent: text('agent'),
    t_min: maybe('t_min').optional(),
    dose: z
      .union([z.number(), z.string()], { error: (i) => say.notANumber('dose', i.input) })
      .nullable()
      .optional(),
    unit: text('unit').nullable().optional(),
    route: text('route').nullable().optional(),
    duration_min: maybe('duration_min').optional(),
    leucine_g: number('leucine_g').optional(),
    leucine_percent: number('leucine_percent').optional(),
    HMB_g: number('HMB_g').optional(),
  });
  const exercise = loose('exercise', {
    type: text('type').nullable().optional(),
    t_min: z
      .union([z.number(), z.string()], { error: (i) => say.notANumber('t_min', i.input) })
      .nullable()
      .optional(),
    duration_min: maybe('duration_min').optional(),
  });
  const drug = loose('drug', {
    agent: text('agent'),
    t_min: maybe('t_min').optional(),
    duration_d: maybe('duration_d').optional(),
  });
  return strict(
    {
      id,
      state: text('state').nullable().optional(),
      interventions: list('interventions', intervention).optional().default([]),
      exercise: exercise.nullable().optional().default(null),
      drug: drug.nullable().optional().default(null),
      forcing: z
        .record(z.string(), forcing(), { error: (i) => say.notAMapping('forcing', i.input) })
        .nullable()
        .optional()
        .default(null),
    },
    'in an arm',
  );
}

function forcing() {
  const step = strict(
    {
      t_min: number('t_min'),
      t_end_min: maybe('t_end_min').optional(),
      factor: number('factor').optional(),
      value: number('value').optional(),
    },
    'in a step',
  );
  const curve = loose('a curve', {
    unit: text('unit').optional(),
    t_min: list('t_min', number('t_min')).optional(),
    values: list('values', number('values')).optional(),
    steps: list('steps', step).optional(),
  });
  return z.union([z.string(), curve], { error: (i) => say.notACurve(i.input) });
}

const spot = () => ({
  arm: z.union([text('arm'), number('arm').transform(String)], { error: (i) => say.notText('arm', i.input) }),
  t_min: maybe('t_min').optional(),
  window: z.tuple([number('window'), number('window')], { error: (i) => say.notAWindow(i.input) }).optional(),
  quantity: text('quantity').optional(),
});

const point = () =>
  strict(
    {
      ...spot(),
      mean: maybe('mean'),
      error: maybe('error').optional().default(null),
      error_kind: z
        .enum(['sd', 'sem', 'none', 'unstated'], { error: (i) => say.badErrorKind(i.input) })
        .optional()
        .default('unstated'),
      n: z
        .union([z.number(), z.string()], { error: (i) => say.notANumber('n', i.input) })
        .nullable()
        .optional()
        .default(null),
    },
    'in a point',
  );

const accept = () =>
  strict(
    {
      bands: list('bands', strict({ ...spot(), lo: maybe('lo'), hi: maybe('hi') }, 'in a band'))
        .optional()
        .default([]),
      inequalities: list('inequalities', text('inequalities')).optional().default([]),
      extra: z.unknown().optional(),
      basis: text('basis').optional(),
    },
    'under "accept"',
  );
