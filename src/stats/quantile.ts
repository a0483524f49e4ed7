/** Quantile of sorted values by linear interpolation (type 7 of Hyndman & Fan, Am. Stat. 50, 361, 1996); NaN of nothing. */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = p * (sorted.length - 1);
  const i = Math.floor(at);
  const x = sorted[i]!;
  return x + (at - i) * ((sorted[i + 1] ?? x) - x);
}
