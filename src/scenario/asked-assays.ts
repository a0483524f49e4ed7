import type { BlotProtocol } from './blot-schema.js';
import type { EnzymeProtocol } from './enzyme-schema.js';
import type { MicroscopyProtocol } from './microscopy-schema.js';
import type { Plan } from './plan.js';
import type { TracerProtocol } from './tracer-schema.js';

/** The tracer study of a plan, if it has one. */
export const tracerOf = (plan: Pick<Plan, 'assays'>): TracerProtocol | undefined =>
  plan.assays.find(({ assay }) => assay === 'tracer')?.options as TracerProtocol | undefined;

/** The western blots of a plan, if it has any. */
export const blotOf = (plan: Pick<Plan, 'assays'>): BlotProtocol | undefined =>
  plan.assays.find(({ assay }) => assay === 'blot')?.options as BlotProtocol | undefined;

/** The enzyme assays of a plan, if it has any. */
export const enzymesOf = (plan: Pick<Plan, 'assays'>): EnzymeProtocol | undefined =>
  plan.assays.find(({ assay }) => assay === 'enzymes')?.options as EnzymeProtocol | undefined;

/** The microscopy of a plan, if it has any. */
export const microscopyOf = (plan: Pick<Plan, 'assays'>): MicroscopyProtocol | undefined =>
  plan.assays.find(({ assay }) => assay === 'microscopy')?.options as MicroscopyProtocol | undefined;
