/** Where molecules meet. Shares are of the cell's water. */
import { compartment } from '../language/agents.js';

export const cytosol = compartment(
  'cytosol',
  1,
  'Cell water in which leucine, KIC and HMB mix; mitochondria are not resolved for them, because the fluxes were measured over the whole.',
);
/** Small and fast, so that Sestrin2 sees plasma and cytosol in about equal parts at few events (share assumed). */
export const rim = compartment(
  'rim',
  0.0005,
  'Thin shell under the sarcolemma in which Sestrin2 meets leucine from plasma and from cytosol.',
);
/** 5 % of muscle volume is mitochondria (from memory). */
export const matrix = compartment(
  'matrix',
  0.05,
  'Mitochondrial matrix: glutamate at BCAT2, intermediates of leucine catabolism.',
);
export const lysosome = compartment('lysosome', 1, 'Lysosomal surface; its agents meet as if well mixed.');
export const protein = compartment('protein', 1, 'Muscle protein, the reservoir of bound leucine.');

export const compartments = [cytosol, rim, matrix, lysosome, protein] as const;
