import { meanInterval } from '../../stats/interval.js';
import type { Activity, Rated } from './aliquot.js';
import { titrated } from './titration.js';

/** How one enzyme is assayed, in the unit of its activity. */
export interface AssayOf {
  readonly unit: string;
  readonly Km_uM: number;
  readonly Vmax: number;
  /** Substrate of the activity itself, and of the titration. */
  readonly substrate_uM: number;
  readonly titration_uM: readonly number[];
  readonly replicates: number;
  /** What one vessel, with its name, makes of a substrate. */
  readonly rateOf: (substrate_uM: number, vessel: string) => number;
}

/** Activity over replicates and a titration, with the truth beside both. */
export function assayed(of: AssayOf): Activity {
  const { unit, Km_uM, Vmax, substrate_uM, rateOf } = of;
  const activity = Array.from({ length: of.replicates }, (_, i) => rateOf(substrate_uM, `replicate ${i}`));
  const titration = of.titration_uM.map(
    (S, i): Rated => ({ substrate_uM: S, rate: rateOf(S, `titration ${i}`) }),
  );
  return {
    unit,
    activity: meanInterval(activity),
    truth: (Vmax * substrate_uM) / (Km_uM + substrate_uM),
    titration,
    ...titrated(
      titration.map((r) => r.substrate_uM),
      titration.map((r) => r.rate),
    ),
    trueKm_uM: Km_uM,
    trueVmax: Vmax,
  };
}
