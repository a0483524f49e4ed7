import * as z from 'zod';
import { conditionSchema, type ParsedCondition } from './condition-schema.js';
import { strict, words } from './keyed.js';
import { PROTOCOLS } from './laboratory.js';
import { choice, many, quantity, whole } from './leaves.js';
import { LIMITS, MOST_CELLS } from './limits.js';
import { memoryIn } from './memory.js';
import { KEEPS, type Keep, METHODS, type Method, type Variation } from './plan.js';
import { say } from './problems.js';
import type { Vocabulary } from './vocabulary.js';

/** A scenario's words, checked one by one and turned into numbers of the plan's units; sweep is read by itself. */
export interface Parsed {
  readonly question: string;
  readonly citation?: string;
  readonly cells?: number;
  readonly donors?: number;
  readonly replicates?: number;
  readonly volume?: number;
  readonly duration: number;
  readonly 'sample every'?: number;
  readonly settle?: number;
  readonly seed?: string;
  readonly method?: Method;
  readonly 'input tolerance'?: number;
  readonly variation?: Partial<Record<VariationKey, number>>;
  readonly base?: ParsedCondition | null;
  readonly conditions: Readonly<Record<string, ParsedCondition | null>>;
  readonly sweep?: unknown;
  readonly follow?: Readonly<Record<string, number | 'all'>>;
  readonly budget?: { readonly events?: number; readonly time?: number; readonly memory?: number };
  readonly assays?: Asked;
  readonly keep?: Keep;
  readonly ensemble?: string;
}
/** Assays by name, or by name with what the scenario says of them. */
type Asked = readonly (string | Readonly<Record<string, unknown>>)[];
const VARIATION = {
  copies: 'copies_cv',
  volume: 'volume_cv',
  donor: 'donor_cv',
  'type II share': 'type_II_share',
} as const satisfies Record<string, keyof Variation>;
export type VariationKey = keyof typeof VARIATION;
/** The field of the plan that a key under `variation:` sets. */
export const VARIATION_FIELDS: Readonly<Record<VariationKey, keyof Variation>> = VARIATION;

/** The schema of a scenario in the words of one model. */
export function scenarioSchema(vocabulary: Vocabulary): z.ZodType<Parsed> {
  const condition = conditionSchema(vocabulary).meta({ id: 'Condition' });
  const shape = {
    question: text('question', '"does leucine turn mTORC1 on?"').meta({
      description: 'What the scenario asks, as a sentence.',
    }),
    citation: text('citation', '"Glynn et al. 2010"')
      .optional()
      .meta({ description: 'Where the protocol comes from.' }),
    cells: whole(1, MOST_CELLS, 'Cells per donor, condition and sweep point.').optional(),
    donors: whole(
      1,
      1e6,
      'People, each with a draw of copy numbers of their own; one alone is the average one.',
    ).optional(),
    replicates: whole(1, 10_000, 'Lives of every cell, the same twin with other chance.').optional(),
    volume: quantity(LIMITS.volume, 'Intracellular water of one virtual myocyte.').optional(),
    duration: quantity(LIMITS.duration, 'Simulated time after t = 0.', 'duration'),
    'sample every': quantity(LIMITS.duration, 'Time between samples.').optional(),
    settle: quantity(
      LIMITS.time,
      'Time lived before t = 0 under the condition; from 30 min to 6 h where unsaid, by what it has to settle into.',
    ).optional(),
    seed: z
      .union([z.string(), z.number()], { error: () => say.wrongType('a seed', 'this', '"seed: 1"') })
      .transform(String)
      .optional()
      .meta({ description: 'Any word or number: the same seed gives the same numbers.' }),
    method: choice(
      METHODS,
      'How it is simulated: molecule by molecule (exact), leaping over crowds (hybrid), or as ODEs.',
      'method',
    ).optional() as z.ZodType<Method | undefined>,
    'input tolerance': quantity(
      LIMITS.tolerance,
      'Largest relative change of a rate between two changes of the inputs.',
    ).optional(),
    variation: strict(
      {
        copies: quantity(
          LIMITS.variation,
          'Coefficient of variation of copy numbers between cells.',
        ).optional(),
        volume: quantity(LIMITS.variation, 'Coefficient of variation of volume between cells.').optional(),
        donor: quantity(
          LIMITS.variation,
          'Coefficient of variation of copy numbers between donors.',
        ).optional(),
        'type II share': quantity(LIMITS.share, 'Share of type II fibres.').optional(),
      },
      'under "variation"',
    ).optional(),
    base: condition.nullable().optional().meta({ description: 'What all conditions share.' }),
    conditions: z
      .record(
        z
          .string()
          .regex(/^[\w+\-()%][\w +\-()%]{0,59}$/, { error: (i) => say.conditionName(String(i.input)) }),
        condition.nullable(),
        {
          error: (i) =>
            missing(
              'conditions',
              '{fasted: {}, fed: {leucine: 3.5 g}}',
              'a list of named conditions',
              i.input,
            ),
        },
      )
      .refine((c) => Object.keys(c).length > 0, { error: () => say.noConditions() })
      .meta({ description: 'What is compared, by name.' }),
    sweep: sweepShape().optional(),
    follow: words(
      'crowd',
      vocabulary.crowds,
      z
        .union([z.literal('all'), z.number().int().min(1).max(1e9)], {
          error: (i) => say.notFollowable(i.input),
        })
        .meta({ description: 'How many molecules are followed, or "all".' }),
      '{Leucine: 500, KIC: all}',
    ).optional(),
    assays: assays(vocabulary).optional(),
    ensemble: z
      .string({ error: (i) => say.wrongType('the name of a file', i.input, '"ensemble: ensemble.json"') })
      .optional()
      .meta({
        description:
          'File of parameter sets, as leucell calibrate writes it, beside the scenario, or the name of a shipped one, as "unmeasured": each replicate (or donor) lives one.',
      }),
    keep: choice(
      KEEPS,
      'What is left when the run is finished: everything, one row a cell (cells), or mean, SD and quantiles (summary).',
      'keep',
    ).optional() as z.ZodType<Keep | undefined>,
    budget: strict(
      {
        events: whole(1, 1e15, 'Events, settling included.').optional(),
        time: quantity(LIMITS.duration, 'Time of computing.').optional(),
        memory: memory('Heap of the worker that lives it.').optional(),
      },
      'under "budget"',
    )
      .optional()
      .meta({ description: 'What one cell may use up before it counts as failed.' }),
  };
  return strict(shape, 'in a scenario') as unknown as z.ZodType<Parsed>;
}

