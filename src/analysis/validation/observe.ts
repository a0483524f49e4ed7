import type { Dataset } from '../../dataset/read.js';
import type { Course } from './evaluate.js';
import type { Measure } from './measures.js';

/** Courses of every measure asked for, by condition and measure; times in minutes since the start of the run. */
export type Observed = ReadonlyMap<string, ReadonlyMap<string, Course>>;

/**
 * Reads from a dataset what measures need: columns of `timecourse`, and of `fluxes` the labelled share of a rule's
 * events. Cells that failed are NaN throughout. Measures of what was given are not in the tables and are left out.
 */
export async function observe(
  dataset: Dataset,
  measures: Readonly<Record<string, Measure>>,
): Promise<Observed> {
  const observed = new Map<string, Map<string, Course>>();
  const put = (condition: string, measure: string, course: Course) => {
    const own = observed.get(condition) ?? new Map<string, Course>();
    observed.set(condition, own.set(measure, course));
  };
  const named = Object.entries(measures);
  const columns = named.flatMap(([name, { from }]) => (from.kind === 'column' ? [{ name, ...from }] : []));
  const labels = named.flatMap(([name, { from }]) => (from.kind === 'label' ? [{ name, ...from }] : []));
  const counted = named.flatMap(([name, { from }]) => (from.kind === 'events' ? [{ name, ...from }] : []));
  if (columns.length > 0) await readColumns(dataset, columns, put);
  for (const { name, rule } of labels) await readLabel(dataset, name, rule, put);
  for (const { name, rules } of counted) await readEvents(dataset, name, rules, put);
  return observed;
}

type Put = (condition: string, measure: string, course: Course) => void;

async function readColumns(
  dataset: Dataset,
  wanted: readonly { readonly name: string; readonly column: string; readonly factor: number }[],
  put: Put,
): Promise<void> {
  const table = await dataset.table('timecourse', [
    'condition',
    'donor',
    'cell',
    'time_s',
    ...new Set(wanted.map((w) => w.column)),
  ]);
  const place = places(dataset, table.strings('condition'), table.numbers('donor'), table.numbers('cell'));
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

async function readLabel(dataset: Dataset, name: string, rule: string, put: Put): Promise<void> {
  const { place, to_s, numbers } = await readFluxes(dataset, [rule], ['events', 'events_13C']);
  gather(
    place,
    to_s,
    numbers[1]!.map((x, i) => x / numbers[0]![i]!),
    name,
    put,
  );
}

async function readEvents(dataset: Dataset, name: string, rules: readonly string[], put: Put): Promise<void> {
  const { place, to_s, numbers } = await readFluxes(dataset, rules, ['events', 'from_s']);
  gather(
    place,
    to_s,
    numbers[0]!.map((x, i) => (3600 * x) / (to_s[i]! - numbers[1]![i]!)),
    name,
    put,
  );
}

/** The rows of some rules, with when each interval ended and some of its numbers. */
async function readFluxes(dataset: Dataset, wanted: readonly string[], columns: readonly string[]) {
  const keys = ['condition', 'donor', 'cell', 'to_s', 'rule'];
  const table = await dataset.table('fluxes', [...keys, ...columns]);
  const kept = table.strings('rule').flatMap((r, i) => (wanted.includes(r!) ? [i] : []));
  const pick = (column: string) => {
    const values = table.numbers(column);
    return Float64Array.from(kept, (i) => values[i]!);
  };
  const conditions = table.strings('condition');
  const place = places(
    dataset,
    kept.map((i) => conditions[i]!),
    pick('donor'),
    pick('cell'),
  );
  return { place, to_s: pick('to_s'), numbers: columns.map(pick) };
}

interface Places {
  readonly cells: number;
  readonly conditions: readonly (string | null)[];
  /** Donor by donor, the cell of each row. */
  readonly cellOf: (row: number) => number;
}

function places(
  dataset: Dataset,
  conditions: readonly (string | null)[],
  donor: Float64Array,
  cell: Float64Array,
): Places {
  const { donors, cells } = dataset.manifest.layout;
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
