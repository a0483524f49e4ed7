import { normalTail } from './tails.js';

/** Up to here the distribution of the rank sum is counted; it needs values without ties. */
const MOST_EXACT = 50;

/**
 * Two-sided p of "values are symmetric about 0", by signed ranks: Wilcoxon, Biometrics Bull. 1, 80 (1945),
 * doi:10.2307/3001968. Zeros are left out. Exact up to 50 values without ties, else normal with the correction for ties.
 */
export function signedRankP(values: readonly number[]): number {
  const kept = values.filter((x) => x !== 0);
  const n = kept.length;
  if (n === 0) return values.length === 0 ? Number.NaN : 1;
  const { ranks, ties } = midRanks(kept.map(Math.abs));
  const positive = kept.reduce((sum, x, i) => (x > 0 ? sum + ranks[i]! : sum), 0);
  const largest = (n * (n + 1)) / 2;
  if (n <= MOST_EXACT && ties === 0) return exactP(Math.min(positive, largest - positive), n);
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - ties / 48;
  const away = Math.max(0, Math.abs(positive - largest / 2) - 0.5);
  return Math.min(1, 2 * normalTail(away / Math.sqrt(variance)));
}

/** Mean ranks from 1, and the sum of t^3 - t over groups of t ties. */
function midRanks(sizes: readonly number[]): { readonly ranks: Float64Array; readonly ties: number } {
  const order = sizes.map((_, i) => i).sort((a, b) => sizes[a]! - sizes[b]!);
  const ranks = new Float64Array(sizes.length);
  let ties = 0;
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && sizes[order[to]!] === sizes[order[from]!]) to++;
    for (let i = from; i < to; i++) ranks[order[i]!] = (from + 1 + to) / 2;
    ties += (to - from) ** 3 - (to - from);
    from = to;
  }
  return { ranks, ties };
}

/** Two-sided p of a rank sum as small as this: subsets of 1..n counted by their sum. */
function exactP(smaller: number, n: number): number {
  const size = (n * (n + 1)) / 2 + 1;
  const ways = new Float64Array(size);
  ways[0] = 1;
  for (let rank = 1; rank <= n; rank++) for (let s = size - 1; s >= rank; s--) ways[s]! += ways[s - rank]!;
  let below = 0;
  for (let s = 0; s <= smaller; s++) below += ways[s]!;
  return Math.min(1, (2 * below) / 2 ** n);
}
