import type { Pattern } from '../../src/language/agents.js';
import { driveFactor } from '../../src/language/inputs.js';
import type { Constant, Rate, RateUnit } from '../../src/language/rates.js';
import type { Rule } from '../../src/language/rules.js';
import { observed, type World } from './reference-world.js';

const PER_UM3_UM = 602.2;

/** A rate constant per second and per combination of reactants in a space of the given size. */
export function perSecond(rate: Rate, volume_um3: number, space_um3: number): number {
  const x = rate.value;
  const unit: { readonly [U in RateUnit]: () => number } = {
    'molecules/um3/s': () => x * volume_um3,
    'molecules/um3/h': () => (x * volume_um3) / 3600,
    'uM/min': () => (x * PER_UM3_UM * space_um3) / 60,
    'uM/h': () => (x * PER_UM3_UM * space_um3) / 3600,
    '1/s': () => x,
    '1/min': () => x / 60,
    '1/h': () => x / 3600,
    'um3/s': () => x / space_um3,
    'um3/min': () => x / 60 / space_um3,
    'um3/h': () => x / 3600 / space_um3,
    '1/(uM min)': () => x / 60 / (PER_UM3_UM * space_um3),
    '1/(M s)': () => x / 1e6 / (PER_UM3_UM * space_um3),
  };
  return unit[rate.unit as RateUnit]();
}

export function moleculesIn(amount: Constant, space_um3: number): number {
  const perUnit: Partial<Record<Constant['unit'], number>> = {
    molecules: 1 / space_um3,
    'molecules/um3': 1,
    uM: PER_UM3_UM,
    nM: PER_UM3_UM * 1e-3,
    pM: PER_UM3_UM * 1e-6,
  };
  return amount.value * perUnit[amount.unit]! * space_um3;
}

export const spaceOf = (pattern: Pattern, volume_um3: number): number =>
  pattern.kind === 'crowd' ? volume_um3 * pattern.in.share : volume_um3;

/** The product of the laws of a rule and, on the way there, of its drives. */
export function factors(rule: Rule, back: boolean, world: World, volume_um3: number): number {
  let product = 1;
  for (const law of rule.laws ?? []) {
    const x = observed(world, { pattern: law.by }) / moleculesIn(law.K, spaceOf(law.by, volume_um3));
    product *= (law.kind === 'inhibited' ? 1 : x ** law.power) / (1 + x ** law.power);
  }
  for (const drive of back ? [] : (rule.drives ?? []))
    product *= driveFactor(drive, world.inputs[drive.input.name]!);
  return product;
}
