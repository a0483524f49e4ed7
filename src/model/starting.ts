/**
 * What a fasted cell holds, per um3 of cell water: the steady state at plasma leucine 125 uM, KIC 30 uM, HMB 2 uM, insulin
 * 33 pM. Bonds start open and settle within minutes. No source gives copies of these proteins in muscle: all are to be swept.
 */
import type { AnyIndividual } from '../language/agents.js';
import type { PresentIndividual } from '../language/model.js';
import { present, presentCrowd } from '../language/model.js';
import type { Citation } from '../language/rates.js';
import { assumed, calibrated, constant, derived } from '../language/rates.js';
import * as a from './agents.js';
import { Bergstrom1974, Drummond2010, McCollClarke2024, Tessari1995 } from './citations.js';
import { cytosol, matrix, protein, rim } from './compartments.js';

const copies = (agent: AnyIndividual, n: number, note: string, shares: PresentIndividual['shares'] = {}) =>
  present(agent, constant(n, 'molecules/um3', assumed(note)), shares);
/** Five times the working value of the mean-field model, with the rates that these copies meet divided by five. */
const raised = (
  agent: AnyIndividual,
  n: number,
  shares: PresentIndividual['shares'] = {},
  source?: Citation,
) =>
  present(
    agent,
    constant(
      n,
      'molecules/um3',
      calibrated(
        `retuned for finite copy numbers: 5 x the working value ${n / 5}, so that a cell of 5 um3 holds enough; no copy number in muscle is known`,
        ...(source ? [source] : []),
      ),
    ),
    shares,
  );
const steady = (n: number, note = 'fasted steady state') => constant(n, 'molecules/um3', derived(note));

export const individuals: readonly PresentIndividual[] = [
  present(
    a.Sestrin,
    constant(
      47,
      'molecules/um3',
      calibrated(
        '4.7 for each GATOR2: more make the answer to leucine steeper; no copy number in muscle is known; decisions 11 and 14',
      ),
    ),
    {},
  ),
  raised(a.GATOR2, 10, { castorA: { on: 0.44 }, castorB: { on: 0.44 } }),
  raised(a.GATOR1, 7.5, { gap: { off: 0.9 } }),
  raised(a.Rag, 100, { ab: { GTP: 0.42 } }),
  raised(a.MTORC1, 40, { pras40: { off: 0.443 } }, McCollClarke2024),
  raised(a.Rheb, 200, { nucleotide: { GTP: 0.3 } }),
  raised(a.TSC, 20, { akt: { one: 0.331, both: 0.289 } }, McCollClarke2024),
  raised(a.Akt, 30, { s473: { p: 0.049 } }, McCollClarke2024),
  raised(a.S6K1, 40, { t389: { p: 0.035 } }, McCollClarke2024),
  copies(a.IRS1, 10, 'with receptor and PI3K; 0.212 nM in another model would be 0.13 /um3, conflict kept', {
    s636: { p: 0.09 },
  }),
  copies(a.BP1, 120, 'working value', { phospho: { primed: 0.27, hyper: 0.232 } }),
  copies(a.EIF4E, 60, 'working value'),
  copies(a.EIF4G, 30, 'working value'),
  copies(
    a.BasalRibosome,
    40,
    '42 elongating ribosomes make 0.05 %/h; some 2 of them are recruited ones; decision 17',
  ),
  copies(
    a.Ribosome,
    84,
    'committed together they would add twice the fasted synthesis, to which 42 elongate; decision 17',
    {
      stage: { C1: 0.0042, C2: 0.0042, C3: 0.0042, refractory: 0.12 },
      cap: { '1': 0.25, '2': 0.02 },
      s6: { '1': 0.37, '2': 0.09, '3': 0.01 },
    },
  ),
  copies(a.FoxO, 10, 'working value', { place: { cytosol: 0.5 } }),
  copies(a.InsulinBrake, 100, 'many, so that its noise is small', { state: { set: 0.119 } }),
  copies(a.ULK1, 10, 'working value', { s757: { p: 0.1 } }),
  copies(a.Calpain, 20, 'working value'),
  copies(a.BCAT2, 60, 'dimers, working value', { cofactor: { PMP: 0.25 } }),
  copies(a.E1, 48, '4 complexes of 12; 2-3 active at rest', { s293: { free: 0.055 } }),
  copies(a.BDK, 24, 'working value'),
  copies(a.PPM1K, 6, 'working value'),
  copies(a.HmbMediator, 20, 'not identified'),
];

export const crowds = [
  presentCrowd(
    a.Leucine({ in: cytosol }),
    constant(
      74400,
      'molecules/um3',
      derived('fasted steady state, 124 uM; 106-128 uM measured', Drummond2010),
    ),
  ),
  presentCrowd(a.Leucine({ in: rim }), constant(125.5, 'uM', derived('mean of plasma and cytosol'))),
  presentCrowd(
    a.BoundLeucine({ in: protein }),
    constant(
      1.13e8,
      'molecules/um3',
      derived('122 umol/g wet muscle: 20 % protein, 8 % leucine', Tessari1995),
    ),
  ),
  presentCrowd(a.KIC({ in: cytosol }), steady(11860)),
  presentCrowd(a.HMB({ in: cytosol }), steady(1241)),
  presentCrowd(
    a.Glutamate({ in: matrix }),
    constant(4000, 'uM', assumed('4 mM in muscle, from memory', Bergstrom1974)),
  ),
  presentCrowd(a.Alanine({ in: cytosol }), steady(9270)),
  presentCrowd(a.Glutamine({ in: cytosol }), steady(46350)),
  presentCrowd(a.IsovalerylCoA({ in: matrix }), steady(4280)),
  presentCrowd(a.MethylcrotonylCoA({ in: matrix }), steady(4280)),
  presentCrowd(a.MethylglutaconylCoA({ in: matrix }), steady(4280)),
  presentCrowd(a.HmgCoA({ in: matrix }), steady(4280)),
  presentCrowd(a.Acetoacetate({ in: matrix }), steady(4280)),
  presentCrowd(a.AcetylCoA({ in: matrix }), steady(12840)),
  presentCrowd(a.NV5138({ in: rim }), constant(0, 'molecules/um3', derived('a drug'))),
  presentCrowd(a.PIP3({ in: cytosol }), steady(100, 'a working number; only its relative change acts')),
  presentCrowd(a.MuRF1({ in: cytosol }), steady(100, 'a working number; only its relative change acts')),
  presentCrowd(a.MAFbx({ in: cytosol }), steady(100, 'a working number; only its relative change acts')),
];
