import type { Outcome } from '../analysis/outcomes.js';
import type { Dataset } from '../dataset/read.js';

/**
 * The mean of each outcome over the cells of a condition, by outcome, condition and point, from a dataset that keeps one row a cell;
 * NaN where no cell lived.
 */
export async function responsesOf(
  dataset: Dataset,
  outcomes: readonly Outcome[],
): Promise<readonly (readonly Float64Array[])[]> {
  const { conditions, points } = dataset.manifest.layout;
  const empty = () => outcomes.map(() => conditions.map(() => new Float64Array(points)));
  const [sums, counts] = [empty(), empty()];
  const columns = ['condition', 'point', ...outcomes.map(({ column }) => column)];
  for await (const row of dataset.rows('timecourse_cells', columns)) {
    const condition = conditions.indexOf(row.condition as string);
    const point = row.point as number;
    outcomes.forEach(({ column, factor }, i) => {
      const value = row[column];
      if (typeof value !== 'number') return;
      sums[i]![condition]![point]! += factor * value;
      counts[i]![condition]![point]! += 1;
    });
  }
  return sums.map((of, i) => of.map((sum, c) => sum.map((x, point) => x / counts[i]![c]![point]!)));
}
