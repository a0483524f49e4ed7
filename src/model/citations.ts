/** Works cited by the chapters, once each. A note "from memory" at a constant means that the number was not read there. */
import type { Citation } from '../language/rates.js';

const cite = (authors: string, year: number, rest: Omit<Citation, 'authors' | 'year'> = {}): Citation => ({
  authors,
  year,
  ...rest,
});

/** Leucine pocket of Sestrin2: Kd, culture EC50, arginine without effect. */
export const Wolfson2016 = cite('Wolfson et al.', 2016, {
  journal: 'Science 351:43',
  doi: '10.1126/science.aab2674',
  pmcid: 'PMC4698017',
});
/** Structure of Sestrin2: one pocket for one leucine. */
export const Saxton2016 = cite('Saxton et al.', 2016, {
  journal: 'Science 351:53',
  doi: '10.1126/science.aad2087',
  pmcid: 'PMC4698039',
});
/** Sestrin isoforms of skeletal muscle and the order of their leucine affinities. */
export const Xu2019 = cite('Xu et al.', 2019, {
  journal: 'Am J Physiol Endocrinol Metab 316:E817',
  doi: '10.1152/ajpendo.00522.2018',
});
/** Sestrins bind GATOR2 when amino acids are short. */
export const Chantranupong2014 = cite('Chantranupong et al.', 2014, { journal: 'Cell Rep 9:1' });
/** Subunit counts of GATOR2. */
export const Valenstein2022 = cite('Valenstein et al.', 2022, { pmcid: 'PMC9464592' });
/** NV-5138 in the pocket of Sestrin2. */
export const Sengupta2019 = cite('Sengupta et al.', 2019, {
  journal: 'Sci Rep',
  doi: '10.1038/s41598-019-40693-5',
});
/** GATOR1 as GAP of RagA. */
export const Shen2018 = cite('Shen et al.', 2018, { journal: 'Nature 556:64' });
/** GTP on one Rag blocks GTP on the other. */
export const Shen2017 = cite('Shen et al.', 2017, {
  journal: 'Mol Cell 68',
  doi: '10.1016/j.molcel.2017.09.026',
  pmcid: 'PMC5674802',
});
/** Rag-Ragulator affinity switch: nutrients make the Rags cycle. */
export const Lawrence2018 = cite('Lawrence et al.', 2018, {
  journal: 'Nat Cell Biol 20:1052',
  doi: '10.1038/s41556-018-0148-6',
  pmcid: 'PMC6279252',
});
/** Live imaging of mTORC1 coming to the lysosome. */
export const Manifava2016 = cite('Manifava et al.', 2016, { journal: 'eLife 5:e19960' });
/** mTOR, LAMP2, Rheb and TSC2 in human muscle by microscopy. */
export const Song2017 = cite('Song et al.', 2017, { pmcid: 'PMC5504043' });
/** Ribosomal protein S6: five serines, a review. */
export const Meyuhas2015 = cite('Meyuhas', 2015, {
  journal: 'Int Rev Cell Mol Biol 320:41',
  doi: '10.1016/bs.ircmb.2015.07.006',
});
/** TSC2 and Rheb after exercise in human muscle, 120 and 300 min. */
export const AbouSawan2018 = cite('Abou Sawan et al.', 2018);
/** Rheb nucleotide in cells. */
export const Li2004 = cite('Li et al.', 2004, { journal: 'Mol Cell Biol 24:7965', pmcid: 'PMC515062' });
/** TSC2 speeds up the GTPase of Rheb. */
export const Marshall2009 = cite('Marshall et al.', 2009, {
  journal: 'Sci Signal 2:ra3',
  doi: '10.1126/scisignal.2000029',
});
/** mTORC1 activated by Rheb, blocked by PRAS40. */
export const Yang2017 = cite('Yang et al.', 2017, { journal: 'Nature 552:368', doi: '10.1038/nature25023' });
/** Whole-body and signalling ODE model of human muscle; also the transcription of many human data sets. */
export const McCollClarke2024 = cite('McColl & Clarke', 2024, {
  journal: 'iScience 27(1):108634',
  doi: '10.1016/j.isci.2023.108634',
  pmcid: 'PMC10767222',
});
/** Factors of anabolic resistance. */
export const McColl2025 = cite('McColl, Moore, Emberly, Church, Clarke', 2025, {
  journal: 'bioRxiv 2025.09.12.675977',
});
/** C2C12 signalling model with amino acids on and off (BIOMD0000000640). */
export const DallePezze2016 = cite('Dalle Pezze et al.', 2016, { journal: 'Nat Commun 7:13254' });
/** Leucine and KIC kinetics of the human forearm. */
export const Tessari1995 = cite('Tessari et al.', 1995);
/** Plasma leucine, inward transport and p-S6K1 after 3.5 and 1.85 g leucine. */
export const Glynn2010 = cite('Glynn et al.', 2010, { journal: 'J Nutr', pmcid: 'PMC2955876' });
/** Muscle and plasma leucine after essential amino acids. */
export const Drummond2010 = cite('Drummond et al.', 2010);
/** Leg breakdown under insulin clamps. */
export const Greenhaff2008 = cite('Greenhaff et al.', 2008, {
  journal: 'Am J Physiol E595',
  pmcid: 'PMC2536736',
});
/** Muscle-full: amino acid infusion for 6 h. */
export const Bohe2001 = cite('Bohe et al.', 2001, { journal: 'J Physiol 532:575', pmcid: 'PMC2278544' });
/** Rapamycin abolishes the amino acid effect on synthesis. */
export const Dickinson2011 = cite('Dickinson et al.', 2011, { journal: 'J Nutr 141:856' });
/** Rapamycin leaves basal synthesis. */
export const Dickinson2013 = cite('Dickinson et al.', 2013);
/** Leucyl-tRNA takes its label from tissue-fluid leucine. */
export const Ljungqvist1997 = cite('Ljungqvist et al.', 1997, { journal: 'Am J Physiol E564' });
/** HMB or leucine by mouth: synthesis, breakdown, signalling. */
export const Wilkinson2013 = cite('Wilkinson et al.', 2013, {
  journal: 'J Physiol 591:2911',
  doi: '10.1113/jphysiol.2013.253203',
});
/** HMB kinetics in plasma, gel and capsule. */
export const Fuller2011 = cite('Fuller et al.', 2011, { journal: 'Br J Nutr 105:367' });
/** Leucine needs conversion to HMB to suppress starvation proteolysis in C2C12. */
export const Duan2019 = cite('Duan et al.', 2019, { journal: 'Aging' });
/** HMB blocks the dexamethasone rise of atrogenes. */
export const Aversa2012 = cite('Aversa et al.', 2012, { journal: 'Biochem Biophys Res Commun' });
/** Akt and FoxO block transcription of MuRF1 and MAFbx. */
export const Glass2010 = cite('Glass', 2010);
/** BT2, inhibitor of the BCKDH kinase. */
export const Tso2014 = cite('Tso et al.', 2014, { journal: 'J Biol Chem 289:20583' });
/** Kinase of BCKDH and its inhibition by KIC. */
export const PaxtonHarris1984 = cite('Paxton & Harris', 1984, { journal: 'Arch Biochem Biophys' });
/** Kinetics of BCKDH and its substrates. */
export const Pettit1978 = cite('Pettit et al.', 1978, { journal: 'PNAS' });
/** Review of branched-chain amino acid metabolism. */
export const Neinast2019 = cite('Neinast, Murashige, Arany', 2019, { journal: 'Annu Rev Physiol 81:139' });
/** Free amino acids of human muscle. */
export const Bergstrom1974 = cite('Bergstrom et al.', 1974, { journal: 'J Appl Physiol 36:693' });
/** LAT1: obligatory exchange. */
export const Meier2002 = cite('Meier et al.', 2002, {
  journal: 'EMBO J 21:580',
  doi: '10.1093/emboj/21.4.580',
});
/** KIC acts on mTORC1 through BCAT2. */
export const MannAdegoke2024 = cite('Mann & Adegoke', 2024);
/** Endurance work and BCKDH. */
export const Wagenmakers1989 = cite('Wagenmakers', 1989);
/** 4E-BP1 and eIF4E in vitro. */
export const Modrak2013 = cite('Modrak-Wojcik et al.', 2013);
/** KIC, leucine and norleucine in piglet muscle. */
export const Suryawan2011 = cite('Suryawan et al.', 2011);
/** Synthesis of myofibrillar and sarcoplasmic protein, fasted and in an infusion of amino acids: 3-fold and 2-fold. */
export const Mittendorfer2005 = cite('Mittendorfer et al.', 2005, {
  journal: 'J Physiol 563:203',
  doi: '10.1113/jphysiol.2004.077180',
  pmcid: 'PMC1665563',
});
/** Three hours after 25 g whey: myofibrillar synthesis 163 % up, sarcoplasmic 104 %. */
export const Moore2009 = cite('Moore et al.', 2009, { journal: 'J Physiol', pmcid: 'PMC2669978' });
