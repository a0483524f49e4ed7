/** The whole number that an amount is, up to rounding; undefined where it is none, or negative. */
export function wholeMolecules(amount: number): number | undefined {
  const whole = Math.round(amount);
  const near = Math.abs(amount - whole) <= 1e-9 * Math.max(1, whole);
  return near && whole >= 0 && whole <= Number.MAX_SAFE_INTEGER ? whole : undefined;
}
