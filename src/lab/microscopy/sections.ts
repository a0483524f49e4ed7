import type { Dataset } from '../../dataset/read.js';

/** One lysosome, or what is on none of them. */
export interface Place {
  readonly rag: number;
  readonly mtorc1: number;
  readonly rheb: number;
  readonly tsc: number;
}
/** One cell as it was fixed. */
export interface Fixed {
  readonly cell: number;
  readonly volume_um3: number;
  readonly lysosomes: readonly Place[];
  readonly elsewhere: Place;
}
/** The cells of a donor in one condition at one time. */
export interface Section {
  readonly point: number;
  readonly donor: number;
  readonly condition: string;
  readonly time_s: number;
  readonly cells: readonly Fixed[];
}

/** Fixes the cells of a dataset at the times given: by sweep point, donor, condition and time. */
export async function sectionsOf(dataset: Dataset, times_s: readonly number[]): Promise<readonly Section[]> {
  const { conditions, donors, points } = dataset.manifest.layout;
  const volumes = new Map<string, number>();
  for await (const row of dataset.rows('cells')) volumes.set(cellKey(row), row.volume_um3 as number);
  const sections = new Map<string, Map<number, Open>>();
  for await (const row of dataset.rows('lysosomes')) {
    const time_s = times_s.find((t) => Math.abs(t - (row.time_s as number)) < 1e-6);
    if (time_s === undefined) continue;
    const key = JSON.stringify([row.point, row.donor, row.condition, time_s]);
    const cells = sections.get(key) ?? new Map<number, Open>();
    sections.set(key, cells);
    const cell = row.cell as number;
    const open = cells.get(cell) ?? {
      cell,
      volume_um3: volumes.get(cellKey(row))!,
      lysosomes: [],
      elsewhere: NOBODY,
    };
    cells.set(cell, open);
    const [rag, mtorc1, rheb, tsc] = ['rag', 'mtorc1', 'rheb', 'tsc'].map((name) => row[name] as number);
    const place = { rag: rag!, mtorc1: mtorc1!, rheb: rheb!, tsc: tsc! };
    if ((row.lysosome as number) < 0) open.elsewhere = place;
    else open.lysosomes.push(place);
  }
  return Array.from(
    { length: points * donors },
    (_, i) => [Math.floor(i / donors), i % donors] as const,
  ).flatMap(([point, donor]) =>
    conditions.flatMap((condition) =>
      times_s.flatMap((time_s): readonly Section[] => {
        const cells = sections.get(JSON.stringify([point, donor, condition, time_s]));
        return cells === undefined ? [] : [{ point, donor, condition, time_s, cells: [...cells.values()] }];
      }),
    ),
  );
}

interface Open {
  readonly cell: number;
  readonly volume_um3: number;
  readonly lysosomes: Place[];
  elsewhere: Place;
}
const NOBODY: Place = { rag: 0, mtorc1: 0, rheb: 0, tsc: 0 };
const cellKey = (row: Readonly<Record<string, unknown>>): string =>
  JSON.stringify([row.point, row.donor, row.condition, row.cell]);
