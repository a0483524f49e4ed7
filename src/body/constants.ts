import type { Evidence } from '../language/rates.js';

/** A number of the body: what a dose meets on its way to the cell. */
export interface BodyConstant {
  readonly value: number;
  readonly unit: string;
  readonly says: string;
  readonly source: Evidence;
}

/** A number with its unit, in words and with what it rests on. */
export const bodyConstant = (value: number, unit: string, says: string, source: Evidence): BodyConstant => ({
  value,
  unit,
  says,
  source,
});
