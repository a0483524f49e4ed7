import * as z from 'zod';
import { strict } from './keyed.js';
import { choice, quantity, whole } from './leaves.js';
import { LIMITS } from './limits.js';
import type { Plan } from './plan.js';
import { say } from './problems.js';
import { type Fault, timeFaults, times } from './protocol.js';

/** Errors of an enzyme assay: CV of what is pipetted, and standard deviation of a reading of absorbance. */
export interface EnzymeNoise {
  readonly pipetting: number;
  readonly absorbance: number;
}
/** Enzyme assays as planned. */
export interface EnzymeProtocol {
  readonly homogenates_s: readonly number[];
  readonly enzymes: readonly string[];
  /** Vessels of one homogenate at the substrate of the assay, beside its titration. */
  readonly replicates: number;
  readonly noise: EnzymeNoise;
}

const ENZYMES = ['BCAT2', 'BCKDH'];
/** Assumed. */
const DEFAULTS = { replicates: 3, noise: { pipetting: 0.03, absorbance: 0.0005 } } as const;

/** The schema of `enzymes:` under `assays:`. */
export function enzymeSchema(): z.ZodType<EnzymeProtocol> {
  const shape = {
    homogenates: times('homogenates', 'When cells are homogenised: sample times of the scenario.'),
    enzymes: z
      .array(choice(ENZYMES, 'An enzyme.', 'enzyme'), {
        error: (i) => say.wrongType('a list of enzymes', i.input, '[BCAT2, BCKDH]'),
      })
      .min(1, { error: () => say.wrongType('a list of enzymes', [], '[BCAT2, BCKDH]') })
      .optional(),
    replicates: whole(2, 100, 'Vessels of one homogenate (3).').optional(),
    noise: strict(
      {
        pipetting: quantity(LIMITS.variation, 'CV of what is pipetted (3 %).').optional(),
        absorbance: quantity(
          { unit: '1', min: 0, max: 1 },
          'Standard deviation of a reading (0.0005).',
        ).optional(),
      },
      'under "noise"',
    ).optional(),
  };
  return strict(shape, 'under "enzymes"').transform((w): EnzymeProtocol => {
    const given = w as unknown as Partial<EnzymeProtocol> & { readonly homogenates: readonly number[] };
    return {
      homogenates_s: given.homogenates,
      enzymes: given.enzymes ?? ENZYMES,
      replicates: given.replicates ?? DEFAULTS.replicates,
      noise: { ...DEFAULTS.noise, ...given.noise },
    };
  }) as unknown as z.ZodType<EnzymeProtocol>;
}

/** Where the assays do not fit their scenario. */
export const enzymeFaults = ({ homogenates_s }: EnzymeProtocol, plan: Plan): readonly Fault[] =>
  timeFaults('homogenates', homogenates_s, plan);
