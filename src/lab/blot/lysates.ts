import type { Dataset } from '../../dataset/read.js';

/** What one antibody finds in a lysate: molecules of all its cells. */
export interface Content {
  readonly bound: number;
  /** NaN where the antibody asks for no site. */
  readonly total: number;
}
/** All cells of a donor in one condition at one time, lysed together. */
export interface Lysate {
  readonly condition: string;
  readonly time_s: number;
  readonly cells: number;
  /** Leucine in protein, by which lanes are loaded alike. */
  readonly protein: number;
  readonly content: ReadonlyMap<string, Content>;
}
/** The lysates of one donor at one sweep point, in the order of lanes: by condition, then by time. */
export interface Gel {
  readonly point: number;
  readonly donor: number;
  readonly lysates: readonly Lysate[];
}

/** Pools the cells of a dataset at the times given, donor by donor. */
export async function gelsOf(dataset: Dataset, times_s: readonly number[]): Promise<readonly Gel[]> {
  const { conditions, donors, points } = dataset.manifest.layout;
  const pooled = new Map<string, { cells: number; protein: number; content: Map<string, Content> }>();
  for await (const row of dataset.rows('blot')) {
    const time_s = times_s.find((t) => Math.abs(t - (row.time_s as number)) < 1e-6);
    if (time_s === undefined) continue;
    const key = keyOf(row.point as number, row.donor as number, row.condition as string, time_s);
    const lysate = pooled.get(key) ?? { cells: 0, protein: 0, content: new Map<string, Content>() };
    pooled.set(key, lysate);
    const antibody = row.antibody as string;
    const before = lysate.content.get(antibody) ?? { bound: 0, total: 0 };
    if (lysate.content.size === 0 || antibody === [...lysate.content.keys()][0]) {
      lysate.cells += 1;
      lysate.protein += row.protein_leucine as number;
    }
    const total = row.total === null ? Number.NaN : (row.total as number);
    lysate.content.set(antibody, {
      bound: before.bound + (row.bound as number),
      total: before.total + total,
    });
  }
  return Array.from({ length: points * donors }, (_, i) => {
    const [point, donor] = [Math.floor(i / donors), i % donors];
    const lysates = conditions.flatMap((condition) =>
      times_s.flatMap((time_s) => {
        const lysate = pooled.get(keyOf(point, donor, condition, time_s));
        return lysate === undefined ? [] : [{ condition, time_s, ...lysate }];
      }),
    );
    return { point, donor, lysates };
  });
}

const keyOf = (point: number, donor: number, condition: string, time_s: number): string =>
  JSON.stringify([point, donor, condition, time_s]);
