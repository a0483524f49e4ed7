import type { Place } from '../scene/places.js';

/** Small molecules drawn in the cell: so many uM of them are one dot. */
export interface Metabolite {
  readonly molecule: string;
  readonly column: string;
  readonly place: Place;
  readonly uM_per_dot: number;
}
export const METABOLITES: readonly Metabolite[] = [
  { molecule: 'Leucine', column: 'leucine_uM', place: 'cytosol', uM_per_dot: 5 },
  { molecule: 'Leucine under the membrane', column: 'leucine_rim_uM', place: 'rim', uM_per_dot: 5 },
  { molecule: 'KIC', column: 'kic_uM', place: 'cytosol', uM_per_dot: 2 },
  { molecule: 'HMB', column: 'hmb_uM', place: 'cytosol', uM_per_dot: 0.5 },
];
/** No more dots than these of one metabolite. */
export const MOST_DOTS = 100;
/** Dots of each signalling molecule. */
export const DOTS = 20;
