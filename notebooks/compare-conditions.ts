/**
 * Compares the conditions of a dataset through the package's public API. Elsewhere, write `from 'leucell'`.
 * Run: npm run build && node dist/notebooks/compare-conditions.js results/wasting-vs-exercise healthy
 */
import { pathToFileURL } from 'node:url';
import { compareConditions, openDataset, verdictOf } from '../src/index.js';

/** A line for every effect: what, which way, how much with its 95 % interval. */
export async function findings(folder: string, baseline?: string): Promise<readonly string[]> {
  const dataset = await openDataset(folder);
  const { effects } = await compareConditions([dataset], baseline === undefined ? {} : { baseline });
  return effects.map(
    ({ conditionName, outcome, difference, differenceInterval: { low, high }, ...effect }) => {
      const figures = [difference, low, high].map((x) => x.toPrecision(3));
      return `${conditionName}: ${outcome.title} ${verdictOf({ difference, ...effect })}, ${figures[0]} [${figures[1]}, ${figures[2]}] ${outcome.unit}`;
    },
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , folder = 'results/wasting-vs-exercise', baseline] = process.argv;
  console.log((await findings(folder, baseline)).join('\n'));
}
