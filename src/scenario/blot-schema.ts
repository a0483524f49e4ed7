import * as z from 'zod';
import { strict } from './keyed.js';
import { quantity, whole } from './leaves.js';
import { LIMITS } from './limits.js';
import type { Plan } from './plan.js';
import { say } from './problems.js';
import { type Fault, timeFaults, times } from './protocol.js';
import type { Vocabulary } from './vocabulary.js';

/** Errors of a blot: coefficients of variation, but for the share of the first signal that stripping leaves behind. */
export interface BlotNoise {
  readonly loading: number;
  readonly transfer: number;
  readonly affinity: number;
  readonly densitometry: number;
  readonly residue: number;
}
/** Western blots as planned. */
export interface BlotProtocol {
  /** In the order of the gel; all that the model has where none is named. */
  readonly antibodies: readonly string[];
  readonly lysates_s: readonly number[];
  /** Condition of the control lane, which is its first lysate; the first condition where it is not said. */
  readonly control: string | undefined;
  readonly replicates: number;
  /** Of the brightest lane, in units of what saturates the film: 0.1 is all but linear, 3 is burnt out. */
  readonly exposure: number;
  readonly noise: BlotNoise;
}

/** Most lanes of a gel, its ladder aside. */
export const MOST_LANES = 26;
/** Assumed: nobody gives them one by one; together they are within the 10-20 % that blots are said to vary by. */
const DEFAULTS = {
  replicates: 3,
  exposure: 0.1,
  noise: { loading: 0.1, transfer: 0.08, affinity: 0.2, densitometry: 0.05, residue: 0.05 },
} as const;

/** The schema of `blot:` under `assays:`. */
export function blotSchema({
  antibodies = [],
  antibodiesWithoutSite = {},
}: Vocabulary): z.ZodType<BlotProtocol> {
  const antibody = z
    .string({ error: (i) => say.wrongType('the name of an antibody', i.input, antibodies[0] ?? '') })
    .superRefine((name, context) => {
      if (antibodies.includes(name)) return;
      const why = Object.hasOwn(antibodiesWithoutSite, name) ? antibodiesWithoutSite[name] : undefined;
      const message =
        why === undefined ? say.unknownWord('antibody', name, antibodies) : say.noSuchSite(name, why);
      context.addIssue({ code: 'custom', message });
    })
    .meta({ enum: [...antibodies] });
  const cv = (says: string) => quantity(LIMITS.variation, says).optional();
  const shape = {
    lysates: times('lysates', 'When cells are lysed: sample times of the scenario.'),
    antibodies: z
      .array(antibody, { error: (i) => say.wrongType('a list of antibodies', i.input, '[p-S6K1(T389)]') })
      .min(1, { error: () => say.wrongType('a list of antibodies', [], '[p-S6K1(T389)]') })
      .optional()
      .meta({ description: 'Which antibodies; all that the model has where none is named.' }),
    control: z
      .string({ error: (i) => say.wrongType('the name of a condition', i.input, '"control: fasted"') })
      .optional()
      .meta({ description: 'Condition of the control lane (the first).' }),
    replicates: whole(1, 100, 'Blots of every lysate (3).').optional(),
    exposure: quantity({ unit: 'fold', min: 0, max: 100, open: true }, 'Exposure (x0.1).').optional(),
    noise: strict(
      {
        loading: cv('CV of what is loaded into a lane (10 %).'),
        transfer: cv('CV of what reaches the membrane (8 %).'),
        affinity: cv('CV of an antibody between blots (20 %).'),
        densitometry: cv('CV of a scan (5 %).'),
        residue: quantity(LIMITS.share, 'Share of the signal that stripping leaves (5 %).').optional(),
      },
      'under "noise"',
    ).optional(),
  };
  return strict(shape, 'under "blot"').transform((w): BlotProtocol => {
    const given = w as unknown as Given;
    return {
      antibodies: given.antibodies ?? antibodies,
      lysates_s: given.lysates,
      control: given.control,
      replicates: given.replicates ?? DEFAULTS.replicates,
      exposure: given.exposure ?? DEFAULTS.exposure,
      noise: { ...DEFAULTS.noise, ...given.noise },
    };
  }) as unknown as z.ZodType<BlotProtocol>;
}

/** Where the blots do not fit their scenario. */
export function blotFaults({ lysates_s, control }: BlotProtocol, plan: Plan): readonly Fault[] {
  const lanes = lysates_s.length * plan.conditionNames.length;
  return [
    ...timeFaults('lysates', lysates_s, plan),
    ...(lanes > MOST_LANES ? [{ path: ['lysates'], message: say.tooManyLanes(lanes, MOST_LANES) }] : []),
    ...(control !== undefined && !plan.conditionNames.includes(control)
      ? [{ path: ['control'], message: say.noSuchCondition(control, plan.conditionNames) }]
      : []),
  ];
}

interface Given {
  readonly lysates: readonly number[];
  readonly antibodies?: readonly string[];
  readonly control?: string;
  readonly replicates?: number;
  readonly exposure?: number;
  readonly noise?: Partial<BlotNoise>;
}
