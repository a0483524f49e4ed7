import type { Dataset } from '../../dataset/read.js';
import { holm } from '../../stats/holm.js';
import { type CellValues, measureCells } from './cells.js';
import { effectOf, type RawEffect, type TwinsOfDonor } from './effect.js';
import { COMPARED, type ComparedOutcome } from './outcomes.js';
import { badMargin, CannotCompare, noOutcomes, noSuchOutcome, tooFewCells, tooFewLived } from './problems.js';
import { type Side, sidesOf } from './sides.js';

/** Fewer twins than this are not compared: the intervals are tested down to it. */
export const FEWEST_TWINS = 8;

export interface CompareOptions {
  /** Condition to compare with; the first one if left out. */
  readonly baseline?: string;
  /** Change that counts as none, as a share of the baseline; 0.1 if left out. */
  readonly margin?: number;
  /** Ids of outcomes; all that the datasets have if left out. Fewer outcomes are corrected for less. */
  readonly outcomes?: readonly string[];
  /** One effect a donor instead of one a point of the sweep; for datasets of one point. */
  readonly byDonor?: boolean;
  /** Effects are draws, to be looked at together (overDraws): where cells have neither chance nor spread, one a draw is enough. */
  readonly drawn?: boolean;
}

/** What one condition at one point of the sweep did to one outcome. */
export interface Effect extends RawEffect {
  readonly point: number;
  readonly conditionName: string;
  readonly outcome: ComparedOutcome;
  /** `p` and `pEquivalent` after Holm's correction over all effects of the comparison. */
  readonly pHolm: number;
  readonly pEquivalentHolm: number;
}
export interface Comparison {
  readonly baseline: string;
  readonly margin: number;
  /** Names of the conditions compared with the baseline. */
  readonly conditions: readonly string[];
  readonly points: number;
  readonly outcomes: readonly ComparedOutcome[];
  /** By point, then condition, then outcome. */
  readonly effects: readonly Effect[];
}

/**
 * Every condition of the datasets against the baseline, outcome by outcome, paired by twin. Throws CannotCompare with every reason
 * if the cells are no twins (another model, seed, number or kind of cells), are too few, or a name is unknown.
 */
export async function compareConditions(
  datasets: readonly Dataset[],
  { baseline, margin = 0.1, outcomes: wanted, byDonor = false, drawn = false }: CompareOptions = {},
): Promise<Comparison> {
  const sides = sidesOf(datasets, baseline);
  const outcomes = outcomesOf(datasets, wanted);
  const { points, donors, cells } = datasets[0]!.manifest.layout;
  if (!(margin > 0 && margin < 1)) throw new CannotCompare([badMargin(margin)]);
  const together = byDonor ? cells : donors * cells;
  const fewest = drawn && datasets.every(cellsAreAlike) ? 1 : FEWEST_TWINS;
  if (together < fewest) throw new CannotCompare([tooFewCells(together, FEWEST_TWINS)]);

  const scales = outcomes.filter((o) => o.marginOf !== o.column).map((o) => ({ ...o, column: o.marginOf }));
  const withMargins = [...outcomes, ...scales];
  const scaleOf = (o: ComparedOutcome, i: number): number => {
    const own = scales.findIndex(({ id }) => id === o.id);
    return own < 0 ? i : outcomes.length + own;
  };
  const values = new Map<Dataset, CellValues>();
  for (const dataset of datasets) values.set(dataset, await measureCells(dataset, withMargins));
  const twinsAt = (side: Side, point: number, outcome: number): readonly TwinsOfDonor[] => {
    const scale = scaleOf(outcomes[outcome]!, outcome);
    const all = twins(values, [sides[0]!, side], byDonor ? 0 : point, outcome, scale, margin);
    return byDonor ? [all[point]!] : all;
  };

  const [base, ...others] = sides;
  const raw = Array.from({ length: byDonor ? donors : points }, (_, point) =>
    others.flatMap((side) =>
      outcomes.map((outcome, i) => ({
        ...effectOf(twinsAt(side, point, i), outcome.marginOf === outcome.column),
        point,
        conditionName: side.label,
        outcome,
      })),
    ),
  ).flat();
  refuseTooFew(raw, fewest);
  const corrected = holm(raw.map(({ p }) => p));
  const equivalent = holm(raw.map(({ pEquivalent }) => pEquivalent));
  return {
    baseline: base!.label,
    margin,
    conditions: others.map(({ label }) => label),
    points: byDonor ? donors : points,
    outcomes,
    effects: raw.map((e, i) => ({ ...e, pHolm: corrected[i]!, pEquivalentHolm: equivalent[i]! })),
  };
}

/** Cells of a donor are one another's copy: by mean field, without spread. */
function cellsAreAlike({ manifest: { plan } }: Dataset): boolean {
  const { volume_cv, copies_cv, donor_cv, type_II_share } = plan.variation;
  const spread = volume_cv + copies_cv + donor_cv + type_II_share * (1 - type_II_share);
  return plan.method === 'mean-field' && spread === 0;
}

/** Those asked for that every dataset has the columns of. */
function outcomesOf(
  datasets: readonly Dataset[],
  wanted: readonly string[] | undefined,
): readonly ComparedOutcome[] {
  const has = ({ column, marginOf }: ComparedOutcome): boolean =>
    datasets.every((dataset) => {
      const names = dataset.describe('timecourse').columns.map(({ name }) => name);
      return names.includes(column) && names.includes(marginOf);
    });
  const known = COMPARED.filter(has);
  if (known.length === 0) throw new CannotCompare([noOutcomes(datasets[0]!.folder)]);
  const ids = known.map(({ id }) => id);
  const unknown = (wanted ?? []).filter((id) => !ids.includes(id));
  if (unknown.length > 0) throw new CannotCompare(unknown.map((id) => noSuchOutcome(id, ids)));
  return wanted === undefined ? known : known.filter(({ id }) => wanted.includes(id));
}

/** By donor, the twins of which both sides were measured. */
function twins(
  values: ReadonlyMap<Dataset, CellValues>,
  [baseline, side]: readonly [Side, Side],
  point: number,
  outcome: number,
  scale: number,
  margin: number,
): readonly TwinsOfDonor[] {
  const { donors, cells } = baseline.dataset.manifest.layout;
  const at = ({ dataset, condition }: Side, o: number, donor: number, cell: number): number => {
    const conditions = dataset.manifest.layout.conditions.length;
    return values.get(dataset)![o]![((point * conditions + condition) * donors + donor) * cells + cell]!;
  };
  return Array.from({ length: donors }, (_, donor) => {
    const kept = Array.from({ length: cells }, (_, cell) => cell).filter(
      (cell) =>
        Number.isFinite(at(side, outcome, donor, cell)) &&
        Number.isFinite(at(baseline, outcome, donor, cell)),
    );
    return {
      condition: kept.map((cell) => at(side, outcome, donor, cell)),
      baseline: kept.map((cell) => at(baseline, outcome, donor, cell)),
      margin: kept.map((cell) => margin * at(baseline, scale, donor, cell)),
    };
  });
}

function refuseTooFew(effects: readonly Omit<Effect, 'pHolm' | 'pEquivalentHolm'>[], fewest: number): void {
  const most = new Map<string, number>();
  for (const { conditionName, twins: n } of effects)
    most.set(conditionName, Math.max(n, most.get(conditionName) ?? 0));
  const problems = [...most].filter(([, n]) => n < fewest).map(([name, n]) => tooFewLived(name, n, fewest));
  if (problems.length > 0) throw new CannotCompare(problems);
}
