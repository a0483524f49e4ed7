import type { Course } from '../scenario/plan.js';
import { contentOfLast } from './chain.js';
import type { BodyConstant } from './constants.js';
import { points, sample, until } from './courses.js';
import { GUT, gutRate_per_min, plasmaShare } from './gut.js';
import { PLASMA } from './plasma.js';

/** Molar mass of leucine, g/mol. */
export const LEUCINE_G_PER_MOL = 131.17;

/** How something that holds leucine goes from the mouth to plasma. */
export interface Product {
  /** Absent where there is nothing to digest. */
  readonly digestion?: BodyConstant;
  readonly loss: BodyConstant;
  /** Absent where insulin is not the amino acids' alone. */
  readonly insulin?: BodyConstant;
}
export const LEUCINE: Product = { loss: PLASMA.lossLeucine, insulin: PLASMA.insulinLeucine };
export const ESSENTIAL: Product = { loss: PLASMA.lossEssential, insulin: PLASMA.insulinEssential };
export const WHEY: Product = {
  digestion: PLASMA.digestionWhey,
  loss: PLASMA.lossWhey,
  insulin: PLASMA.insulinWhey,
};
export const MEAL: Product = { digestion: PLASMA.digestionMeal, loss: PLASMA.lossMeal };

/** Rise of plasma leucine in uM, `t_min` after `leucine_g` by mouth: stomach, digestion, gut with its splanchnic share, plasma. */
export function leucineRise_uM(product: Product, leucine_g: number, t_min: number): number {
  const rates = [...entry(product), gutRate_per_min(), product.loss.value];
  const given_uM = ((leucine_g / LEUCINE_G_PER_MOL) * 1e6) / PLASMA.volume.value;
  return plasmaShare(1) * given_uM * contentOfLast(rates, t_min);
}

/** Rise of plasma insulin in pM, `t_min` after `mass_g` of amino acids or protein by mouth; 0 where it is not known. */
export function insulinRise_pM(product: Product, mass_g: number, t_min: number): number {
  if (product.insulin === undefined) return 0;
  const step = PLASMA.insulinStep.value;
  return product.insulin.value * mass_g * contentOfLast([...entry(product), step, step], t_min);
}

/** A rise of the model as a course from 0 until it is gone. */
export function riseCourse(rise: (t_min: number) => number): Course {
  const end_s = LONG_min * 60;
  return until(
    sample((t_s) => rise(t_s / 60), 0, end_s),
    end_s,
    0,
  );
}

/**
 * Rise of plasma KIC that a rise of plasma leucine brings: made in proportion, lost by first order. Exact at the
 * points of the leucine course and at those set between them, where a straight line would be off.
 */
export function kicRise(
  leucineRise: Course,
  made = PLASMA.kicShare.value,
  loss_per_min = PLASMA.kicLoss.value,
): Course {
  const loss_per_s = loss_per_min / 60;
  const pairs: [number, number][] = [[leucineRise.time_s[0]!, 0]];
  let kic = 0;
  for (let i = 1; i < leucineRise.time_s.length; i++) {
    const [from_s, to_s] = [leucineRise.time_s[i - 1]!, leucineRise.time_s[i]!];
    const [before, after] = [made * leucineRise.value[i - 1]!, made * leucineRise.value[i]!];
    if (to_s === from_s) continue;
    const slope = (after - before) / (to_s - from_s);
    const start = kic;
    const at = (s: number) =>
      before +
      slope * (s - 1 / loss_per_s) +
      (start - before + slope / loss_per_s) * Math.exp(-loss_per_s * s);
    const pieces = Math.ceil((to_s - from_s) / KIC_STEP_s);
    for (let j = 1; j <= pieces; j++) {
      const s = ((to_s - from_s) * j) / pieces;
      pairs.push([from_s + s, at(s)]);
    }
    kic = at(to_s - from_s);
  }
  const end_s = leucineRise.time_s.at(-1)!;
  for (let j = 1; j <= KIC_GONE_steps; j++)
    pairs.push([end_s + j * KIC_STEP_s, kic * Math.exp(-loss_per_s * j * KIC_STEP_s)]);
  return until(points(pairs), end_s + KIC_GONE_steps * KIC_STEP_s, 0);
}

const LONG_min = 900;
const KIC_STEP_s = 300;
const KIC_GONE_steps = 12;
const entry = ({ digestion }: Product): readonly number[] => [
  GUT.stomach.value,
  ...(digestion === undefined ? [] : [digestion.value]),
];
