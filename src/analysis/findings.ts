import type { Dataset, Manifest } from '../dataset/read.js';
import { type Estimate, meanInterval } from '../stats/interval.js';
import { measureCells } from './compare/cells.js';
import { type Comparison, compareConditions } from './compare/compare.js';
import { COMPARED, type ComparedOutcome } from './compare/outcomes.js';
import { CannotCompare } from './compare/problems.js';
import type { Courses } from './course-sums.js';
import { meanCourses } from './courses.js';
import { leucinePerPercent } from './leucine-pool.js';
import { type Life, livesAt } from './lives.js';

/** One axis of the sweep: its value at every point. */
export interface Axis {
  readonly path: string;
  readonly unit: string;
  readonly values: readonly number[];
}
/** What a column of the time course is. */
export interface ColumnFacts {
  readonly name: string;
  readonly unit: string;
  readonly description: string;
}
/** Everything that a report shows, from the files of one dataset alone. */
export interface Findings {
  readonly manifest: Manifest;
  readonly conditions: readonly string[];
  /** Place of the baseline among the conditions. */
  readonly baseline: number;
  readonly points: number;
  readonly axes: readonly Axis[];
  readonly columns: readonly ColumnFacts[];
  readonly courses: Courses;
  readonly outcomes: readonly ComparedOutcome[];
  /** What the cells of a condition at a point came to; cells that failed are left out. */
  readonly cellValues: (outcome: string, point: number, condition: number) => readonly number[];
  /** Their mean with its 95 % interval over cells. */
  readonly cellMean: (outcome: string, point: number, condition: number) => Estimate;
  /** Or why there is none. */
  readonly comparison: Comparison | string;
  /** Leucine residues per um3 that one percent of muscle protein holds, if the dataset tells. */
  readonly leucinePerPercent: number | undefined;
  /** By condition: some followed molecules of a cell at the point asked for; none where none were followed. */
  readonly lives: readonly (readonly Life[])[];
}
/** So many followed molecules of each condition are kept. */
const MOST_LIVES = 30;

/** Works out what a report needs, lives of molecules at one point of the sweep. Throws CannotCompare if the baseline named is none of the conditions. */
export async function findingsOf(dataset: Dataset, baseline?: string, point = 0): Promise<Findings> {
  const { manifest } = dataset;
  const { conditions, points, donors, cells } = manifest.layout;
  const columns = dataset
    .describe('timecourse')
    .columns.filter(({ type, name }) => type === 'float64' && name !== 'time_s');
  const names = columns.map(({ name }) => name);
  const outcomes = COMPARED.filter(({ column }) => names.includes(column));
  const values = await measureCells(dataset, outcomes);
  const cellValues = (id: string, point: number, condition: number): readonly number[] => {
    const from = (point * conditions.length + condition) * donors * cells;
    const all = values[outcomes.findIndex((o) => o.id === id)];
    return all === undefined ? [] : [...all.subarray(from, from + donors * cells)].filter(Number.isFinite);
  };
  return {
    manifest,
    conditions,
    baseline: Math.max(0, conditions.indexOf(baseline ?? conditions[0]!)),
    points,
    axes: await axesOf(dataset),
    columns,
    courses: await meanCourses(dataset, names),
    outcomes,
    cellValues,
    cellMean: (id, point, condition) => meanInterval(cellValues(id, point, condition)),
    comparison: await comparisonOf(dataset, baseline),
    leucinePerPercent: await leucinePerPercent(dataset),
    lives: await livesAt(dataset, point, MOST_LIVES),
  };
}

/** Too little to compare is no reason for no report; a baseline that is not there is. */
async function comparisonOf(dataset: Dataset, baseline: string | undefined): Promise<Comparison | string> {
  try {
    return await compareConditions([dataset], baseline === undefined ? {} : { baseline });
  } catch (error) {
    const known = baseline === undefined || dataset.manifest.layout.conditions.includes(baseline);
    if (error instanceof CannotCompare && known) return error.message;
    throw error;
  }
}

/** Values of the sweep by point, from the table of cells. */
async function axesOf(dataset: Dataset): Promise<readonly Axis[]> {
  const { plan, layout } = dataset.manifest;
  const known = dataset.describe('cells').columns.map(({ name }) => name);
  const swept = plan.axes.filter(({ path }) => known.includes(path));
  if (swept.length === 0) return [];
  const values = swept.map(() => new Array<number>(layout.points).fill(Number.NaN));
  for await (const row of dataset.rows('cells', ['point', ...swept.map(({ path }) => path)]))
    swept.forEach(({ path }, i) => {
      values[i]![row.point as number] = row[path] as number;
    });
  return swept.map(({ path, unit }, i) => ({ path, unit, values: values[i]! }));
}
