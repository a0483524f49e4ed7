/** The arithmetic of tracer studies. Enrichments are mole fractions; a flow has the unit of what it is worked out from. */

/**
 * Fractional synthetic rate, %/h, from the rise of label in protein over the enrichment of its precursor: unbiased with
 * leucyl-tRNA, whose label is that of free muscle leucine (Ljungqvist et al., Am J Physiol, 1997); a plasma precursor is richer
 * and gives too low a rate (Bennet et al., Clin Sci, 1989).
 */
export const fractionalSynthesis = (
  bound1: number,
  bound2: number,
  precursor: number,
  hours: number,
): number => (100 * (bound2 - bound1)) / (precursor * hours);

/**
 * Fractional breakdown rate, %/h, by tracer decay: Zhang et al., Am J Physiol 270, E759 (1996). Once the infusion stops, muscle
 * enrichment M follows QM dM/dt = B (p A - (1 + p) M), where p = M/(A - M) at the plateau is inflow over breakdown B.
 * Integrals are in mole fraction times hours; `freeOverBound` is QM/T.
 */
export function fractionalBreakdown(of: {
  readonly plateauPlasma: number;
  readonly plateauMuscle: number;
  readonly muscle1: number;
  readonly muscle2: number;
  readonly plasmaArea: number;
  readonly muscleArea: number;
  readonly freeOverBound: number;
}): number {
  const p = of.plateauMuscle / (of.plateauPlasma - of.plateauMuscle);
  const perHour = (of.muscle2 - of.muscle1) / (p * of.plasmaArea - (1 + p) * of.muscleArea);
  return 100 * perHour * of.freeOverBound;
}

/**
 * Appearance of unlabelled leucine by dilution of an infusion i: Q = i (Ei/Ep - 1). With the enrichment of plasma KIC, made where
 * leucine is used, it is the flux through cells (the reciprocal pool: Matthews et al., Metabolism 31, 1105, 1982).
 */
export const dilutionFlux = (infusion: number, infusate: number, enrichment: number): number =>
  infusion * (infusate / enrichment - 1);

/** Oxidation from labelled CO2 in breath: F/c (1/Ep - 1/Ei), with the share c of CO2 that reaches the breath. */
export const oxidation = (
  labelledCO2: number,
  recovered: number,
  precursor: number,
  infusate: number,
): number => (labelledCO2 / recovered) * (1 / precursor - 1 / infusate);

/** What a limb takes up and gives off, by enrichments of artery and vein alone: Ra = Ca BF (Ea/Ev - 1), Rd = Ra + NB. */
export function twoPools({ Ca, Cv, Ea, Ev, BF }: Limb): { readonly Ra: number; readonly Rd: number } {
  const Ra = Ca * BF * (Ea / Ev - 1);
  return { Ra, Rd: Ra + (Ca - Cv) * BF };
}

/** Concentrations and enrichments of artery and vein, and flow of blood. */
export interface Limb {
  readonly Ca: number;
  readonly Cv: number;
  readonly Ea: number;
  readonly Ev: number;
  readonly BF: number;
}

/**
 * With the enrichment of free muscle leucine as well: transport in and out, appearance in the cell that carries no label
 * (breakdown, and reamination of unlabelled keto acid), and disappearance: Biolo et al. (1995).
 */
export function threePools(limb: Limb & { readonly Em: number }): {
  readonly inward: number;
  readonly outward: number;
  readonly appearance: number;
  readonly disappearance: number;
} {
  const { Ca, Cv, Ea, Ev, Em, BF } = limb;
  const ratio = (Em - Ev) / (Ea - Em);
  const inward = (ratio * Cv + Ca) * BF;
  const outward = (ratio * Cv + Cv) * BF;
  const appearance = inward * (Ea / Em - 1);
  return { inward, outward, appearance, disappearance: appearance + (Ca - Cv) * BF };
}

/** Area under points, each stretch an exponential between its ends (a straight line where an end is not above 0). */
export function decayArea(times: readonly number[], values: readonly number[]): number {
  let area = 0;
  for (let i = 1; i < times.length; i++) {
    const [a, b] = [values[i - 1]!, values[i]!];
    const width = times[i]! - times[i - 1]!;
    const straight = a <= 0 || b <= 0 || Math.abs(a - b) < 1e-9 * a;
    area += width * (straight ? (a + b) / 2 : (a - b) / Math.log(a / b));
  }
  return area;
}
