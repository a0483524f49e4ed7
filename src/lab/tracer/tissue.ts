import type { Dataset } from '../../dataset/read.js';

/** Molecules or events at a time, of them with 13C at C1, with 15N, with both. */
export interface Isotopes {
  readonly all: number;
  readonly c13: number;
  readonly n15: number;
  readonly both: number;
}
export const NONE: Isotopes = { all: 0, c13: 0, n15: 0, both: 0 };
/** One quantity by the time at which it was counted. */
export type Series = ReadonlyMap<number, Isotopes>;

/** All cells of one donor in one condition, as if they were one piece of muscle. */
export interface Tissue {
  readonly point: number;
  readonly condition: number;
  readonly donor: number;
  /** Water of its cells. */
  readonly volume_um3: number;
  readonly pools: ReadonlyMap<string, Series>;
  /** By the end of the interval in which they flowed. */
  readonly flows: ReadonlyMap<string, Series>;
}

/** Pools the cells that lived, donor by donor, in plan order. */
export async function tissuesOf(dataset: Dataset): Promise<readonly Tissue[]> {
  const { conditions, donors, points } = dataset.manifest.layout;
  const all = Array.from({ length: points * conditions.length * donors }, (_, i) => ({
    point: Math.floor(i / (conditions.length * donors)),
    condition: Math.floor(i / donors) % conditions.length,
    donor: i % donors,
    volume_um3: 0,
    pools: new Map<string, Map<number, Isotopes>>(),
    flows: new Map<string, Map<number, Isotopes>>(),
  }));
  const whose = (row: Row) =>
    all[
      ((row.point as number) * conditions.length + conditions.indexOf(row.condition as string)) * donors +
        (row.donor as number)
    ]!;
  for await (const row of dataset.rows('cells'))
    if (row.status === 'ok') whose(row).volume_um3 += row.volume_um3 as number;
  for await (const row of dataset.rows('tracer_pools'))
    count(whose(row).pools, row.pool as string, row.time_s as number, row, 'molecules');
  for await (const row of dataset.rows('tracer_flows'))
    count(whose(row).flows, row.flow as string, row.to_s as number, row, 'events');
  return all.filter((tissue) => tissue.volume_um3 > 0);
}

type Row = Readonly<Record<string, number | string | null>>;

function count(
  into: Map<string, Map<number, Isotopes>>,
  name: string,
  time_s: number,
  row: Row,
  what: 'molecules' | 'events',
): void {
  const series = into.get(name) ?? new Map<number, Isotopes>();
  into.set(name, series);
  const before = series.get(time_s) ?? NONE;
  series.set(time_s, {
    all: before.all + (row[what] as number),
    c13: before.c13 + (row[`${what}_13C`] as number),
    n15: before.n15 + (row[`${what}_15N`] as number),
    both: before.both + (row[`${what}_13C15N`] as number),
  });
}

/** The sum of a flow over the intervals that end within (from, to]. */
export function total(flow: Series | undefined, from_s: number, to_s: number): Isotopes {
  let sum = NONE;
  for (const [time_s, n] of flow ?? [])
    if (time_s > from_s + 1e-6 && time_s <= to_s + 1e-6) sum = plus(sum, n);
  return sum;
}

export const plus = (a: Isotopes, b: Isotopes): Isotopes => ({
  all: a.all + b.all,
  c13: a.c13 + b.c13,
  n15: a.n15 + b.n15,
  both: a.both + b.both,
});