/** JSON Schema of a scenario, for editors and for `leucell schema`. */
export function scenarioJsonSchema(vocabulary: Vocabulary): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(scenarioSchema(vocabulary), {
    io: 'input',
    unrepresentable: 'any',
  });
  return { $schema, title: 'leucell scenario', ...rest } as Record<string, unknown>;
}

function assays(vocabulary: Vocabulary) {
  const name = choice(vocabulary.assays, 'An assay.', 'assay').superRefine((assay, context) => {
    const protocol = PROTOCOLS[assay];
    if (protocol !== undefined && protocol.silent === undefined)
      context.addIssue({ code: 'custom', message: say.needsProtocol(assay, protocol.example) });
  });
  const options = Object.fromEntries(
    vocabulary.assays.map((assay) => [
      assay,
      (PROTOCOLS[assay]?.schema(vocabulary) ?? z.record(z.string(), z.unknown()).nullable()).optional(),
    ]),
  );
  const withOptions = strict(options, undefined, 'assay', [...vocabulary.assays]);
  return many<Asked>([
    z
      .array(many<string | Record<string, unknown>>([name, withOptions]), {
        error: (i) => say.wrongType('a list of assays', i.input, '[fluxes]'),
      })
      .min(1, {
        error: () => say.wrongType('a list of assays', [], '[fluxes], or leave "assays" out for all'),
      }),
    withOptions.transform((all) => [all as Record<string, unknown>]),
  ]).meta({
    description:
      'What the laboratory measures, as a list or by name; where it is left out, all assays that need no protocol.',
  });
}

function memory(says: string): z.ZodType<number> {
  return z
    .union([z.string(), z.number()], { error: (i) => say.notMemory(i.input) })
    .transform((raw, context): number => {
      const found = memoryIn(String(raw));
      if (found !== undefined) return found;
      context.addIssue({ code: 'custom', message: say.notMemory(raw) });
      return z.NEVER;
    })
    .meta({ description: `${says} For example "500 MB".` });
}

function sweepShape() {
  const values = z.array(z.union([z.string(), z.number()]));
  const range = z.object({
    from: z.union([z.string(), z.number()]),
    to: z.union([z.string(), z.number()]),
    steps: z.number(),
    scale: z.enum(['linear', 'log']).optional(),
  });
  const axis = z.union([values, range]);
  const set = z.object({
    points: z.number(),
    axes: z.record(z.string(), range.omit({ steps: true })),
    seed: z.union([z.string(), z.number()]).optional(),
  });
  const groups = (group: z.ZodType) => z.union([group, z.array(group)]).optional();
  const described = z
    .object({ zip: groups(z.record(z.string(), axis)), sobol: groups(set), 'latin hypercube': groups(set) })
    .catchall(axis);
  return z.unknown().meta({
    description:
      'Axes by path, every combination; under "zip", axes that move together; under "sobol" or "latin hypercube", sets that fill a space.',
    ...(z.toJSONSchema(described, { io: 'input' }) as object),
    $schema: undefined,
  });
}

const missing = (key: string, example: string, expected: string, input: unknown): string =>
  input === undefined ? say.missingKey(key, example) : say.wrongType(expected, input, `"${key}: ${example}"`);

const text = (key: string, example: string) =>
  z
    .string({ error: (i) => missing(key, example, 'a sentence', i.input) })
    .refine((s) => s.trim() !== '', { error: () => say.missingKey(key, example) });
