/** Fits and checks of the intake model on the measured curves: the numbers of docs/intake.md. */
import { contentOfLast } from '../src/body/chain.js';
import { valueAt } from '../src/body/courses.js';
import { LEUCINE_OF_WHEY } from '../src/body/feeding.js';
import { FORCINGS, increment } from '../src/body/forcing.js';
import { GUT } from '../src/body/gut.js';
import {
  ESSENTIAL,
  insulinRise_pM,
  kicRise,
  LEUCINE,
  leucineRise_uM,
  MEAL,
  type Product,
  WHEY,
} from '../src/body/intake-model.js';
import { LEUCINE_OF_EGG } from '../src/body/meal.js';
import { PLASMA } from '../src/body/plasma.js';
import type { Course } from '../src/scenario/plan.js';
import { leastOf } from './nelder-mead.js';

/** A measured curve and the dose before it. */
export interface Fed {
  readonly id: string;
  readonly name: string;
  readonly product: Product;
  readonly leucine_g: number;
  readonly mass_g: number;
  /** Times of several equal shares of the dose, min. */
  readonly shares_min?: readonly number[];
}
const fed = (id: string, name: string, product: Product, leucine_g: number, mass_g: number): Fed => ({
  id,
  name,
  product,
  leucine_g,
  mass_g,
});
export const LEUCINE_CURVES: readonly Fed[] = [
  fed('leu-plasma-glynn2010-1p85g', 'EAA', ESSENTIAL, 1.85, 10),
  fed('leu-plasma-glynn2010-3p5g', 'EAA', ESSENTIAL, 3.5, 10),
  fed('leu-plasma-mitchellwk2015-bolus', 'EAA', ESSENTIAL, 3.59, 15),
  fed('leu-plasma-wilkinson2013-3p42g', 'leucine', LEUCINE, 3.42, 3.42),
  fed('leu-plasma-moore2009-whey25g', 'whey', WHEY, 25 * LEUCINE_OF_WHEY, 25),
  fed('leu-plasma-atherton2010-whey48g', 'whey', WHEY, 48 * LEUCINE_OF_WHEY, 48),
  fed('leu-plasma-mazzulla2017-mixed-meal', 'meal', MEAL, 18 * LEUCINE_OF_EGG, 18),
];
/** Not fitted: foretold from single doses. */
export const PULSES: Fed = {
  ...fed('leu-plasma-mitchellwk2015-pulse', 'EAA in four pulses', ESSENTIAL, 3.59, 15),
  shares_min: [0, 45, 90, 135],
};
export const INSULIN_CURVES: readonly Fed[] = [
  fed('insulin-plasma-glynn2010-1p85g', 'EAA', ESSENTIAL, 1.85, 10),
  fed('insulin-plasma-glynn2010-3p5g', 'EAA', ESSENTIAL, 3.5, 10),
  fed('insulin-plasma-mitchellwk2015-bolus', 'EAA', ESSENTIAL, 3.59, 15),
  fed('insulin-plasma-wilkinson2013-3p42g', 'leucine', LEUCINE, 3.42, 3.42),
  fed('insulin-plasma-moore2009-whey25g', 'whey', WHEY, 25 * LEUCINE_OF_WHEY, 25),
  fed('insulin-plasma-atherton2010-whey48g', 'whey', WHEY, 48 * LEUCINE_OF_WHEY, 48),
];
export const KIC_CURVE = 'kic-plasma-atherton2010-whey48g';

export interface Points {
  readonly t_min: readonly number[];
  /** Above the first value. */
  readonly rise: readonly number[];
}
/** The points of a measured curve. Throws where there is none of that name. */
export function pointsOf(id: string): Points {
  const curve = FORCINGS.get(id);
  if (curve?.kind !== 'measured') throw new Error(`"${id}" is not a measured curve`);
  return { t_min: curve.time_min, rise: curve.value.map((v) => v - curve.value[0]!) };
}

/** Rises of the shipped model. */
export const leucineOf =
  ({ product, leucine_g, shares_min = [0] }: Fed) =>
  (t: number) =>
    shares_min.reduce((sum, at) => sum + leucineRise_uM(product, leucine_g / shares_min.length, t - at), 0);
export const insulinOf =
  ({ product, mass_g }: Fed) =>
  (t: number) =>
    insulinRise_pM(product, mass_g, t);
/** KIC from the measured leucine of the same study. */
export function kicOf(): (t: number) => number {
  const rise = kicRise(increment(FORCINGS.get('leu-plasma-atherton2010-whey48g')!, 125));
  return (t) => valueAt(rise, t * 60);
}

