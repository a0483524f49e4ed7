import type { Citation } from '../language/rates.js';

/** The papers from which curves and modifiers are taken. */
export const Glynn2010: Citation = {
  authors: 'Glynn et al.',
  year: 2010,
  journal: 'J Nutr',
  pmcid: 'PMC2955876',
};
export const Wilkinson2013: Citation = {
  authors: 'Wilkinson et al.',
  year: 2013,
  journal: 'J Physiol 591:2911',
  doi: '10.1113/jphysiol.2013.253203',
};
export const Atherton2010: Citation = { authors: 'Atherton et al.', year: 2010, journal: 'Am J Clin Nutr' };
export const Moore2009: Citation = { authors: 'Moore et al.', year: 2009 };
export const Mazzulla2017: Citation = { authors: 'Mazzulla et al.', year: 2017 };
export const MitchellWK2015: Citation = { authors: 'Mitchell WK et al.', year: 2015 };
export const Drummond2010: Citation = { authors: 'Drummond et al.', year: 2010 };
export const Dickinson2011: Citation = { authors: 'Dickinson et al.', year: 2011, journal: 'J Nutr 141:856' };
export const Bohe2001: Citation = {
  authors: 'Bohe et al.',
  year: 2001,
  journal: 'J Physiol 532:575',
  pmcid: 'PMC2278544',
};
export const Bennet1989: Citation = { authors: 'Bennet et al.', year: 1989, journal: 'Clin Sci' };
export const Greenhaff2008: Citation = {
  authors: 'Greenhaff et al.',
  year: 2008,
  journal: 'Am J Physiol E595',
  pmcid: 'PMC2536736',
};
export const Anthony2000: Citation = { authors: 'Anthony et al.', year: 2000, journal: 'J Nutr 130:139' };
export const Fuller2011: Citation = { authors: 'Fuller et al.', year: 2011, journal: 'Br J Nutr 105:367' };
export const McCollClarke2024: Citation = {
  authors: 'McColl & Clarke',
  year: 2024,
  journal: 'iScience 27(1):108634',
  doi: '10.1016/j.isci.2023.108634',
  pmcid: 'PMC10767222',
};
export const McColl2025: Citation = {
  authors: 'McColl, Moore, Emberly, Church & Clarke',
  year: 2025,
  journal: 'bioRxiv 2025.09.12.675977',
};
export const Katsanos2006: Citation = { authors: 'Katsanos et al.', year: 2006 };
export const Biolo1997: Citation = { authors: 'Biolo et al.', year: 1997 };
export const Phillips1997: Citation = { authors: 'Phillips et al.', year: 1997 };
export const Dreyer2006: Citation = {
  authors: 'Dreyer et al.',
  year: 2006,
  journal: 'J Physiol',
  doi: '10.1113/jphysiol.2006.113175',
};
export const Song2017: Citation = { authors: 'Song et al.', year: 2017, pmcid: 'PMC5504043' };
export const AbouSawan2018: Citation = { authors: 'Abou Sawan et al.', year: 2018, pmcid: 'PMC6230681' };
export const Knapik1991: Citation = { authors: 'Knapik et al.', year: 1991 };
export const Wall2013: Citation = { authors: 'Wall et al.', year: 2013 };
export const Wall2016: Citation = { authors: 'Wall et al.', year: 2016, journal: 'Am J Physiol 310:E137' };
/** A leg that bears nothing for 4 weeks: calf blood flow at rest from 2.1 to 1.6 ml/min/dl. */
export const Bleeker2005: Citation = {
  authors: 'Bleeker et al.',
  year: 2005,
  journal: 'Am J Physiol Heart Circ Physiol 288:H1747',
  doi: '10.1152/ajpheart.00966.2004',
};
export const Kilroe2019: Citation = { authors: 'Kilroe et al.', year: 2019 };
export const Amirouche2009: Citation = { authors: 'Amirouche et al.', year: 2009 };
export const Morissette2009: Citation = { authors: 'Morissette et al.', year: 2009, pmcid: 'PMC2777401' };
export const Lang2010: Citation = { authors: 'Lang et al.', year: 2010, journal: 'Am J Physiol 298:E1283' };
/** Plasma cortisol from 10 to 42 ug/dl for 8 h: appearance of leucine +23 %, +5 % with saline. */
export const Simmons1984: Citation = {
  authors: 'Simmons et al.',
  year: 1984,
  journal: 'J Clin Invest',
  doi: '10.1172/JCI111227',
};
export const Shah2000: Citation = {
  authors: 'Shah et al.',
  year: 2000,
  journal: 'Am J Physiol Endocrinol Metab',
};
export const Aversa2012: Citation = {
  authors: 'Aversa et al.',
  year: 2012,
  journal: 'Biochem Biophys Res Commun',
};
export const Tso2014: Citation = { authors: 'Tso et al.', year: 2014, journal: 'J Biol Chem 289:20583' };
export const Sengupta2019: Citation = {
  authors: 'Sengupta et al.',
  year: 2019,
  journal: 'Sci Rep',
  doi: '10.1038/s41598-019-40693-5',
};
export const LynchAdams2014: Citation = {
  authors: 'Lynch & Adams',
  year: 2014,
  journal: 'Nat Rev Endocrinol',
  pmcid: 'PMC4424797',
};
export const Wolfson2016: Citation = {
  authors: 'Wolfson et al.',
  year: 2016,
  journal: 'Science 351:43',
  doi: '10.1126/science.aab2674',
  pmcid: 'PMC4698017',
};
export const Saxton2016: Citation = {
  authors: 'Saxton et al.',
  year: 2016,
  journal: 'Science 351:53',
  doi: '10.1126/science.aad2087',
  pmcid: 'PMC4698039',
};
export const Xu2019: Citation = {
  authors: 'Xu et al.',
  year: 2019,
  journal: 'Am J Physiol Endocrinol Metab 316:E817',
  doi: '10.1152/ajpendo.00522.2018',
};
export const Chantranupong2014: Citation = {
  authors: 'Chantranupong et al.',
  year: 2014,
  journal: 'Cell Rep 9:1',
};
/** More eIF2B goes with more synthesis after resistance exercise in rats, a quarter more at 16 h; no change of eIF4E. */
export const Farrell2000: Citation = {
  authors: 'Farrell et al.',
  year: 2000,
  journal: 'J Appl Physiol 88:1036',
};
/** eIF2B epsilon rises after a bout in human muscle, and more of it alone makes more translation. */
export const Mayhew2011: Citation = {
  authors: 'Mayhew et al.',
  year: 2011,
  journal: 'J Physiol',
  doi: '10.1113/jphysiol.2010.202432',
};
export const Tang2008: Citation = { authors: 'Tang et al.', year: 2008 };
/** Muscle protein synthesis after resistance exercise is shorter lived and peaks earlier in trained muscle. */
export const Damas2015: Citation = {
  authors: 'Damas et al.',
  year: 2015,
  journal: 'Sports Med 45:801',
  doi: '10.1007/s40279-015-0320-0',
};
/** Total RNA 49.5 % (34.5 to 66.5) above baseline after eight sessions of resistance training. */
export const Hammarstrom2022: Citation = {
  authors: 'Hammarström et al.',
  year: 2022,
  journal: 'Ribosome accumulation during early phase resistance training in humans',
};
/** Mixed synthesis at rest 48 % up after eight weeks of resistance training, myofibrillar unchanged: conflict kept. */
export const Kim2005: Citation = { authors: 'Kim et al.', year: 2005, journal: 'J Physiol 568:283' };
/** Trained: synthesis from 0.045 to 0.067 %/h within 4 h of a bout, breakdown unchanged; untrained from 0.036 to 0.080, breakdown +37 %. */
export const Phillips1999: Citation = {
  authors: 'Phillips et al.',
  year: 1999,
  journal: 'Am J Physiol 276:E118',
};
/** 38 days of endurance training: no rise of leucine oxidation in exercise, less activation of BCKDH, more of it in all. */
export const McKenzie2000: Citation = {
  authors: 'McKenzie et al.',
  year: 2000,
  journal: 'Am J Physiol Endocrinol Metab 278:E580',
};
/** Six weeks of cycling: some 30 % more BCKDH kinase, less BCKDH active. */
export const Howarth2007: Citation = {
  authors: 'Howarth et al.',
  year: 2007,
  journal: 'Am J Physiol Regul Integr Comp Physiol 293:R1335',
  doi: '10.1152/ajpregu.00115.2007',
};
/** Plasma leucine 102 +/- 10 uM after 15 h and 169 +/- 18 after 30 h without food, six normal subjects. */
export const Tsalikian1984: Citation = {
  authors: 'Tsalikian et al.',
  year: 1984,
  journal: 'Am J Physiol 247:E323',
  doi: '10.1152/ajpendo.1984.247.3.E323',
};
/** Plasma leucine 40 % up after three days of fasting in the obese, postabsorptive again after four weeks. */
export const Sherwin1978: Citation = {
  authors: 'Sherwin',
  year: 1978,
  journal: 'J Clin Invest',
  doi: '10.1172/JCI109067',
  pmcid: 'PMC372673',
};
/** Leucine rises for a time in the first week of starvation. */
export const Felig1969: Citation = {
  authors: 'Felig et al.',
  year: 1969,
  journal: 'J Clin Invest',
  doi: '10.1172/JCI106017',
};
/** Insulin of people without obesity, median 4.3 mU/L after 12 h and 2.5 after 36 h. */
export const Tripolt2020: Citation = {
  authors: 'Tripolt et al.',
  year: 2020,
  journal: 'Diabetes 69 (Suppl 1):1870-P',
};
/** Insulin falls over 72 h of fasting in 33 healthy people. */
export const Hojlund2001: Citation = {
  authors: 'Højlund et al.',
  year: 2001,
  journal: 'Am J Physiol Endocrinol Metab 280:E50',
};
/** Leucine and valine of blood up, arginine and four more down after 48 h of fasting. */
export const Charkey1955: Citation = { authors: 'Charkey et al.', year: 1955, journal: 'J Nutr 55:469' };
