/** The molecules of the model: crowds of small ones, and individuals with sites. UniProt accessions are human. */
import { bond, crowd, individual, oneOf, seat } from '../language/agents.js';
import { cytosol, lysosome, matrix, rim } from './compartments.js';

export const Leucine = crowd('Leucine', {
  atoms: ['C1', 'N'],
  description: 'Free L-leucine (CHEBI:15603); at 128 uM 77,000 in 1 um3.',
});
export const BoundLeucine = crowd('BoundLeucine', {
  atoms: ['C1', 'N'],
  description: 'Leucine residues of muscle protein, exchangeable with one another.',
});
export const KIC = crowd('KIC', { atoms: ['C1'], description: 'Alpha-ketoisocaproate (CHEBI:48430).' });
export const HMB = crowd('HMB', { description: 'Beta-hydroxy-beta-methylbutyrate (CHEBI:37084).' });
export const Glutamate = crowd('Glutamate', {
  atoms: ['N'],
  description: 'L-glutamate of the matrix (CHEBI:16015).',
});
export const Alanine = crowd('Alanine', {
  atoms: ['N'],
  description: 'Alanine (CHEBI:16977) that carries nitrogen from this glutamate; other alanine is not kept.',
});
export const Glutamine = crowd('Glutamine', {
  atoms: ['N'],
  description:
    'Glutamine (CHEBI:18050) that carries nitrogen from this glutamate; other glutamine is not kept.',
});
export const IsovalerylCoA = crowd('IsovalerylCoA', { description: 'Isovaleryl-CoA (CHEBI:15487).' });
export const MethylcrotonylCoA = crowd('MethylcrotonylCoA', {
  description: '3-methylcrotonyl-CoA (CHEBI:15486).',
});
export const MethylglutaconylCoA = crowd('MethylglutaconylCoA', {
  description: '3-methylglutaconyl-CoA (CHEBI:15488).',
});
export const HmgCoA = crowd('HmgCoA', { description: 'HMG-CoA (CHEBI:15467).' });
export const Acetoacetate = crowd('Acetoacetate', { description: 'Acetoacetate (CHEBI:15344).' });
export const AcetylCoA = crowd('AcetylCoA', { description: 'Acetyl-CoA (CHEBI:15351) from leucine.' });
export const NV5138 = crowd('NV5138', { description: 'NV-5138, a drug for the pocket of Sestrin2.' });
export const PIP3 = crowd('PIP3', { description: 'PIP3, the second messenger between IRS1:PI3K and Akt.' });
export const MuRF1 = crowd('MuRF1', { description: 'MuRF1 (TRIM63, Q969Q1), ubiquitin ligase of muscle.' });
export const MAFbx = crowd('MAFbx', { description: 'MAFbx, atrogin-1 (FBXO32, Q969P5), ubiquitin ligase.' });