export interface Errors {
  readonly rmse: number;
  readonly peak: number;
  readonly peakMeasured: number;
  readonly at_min: number;
  readonly atMeasured_min: number;
}
/** A rise against the points of a curve; its own peak is sought by the minute within the time that was measured. */
export function errorsOf(rise: (t_min: number) => number, { t_min, rise: measured }: Points): Errors {
  const minutes = Array.from({ length: t_min.at(-1)! + 1 }, (_, i) => i);
  const most = (values: readonly number[]) =>
    values.reduce((best, v, i) => (v > values[best]! ? i : best), 0);
  const own = minutes.map(rise);
  return {
    rmse: Math.sqrt(t_min.reduce((sum, t, i) => sum + (rise(t) - measured[i]!) ** 2, 0) / t_min.length),
    peak: own[most(own)]!,
    peakMeasured: measured[most(measured)]!,
    at_min: most(own),
    atMeasured_min: t_min[most(measured)]!,
  };
}

const relative = (rise: (t: number) => number, id: string): number => {
  const points = pointsOf(id);
  const { rmse, peakMeasured } = errorsOf(rise, points);
  return (rmse / peakMeasured) ** 2;
};

/** Constants of plasma leucine by least squares, by name in PLASMA; what no curve speaks of keeps its shipped value. */
export function fitLeucine(curves: readonly Fed[]): Constants {
  const names = ['volume', ...new Set(curves.flatMap(({ product }) => NAMES.get(product)!))] as const;
  return fitted(names, (value) => curves.reduce((sum, c) => sum + relative(leucineWith(value, c), c.id), 0));
}
/** Constants of insulin by least squares. */
export function fitInsulin(): Constants {
  const names = ['insulinStep', 'insulinLeucine', 'insulinEssential', 'insulinWhey'] as const;
  return fitted(names, (value) =>
    INSULIN_CURVES.reduce((sum, c) => {
      const step = value.insulinStep;
      const gain = value[GAINS.get(c.product)!];
      const entry = c.product === WHEY ? [PLASMA.digestionWhey.value] : [];
      const rise = (t: number) =>
        gain * c.mass_g * contentOfLast([GUT.stomach.value, ...entry, step, step], t);
      return sum + relative(rise, c.id);
    }, 0),
  );
}
/** Constants of plasma KIC by least squares, on the points of plasma leucine of the same study as straight lines. */
export function fitKic(): Constants {
  const leucine = increment(FORCINGS.get('leu-plasma-atherton2010-whey48g')!, 125);
  return fitted(['kicShare', 'kicLoss'], (value) => {
    const rise = kicRise(leucine, value.kicShare, value.kicLoss);
    return relative((t) => valueAt(rise, t * 60), KIC_CURVE);
  });
}

type Name = keyof typeof PLASMA;
export type Constants = Readonly<Record<Name, number>>;
const NAMES: ReadonlyMap<Product, readonly Name[]> = new Map<Product, readonly Name[]>([
  [LEUCINE, ['lossLeucine']],
  [ESSENTIAL, ['lossEssential']],
  [WHEY, ['lossWhey', 'digestionWhey']],
  [MEAL, ['lossMeal', 'digestionMeal']],
]);
const GAINS: ReadonlyMap<Product, Name> = new Map<Product, Name>([
  [LEUCINE, 'insulinLeucine'],
  [ESSENTIAL, 'insulinEssential'],
  [WHEY, 'insulinWhey'],
]);
const SHIPPED = Object.fromEntries(Object.entries(PLASMA).map(([name, c]) => [name, c.value])) as Constants;

/** Sought in logarithms, from 30 % beside the shipped values on. */
function fitted(names: readonly Name[], cost: (value: Constants) => number): Constants {
  const constantsAt = (x: readonly number[]): Constants => ({
    ...SHIPPED,
    ...Object.fromEntries(names.map((name, i) => [name, Math.exp(x[i]!)])),
  });
  const start = names.map((name) => Math.log(SHIPPED[name] * 1.3));
  return constantsAt(leastOf((x) => cost(constantsAt(x)), start));
}

/** A rise of leucine under other constants. */
export function leucineWith(value: Constants, { product, leucine_g }: Fed) {
  const other = (name: Name) => ({ ...PLASMA[name], value: value[name] });
  const changed: Product =
    product === WHEY
      ? { loss: other('lossWhey'), digestion: other('digestionWhey') }
      : product === MEAL
        ? { loss: other('lossMeal'), digestion: other('digestionMeal') }
        : { loss: other(product === LEUCINE ? 'lossLeucine' : 'lossEssential') };
  return (t: number) => (leucineRise_uM(changed, leucine_g, t) * PLASMA.volume.value) / value.volume;
}

/** The nearest other curve of the same product, scaled by dose: what the model has to beat; undefined where there is none. */
export function scaledNeighbour(curve: Fed): ((t: number) => number) | undefined {
  const others = LEUCINE_CURVES.filter((c) => c !== curve && c.product === curve.product);
  if (others.length === 0) return undefined;
  const apart = (c: Fed) => Math.abs(Math.log(c.leucine_g / curve.leucine_g));
  const nearest = others.reduce((best, c) => (apart(c) < apart(best) ? c : best));
  const course: Course = increment(FORCINGS.get(nearest.id)!, 0);
  return (t) => (valueAt(course, t * 60) * curve.leucine_g) / nearest.leucine_g;
}
