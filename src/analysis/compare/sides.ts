import type { Dataset } from '../../dataset/read.js';
import {
  CannotCompare,
  differentModels,
  noSuchBaseline,
  noTimecourse,
  notTwins,
  onlyBaseline,
} from './problems.js';

/** One condition of one of the datasets, under the name that it has in the comparison. */
export interface Side {
  readonly label: string;
  readonly dataset: Dataset;
  /** Place of the condition in the layout of its dataset. */
  readonly condition: number;
}

/**
 * The conditions of all datasets, the baseline first. A name that stands in several datasets is preceded by that of its scenario
 * or, if these are the same too, of its folder. Throws CannotCompare with every reason why these cells are not twins.
 */
export function sidesOf(datasets: readonly Dataset[], baseline: string | undefined): readonly Side[] {
  const sides = labelled(datasets);
  const labels = sides.map(({ label }) => label);
  const wanted = baseline ?? labels[0]!;
  const problems = [
    ...datasets.filter((d) => !d.tables().includes('timecourse')).map((d) => noTimecourse(d.folder)),
    ...modelProblems(datasets),
    ...datasets.slice(1).flatMap((d) => twinProblems(d, datasets[0]!)),
    ...(labels.includes(wanted) ? [] : [noSuchBaseline(wanted, labels)]),
    ...(labels.length === 1 ? [onlyBaseline(labels[0]!)] : []),
  ];
  if (problems.length > 0) throw new CannotCompare(problems);
  const first = sides.find(({ label }) => label === wanted)!;
  return [first, ...sides.filter((side) => side !== first)];
}

function labelled(datasets: readonly Dataset[]): readonly Side[] {
  const all = datasets.flatMap((dataset) =>
    dataset.manifest.layout.conditions.map((name, condition) => ({ dataset, condition, name })),
  );
  const namings: readonly ((side: (typeof all)[number]) => string)[] = [
    ({ name }) => name,
    ({ name, dataset }) => `${dataset.manifest.plan.name}: ${name}`,
    ({ name, dataset }) => `${dataset.folder}: ${name}`,
  ];
  const unique = (naming: (side: (typeof all)[number]) => string, of: (typeof all)[number]): boolean =>
    all.filter((other) => naming(other) === naming(of)).length === 1;
  return all.map((side) => ({
    label: (namings.find((naming) => unique(naming, side)) ?? namings[2]!)(side),
    dataset: side.dataset,
    condition: side.condition,
  }));
}

function modelProblems(datasets: readonly Dataset[]): readonly string[] {
  const versions = datasets.map((d) => [d.folder, d.manifest.model] as const);
  return new Set(versions.map(([, version]) => version)).size > 1 ? [differentModels(versions)] : [];
}

/** What decides who a twin is and when it is looked at; all of it has to be equal between datasets. */
function twinProblems(other: Dataset, first: Dataset): readonly string[] {
  const facts = ({ manifest: { plan, layout, seed } }: Dataset): Readonly<Record<string, unknown>> => ({
    seed,
    points: layout.points,
    donors: layout.donors,
    cells: layout.cells,
    duration: `${plan.duration_s} s`,
    'sample every': `${plan.sampleEvery_s} s`,
    settle: `${plan.settle_s} s`,
    volume: `${plan.volume_um3} um3`,
    variation: plan.variation,
    ensemble: plan.ensemble?.sets,
    sweep: plan.axes.map(({ path, values }) => [path, values]),
  });
  const text = (x: unknown): string => (typeof x === 'string' ? x : JSON.stringify(x));
  const [theirs, ours] = [facts(other), facts(first)];
  return Object.keys(ours)
    .filter((what) => text(theirs[what]) !== text(ours[what]))
    .map((what) => notTwins(other.folder, first.folder, what, text(theirs[what]), text(ours[what])));
}
