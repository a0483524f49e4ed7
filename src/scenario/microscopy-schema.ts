import * as z from 'zod';
import { strict } from './keyed.js';
import { choice, quantity, whole } from './leaves.js';
import type { Plan } from './plan.js';
import { say } from './problems.js';
import { type Fault, timeFaults, times } from './protocol.js';

/** Immunofluorescence as planned. */
export interface MicroscopyProtocol {
  readonly sections_s: readonly number[];
  readonly pairs: readonly Pair[];
  /** Lysosomes per um3 of cell; the model's own where it is not said. */
  readonly lysosomes_per_um3: number | undefined;
  /** Numerical aperture of the objective. */
  readonly aperture: number;
  /** Photons that the picture has of a molecule with its antibody, and of a pixel without any. */
  readonly photons: number;
  readonly background: number;
}
export const PAIRS = ['mTOR-LAMP2', 'Rheb-TSC2'] as const;
/** Two proteins that are stained together. */
export type Pair = (typeof PAIRS)[number];

/** Assumed. */
const DEFAULTS = { aperture: 1.3, photons: 50, background: 5 } as const;

/** The schema of `microscopy:` under `assays:`. */
export function microscopySchema(): z.ZodType<MicroscopyProtocol> {
  const example = '[mTOR-LAMP2, Rheb-TSC2]';
  const shape = {
    sections: times('sections', 'When cells are fixed: sample times of the scenario.'),
    pairs: z
      .array(choice(PAIRS, 'Two proteins stained together.', 'pair'), {
        error: (i) => say.wrongType('a list of pairs', i.input, example),
      })
      .min(1, { error: () => say.wrongType('a list of pairs', [], example) })
      .optional(),
    lysosomes: quantity(
      { unit: '1/um3', min: 0, max: 100, open: true },
      'Lysosomes per volume of cell (1 /um3).',
    ).optional(),
    aperture: quantity(
      { unit: '1', min: 0.1, max: 1.7 },
      'Numerical aperture of the objective (1.3).',
    ).optional(),
    photons: whole(1, 100_000, 'Photons of a molecule with its antibody (50).').optional(),
    background: whole(0, 100_000, 'Photons of a pixel without any molecule (5).').optional(),
  };
  return strict(shape, 'under "microscopy"').transform((w): MicroscopyProtocol => {
    const given = w as unknown as Given;
    return {
      sections_s: given.sections,
      pairs: given.pairs ?? PAIRS,
      lysosomes_per_um3: given.lysosomes,
      aperture: given.aperture ?? DEFAULTS.aperture,
      photons: given.photons ?? DEFAULTS.photons,
      background: given.background ?? DEFAULTS.background,
    };
  }) as unknown as z.ZodType<MicroscopyProtocol>;
}

/** Where the microscopy does not fit its scenario. */
export const microscopyFaults = ({ sections_s }: MicroscopyProtocol, plan: Plan): readonly Fault[] =>
  timeFaults('sections', sections_s, plan);

interface Given {
  readonly sections: readonly number[];
  readonly pairs?: readonly Pair[];
  readonly lysosomes?: number;
  readonly aperture?: number;
  readonly photons?: number;
  readonly background?: number;
}
