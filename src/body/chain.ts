/**
 * Content of the last of a row of first-order compartments, as a share of what entered the first at t = 0; time and
 * rates in one unit of time. Rates that are equal are set apart by a ten-thousandth, which moves the content by less than that.
 */
export function contentOfLast(rates: readonly number[], t: number): number {
  if (t <= 0) return 0;
  const k = apart(rates);
  const passedOn = k.slice(0, -1).reduce((product, rate) => product * rate, 1);
  const sum = k.reduce(
    (total, rate, i) =>
      total + Math.exp(-rate * t) / k.reduce((d, other, j) => (j === i ? d : d * (other - rate)), 1),
    0,
  );
  return passedOn * sum;
}

const LEAST = 1e-4;
function apart(rates: readonly number[]): readonly number[] {
  const found: number[] = [];
  for (let rate of rates) {
    while (found.some((other) => Math.abs(other / rate - 1) < LEAST)) rate *= 1 + 2 * LEAST;
    found.push(rate);
  }
  return found;
}
