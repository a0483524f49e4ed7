/** What is read off a cell: amounts, shares and fluxes by name. Reading changes nothing. */

import type { CrowdPattern, Pattern } from '../language/agents.js';
import { constant } from '../language/rates.js';
import type { Flux, Readout } from '../language/readouts.js';
import type { RateName } from '../language/rules.js';
import * as a from './agents.js';
import { cytosol, matrix, protein, rim } from './compartments.js';
import { fitted } from './evidence.js';
import { FRACTIONS, type ProteinFraction } from './fractions.js';
import { kinase } from './kinase.js';

/**
 * Background of a p-S6K1 blot as a fraction of all S6K1: apparent fold = (p + b) / (p at rest + b). It stands for
 * unspecific signal and normalisation, because laboratories differ ten-fold in the fold that they report.
 */
export const westernBackground = constant(
  0.3,
  '1',
  fitted(
    'large beside the true fasted p-S6K1 of about 3.5 %: much of the true change is hidden by it; decision 11',
  ),
);

const concentration = (id: string, of: CrowdPattern, description: string): Readout => ({
  id,
  unit: 'uM',
  description,
  kind: 'concentration',
  of,
});
const copies = (id: string, of: Pattern, description: string): Readout => ({
  id,
  unit: 'molecules',
  description,
  kind: 'copies',
  of: [[of, 1]],
});
const fraction = (
  id: string,
  of: readonly Pattern[],
  among: readonly Pattern[],
  description: string,
): Readout => ({ id, unit: '1', description, kind: 'fraction', of, among });

type Firing = readonly [rule: string, weight?: number, rate?: RateName];
const firingsOf = (list: readonly Firing[]): Flux['firings'] =>
  list.map(([rule, weight = 1, rate = 'k']) => ({ rule, rate, weight }));
const flux = (id: string, firings: readonly Firing[], description: string): Readout => ({
  id,
  unit: 'molecules/um3/h',
  description,
  kind: 'flux',
  firings: firingsOf(firings),
  per: 'um3',
});
const percent = (id: string, firings: readonly Firing[], description: string): Readout => ({
  id,
  unit: '%/h',
  description,
  kind: 'flux',
  firings: firingsOf(firings),
  per: { percentOf: a.BoundLeucine({ in: protein }) },
});

const synthesis: readonly Firing[] = [['synthesis-basal'], ['synthesis-recruited']];
const synthesisOf = ({ size, basal, recruited }: ProteinFraction): readonly Firing[] => [
  ['synthesis-basal', basal.value / size.value],
  ['synthesis-recruited', recruited.value / size.value],
];
const breakdown: readonly Firing[] = [
  ['ups-murf1'],
  ['ups-mafbx'],
  ['autophagy'],
  ['calpain-proteolysis'],
  ['calpain-damage'],
];
const negative = (list: readonly Firing[]): readonly Firing[] => list.map(([rule]) => [rule, -1]);

