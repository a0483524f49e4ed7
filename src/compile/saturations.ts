import type { CellNumbers } from './cell-numbers.js';
import { molecules, spaceOf } from './numbers.js';
import type { Structure } from './resolved.js';

/** One over the constant of every law that saturates or inhibits, per molecule, in the order of the channels and their laws. */
export const saturationsOf = (
  { channels }: Pick<Structure, 'channels'>,
  { volume_um3, value }: Pick<CellNumbers, 'volume_um3' | 'value'>,
): Float64Array =>
  Float64Array.from(
    channels.flatMap((c) => c.laws),
    ({ law }) => 1 / molecules(law.K, value, spaceOf(law.by, volume_um3)),
  );
