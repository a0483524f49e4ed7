import type { BlotProtocol } from './blot-schema.js';
import type { EnzymeProtocol } from './enzyme-schema.js';
import type { MicroscopyProtocol } from './microscopy-schema.js';
import type { Plan } from './plan.js';
import type { TracerProtocol } from './tracer-schema.js';

const askedOf =
  <Protocol>(name: string) =>
  (plan: Pick<Plan, 'assays'>): Protocol | undefined =>
    plan.assays.find(({ assay }) => assay === name)?.options as Protocol | undefined;

/** The tracer study of a plan, if it has one. */
export const tracerOf = askedOf<TracerProtocol>('tracer');

/** The western blots of a plan, if it has any. */
export const blotOf = askedOf<BlotProtocol>('blot');

/** The enzyme assays of a plan, if it has any. */
export const enzymesOf = askedOf<EnzymeProtocol>('enzymes');

/** The microscopy of a plan, if it has any. */
export const microscopyOf = askedOf<MicroscopyProtocol>('microscopy');
