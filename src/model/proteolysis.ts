/**
 * Three pathways take leucine out of muscle protein: ubiquitin and proteasome (65 %, halved between MuRF1 and MAFbx),
 * autophagy (20 %) and calpain with caspase-3 (15 %). Insulin restrains all of them within minutes through one brake;
 * it acts on the ligases only over many hours through FoxO, so that its effect is not counted twice.
 */
import { proportional } from '../language/inputs.js';
import { assumed, constant, derived, k } from '../language/rates.js';
import type { Law } from '../language/rules.js';
import { by, change, chapter, exchange, inhibited, make, remove, rule } from '../language/rules.js';
import {
  Akt,
  BoundLeucine,
  Calpain,
  FoxO,
  HMB,
  InsulinBrake,
  Leucine,
  MAFbx,
  MuRF1,
  S6K1,
  ULK1,
} from './agents.js';
import { Aversa2012, Duan2019, Glass2010, Greenhaff2008, Tessari1995, Wilkinson2013 } from './citations.js';
import { cytosol, protein } from './compartments.js';
import { fluxSet, working } from './evidence.js';
import { breakdown, eccentricDamage, foxo, insulin, insulinBrake, ubiquitinProteasome } from './inputs.js';
import { byMTORC1 } from './kinase.js';

const outOfProtein = exchange([BoundLeucine({ in: protein })], [Leucine({ in: cytosol })]);

const brake = inhibited(
  InsulinBrake({ state: 'set' }),
  constant(
    64.9,
    'molecules/um3',
    derived(
      '100 brakes / 1.54: with half-setting at 90 pM the factor is 1/2 at 200 pM and 0.45 at most, within 0.02 of the published fit',
      Greenhaff2008,
    ),
  ),
  { name: 'brake' },
);
const hmbOnProteasome: Law = inhibited(
  HMB({ in: cytosol }),
  constant(
    63,
    'uM',
    assumed(
      '450 uM muscle HMB leaves 12 % of this pathway; the -57 % behind it is from memory, the sign seen in cells',
      Wilkinson2013,
      Duan2019,
      Aversa2012,
    ),
  ),
  { name: 'hmb' },
);
const fasted = 'fasted breakdown 65,200 /um3/h at 30 pM insulin';
const ligase = k(
  2.23e-6,
  'um3/h',
  fluxSet(
    `${fasted} x 0.325 over 1.13e8 residues and 100 ligases, brake and HMB at rest taken out`,
    Tessari1995,
  ),
);
const conjugated = {
  laws: [brake, hmbOnProteasome],
  drives: [proportional(breakdown), proportional(ubiquitinProteasome)],
  approximation: 'ubiquitination and the proteasome are one step at the rate of the ligase',
};
const ligaseMade = k(2.06, '1/h', working('100 /um3 fasted with half of 10 FoxO /um3 in the nucleus'));
const ligaseLost = k(0.1, '1/h', working('10 h, so that hours of insulin barely lower the ligases'));
const byFoxO = {
  driven: true,
  drives: [proportional(foxo)],
  laws: [
    inhibited(
      S6K1({ t389: 'p' }),
      constant(
        40,
        'molecules/um3',
        working('leucine lowers the ligases; half when all S6K1 is phosphorylated'),
      ),
      { name: 's6k1' },
    ),
  ],
};

