/** Factor on the copies of an agent of which a share is removed; 1 removes it all. */
export function knockOutFactor(removed: number): number {
  if (!(removed >= 0 && removed <= 1)) throw new RangeError(`${removed} is not a share: give 0 to 1`);
  return 1 - removed;
}
