import { binomial } from '../../random/binomial.js';
import { hypergeometric } from '../../random/hypergeometric.js';
import type { Cell } from '../cell.js';
import { LABEL_CLASSES } from '../tables.js';

/** Members by label class; class 0 is unlabelled. */
export type Tally = Float64Array;
export const newTally = (): Tally => new Float64Array(LABEL_CLASSES);

/** Takes `taken` of the n members of crowd q, every one as likely: fills in their classes. The count is the caller's. */
export function takeMembers(cell: Cell, q: number, n: number, taken: number, into: Tally): void {
  into.fill(0);
  into[0] = taken;
  if (cell.labelledTotal[q] === 0 || taken === 0) return;
  let among = n;
  let left = taken;
  for (let cls = LABEL_CLASSES - 1; cls > 0; cls--) {
    const at = q * LABEL_CLASSES + cls;
    const there = cell.labelled[at]!;
    const k = hypergeometric(cell.streams.labels, there, among - there, left);
    into[cls] = k;
    cell.labelled[at] = there - k;
    cell.labelledTotal[q]! -= k;
    among -= there;
    left -= k;
  }
  into[0] = left;
}

/** Enters members of one class into crowd q. The count is the caller's. */
export function enterMembers(cell: Cell, q: number, cls: number, n: number): void {
  if (cls === 0) return;
  cell.labelled[q * LABEL_CLASSES + cls]! += n;
  cell.labelledTotal[q]! += n;
}

/** Classes of n molecules from an outside label source, each independent of the others. */
export function drawFromSource(cell: Cell, source: number, n: number, into: Tally): void {
  into.fill(0);
  let left = n;
  let rest = 1;
  if (source >= 0)
    for (let cls = LABEL_CLASSES - 1; cls > 0 && left > 0; cls--) {
      const share = cell.sourceShare[source]![cls]!;
      if (share <= 0) continue;
      const k = binomial(cell.streams.labels, left, Math.min(1, share / rest));
      into[cls] = k;
      left -= k;
      rest -= share;
    }
  into[0] = left;
}

/** Moves k of the members of a tally, every one as likely, into another. */
export function drawFrom(cell: Cell, from: Tally, k: number, into: Tally): void {
  let among = from.reduce((sum, n) => sum + n, 0);
  let left = k;
  for (let cls = LABEL_CLASSES - 1; cls >= 0; cls--) {
    const there = from[cls]!;
    const taken =
      cls === 0 || there === 0
        ? Math.min(there, left)
        : hypergeometric(cell.streams.labels, there, among - there, left);
    into[cls] = taken;
    from[cls] = there - taken;
    among -= there;
    left -= taken;
  }
}
