import type { ColumnChunk } from '../dataset/chunks.js';

/** A cell as it is drawn: values through time by column, null where not measured. */
export interface LatestCell {
  readonly donor: number;
  readonly cell: number;
  readonly values: Readonly<Record<string, readonly (number | null)[]>>;
}

/** Keeps, of each condition at one point, the whole cell that came last; and the sample times from t = 0 on. */
export function latestCells(conditions: readonly string[], point: number, columns: readonly string[]) {
  const latest: (LatestCell | null)[] = conditions.map(() => null);
  let times: readonly number[] = [];
  let open:
    | { key: string; condition: string; donor: number; cell: number; time_s: number[]; values: number[][] }
    | undefined;

  function settle(): void {
    if (open === undefined || open.time_s.length === 0) return;
    if (times.length === 0) times = open.time_s;
    const { condition, donor, cell, values } = open;
    latest[conditions.indexOf(condition)] = {
      donor,
      cell,
      values: Object.fromEntries(
        columns.map((column, i) => [
          column,
          values[i]!.map((x) => (Number.isFinite(x) ? Number(x.toPrecision(5)) : null)),
        ]),
      ),
    };
  }

  return {
    /** Rows with the columns condition, point, time_s, donor, cell and then `columns`; those of a cell stand together. */
    add({ rows, columns: [condition, at, time, donor, cell, ...values] }: ColumnChunk): void {
      if (condition?.type !== 'dictionary') return;
      for (let row = 0; row < rows; row++) {
        if (at!.values[row] !== point) continue;
        const key = `${condition.values[row]} ${donor!.values[row]} ${cell!.values[row]}`;
        if (open?.key !== key) {
          settle();
          open = {
            key,
            condition: condition.dictionary[condition.values[row]!]!,
            donor: donor!.values[row] as number,
            cell: cell!.values[row] as number,
            time_s: [],
            values: columns.map(() => []),
          };
        }
        const t = time!.values[row] as number;
        if (t < 0) continue;
        open.time_s.push(t);
        columns.forEach((_, i) => {
          open!.values[i]!.push(values[i]!.values[row] as number);
        });
      }
      settle();
    },
    cells: (): readonly (LatestCell | null)[] => [...latest],
    times: () => times,
  };
}
