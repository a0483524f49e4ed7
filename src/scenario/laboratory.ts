import type { z } from 'zod';
import { blotFaults, blotSchema } from './blot-schema.js';
import { enzymeFaults, enzymeSchema } from './enzyme-schema.js';
import { microscopyFaults, microscopySchema } from './microscopy-schema.js';
import type { Plan } from './plan.js';
import type { Fault } from './protocol.js';
import { tracerFaults, tracerSchema } from './tracer-schema.js';
import type { Vocabulary } from './vocabulary.js';

/** An assay that follows a protocol of its own: only done where a scenario asks for it. */
interface Protocol {
  readonly schema: (vocabulary: Vocabulary) => z.ZodType<unknown>;
  /** What holds where the scenario only names the assay; absent where it must say more. */
  readonly silent?: unknown;
  readonly example: string;
  readonly faults: (options: never, plan: Plan) => readonly Fault[];
}

/** By the name of the assay. */
export const PROTOCOLS: Readonly<Record<string, Protocol>> = {
  tracer: {
    schema: tracerSchema,
    example:
      'tracer: {tracer: "L-[1-13C]leucine", infuse: 7.6 umol/kg/h, blood: [2 h, 4 h], biopsies: [2 h, 4 h]}',
    faults: tracerFaults as Protocol['faults'],
  },
  blot: {
    schema: blotSchema,
    example: 'blot: {lysates: [0 h, 1 h], antibodies: [p-S6K1(T389)]}',
    faults: blotFaults as Protocol['faults'],
  },
  enzymes: {
    schema: enzymeSchema,
    example: 'enzymes: {homogenates: [0 h, 2 h]}',
    faults: enzymeFaults as Protocol['faults'],
  },
  microscopy: {
    schema: microscopySchema,
    example: 'microscopy: {sections: [0 h, 1 h]}',
    faults: microscopyFaults as Protocol['faults'],
  },
};

/** Everything in which the assays that a plan asks for do not fit the plan. */
export const protocolFaults = (
  plan: Plan,
): readonly (Fault & { readonly assay: string; readonly place: number })[] =>
  plan.assays.flatMap(({ assay, options }, place) =>
    (PROTOCOLS[assay]?.faults(options as never, plan) ?? []).map((fault) => ({ ...fault, assay, place })),
  );
