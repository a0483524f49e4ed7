/**
 * Lysosomes as a microscope tells them apart. The surface is one compartment to the kinetics: every Rag pair meets every mTORC1
 * at one rate, whatever lysosome it is on. So where a pair sits decides nothing, and can be drawn without changing an event.
 */
import type { Lysosomes } from '../language/laboratory.js';
import { assumed, constant } from '../language/rates.js';
import { MTORC1, Rag, Rheb, TSC } from './agents.js';

export const lysosomes: Lysosomes = {
  perUm3: constant(
    1,
    '1/um3',
    assumed(
      'several in the 5 um3 of a virtual myocyte; no count in human muscle was found; 0.2-5 is to be tried',
    ),
  ),
  anchor: Rag(),
  kinase: { of: MTORC1(), on: 'rag' },
  activator: { of: Rheb(), under: 'mtorc1' },
  gap: { of: TSC, at: TSC({ akt: ['none', 'one'], place: 'lysosome' }) },
};
