export type Numbers = ArrayLike<number> & Iterable<number>;

/**
 * The sum of numbers, correctly rounded, whatever their order: Shewchuk, Discrete Comput. Geom. 18, 305 (1997),
 * doi:10.1007/PL00009321. Python's `math.fsum` gives the same bits, so a notebook can repeat what is printed here.
 */
export function exactSum(values: Numbers): number {
  const partials: number[] = [];
  let n = 0;
  for (let k = 0; k < values.length; k++) {
    let x = values[k]!;
    if (!Number.isFinite(x)) return plainSum(values);
    let kept = 0;
    for (let i = 0; i < n; i++) {
      let y = partials[i]!;
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const high = x + y;
      const low = y - (high - x);
      if (low !== 0) partials[kept++] = low;
      x = high;
    }
    if (x !== 0) partials[kept++] = x;
    n = kept;
  }
  return rounded(partials, n);
}

/** Mean of numbers through `exactSum`; NaN of nothing. */
export function exactMean(values: Numbers): number {
  return values.length === 0 ? Number.NaN : exactSum(values) / values.length;
}

/** Sample standard deviation (n - 1) through `exactSum`; NaN of fewer than two numbers. */
export function exactDeviation(values: Numbers): number {
  const mean = exactMean(values);
  if (values.length < 2) return Number.NaN;
  return Math.sqrt(exactSum(Array.from(values, (x) => (x - mean) * (x - mean))) / (values.length - 1));
}

/** The partials do not overlap and grow; the last correction makes halves round to even across them. */
function rounded(partials: readonly number[], n: number): number {
  let i = n - 1;
  if (i < 0) return 0;
  let high = partials[i]!;
  let low = 0;
  while (i > 0 && low === 0) {
    const x = high;
    const y = partials[--i]!;
    high = x + y;
    low = y - (high - x);
  }
  const next = partials[i - 1];
  if (i > 0 && next !== undefined && low !== 0 && low < 0 === next < 0) {
    const y = low * 2;
    const x = high + y;
    if (y === x - high) high = x;
  }
  return high;
}

function plainSum(values: Numbers): number {
  let sum = 0;
  for (const x of values) sum += x;
  return sum;
}
