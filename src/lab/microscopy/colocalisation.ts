import type { Field } from './optics.js';

/** What of one channel lies where another is bright: sums of light less background, that may be added over fields. */
export interface Overlap {
  /** Of the guest: in the mask of the marker, and all. */
  readonly guestIn: number;
  readonly guest: number;
  /** Of the marker: in its own mask, in the mask of the guest, and all. */
  readonly markerIn: number;
  readonly markerInGuest: number;
  readonly marker: number;
  /** Pixels of the marker's mask, and all. */
  readonly masked: number;
  readonly pixels: number;
  readonly pearson: number;
}

/** Overlap of two channels of one field; `background` is the mean pixel of sections without the first antibody. */
export function overlapOf(
  guest: Field,
  marker: Field,
  background: { guest: number; marker: number },
): Overlap {
  const a = guest.photons.map((x) => x - background.guest);
  const b = marker.photons.map((x) => x - background.marker);
  const [brightA, brightB] = [otsu(a), otsu(b)];
  const where = (x: Float64Array, mask: Float64Array, above: number) =>
    x.reduce((sum, v, i) => (mask[i]! > above ? sum + v : sum), 0);
  return {
    guestIn: where(a, b, brightB),
    guest: sumOf(a),
    markerIn: where(b, b, brightB),
    markerInGuest: where(b, a, brightA),
    marker: sumOf(b),
    masked: b.reduce((n, v) => (v > brightB ? n + 1 : n), 0),
    pixels: b.length,
    pearson: pearson(a, b),
  };
}

/** Manders et al., J. Microsc. 169, 375, 1993, 10.1111/j.1365-2818.1993.tb03313.x: share of the guest's light in the marker's mask. */
export const mandersOf = (o: Overlap): readonly [m1: number, m2: number] => [
  o.guestIn / o.guest,
  o.markerInGuest / o.marker,
];

/**
 * Share of the guest that is where the marker is. Of guests on it the mask holds what it holds of the marker itself, c; of
 * those anywhere, its share of the area, a: M1 = f c + (1 - f) a, solved for f over all fields together.
 */
export function fractionOf(overlaps: readonly Overlap[]): number {
  const total = (of: (o: Overlap) => number) => overlaps.reduce((sum, o) => sum + of(o), 0);
  const m1 = total((o) => o.guestIn) / total((o) => o.guest);
  const caught = total((o) => (o.markerIn / o.marker) * o.guest) / total((o) => o.guest);
  const area = total((o) => (o.masked / o.pixels) * o.guest) / total((o) => o.guest);
  return (m1 - area) / (caught - area);
}

/** Threshold between dark and bright that leaves the least variance within both: Otsu, IEEE Trans. SMC 9, 62, 1979, 10.1109/TSMC.1979.4310076. */
export function otsu(values: Float64Array): number {
  const sorted = values.slice().sort();
  const all = sumOf(sorted);
  let [best, threshold, below] = [-1, sorted[0]!, 0];
  for (let n = 1; n < sorted.length; n++) {
    below += sorted[n - 1]!;
    const between = n * (sorted.length - n) * (below / n - (all - below) / (sorted.length - n)) ** 2;
    if (between > best) [best, threshold] = [between, (sorted[n - 1]! + sorted[n]!) / 2];
  }
  return threshold;
}

/** Pearson's correlation of pixels; NaN where one channel is the same everywhere. */
export function pearson(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [sumOf(a) / a.length, sumOf(b) / b.length];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((x, i) => {
    const [da, db] = [x - meanA, b[i]! - meanB];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  });
  return ab / Math.sqrt(aa * bb);
}

const sumOf = (values: Float64Array): number => values.reduce((sum, x) => sum + x, 0);
