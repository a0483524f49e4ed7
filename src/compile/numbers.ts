import type { CrowdPattern } from '../language/agents.js';
import { driveFactor } from '../language/inputs.js';
import type { Lookup } from '../language/parameters.js';
import type { Constant, Rate, RateUnit } from '../language/rates.js';
import { MOLECULES_PER_UM3_AT_1_UM } from '../language/unit-table.js';
import type { Channel } from './resolved.js';

/** Value of an input by name, in the unit in which the model declares it. */
export type InputValues = (name: string) => number;

/** Rate constant of a channel in molecules and seconds in a cell of this volume, before inputs. */
export function baseRate(channel: Channel, volume_um3: number, value: Lookup): number {
  const rate = channel.rule.rates[channel.rate]!;
  const share = channel.draft.space?.share ?? 1;
  const once = channel.draft.mirrored ? 0.5 : 1;
  if (rate.saturation === undefined) return once * inSeconds(rate, value(rate), volume_um3, share);
  const Km = molecules(rate.saturation.Km, value, volume_um3 * share);
  return inSeconds(rate.saturation.kcat, value(rate), volume_um3, share) / Km;
}

/** The factor that the inputs put on a channel's rate. */
export function drivenBy(channel: Channel, inputs: InputValues, value: Lookup): number {
  return channel.drives.reduce(
    (product, drive) => product * driveFactor(drive, inputs(drive.input.name), value),
    1,
  );
}

/** A concentration or number as molecules in the given space. */
export function molecules(amount: Constant, value: Lookup, space_um3: number): number {
  const x = value(amount);
  switch (amount.unit) {
    case 'uM':
      return x * MOLECULES_PER_UM3_AT_1_UM * space_um3;
    case 'nM':
      return x * 1e-3 * MOLECULES_PER_UM3_AT_1_UM * space_um3;
    case 'pM':
      return x * 1e-6 * MOLECULES_PER_UM3_AT_1_UM * space_um3;
    case 'molecules/um3':
      return x * space_um3;
    case 'molecules':
      return x;
    default:
      throw new Error(
        `${x} ${amount.unit} is not an amount; declare it in uM, nM, pM, molecules/um3 or molecules`,
      );
  }
}

/** Space in which a pattern's members are counted: its compartment for a crowd, the cell's water for individuals. */
export const spaceOf = (
  pattern: CrowdPattern | { readonly kind: 'individual' },
  volume_um3: number,
): number => (pattern.kind === 'crowd' ? volume_um3 * pattern.in.share : volume_um3);

function inSeconds(rate: Rate, x: number, volume_um3: number, share: number): number {
  const unit = rate.unit as RateUnit;
  switch (unit) {
    case 'molecules/um3/s':
      return x * volume_um3;
    case 'molecules/um3/h':
      return (x * volume_um3) / 3600;
    case 'uM/min':
      return (x * MOLECULES_PER_UM3_AT_1_UM * volume_um3 * share) / 60;
    case 'uM/h':
      return (x * MOLECULES_PER_UM3_AT_1_UM * volume_um3 * share) / 3600;
    case '1/s':
      return x;
    case '1/min':
      return x / 60;
    case '1/h':
      return x / 3600;
    case 'um3/s':
      return x / (volume_um3 * share);
    case 'um3/min':
      return x / 60 / (volume_um3 * share);
    case 'um3/h':
      return x / 3600 / (volume_um3 * share);
    case '1/(uM min)':
      return x / MOLECULES_PER_UM3_AT_1_UM / 60 / (volume_um3 * share);
    case '1/(M s)':
      return x / (MOLECULES_PER_UM3_AT_1_UM * 1e6) / (volume_um3 * share);
  }
}
