import { type Effects, type Field, type InputEffect, NO_EFFECT } from './treatment.js';

/** A dose by mass. */
export const grams = (says: string, max: number): Field => ({
  kind: 'quantity',
  unit: 'g',
  min: 0,
  max,
  says,
});

/** When something is taken or begun, relative to t = 0. */
export const AT: Field = {
  kind: 'quantity',
  unit: 's',
  default: 0,
  min: -7 * 86_400,
  max: 366 * 86_400,
  says: 'When; t = 0 where unsaid.',
};

/** Effects on inputs and nothing else. */
export const onInputs = (inputs: readonly InputEffect[]): Effects => ({ ...NO_EFFECT, inputs });
