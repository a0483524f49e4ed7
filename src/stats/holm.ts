/**
 * p values corrected so that, of all of them together, even one false finding has at most the stated chance: Holm,
 * Scand. J. Stat. 6, 65 (1979), https://www.jstor.org/stable/4615733. Same order; NaN stays NaN and does not count.
 */
export function holm(ps: readonly number[]): readonly number[] {
  const order = ps
    .map((p, i) => ({ p, i }))
    .filter(({ p }) => !Number.isNaN(p))
    .sort((a, b) => a.p - b.p);
  const corrected = ps.map(() => Number.NaN);
  let largest = 0;
  order.forEach(({ p, i }, rank) => {
    largest = Math.max(largest, Math.min(1, (order.length - rank) * p));
    corrected[i] = largest;
  });
  return corrected;
}