export const proteolysis = chapter('Protein breakdown', [
  rule(
    'ups-murf1',
    'MuRF1 marks protein, and the proteasome frees its leucine',
    by(outOfProtein, MuRF1({ in: cytosol })),
    { k: ligase },
    conjugated,
  ),
  rule(
    'ups-mafbx',
    'MAFbx marks protein, and the proteasome frees its leucine',
    by(outOfProtein, MAFbx({ in: cytosol })),
    { k: ligase },
    conjugated,
  ),
  rule(
    'autophagy',
    'Active ULK1 feeds protein to lysosomes, which free its leucine',
    by(outOfProtein, ULK1({ s757: 'free' })),
    {
      k: k(1.48e-5, 'um3/h', fluxSet(`${fasted} x 0.20 over 1.13e8 residues and 9 active ULK1`, Tessari1995)),
    },
    { laws: [brake], drives: [proportional(breakdown)], approximation: 'one step from ULK1 to leucine' },
  ),
  rule(
    'calpain-proteolysis',
    'Calpain and caspase-3 free leucine from protein',
    by(outOfProtein, Calpain()),
    { k: k(4.99e-6, 'um3/h', fluxSet(`${fasted} x 0.15 over 1.13e8 residues and 20 calpains`, Tessari1995)) },
    { laws: [brake], drives: [proportional(breakdown)] },
  ),
  rule(
    'calpain-damage',
    'Calpain raised by membrane damage frees more leucine from protein',
    by(outOfProtein, Calpain({ calcium: 'raised' })),
    { k: k(2e-5, 'um3/h', working('four times the resting rate on top of it; weakly evidenced')) },
    { laws: [brake], drives: [proportional(breakdown)] },
  ),
  rule(
    'calpain-raised',
    'Damage of the membrane lets calcium in and raises calpain; HMB protects',
    change(Calpain, { calcium: 'rest' }, { calcium: 'raised' }),
    { k: k(1, '1/min', working('unit factor on the input, which is a rate')) },
    { driven: true, drives: [proportional(eccentricDamage)], laws: [hmbOnProteasome] },
  ),
  rule(
    'calpain-repair',
    'The membrane is repaired',
    change(Calpain, { calcium: 'raised' }, { calcium: 'rest' }),
    { k: k(0.03, '1/h', working('a day and a half')) },
    { driven: true },
  ),
  rule(
    'brake-set',
    'Insulin sets the brake on proteolysis, as the square of its level',
    change(InsulinBrake, { state: 'open' }, { state: 'set' }),
    {
      k: k(
        0.1,
        '1/min',
        derived('equal to the release at 90 pM; fits the breakdown of the leg under clamps', Greenhaff2008),
      ),
    },
    {
      driven: true,
      drives: [proportional(insulin, { per: 90, power: 2 }), proportional(insulinBrake)],
      approximation: 'from insulin to the proteases in one step',
    },
  ),
  rule(
    'brake-release',
    'The brake opens by itself',
    change(InsulinBrake, { state: 'set' }, { state: 'open' }),
    { k: k(0.1, '1/min', working('ten minutes')) },
    { driven: true },
  ),
  ...byMTORC1(
    'ulk1-phosphorylation',
    'mTORC1 phosphorylates ULK1 and stops it',
    change(ULK1, { s757: 'free' }, { s757: 'p' }),
    k(0.0305, 'um3/min', working('7 % phosphorylated fasted, so that feeding lowers autophagy a little')),
  ),
  rule(
    'ulk1-dephosphorylation',
    'ULK1 loses the phosphate',
    change(ULK1, { s757: 'p' }, { s757: 'free' }),
    { k: k(0.1, '1/min', working('ten minutes')) },
    { driven: true },
  ),
  rule(
    'foxo-out',
    'Akt sends FoxO out of the nucleus',
    by(change(FoxO, { place: 'nucleus' }, { place: 'cytosol' }), Akt({ s473: 'p' })),
    { k: k(0.034, 'um3/min', working('half in the nucleus at the fasted 1.47 active Akt /um3', Glass2010)) },
    { driven: true },
  ),
  rule(
    'foxo-in',
    'FoxO returns to the nucleus',
    change(FoxO, { place: 'cytosol' }, { place: 'nucleus' }),
    { k: k(0.05, '1/min', working('twenty minutes')) },
    { driven: true },
  ),
  rule(
    'murf1-made',
    'Nuclear FoxO has MuRF1 made',
    by(make(MuRF1({ in: cytosol })), FoxO({ place: 'nucleus' })),
    { k: ligaseMade },
    byFoxO,
  ),
  rule('murf1-lost', 'MuRF1 is degraded', remove(MuRF1({ in: cytosol }), 'degraded'), { k: ligaseLost }),
  rule(
    'mafbx-made',
    'Nuclear FoxO has MAFbx made',
    by(make(MAFbx({ in: cytosol })), FoxO({ place: 'nucleus' })),
    { k: ligaseMade },
    byFoxO,
  ),
  rule('mafbx-lost', 'MAFbx is degraded', remove(MAFbx({ in: cytosol }), 'degraded'), { k: ligaseLost }),
]);