export const Sestrin = individual('Sestrin', {
  sites: {
    isoform: oneOf('sestrin2', 'sestrin1', 'sestrin3'),
    pocket: seat('Leucine', 'NV5138'),
    gator2: bond(),
  },
  in: rim,
  description: 'Sestrin2 (P58004), or its isoforms 1 (Q9Y6P5) and 3 (P58005): leucine sensors.',
});
export const GATOR2 = individual('GATOR2', {
  sites: { s1: bond(), s2: bond(), castorA: oneOf('off', 'on'), castorB: oneOf('off', 'on') },
  in: cytosol,
  description:
    'GATOR2 (WDR24 Q96S15, MIOS Q9NXC5, WDR59, SEH1L, SEC13): two seats for Sestrin, two for CASTOR1 (Q8WTX7); quiet while any is taken.',
});
export const GATOR1 = individual('GATOR1', {
  sites: { gap: oneOf('active', 'off') },
  in: lysosome,
  description: 'GATOR1 (DEPDC5 O75140, NPRL2 Q8WTW4, NPRL3 Q12980), GAP of RagA/B.',
});
export const Rag = individual('Rag', {
  sites: { ab: oneOf('GDP', 'GTP'), mtorc1: bond() },
  in: lysosome,
  description:
    'Rag pair on Ragulator (RagA/B Q7L523, Q5VZM2; RagC/D Q9HB90, Q9NQL2; LAMTOR1-5): GTP on A/B goes with GDP on C/D.',
});
export const MTORC1 = individual('MTORC1', {
  sites: {
    rag: bond(),
    rheb: bond(),
    bypass: oneOf('none', 'hmb', 'exercise'),
    pras40: oneOf('on', 'off'),
    rapamycin: oneOf('free', 'bound'),
  },
  in: cytosol,
  description: 'mTORC1 (mTOR P42345, Raptor Q8N122, mLST8 Q9BVC4) with its inhibitor PRAS40 (Q96B36).',
});
export const Rheb = individual('Rheb', {
  sites: { nucleotide: oneOf('GDP', 'GTP'), mtorc1: bond() },
  in: lysosome,
  description: 'Rheb (Q15382), the GTPase that activates mTORC1.',
});
export const TSC = individual('TSC', {
  sites: { akt: oneOf('none', 'one', 'both'), place: oneOf('lysosome', 'released') },
  in: lysosome,
  description: 'TSC complex (TSC1 Q92574, TSC2 P49815, TBC1D7 Q9P0N9), GAP of Rheb, with two Akt sites.',
});
export const IRS1 = individual('IRS1', {
  sites: { s636: oneOf('free', 'p') },
  in: cytosol,
  description: 'IRS1 (P35568) with the receptor and PI3K; silent when S636 is phosphorylated.',
});
export const Akt = individual('Akt', {
  sites: { s473: oneOf('free', 'p') },
  in: cytosol,
  description: 'Akt (P31749); T308 and S473 together.',
});
export const S6K1 = individual('S6K1', {
  sites: { t389: oneOf('free', 'p') },
  in: cytosol,
  description: 'S6K1 (P23443).',
});
export const ULK1 = individual('ULK1', {
  sites: { s757: oneOf('free', 'p') },
  in: cytosol,
  description: 'ULK1, starter of autophagy; silent when mTORC1 has phosphorylated it.',
});
export const BP1 = individual('BP1', {
  sites: { phospho: oneOf('hypo', 'primed', 'hyper'), eif4e: bond() },
  in: cytosol,
  description:
    '4E-BP1 (Q13541): T37/46 first (primed), then S65/T70 (hyper); only hyper lets eIF4E go for good.',
});
export const EIF4E = individual('EIF4E', {
  sites: { bp: bond(), eif4g: bond() },
  in: cytosol,
  description: 'eIF4E (P06730); 4E-BP1 and eIF4G compete for it.',
});
export const EIF4G = individual('EIF4G', {
  sites: { eif4e: bond() },
  in: cytosol,
  description: 'eIF4G (Q04637); with eIF4E it is eIF4F.',
});
export const BasalRibosome = individual('BasalRibosome', {
  sites: { work: oneOf('elongating') },
  in: cytosol,
  description: 'Ribosome on messages that need no mTORC1; always elongating.',
});
export const Ribosome = individual('Ribosome', {
  sites: {
    stage: oneOf('idle', 'C1', 'C2', 'C3', 'refractory'),
    cap: oneOf('0', '1', '2'),
    s6: oneOf('0', '1', '2', '3'),
  },
  in: cytosol,
  description:
    'Ribosome that mTORC1 can recruit: idle, three committed stages that translate, then refractory (muscle-full).',
});
export const FoxO = individual('FoxO', {
  sites: { place: oneOf('nucleus', 'cytosol') },
  in: cytosol,
  description: 'FoxO1/3 (Q12778, O43524); Akt sends it out of the nucleus.',
});
export const InsulinBrake = individual('InsulinBrake', {
  sites: { state: oneOf('open', 'set') },
  in: cytosol,
  description: 'The unresolved link by which insulin quickly restrains every proteolytic pathway.',
});
export const Calpain = individual('Calpain', {
  sites: { calcium: oneOf('rest', 'raised') },
  in: cytosol,
  description: 'Calpain and caspase-3, the part of breakdown outside proteasome and lysosome.',
});
export const BCAT2 = individual('BCAT2', {
  sites: { cofactor: oneOf('PLP', 'PMP') },
  carries: ['N'],
  in: matrix,
  description: 'BCAT2 dimer (O15382); as PMP it holds the amino nitrogen.',
});
export const E1 = individual('E1', {
  sites: { s293: oneOf('p', 'free') },
  in: matrix,
  description: 'E1 of the BCKDH complex (P12694, P21953); active when S293 is free.',
});
export const BDK = individual('BDK', {
  sites: { place: oneOf('complex', 'lost') },
  in: matrix,
  description:
    'BCKDH kinase (BCKDK, O14874); off the complex it is taken apart, and counts as lost until made anew.',
});
export const PPM1K = individual('PPM1K', {
  sites: { place: oneOf('complex') },
  in: matrix,
  description: 'BCKDH phosphatase (Q8N3J5, accession from memory).',
});
export const HmbMediator = individual('HmbMediator', {
  sites: { state: oneOf('ready', 'active', 'spent') },
  in: cytosol,
  description:
    'What HMB activates between itself and mTORC1; not identified, kept as a two-step relay that tires.',
});
