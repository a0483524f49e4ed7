/** Antibodies of western blots, as far as the model has the sites. Masses are apparent ones, from memory. */
import type { Pattern } from '../language/agents.js';
import type { BlotTarget } from '../language/laboratory.js';
import { assumed, constant } from '../language/rates.js';
import { Akt, BP1, E1, IRS1, MAFbx, MTORC1, MuRF1, S6K1, TSC, ULK1 } from './agents.js';
import { cytosol } from './compartments.js';
import { kinase } from './kinase.js';
import { westernBackground } from './readouts.js';

const unspecific = constant(
  0.05,
  '1',
  assumed('nobody gives the background of an antibody; that of p-S6K1 alone is calibrated'),
);
const site = (
  name: string,
  mass_kDa: number,
  binds: Pattern | readonly Pattern[],
  total: Pattern,
  background = unspecific,
): BlotTarget => ({ name, binds: [binds].flat(), total, background, mass_kDa });
const whole = (name: string, mass_kDa: number, binds: Pattern): BlotTarget => ({
  name,
  binds: [binds],
  background: constant(0, '1', assumed('a protein without a site is read as it is')),
  mass_kDa,
});

export const blotTargets: readonly BlotTarget[] = [
  site('p-S6K1(T389)', 70, S6K1({ t389: 'p' }), S6K1(), westernBackground),
  site('p-4E-BP1(T37/46)', 17, BP1({ phospho: ['primed', 'hyper'] }), BP1()),
  site('p-4E-BP1(S65/T70)', 18, BP1({ phospho: 'hyper' }), BP1()),
  site('p-Akt(S473)', 60, Akt({ s473: 'p' }), Akt()),
  site('p-TSC2', 200, TSC({ akt: ['one', 'both'] }), TSC()),
  site('p-PRAS40(T246)', 40, MTORC1({ pras40: 'off' }), MTORC1()),
  site('p-IRS1(S636)', 180, IRS1({ s636: 'p' }), IRS1()),
  site('p-ULK1(S757)', 150, ULK1({ s757: 'p' }), ULK1()),
  site('p-BCKDHA(S293)', 46, E1({ s293: 'p' }), E1()),
  whole('MuRF1', 40, MuRF1({ in: cytosol })),
  whole('MAFbx', 42, MAFbx({ in: cytosol })),
  /** By convention: the model has no S2448, a site that S6K1 phosphorylates; mTORC1 that works stands for it. */
  site('p-mTOR(S2448)', 250, [kinase.docked, kinase.bypass], MTORC1()),
];

/** Antibodies that muscle laboratories use and the model cannot answer, with what it has instead. */
export const antibodiesWithoutSite: Readonly<Record<string, string>> = {
  'p-Akt(T308)': 'T308 and S473 of Akt are one step; take "p-Akt(S473)"',
  'p-AMPK(T172)': 'AMPK is an input that scenarios give, not a molecule',
  'p-rpS6(S235/236)': 'it has no rpS6; take "p-S6K1(T389)"',
};
