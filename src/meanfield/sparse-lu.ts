/**
 * Where the elements of a square sparse matrix of a fixed pattern stand: rows and columns are put in one order that keeps
 * the fill small, chosen once by Markowitz's count.
 */
export interface LuPlan {
  /** Where the element of a row and column of the pattern stands in `values`. */
  at(row: number, column: number): number;
  /** Where the diagonal stands in `values`, by row. */
  readonly diagonal: Int32Array;
  /** The rest is for the factorisation: rows of the pattern in the order of elimination, and in that order where rows start. */
  readonly order: Int32Array;
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly pivotAt: Int32Array;
}

/** A matrix that is factorised again and again. */
export interface SparseLu {
  /** Elements, then room for fill. The factorisation overwrites them. */
  readonly values: Float64Array;
  /** Replaces the elements by the factors; false where a pivot is 0 or not a number. */
  factorise(): boolean;
  /** Replaces b by the solution x of A x = b. */
  solve(b: Float64Array): void;
}

/** The plan of a pattern (columns by row; the diagonal is always in it). */
export function luPlan(pattern: readonly ReadonlySet<number>[]): LuPlan {
  const n = pattern.length;
  const { order, rows } = eliminated(pattern);
  const start = new Int32Array(n + 1);
  rows.forEach((row, i) => {
    start[i + 1] = start[i]! + row.length;
  });
  const pivotAt = Int32Array.from(rows, (row, i) => start[i]! + row.indexOf(i));
  const rank = new Int32Array(n);
  order.forEach((original, i) => {
    rank[original] = i;
  });
  return {
    at(row, col) {
      const i = rank[row]!;
      return start[i]! + rows[i]!.indexOf(rank[col]!);
    },
    diagonal: Int32Array.from(rank, (i) => pivotAt[i]!),
    order: Int32Array.from(order),
    start,
    column: Int32Array.from(rows.flat()),
    pivotAt,
  };
}

/**
 * A matrix of a plan, factorised without pivoting, as chemical kinetics allows (Damian et al. Comput. Chem. Eng. 26, 1567,
 * 2002, doi:10.1016/S0098-1354(02)00128-X).
 */
export function sparseLu({ order, start, column, pivotAt }: LuPlan): SparseLu {
  const n = order.length;
  const values = new Float64Array(column.length);
  const inverse = new Float64Array(n);
  const work = new Float64Array(n);

  return {
    values,
    factorise() {
      for (let i = 0; i < n; i++) {
        const [from, pivot, end] = [start[i]!, pivotAt[i]!, start[i + 1]!];
        for (let e = from; e < end; e++) work[column[e]!] = values[e]!;
        for (let e = from; e < pivot; e++) {
          const j = column[e]!;
          const factor = work[j]! * inverse[j]!;
          values[e] = factor;
          if (factor === 0) continue;
          for (let u = pivotAt[j]! + 1; u < start[j + 1]!; u++) work[column[u]!]! -= factor * values[u]!;
        }
        for (let e = pivot; e < end; e++) values[e] = work[column[e]!]!;
        if (!(Math.abs(values[pivot]!) > 0)) return false;
        inverse[i] = 1 / values[pivot]!;
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
        work[i] = sum * inverse[i]!;
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
