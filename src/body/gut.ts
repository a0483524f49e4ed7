import { derived } from '../language/rates.js';
import { bodyConstant } from './constants.js';
import { McCollClarke2024 } from './sources.js';

const published = (value: number, says: string) =>
  bodyConstant(
    value,
    '1/min',
    says,
    derived('fitted in a whole-body model of a young man', McCollClarke2024),
  );

/** First-order steps of free leucine from the mouth on; 62 % reaches plasma, 28 % the splanchnic bed, 10 % is lost. */
export const GUT = {
  stomach: published(0.591, 'From stomach to gut.'),
  toPlasma: published(0.0111, 'From gut to plasma.'),
  splanchnic: published(0.00498, 'From gut into the splanchnic bed.'),
  lost: published(0.00186, 'From gut to nowhere: lost.'),
} as const;

/** All that leaves the gut, 1/min. */
export const gutRate_per_min = (): number => GUT.toPlasma.value + GUT.splanchnic.value + GUT.lost.value;

/** Share of a dose that reaches plasma, when splanchnic uptake is faster by a factor. */
export function plasmaShare(extraction: number): number {
  return GUT.toPlasma.value / (GUT.toPlasma.value + extraction * GUT.splanchnic.value + GUT.lost.value);
}

/** Share of an intake that reaches plasma relative to the young, when splanchnic uptake is faster by a factor. */
export const oralShare = (extraction: number): number => plasmaShare(extraction) / plasmaShare(1);