export const readouts: readonly Readout[] = [
  concentration('leucine_uM', a.Leucine({ in: cytosol }), 'Free leucine in cell water'),
  concentration('leucine_rim_uM', a.Leucine({ in: rim }), 'Leucine that Sestrin2 sees under the sarcolemma'),
  concentration('kic_uM', a.KIC({ in: cytosol }), 'Alpha-ketoisocaproate in cell water'),
  concentration('hmb_uM', a.HMB({ in: cytosol }), 'Beta-hydroxy-beta-methylbutyrate in cell water'),
  concentration('glutamate_matrix_uM', a.Glutamate({ in: matrix }), 'Glutamate in the mitochondrial matrix'),
  concentration(
    'alanine_from_leucine_uM',
    a.Alanine({ in: cytosol }),
    'Alanine with nitrogen from this path',
  ),
  concentration(
    'glutamine_from_leucine_uM',
    a.Glutamine({ in: cytosol }),
    'Glutamine with nitrogen from this path',
  ),

  fraction(
    'sestrin_apo_fraction',
    [a.Sestrin({ pocket: 'empty' })],
    [a.Sestrin()],
    'Sestrin with an empty pocket, bound to GATOR2 or not',
  ),
  fraction('sestrin_gator2_fraction', [a.Sestrin({ gator2: 'bound' })], [a.Sestrin()], 'Sestrin on GATOR2'),
  fraction(
    'gator2_free_fraction',
    [a.GATOR2({ s1: 'free', s2: 'free', castorA: 'off', castorB: 'off' })],
    [a.GATOR2()],
    'GATOR2 that neither Sestrin nor CASTOR1 silences',
  ),
  fraction('gator1_active_fraction', [a.GATOR1({ gap: 'active' })], [a.GATOR1()], 'GATOR1 active as a GAP'),
  fraction('rag_gtp_fraction', [a.Rag({ ab: 'GTP' })], [a.Rag()], 'Rag pairs with GTP on RagA/B'),
  fraction('mtorc1_lysosomal_fraction', [a.MTORC1({ rag: 'bound' })], [a.MTORC1()], 'mTORC1 on a Rag pair'),
  fraction(
    'mtorc1_active_fraction',
    [kinase.docked, kinase.bypass],
    [a.MTORC1()],
    'mTORC1 that phosphorylates: with Rheb or activated around the Rags, PRAS40 off, no rapamycin',
  ),
  fraction(
    'mtorc1_rheb_fraction',
    [a.MTORC1({ rheb: 'bound' }), a.MTORC1({ rheb: 'free', bypass: ['hmb', 'exercise'] })],
    [a.MTORC1()],
    'mTORC1 with Rheb, or activated around the Rags',
  ),
  fraction('rheb_gtp_fraction', [a.Rheb({ nucleotide: 'GTP' })], [a.Rheb()], 'Rheb with GTP'),
  fraction(
    'tsc_on_rheb_fraction',
    [a.TSC({ akt: ['none', 'one'], place: 'lysosome' })],
    [a.TSC()],
    'TSC at lysosomal Rheb',
  ),
  fraction('tsc2_p_fraction', [a.TSC({ akt: ['one', 'both'] })], [a.TSC()], 'TSC2 phosphorylated by Akt'),
  fraction(
    'akt_p_fraction',
    [a.Akt({ s473: 'p' })],
    [a.Akt()],
    'Akt phosphorylated, also its drive on glucose transport',
  ),
  fraction('irs1_ps636_fraction', [a.IRS1({ s636: 'p' })], [a.IRS1()], 'IRS1 silenced on S636'),
  fraction('pras40_p_fraction', [a.MTORC1({ pras40: 'off' })], [a.MTORC1()], 'PRAS40 off mTORC1'),
  fraction('s6k1_p_fraction', [a.S6K1({ t389: 'p' })], [a.S6K1()], 'S6K1 phosphorylated on T389'),
  {
    id: 's6k1_blot_signal',
    unit: 'molecules',
    description: 'p-S6K1 and the background of a blot in proportion to S6K1; its fold is what a blot shows',
    kind: 'copies',
    of: [
      [a.S6K1({ t389: 'p' }), 1],
      [a.S6K1(), westernBackground.value],
    ],
  },
  fraction(
    'ebp1_hyper_fraction',
    [a.BP1({ phospho: 'hyper' })],
    [a.BP1()],
    '4E-BP1 phosphorylated on S65/T70',
  ),
  fraction(
    'ebp1_primed_fraction',
    [a.BP1({ phospho: ['primed', 'hyper'] })],
    [a.BP1()],
    '4E-BP1 phosphorylated on T37/46',
  ),
  fraction('eif4f_fraction', [a.EIF4G({ eif4e: 'bound' })], [a.EIF4G()], 'eIF4G in eIF4F'),
  fraction(
    'ribosome_committed_fraction',
    [a.Ribosome({ stage: ['C1', 'C2', 'C3'] })],
    [a.Ribosome()],
    'Recruitable ribosomes that translate',
  ),
  fraction(
    'ribosome_refractory_fraction',
    [a.Ribosome({ stage: 'refractory' })],
    [a.Ribosome()],
    'Recruitable ribosomes that are refractory (muscle-full)',
  ),
  fraction('bckdh_active_fraction', [a.E1({ s293: 'free' })], [a.E1()], 'BCKDH E1 active (S293 free)'),
  fraction('foxo_nuclear_fraction', [a.FoxO({ place: 'nucleus' })], [a.FoxO()], 'FoxO in the nucleus'),
  copies('murf1_copies', a.MuRF1({ in: cytosol }), 'MuRF1 in the cell'),
  copies('mafbx_copies', a.MAFbx({ in: cytosol }), 'MAFbx in the cell'),
  fraction('ulk1_p_fraction', [a.ULK1({ s757: 'p' })], [a.ULK1()], 'ULK1 stopped by mTORC1'),
  fraction(
    'calpain_raised_fraction',
    [a.Calpain({ calcium: 'raised' })],
    [a.Calpain()],
    'Calpain raised by damage',
  ),

  percent('fsr_percent_per_h', synthesis, 'Fractional synthetic rate, true'),
  percent(
    'fsr_myofibrillar_percent_per_h',
    synthesisOf(FRACTIONS.myofibrillar),
    'Fractional synthetic rate of myofibrillar protein, by the messages that ribosomes read',
  ),
  percent(
    'fsr_sarcoplasmic_percent_per_h',
    synthesisOf(FRACTIONS.sarcoplasmic),
    'Fractional synthetic rate of sarcoplasmic protein',
  ),
  percent(
    'fsr_other_percent_per_h',
    synthesisOf(FRACTIONS.other),
    'Fractional synthetic rate of mitochondrial and all other protein',
  ),
  percent('breakdown_percent_per_h', breakdown, 'Fractional breakdown rate, true'),
  percent(
    'net_balance_percent_per_h',
    [...synthesis, ...negative(breakdown)],
    'Synthesis less breakdown of muscle protein',
  ),
  flux(
    'leucine_inflow_per_um3_h',
    [['leucine-in'], ['rim-cytosol', 1, 'forward']],
    'Leucine into cell water',
  ),
  flux(
    'leucine_outflow_per_um3_h',
    [['leucine-out'], ['leucine-exchange-out'], ['rim-cytosol', 1, 'backward']],
    'Leucine out of cell water',
  ),
  flux('transamination_per_um3_h', [['bcat2-leucine', 1, 'forward']], 'Leucine to KIC'),
  flux('reamination_per_um3_h', [['bcat2-leucine', 1, 'backward']], 'KIC to leucine'),
  flux('kic_oxidation_per_um3_h', [['bckdh']], 'KIC decarboxylated by BCKDH'),
  flux('hmb_production_per_um3_h', [['kic-dioxygenase']], 'KIC to HMB'),
  flux('kic_release_per_um3_h', [['kic-out'], ['kic-in', -1]], 'Net release of KIC to plasma'),
  flux('alanine_export_per_um3_h', [['alanine-export']], 'Alanine out of the cell'),
  flux('glutamine_export_per_um3_h', [['glutamine-export']], 'Glutamine out of the cell'),
  flux(
    'atp_from_leucine_per_um3_h',
    [
      ['bckdh', 2.5],
      ['ivd', 1.5],
      ['mcc', -1],
      ['scot', -1],
      ['tca', 10],
    ],
    'ATP made from leucine: 32 for each one burnt',
  ),
];
