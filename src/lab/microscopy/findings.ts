import type { Dataset } from '../../dataset/read.js';
import { microscopyOf } from '../../scenario/asked-assays.js';
import type { Pair } from '../../scenario/microscopy-schema.js';
import { type Estimate, meanInterval, meanOf } from '../../stats/interval.js';
import { notMeasured } from '../problems.js';
import { fractionOf, mandersOf } from './colocalisation.js';
import { sectionsOf } from './sections.js';
import { type Stain, stained, trueOf } from './stains.js';

/** Co-localisation of a pair in one condition at one time, beside what the molecules did. */
export interface MicroscopyFinding {
  readonly point: number;
  readonly condition: string;
  readonly time_s: number;
  readonly pair: Pair;
  /** Over donors; of one donor, over its cells. */
  readonly pearson: Estimate;
  /** Share of the guest's light in the marker's mask, and of the marker's in the guest's. */
  readonly manders1: Estimate;
  readonly manders2: Estimate;
  /** Share of the guest that is where the marker is, rid of chance and blur. */
  readonly fraction: Estimate;
  readonly truth: number;
  /** Guests of a lysosome in truth: how many lysosomes have 0, 1, 2, ... of them. */
  readonly occupancy: readonly number[];
}

/** Every section of a dataset, stained and imaged as its scenario asks. Throws a LabProblem where it asks for none. */
export async function stainsOfDataset(dataset: Dataset): Promise<readonly Stain[]> {
  const { plan } = dataset.manifest;
  const protocol = microscopyOf(plan);
  if (protocol === undefined || !dataset.tables().includes('lysosomes'))
    throw notMeasured('microscopy', dataset.folder);
  const sections = await sectionsOf(dataset, protocol.sections_s);
  return protocol.pairs.flatMap((pair) => sections.map((s) => stained(s, pair, protocol, plan.seed)));
}

/** Images the sections of a dataset and works out what is together. */
export const microscopyFindings = async (dataset: Dataset): Promise<readonly MicroscopyFinding[]> =>
  findingsOf(await stainsOfDataset(dataset));

/** Findings by pair, sweep point, condition and time, over donors. */
export function findingsOf(stains: readonly Stain[]): readonly MicroscopyFinding[] {
  const groups = new Map<string, Stain[]>();
  for (const stain of stains) {
    const { point, condition, time_s } = stain.section;
    const key = JSON.stringify([stain.pair, point, condition, time_s]);
    groups.set(key, [...(groups.get(key) ?? []), stain]);
  }
  return [...groups.values()].map((own) => {
    const [first] = own as [Stain];
    const { point, condition, time_s } = first.section;
    const truths = own.map(({ section, pair }) => {
      const counts = section.cells.map((cell) => trueOf(cell, pair));
      return counts.reduce((n, c) => n + c.on, 0) / counts.reduce((n, c) => n + c.all, 0);
    });
    const byCell = (of: (stain: Stain) => readonly number[]): Estimate =>
      meanInterval(own.length === 1 ? of(first) : own.map((stain) => meanOf(of(stain))));
    const manders = (which: 0 | 1) => byCell(({ seen }) => seen.map((s) => mandersOf(s.overlap)[which]));
    return {
      point,
      condition,
      time_s,
      pair: first.pair,
      pearson: byCell(({ seen }) => seen.map((s) => s.overlap.pearson).filter(Number.isFinite)),
      manders1: manders(0),
      manders2: manders(1),
      fraction: own.length === 1 ? jackknifed(first) : meanInterval(own.map(pooledFraction)),
      truth: meanOf(truths),
      occupancy: occupancyOf(own),
    };
  });
}

const pooledFraction = ({ seen }: Stain): number => fractionOf(seen.map((s) => s.overlap));

/** One donor: Student's interval over pseudo-values that leave out a cell each (Tukey, Ann. Math. Stat. 29, 614, 1958). */
function jackknifed(stain: Stain): Estimate {
  const overlaps = stain.seen.map((s) => s.overlap);
  const n = overlaps.length;
  const all = fractionOf(overlaps);
  if (n < 2) return { value: all, low: Number.NaN, high: Number.NaN, n };
  const pseudo = overlaps.map((_, i) => n * all - (n - 1) * fractionOf(overlaps.filter((__, j) => j !== i)));
  return meanInterval(pseudo);
}

function occupancyOf(stains: readonly Stain[]): readonly number[] {
  const counts: number[] = [];
  for (const { section, pair } of stains)
    for (const { lysosomes, elsewhere } of section.cells)
      for (const place of lysosomes) {
        const guests = trueOf({ cell: 0, volume_um3: 0, lysosomes: [place], elsewhere }, pair).on;
        while (counts.length <= guests) counts.push(0);
        counts[guests]!++;
      }
  return counts;
}
