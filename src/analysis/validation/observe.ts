import type { Dataset, DatasetTable } from '../../dataset/read.js';
import type { Course } from './evaluate.js';
import type { Measure } from './measures.js';

/** Courses of every measure asked for, by condition and measure; times in minutes since the start of the run. */
export type Observed = ReadonlyMap<string, ReadonlyMap<string, Course>>;

/** Reads from a dataset what measures need, and gathers it. */
export async function observe(
  dataset: Dataset,
  measures: Readonly<Record<string, Measure>>,
): Promise<Observed> {
  const tables = new Map<string, DatasetTable>();
  for (const [name, columns] of columnsOf(measures)) tables.set(name, await dataset.table(name, columns));
  return observedIn((name) => tables.get(name)!, dataset.manifest.layout, measures);
}

/** What was measured, and what was given and not measured. */
export const merged = (measured: Observed, given: Observed): Observed =>
  new Map(
    [...given].map(([condition, courses]) => [
      condition,
      new Map([...courses, ...(measured.get(condition) ?? [])]),
    ]),
  );

/** How many donors, and cells of each, a condition has. */
export interface Sizes {
  readonly donors: number;
  readonly cells: number;
}

/**
 * Courses of measures in tables: columns of `timecourse`, and of `fluxes` the labelled share of a rule's events. Cells that
 * failed are NaN throughout. Measures of what was given are not in the tables and are left out.
 */
export function observedIn(
  table: (name: string) => DatasetTable,
  sizes: Sizes,
  measures: Readonly<Record<string, Measure>>,
): Observed {
  const observed = new Map<string, Map<string, Course>>();
  const put = (condition: string, measure: string, course: Course) => {
    const own = observed.get(condition) ?? new Map<string, Course>();
    observed.set(condition, own.set(measure, course));
  };
  const named = Object.entries(measures);
  const columns = named.flatMap(([name, { from }]) => (from.kind === 'column' ? [{ name, ...from }] : []));
  if (columns.length > 0) gatherColumns(table('timecourse'), sizes, columns, put);
  for (const [name, { from }] of named) {
    if (from.kind === 'label') gatherLabel(table('fluxes'), sizes, name, from.rule, put);
    if (from.kind === 'events') gatherEvents(table('fluxes'), sizes, name, from.rules, put);
  }
  return observed;
}

const KEYS = ['condition', 'donor', 'cell'] as const;

/** The columns that measures need, by table. */
function columnsOf(measures: Readonly<Record<string, Measure>>): ReadonlyMap<string, readonly string[]> {
  const all = Object.values(measures).map(({ from }) => from);
  const columns = all.flatMap((from) => (from.kind === 'column' ? [from.column] : []));
  const needed = new Map<string, readonly string[]>();
  if (columns.length > 0) needed.set('timecourse', [...KEYS, 'time_s', ...new Set(columns)]);
  const labels = all.some(({ kind }) => kind === 'label') ? ['events_13C'] : [];
  if (labels.length > 0 || all.some(({ kind }) => kind === 'events'))
    needed.set('fluxes', [...KEYS, 'from_s', 'to_s', 'rule', 'events', ...labels]);
  return needed;
}

type Put = (condition: string, measure: string, course: Course) => void;

function gatherColumns(
  table: DatasetTable,
  sizes: Sizes,
  wanted: readonly { readonly name: string; readonly column: string; readonly factor: number }[],
  put: Put,
): void {
  const place = places(sizes, table.strings('condition'), table.numbers('donor'), table.numbers('cell'));
  const time_s = table.numbers('time_s');
  for (const { name, column, factor } of wanted)
    gather(
      place,
      time_s,
      Float64Array.from(table.numbers(column), (x) => x * factor),
      name,
      put,
    );
}

function gatherLabel(table: DatasetTable, sizes: Sizes, name: string, rule: string, put: Put): void {
  const { place, to_s, pick } = rowsOfRules(table, sizes, [rule]);
  const events = pick('events');
  gather(
    place,
    to_s,
    pick('events_13C').map((x, i) => x / events[i]!),
    name,
    put,
  );
}

function gatherEvents(
  table: DatasetTable,
  sizes: Sizes,
  name: string,
  rules: readonly string[],
  put: Put,
): void {
  const { place, to_s, pick } = rowsOfRules(table, sizes, rules);
  const from_s = pick('from_s');
  gather(
    place,
    to_s,
    pick('events').map((x, i) => (3600 * x) / (to_s[i]! - from_s[i]!)),
    name,
    put,
  );
}

/** The rows of some rules: whose they are, when each interval ended, and their numbers by column. */
function rowsOfRules(table: DatasetTable, sizes: Sizes, wanted: readonly string[]) {
  const kept = table.strings('rule').flatMap((r, i) => (wanted.includes(r!) ? [i] : []));
  const pick = (column: string) => {
    const values = table.numbers(column);
    return Float64Array.from(kept, (i) => values[i]!);
  };
  const conditions = table.strings('condition');
  const place = places(
    sizes,
    kept.map((i) => conditions[i]!),
    pick('donor'),
    pick('cell'),
  );
  return { place, to_s: pick('to_s'), pick };
}

interface Places {
  readonly cells: number;
  readonly conditions: readonly (string | null)[];
  /** Donor by donor, the cell of each row. */
  readonly cellOf: (row: number) => number;
}

function places(
  { donors, cells }: Sizes,
  conditions: readonly (string | null)[],
  donor: Float64Array,
  cell: Float64Array,
): Places {
  return { cells: donors * cells, conditions, cellOf: (row) => donor[row]! * cells + cell[row]! };
}

function gather(
  { cells, conditions, cellOf }: Places,
  time_s: Float64Array,
  values: Float64Array,
  measure: string,
  put: Put,
): void {
  const byCondition = new Map<string, number[]>();
  conditions.forEach((c, row) => {
    const rows = byCondition.get(c!);
    if (rows === undefined) byCondition.set(c!, [row]);
    else rows.push(row);
  });
  for (const [condition, rows] of byCondition) {
    const times = [...new Set(rows.map((row) => time_s[row]!))].sort((a, b) => a - b);
    const at = new Map(times.map((t, i) => [t, i]));
    const course = Array.from({ length: cells }, () => new Float64Array(times.length).fill(Number.NaN));
    for (const row of rows) {
      const own = course[cellOf(row)]!;
      const t = at.get(time_s[row]!)!;
      own[t] = (Number.isNaN(own[t]!) ? 0 : own[t]!) + values[row]!;
    }
    put(condition, measure, { times_min: times.map((t) => t / 60), cells: course });
  }
}
