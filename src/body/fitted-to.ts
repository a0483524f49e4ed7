import type { Citation } from '../language/rates.js';
import { FITS } from './fits.js';
import { PLASMA } from './plasma.js';

const hmb = FITS.filter((fit) => fit.variable === 'plasma HMB').flatMap((fit) => fit.source.sources);

/** The studies that the models of the body were fitted to, by the input of the cell that they give. */
export const FITTED_TO: Readonly<Record<string, readonly Citation[]>> = {
  plasma_leucine: PLASMA.volume.source.sources,
  plasma_kic: PLASMA.kicShare.source.sources,
  insulin: PLASMA.insulinStep.source.sources,
  plasma_hmb: hmb,
};
