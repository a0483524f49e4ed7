import type { z } from 'zod';
import type { Plan } from './plan.js';
import { type Fault, type TracerProtocol, tracerFaults, tracerSchema } from './tracer-schema.js';

/** An assay that follows a protocol of its own: only done where a scenario asks for it. */
interface Protocol {
  readonly schema: () => z.ZodType<unknown>;
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
};

/** Everything in which the assays that a plan asks for do not fit the plan. */
export const protocolFaults = (
  plan: Plan,
): readonly (Fault & { readonly assay: string; readonly place: number })[] =>
  plan.assays.flatMap(({ assay, options }, place) =>
    (PROTOCOLS[assay]?.faults(options as never, plan) ?? []).map((fault) => ({ ...fault, assay, place })),
  );

/** The tracer study of a plan, if it has one. */
export const tracerOf = (plan: Pick<Plan, 'assays'>): TracerProtocol | undefined =>
  plan.assays.find(({ assay }) => assay === 'tracer')?.options as TracerProtocol | undefined;
