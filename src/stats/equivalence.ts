import { pAbove } from './t-test.js';

/**
 * p of "the mean difference lies within the margin", by two one-sided t tests: Schuirmann, J. Pharmacokinet. Biopharm.
 * 15, 657 (1987), doi:10.1007/BF01068419. `margins` has a margin for every difference (say a share of the twin's baseline), so
 * that a margin which is itself measured brings its own uncertainty into the test.
 */
export function equivalenceP(differences: readonly number[], margins: readonly number[]): number {
  const above = pAbove(differences.map((d, i) => margins[i]! + d));
  const below = pAbove(differences.map((d, i) => margins[i]! - d));
  return Math.max(above, below);
}
