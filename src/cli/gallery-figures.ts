import type { Dataset } from '../dataset/read.js';
import { overDonors } from '../lab/over-donors.js';
import { tracerStudy } from '../lab/tracer/study.js';
import { tornado } from '../report/chart/tornado.js';
import type { Figure } from '../report/figure.js';

/** By scenario: the figures that its question asks for, by the names that `leucell plot` lists. */
export const ASKED: Readonly<Record<string, readonly string[]>> = {
  'anabolic-resistance': ['synthesis', 's6k1-true'],
  bcka: ['cells-synthesis', 'cells-mtorc1-lysosomal'],
  blot: ['s6k1-true', 's6k1-blot'],
  bt2: ['oxidation', 'net-balance'],
  damage: ['breakdown', 'net-balance'],
  endurance: ['oxidation', 'net-balance'],
  enzymes: ['bckdh', 'oxidation'],
  fast: ['net-balance', 'oxidation'],
  fates: ['lives-0', 'lives-1'],
  glucocorticoid: ['synthesis', 'murf1'],
  hmb: ['synthesis', 'breakdown'],
  'hmb-disuse': ['synthesis', 'net-balance'],
  infusion: ['synthesis', 's6k1-true'],
  'kic-glucose': ['akt', 's6k1-true'],
  'knock-outs': ['oxidation', 's6k1-true'],
  laboratory: ['synthesis', 's6k1-true'],
  'leucine-dose': ['dose-synthesis', 'dose-s6k1-true-area'],
  'leucine-timing': ['dose-net-balance-0', 'dose-net-balance-1'],
  meal: ['synthesis', 'net-balance'],
  microscopy: ['mtorc1-lysosomal', 's6k1-true'],
  'pulse-vs-bolus': ['leucine', 'synthesis'],
  quick: ['mtorc1-lysosomal', 's6k1-true'],
  rapamycin: ['synthesis', 's6k1-true'],
  rescue: ['cells-net-balance'],
  'sestrin2-agonist': ['s6k1-true', 'net-balance'],
  'sestrin2-mutant': ['dose-mtorc1-lysosomal', 'dose-synthesis'],
  tracer: ['precursors'],
  training: ['synthesis', 'net-balance'],
  trial: ['cells-synthesis', 'synthesis'],
  uncertainty: ['synthesis', 'forest'],
  'wasting-vs-exercise': ['net-balance', 'forest'],
  'whey-dose': ['dose-synthesis', 'dose-net-balance'],
};

/** Those of a dataset's figures that its question asks for; where none is named or there, what tells most. */
export function figuresAsked(name: string, figures: readonly Figure[]): readonly Figure[] {
  const asked = (ASKED[name] ?? []).flatMap((id) => figures.filter((f) => f.id === id));
  if (asked.length > 0) return asked;
  const first = ['dose-synthesis', 'forest', 'leucine'].flatMap((id) => figures.filter((f) => f.id === id));
  return [first[0] ?? figures[0]!];
}

/** Protein synthesis by every precursor of a tracer study beside the truth, while label is infused. */
export async function precursorFigure(dataset: Dataset): Promise<readonly Figure[]> {
  if (!dataset.tables().includes('tracer_pools')) return [];
  const findings = (await tracerStudy(dataset)).findings.filter((f) => f.quantity.startsWith('FSR by '));
  const { donors, conditions } = dataset.manifest.layout;
  const last_s = Math.max(...findings.map((f) => f.to_s));
  const panels = conditions.map((condition) => {
    const found = overDonors(findings.filter((f) => f.condition === condition && f.to_s === last_s));
    const truth = found[0]!.truth;
    return {
      title: condition,
      axis: 'synthesis (FSR), %/h',
      bars: [
        ...found.map(({ quantity, estimate }) => ({ ...estimate, factor: quantity.replace('FSR ', '') })),
        { factor: 'truth: leucine bound', value: truth, low: Number.NaN, high: Number.NaN },
      ],
    };
  });
  const figure = tornado(
    'Protein synthesis by what is taken for its precursor',
    `Mean over ${donors} donors with 95 % interval.`,
    panels,
  );
  return [{ ...figure, id: 'precursors' }];
}
