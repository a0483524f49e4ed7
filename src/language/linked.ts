import { derived, type Rate, type RateUnit } from './rates.js';
import { convert } from './units.js';

/** A step that goes both ways, with the rates of its rule. */
export type Reversible =
  | { readonly on: Rate<2>; readonly off: Rate<1> }
  | { readonly forward: Rate; readonly backward: Rate };

/**
 * The fourth step of a square from the other three, by detailed balance (Wegscheider's condition): of the two ways round
 * from one corner to the opposite one, `first` then `second` is one, `other` then the answer the other way, and so
 * K(answer) = K(first) K(second) / K(other), K being on/off or forward/backward. Of the answer one rate is given and
 * the other is computed, in the unit asked for; it follows the rates it came from when a scenario overrides them.
 */
export function linked(
  first: Reversible,
  second: Reversible,
  other: Reversible,
  known: { readonly on: Rate<2> },
): { readonly on: Rate<2>; readonly off: Rate<1> };
export function linked(
  first: Reversible,
  second: Reversible,
  other: Reversible,
  known: { readonly off: Rate<1> },
  unit?: '1/(M s)' | '1/(uM min)' | 'um3/s' | 'um3/min' | 'um3/h',
): { readonly on: Rate<2>; readonly off: Rate<1> };
export function linked<O extends 1 | 2>(
  first: Reversible,
  second: Reversible,
  other: Reversible,
  known: { readonly forward: Rate<O> },
): { readonly forward: Rate<O>; readonly backward: Rate<O> };
export function linked(
  first: Reversible,
  second: Reversible,
  other: Reversible,
  known: { readonly on: Rate<2> } | { readonly off: Rate<1> } | { readonly forward: Rate<1 | 2> },
  unit: RateUnit = 'um3/min',
): Reversible {
  const [up, down] = [
    [there(first), there(second), back(other)],
    [back(first), back(second), there(other)],
  ] as const;
  if ('on' in known) return { on: known.on, off: closing([known.on, ...down], up, '1/min', 1) };
  if ('off' in known) return { on: closing([known.off, ...up], down, unit, 2), off: known.off };
  const { forward } = known;
  return { forward, backward: closing([forward, ...down], up, forward.unit as RateUnit, forward.order) };
}

/** The number that a linked rate has, in its own unit, when the rates it is linked to have the values `numberOf`. */
export function linkedValue(rate: Rate, numberOf: (of: Rate) => number): number {
  if (rate.linked === undefined) return rate.value;
  const product = (rates: readonly Rate[]) =>
    rates.reduce((whole, of) => whole * perSecond(of, numberOf(of)), 1);
  return product(rate.linked.times) / product(rate.linked.over) / perSecond(rate, 1);
}

/** A rate constant in 1/s, um3/s (per molecule) or molecules/um3/s, whatever the unit in which it is stated. */
export function perSecond(rate: Rate, value: number): number {
  if (rate.unit === 'saturable')
    throw new Error('a saturable rate is not a mass-action constant; link rates in 1/s or um3/s');
  const unit = (['molecules/um3/s', '1/s', 'um3/s'] as const)[rate.order];
  const converted = convert(value, rate.unit, unit);
  if (!converted.ok) throw new Error(`a rate of order ${rate.order} in ${rate.unit}: ${converted.why}`);
  return converted.value;
}

const there = (step: Reversible): Rate => ('on' in step ? step.on : step.forward);
const back = (step: Reversible): Rate => ('on' in step ? step.off : step.backward);

function closing<O extends 1 | 2>(
  times: readonly Rate[],
  over: readonly Rate[],
  unit: RateUnit,
  order: O,
): Rate<O> {
  const sources = [...new Set([...times, ...over].flatMap((r) => r.source.sources))];
  const rate: Rate<O> = {
    kind: 'rate',
    order,
    value: Number.NaN,
    unit,
    source: derived('closes a thermodynamic square with the three steps it is linked to', ...sources),
    linked: { times, over },
  };
  return { ...rate, value: linkedValue(rate, (of) => of.value) };
}
