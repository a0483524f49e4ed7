/**
 * Units as products of base units. A scale is `times * 10^ten` with an integer exponent, so that conversions between
 * prefixes (250 nM = 0.25 uM) multiply or divide by an exact power of ten and round once.
 */

/** Exponents of the base units: second, cubic micrometre, molecule, gram of substance, kilogram of body. */
export interface Dimensions {
  readonly time: number;
  readonly volume: number;
  readonly amount: number;
  readonly mass: number;
  readonly body: number;
}
/** One unit in base units. */
export interface Scale extends Dimensions {
  readonly times: number;
  readonly ten: number;
}

/** The unit of bare numbers. */
export const ONE: Scale = { times: 1, ten: 0, time: 0, volume: 0, amount: 0, mass: 0, body: 0 };

/** Molecules in one cubic micrometre at 1 uM, from Avogadro's number: 6.022e23 per mol * 1e-6 mol/L * 1e-15 L. */
export const MOLECULES_PER_UM3_AT_1_UM = 602.2;

const time = (times: number): Scale => ({ ...ONE, times, time: 1 });
const amount = (times: number, ten: number): Scale => ({ ...ONE, times, ten, amount: 1 });
const litre: Scale = { ...ONE, ten: 15, volume: 1 };
const gram: Scale = { ...ONE, mass: 1 };

/** Units that take a metric prefix. 1 U of insulin = 6.67 nmol, the factor the physiology here uses (1 mU/L = 6.67 pM). */
const METRIC: Readonly<Record<string, Scale>> = {
  M: { ...ONE, times: 6.022, ten: 23 - 15, amount: 1, volume: -1 },
  mol: amount(6.022, 23),
  U: amount(6.67 * 6.022, 23 - 9),
  L: litre,
  l: litre,
  g: gram,
};
const PREFIX: Readonly<Record<string, number>> = { k: 3, d: -1, c: -2, m: -3, u: -6, n: -9, p: -12, f: -15 };

const WHOLE: Readonly<Record<string, Scale>> = {
  s: time(1),
  sec: time(1),
  second: time(1),
  seconds: time(1),
  ms: { ...ONE, ten: -3, time: 1 },
  min: time(60),
  minute: time(60),
  minutes: time(60),
  h: time(3600),
  hour: time(3600),
  hours: time(3600),
  d: time(86_400),
  day: time(86_400),
  days: time(86_400),
  kg: { ...ONE, body: 1 },
  um3: { ...ONE, volume: 1 },
  molecule: amount(1, 0),
  molecules: amount(1, 0),
  copies: amount(1, 0),
  '1': ONE,
  fold: ONE,
  fraction: ONE,
  '%': { ...ONE, ten: -2 },
};

/** The scale of one symbol such as `min`, `uM` or `mU`; undefined where there is none. */
export function scaleOf(symbol: string): Scale | undefined {
  const whole = Object.hasOwn(WHOLE, symbol) ? WHOLE[symbol] : undefined;
  if (whole !== undefined) return whole;
  if (Object.hasOwn(METRIC, symbol)) return METRIC[symbol];
  const [prefix, rest] = [symbol.slice(0, 1), symbol.slice(1)];
  if (!Object.hasOwn(PREFIX, prefix) || !Object.hasOwn(METRIC, rest)) return undefined;
  const unit = METRIC[rest]!;
  return { ...unit, ten: unit.ten + PREFIX[prefix]! };
}

/** Multiplies a scale by another raised to an integer power. */
export function times(a: Scale, b: Scale, power: number): Scale {
  return {
    times: a.times * b.times ** power,
    ten: a.ten + b.ten * power,
    time: a.time + b.time * power,
    volume: a.volume + b.volume * power,
    amount: a.amount + b.amount * power,
    mass: a.mass + b.mass * power,
    body: a.body + b.body * power,
  };
}

/** What people call a product of base units; an example of each is what a message proposes. */
const NAMED = [
  { name: 'number', example: '1', is: {} },
  { name: 'time', example: '3 h', is: { time: 1 } },
  { name: 'volume', example: '5 um3', is: { volume: 1 } },
  { name: 'amount', example: '200 molecules', is: { amount: 1 } },
  { name: 'mass', example: '3.5 g', is: { mass: 1 } },
  { name: 'concentration', example: '250 uM', is: { amount: 1, volume: -1 } },
  { name: 'mass concentration', example: '45 g/L', is: { mass: 1, volume: -1 } },
  { name: 'dose per body mass', example: '0.25 g/kg', is: { mass: 1, body: -1 } },
  { name: 'amount per body mass', example: '7.2 umol/kg', is: { amount: 1, body: -1 } },
  { name: 'mass infusion rate', example: '50 mg/kg/h', is: { mass: 1, body: -1, time: -1 } },
  { name: 'infusion rate', example: '7.2 umol/kg/h', is: { amount: 1, body: -1, time: -1 } },
  { name: 'volume per body mass', example: '0.35 L/kg', is: { volume: 1, body: -1 } },
  { name: 'mass rate', example: '0.5 g/min', is: { mass: 1, time: -1 } },
  { name: 'amount rate', example: '120 umol/min', is: { amount: 1, time: -1 } },
  { name: 'zero-order rate', example: '30 uM/h', is: { amount: 1, volume: -1, time: -1 } },
  { name: 'first-order rate', example: '3 /min', is: { time: -1 } },
  { name: 'second-order rate', example: '0.15 1/(uM min)', is: { volume: 1, amount: -1, time: -1 } },
] as const;
/** What a unit measures; `ratio` is fold, percent or fraction, `other` a product that has no name here. */
export type Dimension = (typeof NAMED)[number]['name'] | 'ratio' | 'other';

/** A quantity of this dimension as messages propose it. */
export const exampleOf = (dimension: Dimension): string =>
  dimension === 'ratio' ? '1.5 fold' : (NAMED.find((n) => n.name === dimension)?.example ?? '1');

/** The name of a product of base units. */
export function dimensionOf(scale: Scale): Dimension {
  return NAMED.find((n) => sameDimensions({ ...ONE, ...n.is }, scale))?.name ?? 'other';
}

/** Whether two units measure the same thing, so that one can be turned into the other. */
export const sameDimensions = (a: Dimensions, b: Dimensions): boolean =>
  a.time === b.time &&
  a.volume === b.volume &&
  a.amount === b.amount &&
  a.mass === b.mass &&
  a.body === b.body;
