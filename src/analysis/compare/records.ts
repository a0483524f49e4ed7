import type { LoneTable } from '../../dataset/lone-table.js';
import type { StoredColumn } from '../../dataset/schema.js';
import type { Comparison, Effect } from './compare.js';

interface Field extends Omit<StoredColumn, 'name' | 'dictionary'> {
  readonly of: (effect: Effect) => number | string;
}

/** By column name, in order. The unit of baseline, condition and difference is in column `unit`. */
const FIELDS: Readonly<Record<string, Field>> = {
  condition: text('Condition compared with the baseline', (e) => e.conditionName),
  point: whole('Point of the sweep, from 0', (e) => e.point),
  outcome: text('What is compared', (e) => e.outcome.id),
  unit: text('Unit of means and difference', (e) => e.outcome.unit),
  twins: whole('Pairs of cells compared', (e) => e.twins),
  donors: whole('Donors of these cells', (e) => e.donors),
  sampled: text('Whether the interval speaks of donors or of the cells of these donors', (e) => e.sampled),
  baseline_mean: number('Mean of the baseline', (e) => e.baseline),
  condition_mean: number('Mean of the condition', (e) => e.condition),
  difference: number('Mean of condition less baseline, twin by twin', (e) => e.difference),
  difference_low: number('Lower end of its 95 % interval', (e) => e.differenceInterval.low),
  difference_high: number('Upper end of its 95 % interval', (e) => e.differenceInterval.high),
  ratio: number('Ratio of means', (e) => e.ratio),
  ratio_low: number('Lower end of its 95 % interval', (e) => e.ratioInterval.low),
  ratio_high: number('Upper end of its 95 % interval', (e) => e.ratioInterval.high),
  d_z: number('Mean over standard deviation of the differences of twins', (e) => e.dz),
  p: number('Two-sided p of the paired t test', (e) => e.p),
  p_holm: number('The same, corrected by Holm over all effects in this table', (e) => e.pHolm),
  p_wilcoxon: number('Two-sided p of the signed-rank test', (e) => e.pWilcoxon),
  p_equivalent: number('p of "within the margin", by two one-sided t tests', (e) => e.pEquivalent),
  p_equivalent_holm: number(
    'The same, corrected by Holm over all effects in this table',
    (e) => e.pEquivalentHolm,
  ),
  share_up: number('Share of twins that rose by more than the margin', (e) => e.shareUp),
  share_down: number('Share of twins that fell by more than the margin', (e) => e.shareDown),
};

/** The effects as plain rows, for JSON; what is not finite is null. */
export const effectRecords = ({
  effects,
}: Comparison): readonly Readonly<Record<string, number | string | null>>[] =>
  effects.map((effect) =>
    Object.fromEntries(
      Object.entries(FIELDS).map(([name, { of }]) => {
        const value = of(effect);
        return [name, typeof value === 'number' && !Number.isFinite(value) ? null : value];
      }),
    ),
  );

/** The effects as a table, for Arrow. */
export const effectsTable = (comparison: Comparison): LoneTable => ({
  name: 'effects',
  description: `Effects against "${comparison.baseline}", one row a condition, point and outcome; margin ${comparison.margin} of the baseline`,
  columns: Object.entries(FIELDS).map(([name, { of, ...field }]) => {
    const values = comparison.effects.map(of);
    if (field.type === 'float64') return { name, ...field, values: Float64Array.from(values as number[]) };
    if (field.type === 'int32') return { name, ...field, values: Int32Array.from(values as number[]) };
    const dictionary = [...new Set(values as string[])];
    return {
      name,
      ...field,
      dictionary,
      values: Int32Array.from(values as string[], (value) => dictionary.indexOf(value)),
    };
  }),
});

function text(description: string, of: (e: Effect) => string): Field {
  return { type: 'dictionary', unit: '', description, of };
}
function whole(description: string, of: (e: Effect) => number): Field {
  return { type: 'int32', unit: '', description, of };
}
function number(description: string, of: (e: Effect) => number): Field {
  return { type: 'float64', unit: '', description, of };
}
