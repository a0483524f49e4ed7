/** What Stirling's formula leaves out: log k! = (k + 1/2) log(k + 1) - (k + 1) + log(2 pi)/2 + stirlingRest(k). */
export function stirlingRest(k: number): number {
  if (k < EXACT.length) return EXACT[k]!;
  const z2 = (k + 1) * (k + 1);
  return (1 / 12 - (1 / 360 - 1 / 1260 / z2) / z2) / (k + 1);
}

/** log k! for a whole number k >= 0. */
export function logFactorial(k: number): number {
  return (k + 0.5) * Math.log(k + 1) - (k + 1) + HALF_LOG_TWO_PI + stirlingRest(k);
}

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;
const EXACT = exactRests(16);

function exactRests(n: number): Float64Array {
  const rest = new Float64Array(n);
  let factorial = 1;
  for (let k = 0; k < n; k++) {
    if (k > 0) factorial *= k;
    rest[k] = Math.log(factorial) - ((k + 0.5) * Math.log(k + 1) - (k + 1) + HALF_LOG_TWO_PI);
  }
  return rest;
}
