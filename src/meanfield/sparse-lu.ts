/**
 * A square sparse matrix with a fixed pattern that is factorised again and again, without pivoting, as chemical
 * kinetics allows (Damian et al. Comput. Chem. Eng. 26, 1567, 2002, doi:10.1016/S0098-1354(02)00128-X): rows and
 * columns are put in one order that keeps the fill small, chosen once by Markowitz's count.
 */
export interface SparseLu {
  /** Where the element of a row and column of the pattern stands in `values`. */
  at(row: number, column: number): number;
  /** Elements, then room for fill. The factorisation overwrites them. */
  readonly values: Float64Array;
  /** Where the diagonal stands in `values`, by row. */
  readonly diagonal: Int32Array;
  /** Replaces the elements by the factors; false where a pivot is 0 or not a number. */
  factorise(): boolean;
  /** Replaces b by the solution x of A x = b. */
  solve(b: Float64Array): void;
}

/** Room for a matrix of this pattern (columns by row; the diagonal is always in it). */
export function sparseLu(pattern: readonly ReadonlySet<number>[]): SparseLu {
  const n = pattern.length;
  const { order, rows } = eliminated(pattern);
  const start = new Int32Array(n + 1);
  rows.forEach((row, i) => {
    start[i + 1] = start[i]! + row.length;
  });
  const column = Int32Array.from(rows.flat());
  const values = new Float64Array(column.length);
  const pivotAt = Int32Array.from(rows, (row, i) => start[i]! + row.indexOf(i));
  const rank = new Int32Array(n);
  order.forEach((original, i) => {
    rank[original] = i;
  });
  const work = new Float64Array(n);

  return {
    values,
    diagonal: Int32Array.from(rank, (i) => pivotAt[i]!),
    at(row, col) {
      const i = rank[row]!;
      return start[i]! + rows[i]!.indexOf(rank[col]!);
    },
    factorise() {
      for (let i = 0; i < n; i++) {
        const [from, pivot, end] = [start[i]!, pivotAt[i]!, start[i + 1]!];
        for (let e = from; e < end; e++) work[column[e]!] = values[e]!;
        for (let e = from; e < pivot; e++) {
          const j = column[e]!;
          const factor = work[j]! / values[pivotAt[j]!]!;
          values[e] = factor;
          for (let u = pivotAt[j]! + 1; u < start[j + 1]!; u++) work[column[u]!]! -= factor * values[u]!;
        }
        for (let e = pivot; e < end; e++) values[e] = work[column[e]!]!;
        if (!(Math.abs(values[pivot]!) > 0)) return false;
      }
      return true;
    },
    solve(b) {
      for (let i = 0; i < n; i++) {
        let sum = b[order[i]!]!;
        for (let e = start[i]!; e < pivotAt[i]!; e++) sum -= values[e]! * work[column[e]!]!;
        work[i] = sum;
      }
      for (let i = n - 1; i >= 0; i--) {
        let sum = work[i]!;
        for (let e = pivotAt[i]! + 1; e < start[i + 1]!; e++) sum -= values[e]! * work[column[e]!]!;
        work[i] = sum / values[pivotAt[i]!]!;
      }
      for (let i = 0; i < n; i++) b[order[i]!] = work[i]!;
    },
  };
}

/** The order of elimination, and the columns of each row in that order, fill included. */
function eliminated(pattern: readonly ReadonlySet<number>[]): {
  readonly order: readonly number[];
  readonly rows: readonly (readonly number[])[];
} {
  const n = pattern.length;
  const rows = pattern.map((row, i) => new Set([...row, i]));
  const columns = rows.map(() => new Set<number>());
  rows.forEach((row, i) => {
    for (const j of row) columns[j]!.add(i);
  });
  const left = new Set(rows.keys());
  const order: number[] = [];
  const full = rows.map((row) => new Set(row));
  while (left.size > 0) {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const i of left) {
      const cost = (rows[i]!.size - 1) * (columns[i]!.size - 1);
      if (cost < least) [best, least] = [i, cost];
    }
    left.delete(best);
    order.push(best);
    for (const i of columns[best]!)
      if (i !== best)
        for (const j of rows[best]!) {
          rows[i]!.add(j);
          full[i]!.add(j);
          columns[j]!.add(i);
        }
    for (const i of columns[best]!) rows[i]!.delete(best);
    for (const j of rows[best]!) columns[j]!.delete(best);
  }
  const rank = new Array<number>(n);
  order.forEach((original, i) => {
    rank[original] = i;
  });
  return { order, rows: order.map((i) => [...full[i]!].map((j) => rank[j]!).sort((a, b) => a - b)) };
}
